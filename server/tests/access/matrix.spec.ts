import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { DeviceId } from '@sotay/domain/kernel/ids';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';

import { buildApp } from '../../src/app.ts';
import { anyone, signedIn } from '../../src/access/policies.ts';
import type { Routes } from '../../src/http/app-type.ts';
import { RouteWithoutPolicy } from '../../src/http/policy-fence.ts';
import type { Client, Method } from '../fixture-app.ts';
import { openWorld } from '../fixture-app.ts';

/**
 * Who may use which route, for which area: asked of the running app and held against `matrix.md`, which is read by people.
 * `SOTAY_MATRIX=write npx vitest run server/tests/access/matrix.spec.ts` writes it anew; its difference is then reviewed.
 */
const MATRIX = fileURLToPath(new URL('./matrix.md', import.meta.url));

type Seen = { method: Method; url: string; sentence: string; query: readonly string[] };

const seen: Seen[] = [];

function keysOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null || !('shape' in schema)) return [];
  return Object.keys(schema.shape as object);
}

/** Hears of every route. */
const watch: Routes = (app) => {
  app.addHook('onRoute', (route) => {
    for (const method of [route.method].flat()) {
      const query = keysOf(route.schema?.querystring).filter((key) => ['area', 'unit', 'user', 'device'].includes(key));
      seen.push({ method: method as Method, url: route.url, sentence: route.config?.policy?.sentence ?? 'NONE', query });
    }
  });
};

const world = await openWorld({ routesBefore: [watch] });
afterAll(() => world.close());

const phones = { lan: DeviceId.parse(uuidv7()), hoa: DeviceId.parse(uuidv7()), mai: DeviceId.parse(uuidv7()) };

/** What an address may name, seen from `lan`, collaborator of the first area, and `officer`, both of commune `home`. */
const places = {
  own: { area: world.first.area, unit: world.home, user: world.users.lan, device: phones.lan },
  sibling: { area: world.second.area, unit: world.home, user: world.users.hoa, device: phones.hoa },
  parent: { area: world.province, unit: world.province, user: world.users.officer, device: DeviceId.parse(uuidv7()) },
  foreign: { area: world.foreign.area, unit: world.other, user: world.users.mai, device: phones.mai },
} as const;

type Place = keyof typeof places;
const PLACES = Object.keys(places) as Place[];

const ROLES = ['nobody', 'lan', 'officer', 'administrator'] as const;

function addressOf({ url, query }: Seen, place: Place, named?: string): string {
  const values: Record<string, string> = places[place];
  const path = url.replaceAll(/:(\w+)/g, (_whole, name: string) => values[name] ?? uuidv7()).replace('*', 'trang');
  const asked = named === undefined ? query : [named];
  return asked.length === 0 ? path : `${path}?${asked.map((name) => `${name}=${values[name] ?? ''}`).join('&')}`;
}

async function clients(): Promise<Record<(typeof ROLES)[number], Client>> {
  for (const name of ['lan', 'hoa', 'mai'] as const) await world.signIn(name, phones[name]);
  return { nobody: world.client(), lan: await world.signIn('lan', phones.lan), officer: await world.signIn('officer'), administrator: await world.signIn('administrator') };
}

/** Signing out would end the session that the next question needs. */
const ENDS_SESSION = /^DELETE \/api\/session/;

/** `yes`: the policy let it through, whatever the route then said of an empty body. */
async function ask(client: Client, method: Method, address: string): Promise<'yes' | 'no' | 'sign in'> {
  const { status, body } = await client.request(method, address);
  if (status === 401 && (body?.code ?? 'not-signed-in') === 'not-signed-in') return 'sign in';
  return status === 403 ? 'no' : 'yes';
}

async function matrix(): Promise<string> {
  const signedInAs = await clients();
  const lines = ['| Route | For | Place | nobody | collaborator | officer | administrator |', '|---|---|---|---|---|---|---|'];
  const routes = seen.filter(({ url }) => url.startsWith('/api/')).toSorted((a, b) => (`${a.url} ${a.method}` < `${b.url} ${b.method}` ? -1 : 1));
  for (const route of routes) {
    const isAboutPlace = /:(area|unit|user|device)/.test(route.url) || route.query.length > 0;
    const ways = route.query.length > 1 ? route.query : [undefined];
    for (const named of ways) {
      const rows: { place: string; answers: string }[] = [];
      for (const place of isAboutPlace ? PLACES : (['own'] as const)) {
        const answers: string[] = [];
        for (const role of ROLES) {
          const isEnd = ENDS_SESSION.test(`${route.method} ${route.url}`);
          const client = isEnd && role !== 'nobody' ? await world.signIn(role, role === 'lan' ? phones.lan : undefined) : signedInAs[role];
          answers.push(await ask(client, route.method, addressOf(route, place, named)));
          // What the last question did is undone before the next.
          await world.db.updateTable('device').set({ revoked_at: null }).execute();
          if (isEnd) Object.assign(signedInAs, await clients());
        }
        rows.push({ place, answers: answers.join(' | ') });
      }
      for (const { place, answers } of rows) {
        lines.push(`| ${route.method} ${route.url}${named === undefined ? '' : `?${named}=`} | ${route.sentence} | ${isAboutPlace ? place : '–'} | ${answers} |`);
      }
    }
  }
  return `# Who may use which route\n\nGenerated by \`matrix.spec.ts\` from the running app, and reviewed. Seen from a collaborator of area 1 and the officer of her commune: *own* is area 1, *sibling* area 2 of the same commune, *parent* the province, *foreign* another commune.\n\n${lines.join('\n')}\n`;
}

test('route × role × area is as reviewed in matrix.md', async () => {
  const found = await matrix();
  if (process.env['SOTAY_MATRIX'] === 'write') writeFileSync(MATRIX, found);
  expect(found).toBe(readFileSync(MATRIX, 'utf8'));
});

test('every route says who it is for, HEAD included', () => {
  expect(seen.length).toBeGreaterThan(20);
  expect(seen.filter(({ sentence }) => sentence === 'NONE')).toEqual([]);
  expect(seen.some(({ method, url }) => method === 'HEAD' && url === '/api/session')).toBe(true);
});

test.each(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] as const)('the app does not start with a %s route that says not who it is for', async (method) => {
  const stray: Routes = (app) => {
    app.route({ method, url: '/api/stray', handler: () => 'open' });
  };
  await expect(buildApp({ db: world.db, now: Date.now, publicUrl: undefined, recoveryKey: world.recoveryKey, logLevel: 'silent', moreRoutes: [stray] })).rejects.toThrow(RouteWithoutPolicy);
});

test('a route that says it, starts; and lets in only whom it says', async () => {
  const both: Routes = (app) => {
    app.get('/api/open', { config: { policy: anyone } }, () => ({}));
    app.get('/api/closed', { config: { policy: signedIn } }, () => ({}));
  };
  const app = await buildApp({ db: world.db, now: Date.now, publicUrl: undefined, recoveryKey: world.recoveryKey, logLevel: 'silent', moreRoutes: [both] });
  expect((await app.inject('/api/open')).statusCode).toBe(200);
  expect((await app.inject('/api/closed')).statusCode).toBe(401);
  expect((await app.inject({ method: 'HEAD', url: '/api/closed' })).statusCode).toBe(401);
  await app.close();
});
