import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

import { v7 as uuidv7 } from 'uuid';
import { afterAll, describe, expect, test } from 'vitest';

import { anyone } from '../../src/access/policies.ts';
import { buildApp } from '../../src/app.ts';
import type { Routes } from '../../src/http/app-type.ts';
import { tellError } from '../../src/http/logger.ts';
import { migrations } from '../../src/db/migrations/list.ts';
import { openWorld, PASSWORD } from '../fixture-app.ts';

const client = mkdtempSync(join(tmpdir(), 'sotay-client-'));
mkdirSync(join(client, 'assets'));
writeFileSync(join(client, 'index.html'), '<title>field</title>');
writeFileSync(join(client, 'office.html'), '<title>office</title>');
writeFileSync(join(client, 'sw.js'), '/* worker */');
writeFileSync(join(client, '.secret'), 'no');
writeFileSync(join(client, 'assets', 'field-Ab12.js'), 'export {}');

type Operation = { summary: string; description: string; responses: Record<string, unknown>; parameters: unknown[] };

const SECRET = 'Nguyễn Thị Bí Mật';
const broken: Routes = (app) => {
  app.get('/api/broken', { config: { policy: anyone } }, () => {
    throw Object.assign(new TypeError(`cannot read ${SECRET}`), { cause: new Error(SECRET) });
  });
  app.get('/api/long', { config: { policy: anyone } }, () => ({ text: 'dân số '.repeat(2_000) }));
};

const world = await openWorld({ clientFolder: client, moreRoutes: [broken], metricsToken: 'đo-lường', logLevel: 'trace' });
afterAll(async () => {
  await world.close();
  rmSync(client, { recursive: true });
});

const signInBody = JSON.stringify({ name: 'officer', password: PASSWORD });
const post = (headers: Record<string, string>, payload: string = signInBody) => world.app.inject({ method: 'POST', url: '/api/session', headers, payload });

describe('a refusal', () => {
  test('is a problem of RFC 9457 with Vietnamese words and a number to quote, and nothing of what was sent', async () => {
    const answer = await world.client().get('/api/session');
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toEqual({
      type: 'urn:sotay:problem:not-signed-in',
      title: 'Cần đăng nhập',
      status: 401,
      detail: expect.stringContaining('an toàn trong máy'),
      code: 'not-signed-in',
      instance: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
    });
    expect((await world.client().get('/api/session')).body.instance).not.toBe(answer.body.instance);
  });

  test('of a body that does not fit names the places, not the values', async () => {
    const answer = await world.client().post('/api/session', { name: SECRET, password: '', extra: SECRET });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect(answer.body.problems.map((each: { at: string }) => each.at)).toContain('/password');
    expect(answer.text).not.toContain(SECRET);
  });

  test('of a fault of ours shows neither message nor stack, and the log has its number and place without its message', async () => {
    const answer = await world.client().get('/api/broken');
    expect(answer).toMatchObject({ status: 500, body: { code: 'fault', title: 'Máy chủ gặp trục trặc' } });
    expect(answer.text).not.toMatch(/TypeError|at |Bí Mật/);
    expect(world.log()).toContain(answer.body.instance);
    expect(world.log()).toContain('http.spec.ts');
    expect(world.log()).not.toContain(SECRET);
  });

  test('is the same for an address nobody has', async () => {
    for (const url of ['/api/nothing', '/api', '/api/units/../secret', '/assets/none.js']) {
      expect((await world.client().get(url)).status, url).toBe(404);
    }
    expect((await world.client().get('/api/nothing')).body.code).toBe('not-found');
    expect((await world.client().request('OPTIONS', '/api/session')).status).toBe(404);
  });
});

describe('a request from elsewhere', () => {
  test.each([
    ['another origin', { 'content-type': 'application/json', origin: 'https://evil.example' }],
    ['no origin to speak of', { 'content-type': 'application/json', origin: 'null' }],
    ['another site', { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'content-type': 'application/json', 'sec-fetch-site': 'same-site', origin: 'http://localhost' }],
    ['a foreign origin with a forged site', { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }],
  ])('is refused: %s', async (_name, headers) => {
    const answer = await post(headers);
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: 'foreign-origin' });
  });

  test('our own page is not', async () => {
    expect((await post({ 'content-type': 'application/json', host: 'localhost:8080', origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
  });

  test('behind a proxy, our own page is what PUBLIC_URL says', async () => {
    const app = await buildApp({ db: world.db, now: Date.now, publicUrl: 'https://sotay.example.vn', recoveryKey: world.recoveryKey, logLevel: 'silent' });
    const from = (origin: string) => app.inject({ method: 'POST', url: '/api/session', headers: { 'content-type': 'application/json', origin, host: 'internal:8080' }, payload: signInBody });
    expect((await from('https://sotay.example.vn')).statusCode).toBe(200);
    expect((await from('https://sotay.example.vn.evil.example')).statusCode).toBe(403);
    await app.close();
  });

  test.each([['application/x-www-form-urlencoded', 'name=officer'], ['text/plain', signInBody], ['multipart/form-data; boundary=x', '--x--'], ['application/xml', '<a/>']])(
    'a body of %s is not read',
    async (type, payload) => {
      const answer = await post({ 'content-type': type }, payload);
      expect(answer.statusCode).toBe(415);
      expect(answer.json()).toMatchObject({ code: 'wrong-content-type' });
    },
  );

  test('a body without a type, one cut off, one that poisons a prototype and one too large are refused', async () => {
    expect((await post({})).statusCode).toBe(415);
    expect((await post({ 'content-type': 'application/json' }, signInBody.slice(0, 10))).statusCode).toBe(400);
    expect((await post({ 'content-type': 'application/json' }, '{"__proto__":{"role":"administrator"}}')).statusCode).toBe(400);
    const large = await post({ 'content-type': 'application/json' }, JSON.stringify({ name: 'x'.repeat(1_000_000), password: 'y' }));
    expect(large.statusCode).toBe(413);
    expect(large.json()).toMatchObject({ code: 'too-large', detail: expect.stringContaining('an toàn trong máy') });
  });
});

describe('every answer', () => {
  test('lets a browser run, load and frame nothing but our own files', async () => {
    const { headers } = await world.client().get('/');
    const policy = String(headers['content-security-policy']);
    for (const rule of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "worker-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"]) expect(policy).toContain(rule);
    expect(policy).not.toMatch(/unsafe|\*|http:/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'permissions-policy': expect.stringContaining('geolocation=()') });
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  test('of the API is kept by no cache; a long one is packed', async () => {
    expect((await world.client().get('/api/session')).headers['cache-control']).toBe('no-store');
    const packed = await world.app.inject({ url: '/api/long', headers: { 'accept-encoding': 'br, gzip' } });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(packed.rawPayload.length).toBeLessThan(200);
    expect(JSON.parse(brotliDecompressSync(packed.rawPayload).toString())).toHaveProperty('text');
  });

  test('too many from one user in a minute are asked to wait', async () => {
    const strict = await buildApp({ db: world.db, now: Date.now, publicUrl: undefined, recoveryKey: world.recoveryKey, logLevel: 'silent', rateScale: 0.05 });
    const statuses = [];
    for (let count = 0; count < 5; count += 1) statuses.push((await strict.inject({ method: 'POST', url: '/api/session/link/look', payload: { token: 'A'.repeat(43) } })).statusCode);
    expect(statuses).toEqual([410, 410, 410, 429, 429]);
    const waiting = await strict.inject({ method: 'POST', url: '/api/session/link/look', payload: { token: 'A'.repeat(43) } });
    expect(Number(waiting.headers['retry-after'])).toBeGreaterThan(0);
    expect(waiting.json()).toMatchObject({ code: 'too-many-requests' });
    expect((await strict.inject('/healthz')).statusCode).toBe(200);
    await strict.close();
  });
});

describe('the client\'s files', () => {
  test('hashed ones are kept for ever, pages and the worker are asked for anew', async () => {
    const of = async (url: string) => (await world.client().get(url)).headers['cache-control'];
    expect(await of('/assets/field-Ab12.js')).toBe('public, max-age=31536000, immutable');
    for (const url of ['/', '/office', '/sw.js', '/moi']) expect(await of(url), url).toBe('public, max-age=0');
  });

  test('every address is a page of the app; below /office of the office', async () => {
    const of = async (url: string) => (await world.client().get(url)).text;
    for (const url of ['/', '/ho/12', '/thang?x=1', '/officer']) expect(await of(url), url).toContain('field');
    for (const url of ['/moi', '/office', '/office/', '/office/dia-ban?x=1']) expect(await of(url), url).toContain('office');
  });

  test('nothing outside the folder and no hidden file is given out', async () => {
    for (const url of ['/.secret', '/../package.json', '/..%2fpackage.json', '/%2e%2e/%2e%2e/etc/passwd', '/assets/..%5c..%5cpackage.json', '/%00.js', '/%E0%A4%A']) {
      const { status, text } = await world.client().get(url);
      expect([200, 400, 404], url).toContain(status);
      expect(text, url).not.toMatch(/"workspaces"|root:|^no$/);
    }
  });
});

describe('the operator', () => {
  test('/healthz answers for the process, /readyz for the database and its tables', async () => {
    expect(await world.client().get('/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await world.client().get('/readyz')).toMatchObject({ status: 200, body: { status: 'ok' } });
    const last = Object.keys(migrations).at(-1) ?? '';
    await world.database.pool.query(`UPDATE kysely_migration SET name = 'x' WHERE name = $1`, [last]);
    expect((await world.client().get('/readyz')).status).toBe(503);
    await world.database.pool.query(`UPDATE kysely_migration SET name = $1 WHERE name = 'x'`, [last]);
    const gone = await openWorld();
    await gone.db.destroy();
    expect((await gone.client().get('/healthz')).status).toBe(200);
    expect((await gone.client().get('/readyz')).status).toBe(503);
    await gone.close();
  });

  test('/metrics is for this machine or with the token, and names nobody', async () => {
    const lan = await world.signIn('lan');
    await lan.get('/api/session');
    const here = await world.app.inject('/metrics');
    expect(here.statusCode).toBe(200);
    expect(here.body).toMatch(/sotay_http_request_seconds_count\{method="GET",route="\/api\/session",status="200"\} \d+/);
    for (const personal of ['lan', world.users.lan, world.first.area, 'Nguyễn', '127.0.0.1']) expect(here.body.includes(`"${personal}"`), personal).toBe(false);
    expect((await world.app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '10.0.0.9' } })).statusCode).toBe(404);
    expect((await world.app.inject({ url: '/metrics', remoteAddress: '10.0.0.9' })).statusCode).toBe(404);
    expect((await world.app.inject({ url: '/metrics', remoteAddress: '10.0.0.9', headers: { authorization: 'Bearer sai' } })).statusCode).toBe(404);
    expect((await world.app.inject({ url: '/metrics', remoteAddress: '10.0.0.9', headers: { authorization: 'Bearer đo-lường' } })).statusCode).toBe(200);
  });

  test('/api/openapi.json is OpenAPI 3.1 with every route and its schemas', async () => {
    const { status, body } = await world.client().get('/api/openapi.json');
    expect(status).toBe(200);
    expect(body.openapi).toBe('3.1.0');
    const own = Object.entries<Record<string, Operation>>(body.paths).filter(([path]) => !['/api/broken', '/api/long'].includes(path));
    const listed = own.flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    for (const route of ['POST /api/session', 'POST /api/sync', 'GET /api/units/{unit}/users', 'PUT /api/devices/{device}/wrapped-key', 'GET /readyz']) expect(listed).toContain(route);
    const declared = world.app.printRoutes({ commonPrefix: false });
    for (const segment of ['recovery-key', 'responsibilities', 'openapi.json']) expect(declared).toContain(segment);
    for (const [path, methods] of own) {
      for (const [method, operation] of Object.entries(methods)) {
        expect(operation.summary, `${method} ${path}`).toBeTypeOf('string');
        expect(operation.description, `${method} ${path}`).toMatch(/^For: /);
        expect(Object.keys(operation.responses), `${method} ${path}`).not.toEqual(['default']);
        if (path.includes('{')) expect(operation.parameters.length, `${method} ${path}`).toBeGreaterThan(0);
      }
    }
    expect(body.paths['/api/session'].post.requestBody.content['application/json'].schema).toMatchObject({ type: 'object', required: ['name', 'password'], additionalProperties: false });
    expect(body.paths['/api/session'].get.security).toEqual([{ session: [] }]);
  });
});

describe('the log', () => {
  test('of a sign-in, a sync, an administrator\'s work and of faults holds no personal word', async () => {
    const lan = await world.signIn('lan');
    const person = 'Hoàng Thị Riêng Tư';
    const fact = { id: uuidv7(), type: 'person-registered', v: 1, data: { name: person } };
    expect((await lan.post('/api/sync', { protocol: 1, epoch: null, device: lan.device, cursors: {}, unsent: { count: 1, oldest: null }, facts: [fact] })).status).toBe(200);
    await lan.post('/api/sync', { protocol: 1, epoch: null, device: lan.device, facts: [{ name: person }] });
    await lan.get(`/api/reports/dsx?area=${world.first.area}&name=${encodeURIComponent(person)}`);
    await world.client().post('/api/session', { name: person, password: 'Mật-khẩu-sai-1' });
    const officer = await world.signIn('officer');
    const made = await officer.post(`/api/units/${world.home}/users`, { name: 'riêng tư', fullName: person, role: 'collaborator' });
    world.app.log.info({ name: person, password: PASSWORD, token: 'x1y2', user: { fullName: person, password: PASSWORD }, headers: { cookie: lan.cookie } }, 'planted');
    world.app.log.error({ err: new Error(person) }, 'planted');
    const log = world.log();
    expect(log.split('\n').length).toBeGreaterThan(8);
    for (const word of ['Riêng', 'riêng tư', encodeURIComponent('Riêng'), PASSWORD, 'Mật-khẩu-sai-1', 'Nguyễn', String(lan.cookie), made.body.link.split('#')[1], world.users.lan, world.first.area, fact.id, String(lan.device), '127.0.0.1', 'x1y2']) {
      expect(log.includes(word), word).toBe(false);
    }
    expect(log).toContain('"route":"/api/sync"');
    for (const line of log.trim().split('\n')) expect(Object.keys(JSON.parse(line)).filter((key) => !['level', 'time', 'reqId', 'method', 'route', 'status', 'ms', 'msg', 'err', 'instance', 'name', 'password', 'token', 'user', 'headers'].includes(key))).toEqual([]);
  });

  test('of an error keeps class, code, constraint and frames', () => {
    const error = Object.assign(new Error(SECRET, { cause: new RangeError(SECRET) }), { code: '23505', constraint: 'app_user_name_key', detail: SECRET });
    const told = tellError(error);
    expect(told).toMatchObject({ type: 'Error', code: '23505', constraint: 'app_user_name_key', cause: { type: 'RangeError' } });
    expect(JSON.stringify(told)).not.toContain('Bí Mật');
    expect(told.stack).toContain('http.spec.ts');
  });
});
