import { readFileSync } from 'node:fs';
import { plainDate } from '@sotay/domain/kernel/plain-date';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { findUnitsByCode, findUnitsByName } from '../../src/units/find-units.ts';
import { importList } from '../../src/units/import-list.ts';
import { MOST_BYTES } from '../../src/units/list-file.ts';
import { loadNationalUnits } from '../../src/units/load-national.ts';
import { planLines } from '../../src/units/plan-lines.ts';
import { readUnitHistory } from '../../src/units/unit-history.ts';
import { openTestDatabase } from '../fixture-database.ts';
import type { TestDatabase } from '../fixture-database.ts';

const NOW = Date.parse('2027-06-01T03:00:00Z');
const TODAY = plainDate('2027-06-01');
const HEAD = 'level,code,name,parent_code,valid_from,replaces,basis';

/** A country of one province, Tỉnh Thử, with the communes A, B and C until it is reformed. */
const FIRST = ['province,90,Tỉnh Thử,,2020-01-01,,', 'commune,90001,Xã An Hòa,90,2020-01-01,,', 'commune,90002,Xã Bình Minh,90,2020-01-01,,', 'commune,90003,Thị trấn Cái Răng,90,2020-01-01,,'];

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  for (const table of ['unit_list', 'unit_succession', 'unit_code', 'unit_name', 'unit']) await sql.raw(`DELETE FROM ${table}`).execute(database.db);
  if (!(await run(FIRST)).isWritten) throw new Error('the first units could not be written');
});

function file(rows: readonly string[], head = HEAD): Uint8Array {
  return new TextEncoder().encode([head, ...rows, ''].join('\n'));
}

async function run(rows: readonly string[] | Uint8Array, isCommit = true) {
  return importList(database.db, { bytes: rows instanceof Uint8Array ? rows : file(rows), name: 'list.csv', isCommit }, NOW);
}

async function faultsOf(rows: readonly string[] | Uint8Array): Promise<string[]> {
  const before = await state();
  const { plan, isWritten } = await run(rows);
  expect(isWritten).toBe(false);
  expect(await state()).toEqual(before);
  return plan.faults.map(({ line, column, value, reason }) => `${line} ${column} ${value}: ${reason}`);
}

/** Everything that is stored of units. */
async function state(): Promise<unknown[]> {
  const tables = ['unit', 'unit_name', 'unit_code', 'unit_succession', 'unit_list'].map((table) => sql<object>`SELECT * FROM ${sql.table(table)} ORDER BY 1, 2, 3`.execute(database.db));
  return (await Promise.all(tables)).map(({ rows }) => rows);
}

async function named(code: string, on: string): Promise<string | undefined> {
  return (await findUnitsByCode(database.db, code, plainDate(on))).units[0]?.name;
}

async function seriesOf(code: string, on: string) {
  const [unit] = (await findUnitsByCode(database.db, code, plainDate(on))).units;
  return unit === undefined ? undefined : readUnitHistory(database.db, unit.unit, plainDate(on), TODAY);
}

describe('a list of units', () => {
  test('is only shown without --commit, and written as shown with it', async () => {
    const rows = ['commune,90001,Phường An Hòa,90,2026-07-01,,12/NQ-UBTVQH16'];
    const before = await state();
    const dry = await run(rows, false);
    expect(dry.isWritten).toBe(false);
    expect(planLines(dry.plan)).toContain('  ~ Xã An Hòa (đến 2026-06-30) → Phường An Hòa');
    expect(await state()).toEqual(before);
    const wet = await run(rows);
    expect(wet).toEqual({ plan: dry.plan, isWritten: true });
    expect([await named('90001', '2026-06-30'), await named('90001', '2026-07-01')]).toEqual(['Xã An Hòa', 'Phường An Hòa']);
    expect((await findUnitsByName(database.db, 'phuong an hoa', TODAY, TODAY)).units).toHaveLength(1);
  });

  test('changes nothing a second time', async () => {
    const rows = ['commune,90001,Phường An Hòa,90,2026-07-01,,x', 'commune,90009,Xã Mới,90,2026-07-01,90002@2026-06-30,x'];
    await run(rows);
    const once = await state();
    const { plan } = await run(rows);
    expect([plan.unchanged, plan.units, plan.names, plan.ended, plan.successions]).toEqual([2, [], [], [], []]);
    expect(await state()).toEqual(once);
  });

  test('may make a unit, rename it and end it', async () => {
    await run(['commune,90009,Xã Mới,90,2024-01-01,,x', 'commune,90009,Phường Mới,90,2025-01-01,,x', 'commune,90009,Phường Mới Hơn,90,2026-01-01,90009@2025-12-31;90001@2025-12-31,x']);
    expect([await named('90009', '2024-12-31'), await named('90009', '2025-01-01'), await named('90009', '2026-01-01')]).toEqual(['Xã Mới', 'Phường Mới', 'Phường Mới Hơn']);
    const { rows } = await sql<object>`SELECT name, unit_name.valid_to AS until, unit.valid_to AS ended, unit_code.valid_to AS code FROM unit JOIN unit_name ON unit_name.unit_id = unit.id JOIN unit_code ON unit_code.unit_id = unit.id
      WHERE code = '90009' ORDER BY unit.valid_from, unit_name.valid_from`.execute(database.db);
    expect(rows).toEqual([
      { name: 'Xã Mới', until: '2024-12-31', ended: '2025-12-31', code: '2025-12-31' },
      { name: 'Phường Mới', until: null, ended: '2025-12-31', code: '2025-12-31' },
      { name: 'Phường Mới Hơn', until: null, ended: null, code: null },
    ]);
  });

  test('merges whole units: they end the day before, and the series is exact', async () => {
    await run(['commune,90001,Xã An Bình,90,2026-07-01,90001@2026-06-30;90002@2026-06-30,34/NQ-UBTVQH16']);
    const old = await seriesOf('90002', '2026-06-30');
    expect(old).toMatchObject({ thatDay: { name: 'Xã Bình Minh', to: '2026-06-30' }, now: [{ name: 'Xã An Bình', code: '90001' }], wentTo: [{ share: 'full', basis: '34/NQ-UBTVQH16' }], exactSeries: { exists: 'yes' } });
    const made = await seriesOf('90001', '2026-07-01');
    expect(made?.cameFrom.map(({ unit, share }) => [unit.name, share])).toEqual([['Xã An Hòa', 'full'], ['Xã Bình Minh', 'full']]);
    expect(made?.basis).toBe('34/NQ-UBTVQH16');
    expect(await named('90002', '2026-07-01')).toBeUndefined();
  });

  test('splits a unit: both halves hold parts, so neither series is exact', async () => {
    await run(['commune,90001,Xã An Hòa,90,2026-07-01,90001@2026-06-30;90002@2026-06-30:part,x', 'commune,90003,Xã Cái Răng,90,2026-07-01,90003@2026-06-30;90002@2026-06-30:part,x']);
    const split = await seriesOf('90002', '2026-06-30');
    expect(split?.now.map(({ name }) => name)).toEqual(['Xã An Hòa', 'Xã Cái Răng']);
    expect(split?.wentTo.map(({ share }) => share)).toEqual(['part', 'part']);
    expect(split?.exactSeries).toMatchObject({ exists: 'no', because: 'was-split', parts: [{ name: 'Xã An Hòa' }, { name: 'Xã Cái Răng' }] });
    expect((await seriesOf('90001', '2026-07-01'))?.exactSeries).toMatchObject({ exists: 'no', because: 'holds-parts', parts: [{ name: 'Xã Bình Minh', code: '90002' }] });
    expect((await seriesOf('90001', '2026-06-30'))?.exactSeries).toMatchObject({ exists: 'no', because: 'holds-parts' });
  });

  test('moves a border: the unit that gave a part stands on, and its series is broken too', async () => {
    await run(['commune,90001,Xã An Hòa,90,2026-07-01,90001@2026-06-30;90002@2026-06-30:part-stays,x']);
    const gave = await seriesOf('90002', '2026-07-01');
    expect(gave).toMatchObject({ thatDay: { name: 'Xã Bình Minh', to: null }, now: [{ name: 'Xã Bình Minh' }], exactSeries: { exists: 'no', because: 'gave-parts', parts: [{ name: 'Xã An Hòa' }] } });
  });

  test('what takes effect later breaks nothing yet', async () => {
    await run(['commune,90009,Xã Sau,90,2028-01-01,90001@2027-12-31;90002@2027-12-31:part-stays,x']);
    expect(await seriesOf('90001', '2027-06-01')).toMatchObject({ now: [{ name: 'Xã An Hòa' }], exactSeries: { exists: 'yes' } });
    expect((await seriesOf('90002', '2027-06-01'))?.exactSeries).toEqual({ exists: 'yes' });
  });

  test('says for a unit that is known what it came from, more exactly than before', async () => {
    await run(['commune,90009,Xã Mới,90,2026-07-01,90001@2026-06-30,x']);
    await sql`UPDATE unit_succession SET share = 'main'`.execute(database.db);
    expect((await seriesOf('90009', '2026-07-01'))?.exactSeries).toEqual({ exists: 'unknown', because: 'main-targets-only' });
    const { plan } = await run(['commune,90009,Xã Mới,90,2026-07-01,90001@2026-06-30,x']);
    expect(plan.reshared).toMatchObject([{ share: 'full' }]);
    expect((await seriesOf('90009', '2026-07-01'))?.exactSeries).toEqual({ exists: 'yes' });
  });

  test('a whole province is reformed by one file, in whatever order its rows stand', async () => {
    const rows = ['commune,90002,Xã Mới,80,2026-07-01,90002@2026-06-30;90003@2026-06-30,x', 'commune,90001,Xã An Hòa,80,2026-07-01,90001@2026-06-30,x', 'province,80,Thành phố Thử,,2026-07-01,90@2026-06-30,y'];
    const { isWritten, plan } = await run(rows);
    expect([isWritten, plan.ended.length]).toEqual([true, 4]);
    expect((await findUnitsByCode(database.db, '90001', TODAY)).units[0]?.within).toEqual(['Thành phố Thử']);
  });

  test('a district of the list without codes gets its code by its name', async () => {
    await run(['district,901,Huyện Nam,90,2020-01-01,,']);
    await sql`DELETE FROM unit_code WHERE code = '901'`.execute(database.db);
    const { plan } = await run(['district,902,HUYỆN NAM,90,2025-06-30,,', 'commune,90005,Xã Trong Huyện,902,2025-06-30,,'].map((row) => row.replace('HUYỆN NAM', 'Huyện Nam')));
    expect(plan.codes.map(({ code }) => code)).toEqual(['902', '90005']);
    expect((await findUnitsByCode(database.db, '90005', plainDate('2025-06-30'))).units[0]?.within).toEqual(['Huyện Nam', 'Tỉnh Thử']);
  });

  test('keeps what a spreadsheet would run as the text it is, and reads what Excel writes', async () => {
    const bytes = new TextEncoder().encode(`\uFEFF${HEAD}\r\ncommune,90001,"Phường ""An, Hòa""",90,01/07/2026,,"=cmd|' /C calc'!A0"\r\n`);
    expect((await run(bytes)).plan.faults).toEqual([]);
    expect(await named('90001', '2026-07-01')).toBe('Phường "An, Hòa"');
    const { rows } = await sql<{ basis: string }>`SELECT basis FROM unit_name WHERE valid_from = '2026-07-01'`.execute(database.db);
    expect(rows).toEqual([{ basis: "=cmd|' /C calc'!A0" }]);
  });

  test('a name is kept in one composition', async () => {
    await run(['commune,90001,Phường An Hoà,90,2026-07-01,,x'.normalize('NFD')]);
    expect(await named('90001', '2026-07-01')).toBe('Phường An Hoà'.normalize('NFC'));
  });

  test('is remembered with its hash, and by whom nothing is said', async () => {
    const { rows } = await sql<{ name: string; version: string }>`SELECT name, version FROM unit_list`.execute(database.db);
    expect(rows).toMatchObject([{ name: 'list.csv', version: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(await database.db.selectFrom('audit').select(['action', 'by_user']).limit(1).execute()).toEqual([{ action: 'units-imported', by_user: null }]);
  });

  test('ends a commune in use and says so; its areas stay with it', async () => {
    const [unit] = (await findUnitsByCode(database.db, '90002', TODAY)).units;
    await sql`UPDATE unit SET in_use = true WHERE id = ${unit?.unit}`.execute(database.db);
    const { plan } = await run(['commune,90001,Xã An Bình,90,2026-07-01,90001@2026-06-30;90002@2026-06-30,x'], false);
    expect(planLines(plan)).toContain('  - Xã Bình Minh, hết ngày 2026-06-30 (đang dùng: địa bàn và tài khoản giữ nguyên ở đơn vị này)');
  });
});

describe('a row that cannot be taken is named, with why, and nothing is written', () => {
  const good = 'commune,90001,Phường An Hòa,90,2026-07-01,,x';
  test.each<[what: string, rows: string[], fault: RegExp]>([
    ['a level nobody knows', ['hamlet,90001,Thôn Một,90,2026-07-01,,'], /^3 level hamlet: phải là province/],
    ['a code without its zeros', ['commune,4,Xã An,90,2026-07-01,,'], /^3 code 4: mã phải có 5 chữ số; Excel có thể đã bỏ số 0/],
    ['a code that is none', ['commune,=1+1,Xã An,90,2026-07-01,,'], /^3 code =1\+1: mã phải có 5 chữ số$/],
    ['a name without its type', ['commune,90004,An Hòa,90,2026-07-01,,'], /^3 name An Hòa: tên phải bắt đầu bằng Xã, Phường/],
    ['a formula for a name', ['commune,90004,=cmd,90,2026-07-01,,'], /^3 name =cmd: tên phải bắt đầu bằng/],
    ['a type of another level', ['province,91,Xã An,,2026-07-01,,'], /^3 name Xã An: tên phải bắt đầu bằng Tỉnh, Thành phố/],
    ['a name with a control character', ['commune,90004,"Xã \u0007An",90,2026-07-01,,'], /^3 name .*ký tự điều khiển/],
    ['a name beyond all measure', [`commune,90004,Xã ${'A'.repeat(5_000)},90,2026-07-01,,`], /^3 name .*quá dài/],
    ['a day that is none', ['commune,90004,Xã An,90,2026-02-30,,'], /^3 valid_from 2026-02-30: phải là một ngày có thật/],
    ['a day in words', ['commune,90004,Xã An,90,mai,,'], /^3 valid_from mai/],
    ['a parent nobody knows', ['commune,90004,Xã An,77,2026-07-01,,'], /^3 parent_code 77: không có đơn vị nào mang mã này ngày 2026-07-01/],
    ['a parent that is a commune', ['commune,90004,Xã An,90001,2026-07-01,,'], /^3 parent_code 90001/],
    ['no parent', ['commune,90004,Xã An,,2026-07-01,,'], /^3 parent_code : đơn vị mới cần mã đơn vị trên/],
    ['a province above a province', ['province,91,Tỉnh An,90,2026-07-01,,'], /^3 parent_code 90: tỉnh không có đơn vị trên/],
    ['a commune that changes its province as if that were a name', ['province,91,Tỉnh An,,2026-01-01,,', 'commune,90002,Xã Bình Minh,91,2026-07-01,,'], /^4 parent_code 91: Xã Bình Minh không thuộc/],
    ['the same code and day twice', [good], /^3 code 90001: trùng mã và ngày với dòng 2/],
    ['a code that is in use', ['commune,90003,Xã Khác,90,2026-07-01,90002@2026-06-30,'], /^3 code 90003: ngày ấy mã này là của Thị trấn Cái Răng/],
    ['a code without a day', ['commune,90004,Xã An,90,2026-07-01,90002,'], /^3 replaces 90002: viết MÃ@NGÀY.*mã không kèm ngày/],
    ['a unit that nobody knows that day', ['commune,90004,Xã An,90,2026-07-01,90002@2019-01-01,'], /^3 replaces 90002@2019-01-01: không có đơn vị nào mang mã này/],
    ['a unit that replaces what is later', ['commune,90004,Xã An,90,2026-07-01,90002@2026-07-01,'], /^3 replaces 90002@2026-07-01: ngày của mã phải trước valid_from/],
    ['a share nobody knows', ['commune,90004,Xã An,90,2026-07-01,90002@2026-06-30:half,'], /^3 replaces .*full, part hoặc part-stays/],
    ['two that replace each other', ['commune,90004,Xã An,90,2026-07-01,90005@2026-06-30,', 'commune,90005,Xã Bình,90,2026-07-01,90004@2026-06-30,'], /^3 replaces 90005@2026-06-30: không có đơn vị nào/],
    ['one unit whole in two', ['commune,90004,Xã An,90,2026-07-01,90002@2026-06-30,', 'commune,90005,Xã Bình,90,2026-07-01,90002@2026-06-30:part,'], /^4 replaces .*không thể vào toàn bộ một nơi/],
    ['a part that stays of a unit that ends', ['commune,90004,Xã An,90,2026-07-01,90002@2026-06-30:part-stays,', 'commune,90005,Xã Bình,90,2026-07-01,90002@2026-06-30:part,'], /^3 replaces .*ghi part-stays nhưng/],
    ['a unit that ended long before', ['commune,90004,Xã An,90,2024-07-01,90002@2024-06-30,', 'commune,90005,Xã Bình,90,2026-07-01,90002@2023-01-01:part,'], /^4 replaces 90002: Xã Bình Minh đã kết thúc/],
    ['a province that ends above its communes', ['province,91,Tỉnh Mới,,2026-09-01,90@2026-08-31,'], /^3 replaces : đơn vị kết thúc còn 3 đơn vị bên dưới/],
    ['a name given after a later one', ['commune,90002,Phường Bình Minh,90,2026-07-01,,', 'commune,90002,Xã Bình Minh Cũ,90,2026-07-01,,'], /^4 code 90002: trùng/],
    ['too few cells', ['commune,90004,Xã An,90'], /^3 {2}: có 4 ô, dòng đầu có 7/],
  ])('%s', async (_what, rows, fault) => {
    const faults = await faultsOf([good, ...rows]);
    expect(faults.some((each) => fault.test(each)), faults.join('\n')).toBe(true);
  });

  test('a unit that has a later name', async () => {
    await run(['commune,90002,Phường Bình Minh,90,2026-07-01,,']);
    expect(await faultsOf(['commune,90002,Thị trấn Bình Minh,90,2025-07-01,,'])).toEqual(['2 valid_from 2025-07-01: Phường Bình Minh đã có tên khác từ ngày 2026-07-01']);
  });

  test('a list for a code that another unit has later', async () => {
    await run(['commune,90009,Xã Sau,90,2027-01-01,,']);
    expect(await faultsOf(['commune,90009,Xã Trước,90,2026-01-01,,'])).toEqual(['2 code 90009: mã này là của Xã Sau từ ngày 2027-01-01']);
  });
});

describe('a file that is no list', () => {
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  test.each<[what: string, bytes: Uint8Array, fault: RegExp]>([
    ['nothing', text(''), /không có dòng nào/],
    ['a head alone', text(`${HEAD}\n`), /không có dòng nào/],
    ['not UTF-8', new Uint8Array([...text(`${HEAD}\n`), 0x58, 0xe3, 0x20]), /không phải UTF-8/],
    ['UTF-16', new Uint8Array(Buffer.from(`\uFEFF${HEAD}\n`, 'utf16le')), /không phải UTF-8/],
    ['a zip', new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe]), /không phải UTF-8/],
    ['quotes left open', text(`${HEAD}\ncommune,90001,"Xã An,90,2026-07-01,,\n`), /không đọc được như CSV/],
    ['a head without what is needed', text('ma,ten\n1,2\n'), /thiếu cột level, code, name, valid_from/],
    ['a head with a column twice', text(`${HEAD},code\na,b,c,d,e,f,g,h\n`), /không rõ hoặc lặp lại: code/],
    ['a head with a column of its own', text(`${HEAD},__proto__\na,b,c,d,e,f,g,h\n`), /không rõ hoặc lặp lại: __proto__/],
    ['too many rows', text(`${HEAD}\n${'commune,90001,Xã An,90,2026-07-01,,\n'.repeat(50_001)}`), /quá nhiều dòng/],
    ['too many bytes', new Uint8Array(MOST_BYTES + 1), /quá lớn/],
    ['one endless row', text(`${HEAD}\n${'x'.repeat(200_000)}\n`), /không đọc được như CSV/],
  ])('%s', async (_what, bytes, fault) => {
    const faults = await faultsOf(bytes);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
  });
});

test('the example in the guide is taken by the national list as the guide says', async () => {
  const guide = readFileSync(new URL('../../../docs/operate.md', import.meta.url), 'utf8');
  const example = /```csv\n([^`]+)```/.exec(guide)?.[1] ?? '';
  const other = await openTestDatabase();
  try {
    await loadNationalUnits(other.db, NOW);
    const { plan, isWritten } = await importList(other.db, { bytes: new TextEncoder().encode(example), name: 'guide.csv', isCommit: true }, NOW);
    expect([plan.faults, isWritten, plan.unchanged]).toEqual([[], true, 2]);
    expect(plan.ended.map(({ name, to }) => [name, to])).toEqual([['Phường Buôn Ma Thuột', '2026-12-31'], ['Phường Thành Nhất', '2026-12-31']]);
    const [unit] = (await findUnitsByCode(other.db, '06978', TODAY)).units;
    expect(unit === undefined ? undefined : (await readUnitHistory(other.db, unit.unit, TODAY, TODAY))?.exactSeries).toMatchObject({ exists: 'no', because: 'holds-parts', parts: [{ name: 'Xã Hải Lạng', code: '06886' }] });
  } finally {
    await other.drop();
  }
});
