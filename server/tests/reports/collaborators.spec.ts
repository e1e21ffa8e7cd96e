import { afterAll, beforeAll, expect, test } from 'vitest';
import { lastDay, period } from '@sotay/domain/kernel/period';
import { areaId, unitId, userId } from '@sotay/domain/testing/ids';

import { findAreasCounted } from '../../src/reports/areas-counted.ts';
import { findCollaborators } from '../../src/reports/collaborators.ts';
import { makeDsx } from '../../src/reports/dsx-report.ts';
import { NOW, openVillage } from '../log/village.ts';
import type { Village } from '../log/village.ts';

let village: Village;
beforeAll(async () => {
  village = await openVillage();
  await village.addUser('Ánh', 'collaborator', 'xã');
  await village.charge('Ánh', '1', '2026-03-31', '2026-06-30');
  await village.charge('Ánh', '2', '2026-03-31', '2026-06-29');
  await village.charge('Hoa', '2', '2026-04-30');
});
afterAll(() => village.drop());

const areas = async () => (await findAreasCounted(village.db, { unit: unitId('xã') })) ?? [];

/** Row 18 of the whole and of areas 1 and 2, with the names behind each. */
async function row18(of: string): Promise<(readonly string[])[]> {
  const all = await areas();
  const report = await makeDsx(village.db, all, period(of), NOW);
  const behind = await Promise.all([all, ...all.map((area) => [area])].map((some) => findCollaborators(village.db, some, lastDay(period(of)))));
  expect([report.total.collaborators, ...report.areas.map(({ cells }) => cells.collaborators)]).toEqual(behind.map((people) => people.length));
  return behind.map((people) => people.map(({ name }) => name));
}

test('row 18 counts who is responsible on the last day of the period, from its first to its last day', async () => {
  expect(await row18('2026-02')).toEqual([['Hoa', 'Lan'], ['Hoa'], ['Lan']]);
  expect(await row18('2026-03')).toEqual([['Ánh', 'Hoa', 'Lan'], ['Ánh', 'Hoa'], ['Ánh', 'Lan']]);
  expect(await row18('2026-Q2')).toEqual([['Ánh', 'Hoa', 'Lan'], ['Ánh', 'Hoa'], ['Hoa', 'Lan']]);
  expect(await row18('2026-07')).toEqual([['Hoa', 'Lan'], ['Hoa'], ['Hoa', 'Lan']]);
  expect(await row18('2023')).toEqual([[], [], []]);
});

test('who has several areas is one collaborator of the whole, named with each of them', async () => {
  const found = await findCollaborators(village.db, await areas(), lastDay(period('2026')));
  expect(found.map(({ user, areas: held }) => [user, held.toSorted()])).toEqual([
    [userId('Hoa'), [areaId('1'), areaId('2')].toSorted()],
    [userId('Lan'), [areaId('2')]],
  ]);
  const elsewhere = (await findAreasCounted(village.db, { unit: unitId('xã bên') })) ?? [];
  expect((await findCollaborators(village.db, elsewhere, lastDay(period('2026')))).map(({ name }) => name)).toEqual(['Mai']);
});

test('the hash of a report tells that its collaborators have changed, and nothing else has', async () => {
  const all = await areas();
  const before = await makeDsx(village.db, all, period('2026-10'), NOW);
  await village.addUser('Bích', 'collaborator', 'xã');
  await village.charge('Bích', '1', '2026-10-31');
  const after = await makeDsx(village.db, all, period('2026-10'), NOW);
  expect(after.total).toEqual({ ...before.total, collaborators: before.total.collaborators + 1 });
  expect(after.hash).not.toBe(before.hash);
  expect((await makeDsx(village.db, all, period('2026-09'), NOW)).total).toEqual({ ...before.total, collaborators: 2 });
});
