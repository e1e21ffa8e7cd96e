import { afterAll, beforeAll, expect, test } from 'vitest';
import { period } from '@sotay/domain/kernel/period';
import { ageFigures, ALL_AGES } from '@sotay/domain/reports/age-sex';
import { household, person } from '@sotay/domain/testing/drafts';
import { personId, unitId } from '@sotay/domain/testing/ids';
import { Client } from 'pg';

import { findAreasCounted } from '../../src/reports/areas-counted.ts';
import { makeDsx } from '../../src/reports/dsx-report.ts';
import { factsOf, NOW, openVillage } from '../log/village.ts';
import type { Village } from '../log/village.ts';

let village: Village;
let writer: Client;
beforeAll(async () => {
  village = await openVillage();
  writer = new Client(village.administrator);
  await writer.connect();
});
afterAll(async () => {
  await writer.end();
  await village.drop();
});

/** Waits until somebody waits for the lock that the writer holds. */
async function untilBlocked(): Promise<void> {
  for (;;) {
    const { rows } = await writer.query(`SELECT FROM pg_locks WHERE NOT granted AND relation = 'person_row'::regclass`);
    if (rows.length > 0) return;
    await new Promise((later) => setTimeout(later, 20));
  }
}

test('the structure is of the same moment as row 2, whatever is written while the year is counted', async () => {
  const told = factsOf(household('1', { on: '2015-01-01' }), person('stays', { on: '2015-01-01', born: '1940' }), person('goes', { on: '2015-01-01', born: '1990-02-03' }));
  await village.send('Hoa', told);
  const areas = (await findAreasCounted(village.db, { unit: unitId('xã') })) ?? [];
  await writer.query('BEGIN');
  await writer.query('LOCK TABLE person_row IN ACCESS EXCLUSIVE MODE');
  const making = makeDsx(village.db, areas, period('2026'), NOW);
  await untilBlocked();
  await writer.query(`DELETE FROM contribution WHERE subject_id = $1 AND cell = 'residents'`, [personId('goes')]);
  await writer.query('COMMIT');
  const { total, structure = { male: [], female: [] } } = await making;
  expect([total.residents, ageFigures(structure, ALL_AGES).both]).toEqual([2, 2]);
  const next = await makeDsx(village.db, areas, period('2026'), NOW);
  expect(ageFigures(next.structure ?? { male: [], female: [] }, ALL_AGES).both).toBe(1);
});
