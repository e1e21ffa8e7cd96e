import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeEach, describe, expect, test } from 'vitest';

import { openRecoveryKey } from '../../src/people/recovery-key.ts';
import { openWorld } from '../fixture-app.ts';
import type { Client } from '../fixture-app.ts';

const world = await openWorld();
afterAll(() => world.close());

const { subtle } = globalThis.crypto;
const OAEP = { name: 'RSA-OAEP', hash: 'SHA-256' };
const base64url = (bytes: ArrayBuffer | Uint8Array): string => Buffer.from(bytes as Uint8Array).toString('base64url');

/** What a phone does with WebCrypto: wraps the key of its store to the service, and later to itself. */
async function wrapFor(jwk: { kty: string; n: string; e: string }, dataKey: Uint8Array<ArrayBuffer>): Promise<string> {
  const key = await subtle.importKey('jwk', jwk, OAEP, false, ['encrypt']);
  return base64url(await subtle.encrypt(OAEP, key, dataKey));
}

async function freshKey(): Promise<{ jwk: { kty?: string; n?: string; e?: string }; open: (wrapped: string) => Promise<Buffer> }> {
  const pair = await subtle.generateKey({ ...OAEP, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) }, false, ['encrypt', 'decrypt']);
  const { kty, n, e } = await subtle.exportKey('jwk', pair.publicKey);
  return { jwk: { ...(kty === undefined ? {} : { kty }), ...(n === undefined ? {} : { n }), ...(e === undefined ? {} : { e }) }, open: async (wrapped) => Buffer.from(await subtle.decrypt(OAEP, pair.privateKey, Buffer.from(wrapped, 'base64url'))) };
}

const dataKey = globalThis.crypto.getRandomValues(new Uint8Array(32));
let lan: Client;
let officer: Client;

beforeEach(async () => {
  [lan, officer] = [await world.signIn('lan'), await world.signIn('officer')];
  const { body: service } = await lan.get('/api/devices/recovery-key');
  const kept = await lan.put(`/api/devices/${lan.device}/wrapped-key`, { id: service.id, wrapped: await wrapFor({ ...service.jwk, alg: 'RSA-OAEP-256', ext: true }, dataKey) });
  if (kept.status !== 204) throw new Error(kept.text);
});

describe('a forgotten PIN', () => {
  test('the officer\'s code gives the phone the key of its store back, once', async () => {
    const made = await officer.post(`/api/devices/${lan.device}/recovery-code`);
    expect(made.body).toMatchObject({ code: expect.stringMatching(/^\d{8}$/), expiresAt: world.clock.now + 15 * 60_000 });
    const fresh = await freshKey();
    const given = await lan.post(`/api/devices/${lan.device}/recover`, { code: made.body.code, publicKey: fresh.jwk });
    expect(given.status).toBe(200);
    expect(await fresh.open(given.body.wrapped)).toEqual(Buffer.from(dataKey));
    expect(await lan.post(`/api/devices/${lan.device}/recover`, { code: made.body.code, publicKey: fresh.jwk })).toMatchObject({ status: 403, body: { code: 'code-wrong' } });
    const audit = await world.db.selectFrom('audit').select(['action', 'by_user']).where('subject_id', '=', String(lan.device)).where('action', 'like', 'recovery%').orderBy('id').execute();
    expect(audit).toEqual([
      { action: 'recovery-code-made', by_user: world.users.officer },
      { action: 'recovery-used', by_user: world.users.lan },
      { action: 'recovery-code-wrong', by_user: world.users.lan },
    ]);
  });

  test('five wrong codes end it, also all at once; so do fifteen minutes, a new code and a new key', async () => {
    const fresh = await freshKey();
    const attempt = (code: string) => lan.post(`/api/devices/${lan.device}/recover`, { code, publicKey: fresh.jwk });
    const makeCode = async (): Promise<string> => (await officer.post(`/api/devices/${lan.device}/recovery-code`)).body.code;
    const code = await makeCode();
    const wrong = code === '00000000' ? '00000001' : '00000000';
    await Promise.all([1, 2, 3, 4, 5].map(() => attempt(wrong)));
    expect((await attempt(code)).status).toBe(403);
    const late = await makeCode();
    world.clock.now += 15 * 60_000 + 1;
    expect((await attempt(late)).status).toBe(403);
    const [old, latest] = [await makeCode(), await makeCode()];
    if (old !== latest) expect((await attempt(old)).status).toBe(403);
    expect((await attempt(latest)).status).toBe(200);
    const before = await makeCode();
    const { body: service } = await lan.get('/api/devices/recovery-key');
    await lan.put(`/api/devices/${lan.device}/wrapped-key`, { id: service.id, wrapped: await wrapFor(service.jwk, dataKey) });
    expect((await attempt(before)).status).toBe(403);
  });

  test('nobody else gets it: not the officer, not another collaborator, not another\'s officer', async () => {
    const { code } = (await officer.post(`/api/devices/${lan.device}/recovery-code`)).body;
    const fresh = await freshKey();
    for (const other of [officer, await world.signIn('hoa'), await world.signIn('mai'), world.client()]) {
      expect([401, 403]).toContain((await other.post(`/api/devices/${lan.device}/recover`, { code, publicKey: fresh.jwk })).status);
    }
    expect((await (await world.signIn('otherOfficer')).post(`/api/devices/${lan.device}/recovery-code`)).status).toBe(403);
    expect((await lan.post(`/api/devices/${lan.device}/recovery-code`)).status).toBe(403);
    expect((await lan.post(`/api/devices/${lan.device}/recover`, { code, publicKey: fresh.jwk })).status).toBe(200);
  });

  test('a phone that left no key, a foreign key and nonsense are refused with a reason', async () => {
    const bare = await world.signIn('hoa');
    expect(await officer.post(`/api/devices/${bare.device}/recovery-code`)).toMatchObject({ status: 409, body: { code: 'no-wrapped-key' } });
    expect(await bare.put(`/api/devices/${bare.device}/wrapped-key`, { id: 'another', wrapped: 'A'.repeat(512) })).toMatchObject({ status: 422, body: { code: 'bad-key' } });
    const { body: service } = await bare.get('/api/devices/recovery-key');
    await bare.put(`/api/devices/${bare.device}/wrapped-key`, { id: service.id, wrapped: 'A'.repeat(512) });
    const { code } = (await officer.post(`/api/devices/${bare.device}/recovery-code`)).body;
    expect(await bare.post(`/api/devices/${bare.device}/recover`, { code, publicKey: (await freshKey()).jwk })).toMatchObject({ status: 422, body: { code: 'bad-key' } });
  });
});

test('the private key is made once, lies in the data folder for its owner alone, and nowhere in the database', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sotay-key-'));
  const [one, two] = await Promise.all([openRecoveryKey(folder), openRecoveryKey(folder)]);
  const again = await openRecoveryKey(folder);
  expect(new Set([one, two, again].map((key) => key.publicKey.id)).size).toBe(1);
  expect(statSync(join(folder, 'recovery-key.pem')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(folder, 'recovery-key.pem'), 'utf8')).toContain('PRIVATE KEY');
  const { rows } = await world.database.pool.query(`SELECT device_key::text AS all FROM device_key`);
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(Buffer.from(dataKey).toString('hex'));
  rmSync(folder, { recursive: true });
});
