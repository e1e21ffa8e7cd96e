import { setTimeout as pause } from 'node:timers/promises';

import type { RegistryId } from '@sotay/domain/kernel/ids';
import type { Fact } from '@sotay/domain/kinds';
import { RULES_VERSION } from '@sotay/domain/packs/in-force';
import { household } from '@sotay/domain/testing/drafts';
import { areaId, registryId } from '@sotay/domain/testing/ids';
import { makeHistory } from '@sotay/domain/testing/make-history';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { verify } from '../../src/log/verify.ts';
import { countByTheseRules } from '../../src/rows/recount.ts';
import { factsOf, Follower, openVillage } from '../log/village.ts';
import type { Village } from '../log/village.ts';
import { endServers, runSotay } from './server-process.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

/** Two communes in one database, in the order in which they are counted again. */
const REGISTRIES = [registryId('xã'), registryId('xã bên')].toSorted() as [RegistryId, RegistryId];

let village: Village;
beforeAll(async () => {
  village = await openVillage();
  await fillVillage();
});
afterAll(() => village.drop());
beforeEach(() => makeOlder());
afterEach(async () => {
  await endServers();
  await removeTemporaryFolders();
});

/** Two years of notes, counted by the rules of this version as they come in. */
async function fillVillage(): Promise<void> {
  const [hoa, lan, mai, officer, other] = await Promise.all(['Hoa', 'Lan', 'Mai', 'officer', 'officer bên'].map((name) => village.actor(name)));
  if (hoa === undefined || lan === undefined || mai === undefined || officer === undefined || other === undefined) throw new TypeError('nobody');
  const names = new Map([[hoa.user, 'Hoa'], [lan.user, 'Lan'], [mai.user, 'Mai'], [officer.user, 'officer'], [other.user, 'officer bên']]);
  const places = [
    { areas: [{ area: areaId('1'), collaborator: hoa }, { area: areaId('2'), collaborator: lan }], officer },
    { areas: [{ area: areaId('3'), collaborator: mai }], officer: other },
  ];
  for (const [index, place] of places.entries()) await sendAll(makeHistory(index + 1, place, { households: 10, events: 80 }).map(({ fact }) => fact), names);
  expect((await verify(village.db)).differences).toEqual([]);
  expect(await rulesOf()).toEqual(byNewRules);
}

async function sendAll(facts: readonly Fact[], names: ReadonlyMap<string, string>): Promise<void> {
  for (let at = 0; at < facts.length; at += 50) {
    const page = facts.slice(at, at + 50);
    for (const [user, name] of names) {
      const own = page.filter((fact) => fact.recordedBy === user);
      if (own.length > 0) await village.send(name, own);
    }
  }
}

/** What an older version would have left: other days, fewer people, ties that it did not know, shorter rows of cells with other counts. */
async function makeOlder(): Promise<void> {
  await village.rows(`UPDATE contribution SET from_on = from_on + 1 WHERE cell = 'births'`);
  await village.rows(`DELETE FROM contribution WHERE cell IN ('residents', 'moved-in')`);
  await village.rows(`INSERT INTO contribution (registry_id, subject_id, ordinal, area_id, cell, kind, from_on) SELECT registry_id, id, 1000, id, 'births', 'flow', '2026-01-01' FROM area`);
  await village.rows(`UPDATE cells SET counts = ARRAY(SELECT count + 1 FROM unnest(counts[1:9]) AS count)`);
  await village.rows(`DELETE FROM visible WHERE via = 'link'`);
  await village.rows('DELETE FROM link');
  await village.rows('UPDATE registry_head SET rules_version = 1');
  const { differences } = await verify(village.db);
  expect(new Set(differences.map(({ table }) => table))).toEqual(new Set(['contribution', 'cells', 'link', 'visible']));
  expect(new Set(differences.map(({ registry }) => registry))).toEqual(new Set(REGISTRIES));
}

const rulesOf = (): Promise<{ registry_id: string; rules_version: number }[]> => village.rows('SELECT registry_id, rules_version FROM registry_head ORDER BY registry_id');
const byNewRules = REGISTRIES.map((registry) => ({ registry_id: registry, rules_version: RULES_VERSION }));

test('figures made by older rules are counted again, once', async () => {
  expect(await countByTheseRules(village.db)).toBe(2);
  expect((await verify(village.db)).differences).toEqual([]);
  expect(await rulesOf()).toEqual(byNewRules);
  expect(await countByTheseRules(village.db)).toBe(0);
});

test('of several at once each registry is counted by one', async () => {
  const [one, two] = [village.another(2), village.another(2)];
  const counted = await Promise.all([countByTheseRules(one.db), countByTheseRules(two.db), countByTheseRules(village.db)]);
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(2);
  expect((await verify(village.db)).differences).toEqual([]);
  await Promise.all([one.close(), two.close()]);
});

test('whoever comes into sight by the new rules reaches the phones that had read everything, with the next note', async () => {
  const phone = new Follower(village, 'Hoa');
  await phone.follow();
  const before = phone.facts('1').length;
  await countByTheseRules(village.db);
  await village.send('Hoa', factsOf(household('mới', { data: { number: '999' } })));
  await phone.follow();
  const anew = new Follower(village, 'Hoa');
  await anew.follow();
  expect(phone.newcomers.length).toBeGreaterThan(0);
  expect(phone.facts('1').length).toBeGreaterThan(before + 1);
  expect(phone.facts('1')).toEqual(anew.facts('1'));
});

test('the service counts again when it starts, and verify finds nothing', async () => {
  const environment = { DATABASE_URL: village.url, SOTAY_DATA: temporaryFolder() };
  const server = runSotay(['start'], environment);
  await server.address();
  expect(await rulesOf()).toEqual(byNewRules);
  const verified = runSotay(['verify'], environment);
  expect([await verified.ended, verified.output()]).toEqual([0, expect.stringContaining('Khớp hết')]);
});

test('a registry that cannot be counted keeps the service from starting, which names it and says why; it stands as it was', async () => {
  const [, second] = REGISTRIES;
  const contributions = (): Promise<object[]> => village.rows('SELECT * FROM contribution WHERE registry_id = $1 ORDER BY subject_id, ordinal', [second]);
  const before = await contributions();
  await village.rows(`ALTER TABLE cells ADD CONSTRAINT broken CHECK (registry_id <> '${second}') NOT VALID`);
  const server = runSotay(['start'], { DATABASE_URL: village.url, SOTAY_DATA: temporaryFolder() });
  const code = await server.ended;
  await village.rows('ALTER TABLE cells DROP CONSTRAINT broken');
  expect(code).toBe(1);
  expect(server.output()).toMatch(new RegExp(`Không đếm lại được số liệu của sổ bộ ${second} .*vẫn như trước`));
  expect(server.output()).toMatch(new RegExp(`figures of registry ${second} could not be counted again .*stands as before`));
  expect(server.output()).not.toContain('Không kết nối được');
  expect(await contributions()).toEqual(before);
  await runSotay(['start'], { DATABASE_URL: village.url, SOTAY_DATA: temporaryFolder() }).address();
  expect(await rulesOf()).toEqual(byNewRules);
});

test('a service killed in the middle of a registry leaves it as it was, keeps those that are done, and the next one goes on', async () => {
  const environment = { DATABASE_URL: village.url, SOTAY_DATA: temporaryFolder() };
  const [first, second] = REGISTRIES;
  const contributions = (): Promise<object[]> => village.rows('SELECT * FROM contribution WHERE registry_id = $1 ORDER BY subject_id, ordinal', [second]);
  const before = await contributions();
  const holder = new Client(village.administrator);
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT FROM cells WHERE registry_id = $1 FOR UPDATE', [second]);
  const waiting = (): Promise<object[]> => village.rows(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%DELETE FROM cells%'`);

  const server = runSotay(['start'], environment);
  while ((await waiting()).length === 0) await pause(50);
  await expect.poll(() => server.output(), { timeout: 10_000 }).toContain('1/2 sổ bộ');
  server.signal('SIGKILL');
  expect(await server.ended).toBe('SIGKILL');
  await holder.query('ROLLBACK');
  await holder.end();
  while ((await village.rows(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%DELETE FROM cells%' AND pid <> pg_backend_pid()`)).length > 0) await pause(50);

  expect(await contributions()).toEqual(before);
  expect(await rulesOf()).toEqual([{ registry_id: first, rules_version: RULES_VERSION }, { registry_id: second, rules_version: 1 }]);
  expect(new Set((await verify(village.db)).differences.map(({ registry }) => registry))).toEqual(new Set([second]));
  await runSotay(['start'], environment).address();
  expect(await rulesOf()).toEqual(byNewRules);
  expect((await verify(village.db)).differences).toEqual([]);
});
