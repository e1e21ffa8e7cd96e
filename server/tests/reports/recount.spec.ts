import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstDay, lastDay, period, periodsBetween } from '@sotay/domain/kernel/period';
import type { Period } from '@sotay/domain/kernel/period';
import { CELL_CODES } from '@sotay/domain/packs/tt01-2022/cells';
import type { Fact } from '@sotay/domain/kinds';
import { Chance } from '@sotay/domain/testing/chance';
import { areaId, unitId } from '@sotay/domain/testing/ids';
import { makeHistory } from '@sotay/domain/testing/make-history';
import type { RawNoted } from '@sotay/domain/testing/naive-facts';
import { naiveAges, naiveRecount } from '@sotay/domain/testing/naive-recount';
import { AGE_ROWS, ageFigures, ALL_AGES, FROM_60, WOMEN_15_49 } from '@sotay/domain/reports/age-sex';
import type { AgeSex } from '@sotay/domain/reports/age-sex';

import { verify } from '../../src/log/verify.ts';
import { findAreasCounted } from '../../src/reports/areas-counted.ts';
import type { AreaCounted } from '../../src/reports/areas-counted.ts';
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

/** Kept, kept in part, from before. */
const YEARS: readonly Period[] = [period('2026'), period('2025'), period('2024'), period('2023')];

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

/**
 * Holds the structure of every year, of each area and the whole, against a plain recount of ages and against row 2; and each number of the last year
 * against the people behind it. @returns how many of these numbers were not zero
 */
async function checkStructures(noted: readonly RawNoted[]): Promise<number> {
  const ages = naiveAges(noted);
  const areas = (await findAreasCounted(village.db, { unit: unitId('xã') })) ?? [];
  let seen = 0;
  for (const of of YEARS) {
    const report = await makeDsx(village.db, areas, of, NOW);
    const counted = [...ages(lastDay(of))].map(([key, count]) => ({ of: key.split('|'), count }));
    const columns = [{ area: undefined, cells: report.total, structure: report.structure }, ...report.areas];
    for (const { area, cells, structure } of columns) {
      if (structure === undefined) throw new Error(`no structure of ${of}`);
      const own = counted.filter((one) => area === undefined || one.of[0] === area);
      for (const sex of ['male', 'female'] as const) {
        const groups = structure[sex].map((_, index) => sum(own.filter((one) => one.of[1] === sex && Math.min(17, Math.floor(Number(one.of[2]) / 5)) === index)));
        expect(structure[sex], `${of}, ${area ?? 'whole'}, ${sex}`).toEqual(groups);
      }
      const women = sum(own.filter((one) => one.of[1] === 'female' && Number(one.of[2]) >= 15 && Number(one.of[2]) <= 49));
      expect(ageFigures(structure, WOMEN_15_49)).toEqual({ both: women, male: undefined, female: women });
      expect(ageFigures(structure, FROM_60).both).toBe(sum(own.filter((one) => Number(one.of[2]) >= 60)));
      expect(ageFigures(structure, ALL_AGES).both).toBe(cells.residents);
      if (of === YEARS[0]) seen += await checkEvidence(of, areas.filter(({ id }) => area === undefined || id === area), structure);
    }
  }
  return seen;
}

async function checkEvidence(of: Period, areas: readonly AreaCounted[], structure: AgeSex): Promise<number> {
  let seen = 0;
  for (const { ages } of AGE_ROWS) {
    const { both, ...bySex } = ageFigures(structure, ages);
    const asked = [{ count: both, narrow: {} }, ...(['male', 'female'] as const).map((sex) => ({ count: bySex[sex] ?? 0, narrow: { sex } }))];
    for (const { count, narrow } of asked) {
      const { sum: told, subjects } = await makeEvidence(village.db, areas, of, { cell: 'residents', ages: ages.code, ...narrow });
      expect([ages.code, narrow, told, subjects.length]).toEqual([ages.code, narrow, count, count]);
      if (count > 0) seen += 1;
    }
  }
  return seen;
}

function sum(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((total, { count }) => total + count, 0);
}

type LogRow = { body: string; status: string };

/** Verifies: SYNC-7 */
test('every report is what a plain recount of the log gives, over random histories in every order of arrival', async () => {
  const [hoa, lan, officer] = await Promise.all([village.actor('Hoa'), village.actor('Lan'), village.actor('officer')]);
  const names = new Map([[hoa.user, 'Hoa'], [lan.user, 'Lan'], [officer.user, 'officer']]);
  const place = { areas: [{ area: areaId('1'), collaborator: hoa }, { area: areaId('2'), collaborator: lan }], officer };
  const seen = { facts: 0, settled: 0, cells: 0, ages: 0 };
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
      expect(area.cells, `${of}, area ${area.number}`).toEqual({ ...expected, collaborators: of < '2024' ? 0 : 1 });
      seen.cells += Object.values(expected).filter((count) => count > 0).length;
    }
    for (const cell of CELL_CODES) {
      const evidence = await makeEvidence(village.db, areas, of, { cell });
      expect([evidence.sum, evidence.subjects.reduce((sum, { amount }) => sum + amount, 0)]).toEqual([report.total[cell], report.total[cell]]);
    }
  }
  seen.ages = await checkStructures(noted);
  expect(seen.ages).toBeGreaterThan(60);
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
