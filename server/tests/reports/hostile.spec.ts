import { afterAll, beforeAll, expect, test } from 'vitest';
import { period } from '@sotay/domain/kernel/period';
import { partialDate } from '@sotay/domain/kernel/partial-date';
import { birth, death, departure, household, mother, person } from '@sotay/domain/testing/drafts';
import { unitId } from '@sotay/domain/testing/ids';

import { verify } from '../../src/log/verify.ts';
import { findAreasCounted } from '../../src/reports/areas-counted.ts';
import { makeDsx } from '../../src/reports/dsx-report.ts';
import { factsOf, NOW, openVillage } from '../log/village.ts';
import type { Village } from '../log/village.ts';

let village: Village;
beforeAll(async () => {
  village = await openVillage();
});
afterAll(() => village.drop());

async function cellsOf(of: string, area = '1') {
  const areas = (await findAreasCounted(village.db, { unit: unitId('xã') })) ?? [];
  return (await makeDsx(village.db, areas, period(of), NOW)).areas.find(({ number }) => number === area)?.cells;
}

test('a mother corrected from 19 to 20 years old takes her child out of "mother under 20", and a correction of that brings it back', async () => {
  const told = factsOf(
    household('1', { as: 'h1' }),
    mother({ as: 'mother', born: '2006-03-05' }),
    birth({ as: 'birth' }),
    mother({ as: 'corrected', born: '2006-03-04', corrects: 'mother' }),
    mother({ as: 'again', born: '2006-12-31', corrects: 'corrected' }),
  );
  await village.send('Hoa', told.slice(0, 3));
  expect(await cellsOf('2026-03')).toMatchObject({ births: 1, 'births-mother-under-20': 1 });
  await village.send('Hoa', told.slice(3, 4));
  expect(await cellsOf('2026-03')).toMatchObject({ births: 1, 'births-mother-under-20': 0 });
  await village.send('Hoa', told.slice(4));
  expect(await cellsOf('2026-Q1')).toMatchObject({ births: 1, 'births-mother-under-20': 1 });
});

test('a birth far in the past counts in its own month, which is kept nowhere, and as a resident ever after', async () => {
  const told = factsOf(
    household('2', { as: 'h2', on: '2015-01-01' }),
    person('old mother', { as: 'om', household: '2', on: '2015-01-01' }),
    birth({ as: 'past', child: 'past', mother: 'old mother', household: '2', on: '2018-05-06' }),
  );
  const before = await cellsOf('2026-11');
  await village.send('Hoa', told);
  expect(await cellsOf('2018-05')).toMatchObject({ births: 1, residents: 2, households: 1 });
  expect(await cellsOf('2018-06')).toMatchObject({ births: 0, residents: 2 });
  expect((await cellsOf('2026-11'))?.residents).toBe((before?.residents ?? 0) + 2);
  expect(await village.rows(`SELECT FROM cells WHERE period < '2024'`)).toEqual([]);
});

test('a child whose mother is elsewhere is not counted here; one whose mother is of another area counts there', async () => {
  const before = [await cellsOf('2026-04'), await cellsOf('2026-04', '2')];
  const told = factsOf(
    household('1', { as: 'h1' }),
    household('3', { as: 'h3', area: '2', by: 'Lan' }),
    person('lan mother', { as: 'lm', household: '3', area: '2', by: 'Lan' }),
    birth({ as: 'away', child: 'away', on: '2026-04-02', data: { mother: { kind: 'elsewhere', name: 'Trần Thị B', commune: 'xã khác', born: partialDate('1999') } } }),
    birth({ as: 'across', child: 'across', on: '2026-04-03', mother: 'lan mother' }),
  );
  await village.send('Lan', told.slice(1, 3));
  expect(await village.send('Hoa', told.slice(3))).toMatchObject([{ status: 'accepted' }, { status: 'accepted' }]);
  expect((await cellsOf('2026-04'))?.births).toBe(before[0]?.births);
  expect((await cellsOf('2026-04', '2'))?.births).toBe((before[1]?.births ?? 0) + 1);
});

test('a mother\'s death or departure before the birth, told after it, takes the birth out; told for later, it stays', async () => {
  const told = factsOf(
    household('4', { as: 'h4' }),
    person('m4', { as: 'm4', household: '4' }),
    birth({ as: 'b4', child: 'c4', mother: 'm4', household: '4', on: '2026-06-10' }),
    death('m4', '2026-07-01', { as: 'dies' }),
    death('m4', '2026-06-01', { as: 'died', corrects: 'dies' }),
    person('m5', { as: 'm5', household: '4' }),
    birth({ as: 'b5', child: 'c5', mother: 'm5', household: '4', on: '2026-08-10' }),
    departure(['m5'], '2026-08-01', { as: 'left' }),
  );
  await village.send('Hoa', told.slice(0, 4));
  expect(await cellsOf('2026-06')).toMatchObject({ births: 1, deaths: 0 });
  expect(await cellsOf('2026-07')).toMatchObject({ deaths: 1 });
  await village.send('Hoa', told.slice(4, 5));
  expect(await cellsOf('2026-06')).toMatchObject({ births: 0, deaths: 1 });
  expect(await cellsOf('2026-07')).toMatchObject({ deaths: 0 });
  await village.send('Hoa', told.slice(5, 7));
  expect(await cellsOf('2026-08')).toMatchObject({ births: 1 });
  await village.send('Hoa', told.slice(7));
  expect(await cellsOf('2026-08')).toMatchObject({ births: 0 });
});

test('after all of that every stored row is what the log says', async () => {
  expect(await verify(village.db)).toMatchObject({ registries: 1, differences: [] });
});
