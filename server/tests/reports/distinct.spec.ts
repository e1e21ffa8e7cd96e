import { afterAll, beforeAll, expect, test } from 'vitest';
import { period } from '@sotay/domain/kernel/period';
import { household, person, withdrawn } from '@sotay/domain/testing/drafts';
import { personId, unitId } from '@sotay/domain/testing/ids';
import { elderExamined, started } from '@sotay/domain/testing/planning-drafts';

import { verify } from '../../src/log/verify.ts';
import { findAreasCounted } from '../../src/reports/areas-counted.ts';
import { makeDsx } from '../../src/reports/dsx-report.ts';
import { makeEvidence } from '../../src/reports/evidence.ts';
import { factsOf, NOW, openVillage } from '../log/village.ts';
import type { Village } from '../log/village.ts';

let village: Village;
beforeAll(async () => {
  village = await openVillage();
});
afterAll(() => village.drop());

const told = factsOf(
  household('1', { on: '2015-01-01' }),
  person('cụ', { on: '2015-01-01', born: '1940' }),
  elderExamined('cụ', '2026-01-05', { as: 'january' }),
  elderExamined('cụ', '2026-03-05', { as: 'march' }),
  elderExamined('cụ', '2026-03-20', { as: 'march again' }),
  elderExamined('cụ', '2026-05-05', { as: 'may' }),
  elderExamined('cụ', '2018-04-05'),
  elderExamined('cụ', '2018-04-20'),
  elderExamined('cụ', '2018-06-20'),
  withdrawn('march', { on: '2026-11-01' }),
  withdrawn('march again', { on: '2026-11-01' }),
  withdrawn('january', { on: '2026-11-01' }),
);

async function examined(...periods: readonly string[]): Promise<number[]> {
  const areas = (await findAreasCounted(village.db, { unit: unitId('xã') })) ?? [];
  const counts: number[] = [];
  for (const of of periods) {
    const { total } = await makeDsx(village.db, areas, period(of), NOW);
    const evidence = await makeEvidence(village.db, areas, period(of), { cell: 'elders-examined' });
    expect([evidence.sum, evidence.subjects.map(({ amount }) => amount)], of).toEqual([total['elders-examined'], total['elders-examined'] === 0 ? [] : [1]]);
    counts.push(total['elders-examined'] ?? 0);
  }
  return counts;
}

test('who was examined several times counts once a month, once a quarter and once a year, in periods that are kept', async () => {
  await village.send('Hoa', told.slice(0, 9));
  expect(await examined('2026-01', '2026-02', '2026-03', '2026-Q1', '2026-05', '2026-Q2', '2026')).toEqual([1, 0, 1, 1, 1, 1, 1]);
});

test('and in periods from before the first month kept', async () => {
  expect(await examined('2018-04', '2018-05', '2018-06', '2018-Q2', '2018')).toEqual([1, 0, 1, 1, 1]);
});

test('each examination taken back takes away only where no other is left', async () => {
  await village.send('Hoa', told.slice(9, 10));
  expect(await examined('2026-03', '2026-Q1', '2026')).toEqual([1, 1, 1]);
  await village.send('Hoa', told.slice(10, 11));
  expect(await examined('2026-03', '2026-Q1', '2026')).toEqual([0, 1, 1]);
  await village.send('Hoa', told.slice(11));
  expect(await examined('2026-01', '2026-Q1', '2026-Q2', '2026')).toEqual([0, 0, 1, 1]);
  expect(await verify(village.db)).toMatchObject({ differences: [] });
});

test('the evidence says the first day of the period on which it happened', async () => {
  const areas = (await findAreasCounted(village.db, { unit: unitId('xã') })) ?? [];
  const { subjects } = await makeEvidence(village.db, areas, period('2018-Q2'), { cell: 'elders-examined' });
  expect(subjects).toMatchObject([{ subject: personId('cụ'), on: '2018-04-05' }]);
});

test('a row stored before cells were appended is as good as one with zeros', async () => {
  await village.rows(`UPDATE cells SET counts = counts[1:11] WHERE period NOT IN ('2026-05', '2026-Q2', '2026')`);
  expect(await verify(village.db)).toMatchObject({ differences: [] });
  expect(await examined('2026-01', '2026-05')).toEqual([0, 1]);
});

test('who begins two methods in a year is one line of the evidence that counts twice, as in the number', async () => {
  const areas = (await findAreasCounted(village.db, { unit: unitId('xã') })) ?? [];
  const wife = person('vợ', { as: 'vợ', on: '2015-01-01', born: '1990', data: { marital: 'married' } });
  const begun = [started('vợ', 'pill', '2018-02-03', { as: 'pill' }), started('vợ', 'condom', '2018-05-06', { as: 'condom' })];
  await village.send('Hoa', factsOf(household('1', { on: '2015-01-01' }), wife, ...begun).slice(1));
  for (const [of, amount, on] of [['2018-Q1', 1, '2018-02-03'], ['2018-Q2', 1, '2018-05-06'], ['2018', 2, '2018-02-03']] as const) {
    const { total } = await makeDsx(village.db, areas, period(of), NOW);
    const evidence = await makeEvidence(village.db, areas, period(of), { cell: 'couples-new' });
    expect([of, total['couples-new'], evidence]).toMatchObject([of, amount, { sum: amount, subjects: [{ subject: personId('vợ'), amount, on }] }]);
  }
  expect(await verify(village.db)).toMatchObject({ differences: [] });
});
