import { afterAll, beforeAll, expect, test } from 'vitest';
import { FactId } from '@sotay/domain/kernel/ids';
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date';
import { deviceId, factId, registryId } from '@sotay/domain/testing/ids';
import { birth, household, mother, person } from '@sotay/domain/testing/drafts';
import { v7 } from 'uuid';

import { withScope } from '../../src/access/with-scope.ts';
import { admitInside } from '../../src/log/admit.ts';
import { ownArrival } from '../../src/log/arrival.ts';
import { chainHash, GENESIS } from '../../src/log/canonical.ts';
import { verify } from '../../src/log/verify.ts';
import { factsOf, NOW, openVillage } from './village.ts';
import type { Village } from './village.ts';

let village: Village;
beforeAll(async () => {
  village = await openVillage();
});
afterAll(() => village.drop());

type Row = { seq: number; received_at: Date; status: 'accepted' | 'held'; problems: string; body: string; hash: Buffer };

const readLog = (registry: string) =>
  village.rows<Row>('SELECT seq::int, received_at, status, problems, body, hash FROM log WHERE registry_id = $1 ORDER BY seq', [registryId(registry)]);

/** Even writers are Hoa's, odd ones Lan's. */
const whereOf = (writer: number) => (writer % 2 === 0 ? { area: '1', by: 'Hoa' } : { area: '2', by: 'Lan' });

/** Verifies: SYNC-4 */
test('under many writers at once the log has no gap, each entry carries the hash of the one before, and what one sends stays in order', async () => {
  const writers = Array.from({ length: 12 }, (_, writer) =>
    Array.from({ length: 6 }, (_unused, push) =>
      factsOf(
        household(`${writer}-${push}`, { ...whereOf(writer), as: `h ${writer} ${push}` }),
        person(`${writer}-${push}`, { ...whereOf(writer), as: `p ${writer} ${push}`, household: `${writer}-${push}` }),
      ),
    ),
  );
  const sent = await Promise.all(
    writers.map(async (pushes, writer) => {
      const verdicts = [];
      for (const facts of pushes) verdicts.push(...(await village.send(whereOf(writer).by, facts)));
      return verdicts;
    }),
  );
  const log = await readLog('xã');
  expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: log.length }, (_, index) => index + 1));
  let hash: Buffer = GENESIS;
  for (const row of log) {
    hash = chainHash(hash, { seq: row.seq, receivedAt: row.received_at.getTime(), status: row.status, problems: row.problems, body: row.body });
    expect(row.hash.equals(hash)).toBe(true);
  }
  for (const verdicts of sent) {
    const places = verdicts.map(({ place }) => (place !== null && 'seq' in place ? place.seq : 0));
    expect(places).toHaveLength(12);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  }
  const [head] = await village.rows<{ seq: number; hash: Buffer }>('SELECT seq::int, hash FROM registry_head WHERE registry_id = $1', [registryId('xã')]);
  expect([head?.seq, head?.hash.equals(hash)]).toEqual([log.length, true]);
});

/** Verifies: SYNC-4 */
test('writers that share nothing but the database, as several servers do, leave no gap either', async () => {
  const before = (await readLog('xã')).length;
  const actor = await village.actor('Hoa');
  const sending = { actor, device: deviceId('Hoa'), today: civilDayInVietnam(NOW), now: NOW, newId: () => FactId.parse(v7()), sentBy: actor.user };
  const writers = Array.from({ length: 10 }, (_, writer) => factsOf(...Array.from({ length: 4 }, (_unused, n) => household(`s${writer}-${n}`, { as: `s ${writer} ${n}` }))));
  await Promise.all(
    writers.map((facts) =>
      withScope(village.db, { registries: [registryId('xã')] }, (trx) =>
        admitInside(trx, registryId('xã'), facts.map((fact) => ownArrival(fact)), sending),
      ),
    ),
  );
  expect((await readLog('xã')).map(({ seq }) => seq)).toEqual(Array.from({ length: before + 40 }, (_, index) => index + 1));
});

/** Verifies: SYNC-3 */
test('the same push by eight at once is in the log once, and all have the same answer', async () => {
  const facts = factsOf(household('once', { as: 'once' }), mother({ as: 'once mother', household: 'once' }), birth({ as: 'once birth', household: 'once' }));
  const answers = await Promise.all(Array.from({ length: 8 }, () => village.send('Hoa', facts)));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(await village.rows('SELECT FROM log WHERE fact_id = $1', [factId('once')])).toHaveLength(1);
});

test('nobody can change or take away an entry through the application', async () => {
  await expect(village.pool.query(`UPDATE log SET status = 'held'`)).rejects.toThrow(/permission denied/);
  await expect(village.pool.query('DELETE FROM log')).rejects.toThrow(/permission denied/);
  await expect(village.pool.query('DELETE FROM about')).rejects.toThrow(/permission denied/);
});

test('outside the scope of a registry nothing of it can be read or written', async () => {
  expect((await village.pool.query('SELECT FROM log')).rowCount).toBe(0);
  await expect(village.pool.query('INSERT INTO link (registry_id, subject_id, linked_id) VALUES ($1, $1, $1)', [registryId('xã')])).rejects.toThrow(/row-level security/);
});

test('verify finds everything in order, then each planted fault', async () => {
  const sound = await verify(village.db);
  expect(sound.differences).toEqual([]);
  expect(sound.facts).toBeGreaterThan(140);

  async function planted(table: string, plant: string, undo: string): Promise<void> {
    await village.rows(plant);
    const { differences } = await verify(village.db);
    expect(differences.map((difference) => difference.table)).toContain(table);
    await village.rows(undo);
    expect((await verify(village.db)).differences).toEqual([]);
  }
  await planted('cells', `UPDATE cells SET counts[3] = counts[3] + 1 WHERE period = '2026-11'`, `UPDATE cells SET counts[3] = counts[3] - 1 WHERE period = '2026-11'`);
  await planted('contribution', `UPDATE contribution SET from_on = from_on + 1 WHERE cell = 'births'`, `UPDATE contribution SET from_on = from_on - 1 WHERE cell = 'births'`);
  await planted('log', `UPDATE log SET body = body || ' ' WHERE seq = 5`, `UPDATE log SET body = rtrim(body) WHERE seq = 5`);
  await planted('log', `UPDATE log SET hash = sha256(hash) WHERE seq = 9; CREATE TABLE kept AS SELECT 1`, `DROP TABLE kept; UPDATE log SET hash = decode('${await hashOf(9)}', 'hex') WHERE seq = 9`);
  await planted('log', `CREATE TABLE kept AS SELECT * FROM log WHERE seq = 7; DELETE FROM log WHERE seq = 7`, `INSERT INTO log SELECT * FROM kept; DROP TABLE kept`);
  await planted('registry_head', `UPDATE registry_head SET seq = seq + 1`, `UPDATE registry_head SET seq = seq - 1`);
  await planted('link', `CREATE TABLE kept AS SELECT * FROM link; DELETE FROM link`, `INSERT INTO link SELECT * FROM kept; DROP TABLE kept`);
  await planted('visible', `CREATE TABLE kept AS SELECT * FROM visible WHERE via = 'link'; DELETE FROM visible WHERE via = 'link'`, `INSERT INTO visible SELECT * FROM kept; DROP TABLE kept`);
  await planted('person_row', `UPDATE person_row SET name = 'x' || name`, `UPDATE person_row SET name = substr(name, 2)`);
  await planted('household_row', `UPDATE household_row SET number = 'x' || number`, `UPDATE household_row SET number = substr(number, 2)`);
  await planted('about', `CREATE TABLE kept AS SELECT * FROM about WHERE seq = 3; DELETE FROM about WHERE seq = 3`, `INSERT INTO about SELECT * FROM kept; DROP TABLE kept`);
});

async function hashOf(seq: number): Promise<string> {
  const [row] = await village.rows<{ hash: string }>(`SELECT encode(hash, 'hex') AS hash FROM log WHERE seq = $1`, [seq]);
  return row?.hash ?? '';
}
