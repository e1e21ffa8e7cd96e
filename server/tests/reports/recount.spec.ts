import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstDay, lastDay, period, periodsBetween } from '@sotay/domain/kernel/period';
import type { Period } from '@sotay/domain/kernel/period';
import { CELL_CODES } from '@sotay/domain/packs/tt01-2022/cells';
import type { Fact } from '@sotay/domain/kinds';
import { Chance } from '@sotay/domain/testing/chance';
import { areaId, unitId } from '@sotay/domain/testing/ids';
import { makeHistory } from '@sotay/domain/testing/make-history';
import { naiveRecount } from '@sotay/domain/testing/naive-recount';

import { verify } from '../../src/log/verify.ts';
import { findAreasCounted } from '../../src/reports/areas-counted.ts';
import { makeDsx } from '../../src/reports/dsx-report.ts';
import { makeEvidence } from '../../src/reports/evidence.ts';
import { NOW, openVillage } from '../log/village.ts';
import type { Village } from '../log/village.ts';

let village: Village;
beforeAll(async () => {
  village = await openVillage();
});
afterAll(() => village.drop());

/** Kept periods, and some from before the first month kept. */
const PERIODS: readonly Period[] = [...periodsBetween(period('2024-11'), period('2026-11')), period('2024-06'), period('2023'), period('2024-Q2')];

/** Admits facts in pushes of any size, some twice, in any order; by whoever noted them. */
async function admitAll(facts: readonly Fact[], chance: Chance, names: ReadonlyMap<string, string>): Promise<void> {
  for (let at = 0; at < facts.length;) {
    const push = facts.slice(at, at + chance.whole(1, 25));
    at += push.length;
    for (const name of new Set(names.values())) {
      const own = push.filter((fact) => names.get(fact.recordedBy) === name);
      if (own.length > 0) await village.send(name, chance.happens(0.2) ? [...own, ...own] : own);
    }
  }
}

type LogRow = { body: string; status: string };

/** Verifies: SYNC-7 */
test('every report is what a plain recount of the log gives, over random histories in every order of arrival', async () => {
  const [hoa, lan, officer] = await Promise.all([village.actor('Hoa'), village.actor('Lan'), village.actor('officer')]);
  const names = new Map([[hoa.user, 'Hoa'], [lan.user, 'Lan'], [officer.user, 'officer']]);
  const place = { areas: [{ area: areaId('1'), collaborator: hoa }, { area: areaId('2'), collaborator: lan }], officer };
  const seen = { facts: 0, settled: 0, cells: 0 };
  for (let seed = 1; seed <= 8; seed++) {
    const chance = new Chance(seed);
    const made = makeHistory(seed, place, { households: 8, events: 70 }).map(({ fact }) => fact);
    await admitAll(seed % 2 === 0 ? chance.shuffled(made) : made, chance, names);
    seen.facts += made.length;
  }
  const log = await village.rows<LogRow>('SELECT body, status FROM log ORDER BY registry_id, seq');
  const noted = log.map(({ body, status }) => ({ fact: JSON.parse(body) as Fact, status }));
  seen.settled = noted.filter(({ fact }) => fact.type === 'fact-settled').length;
  const plain = naiveRecount(noted);
  const areas = (await findAreasCounted(village.db, { unit: unitId('xã') })) ?? [];
  for (const of of PERIODS) {
    const naive = plain(firstDay(of), lastDay(of));
    const report = await makeDsx(village.db, areas, of, NOW);
    for (const area of report.areas) {
      const expected = Object.fromEntries(CELL_CODES.map((cell) => [cell, naive.get(`${area.area}|${cell}`) ?? 0]));
      expect(area.cells, `${of}, area ${area.number}`).toEqual(expected);
      seen.cells += Object.values(expected).filter((count) => count > 0).length;
    }
    for (const cell of CELL_CODES) {
      const evidence = await makeEvidence(village.db, areas, of, cell);
      expect([evidence.sum, evidence.subjects.reduce((sum, { amount }) => sum + amount, 0)]).toEqual([report.total[cell], report.total[cell]]);
    }
  }
  expect(seen.facts).toBeGreaterThan(600);
  expect(seen.settled).toBeGreaterThan(10);
  expect(seen.cells).toBeGreaterThan(300);
  expect(await verify(village.db)).toMatchObject({ facts: log.length, differences: [] });
}, 120_000);

test('a report opens the months that have begun since the last fact, and counts nothing twice', async () => {
  const areas = (await findAreasCounted(village.db, { unit: unitId('xã') })) ?? [];
  const before = await makeDsx(village.db, areas, period('2026-11'), NOW);
  const later = Date.UTC(2027, 1, 10);
  const after = await makeDsx(village.db, areas, period('2027-02'), later);
  expect(after.total.households).toBe(before.total.households);
  expect(after.total.births).toBe(0);
  const heads = await village.rows<{ opened_month: string }>('SELECT opened_month FROM registry_head');
  expect(heads).toEqual([{ opened_month: '2027-02' }]);
  expect(await verify(village.db)).toMatchObject({ registries: 1, differences: [] });
  expect((await makeDsx(village.db, areas, period('2026-11'), later)).hash).toBe(before.hash);
});
