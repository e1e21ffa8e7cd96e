import { createHash } from 'node:crypto';

import { aboutOf } from '@sotay/domain/decide';
import { civilDayInVietnam, plainDate } from '@sotay/domain/kernel/plain-date';
import { isFactType } from '@sotay/domain/kinds';
import { areaId, registryId } from '@sotay/domain/testing/ids';
import { historyOf } from '@sotay/domain/testing/given';
import * as xlsx from '@e965/xlsx';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { withScope } from '../../src/access/with-scope.ts';
import { textOf } from '../../src/registers/cell.ts';
import type { Cell, Sheet } from '../../src/registers/cell.ts';
import { importRegister } from '../../src/registers/import-register.ts';
import type { RegisterOutcome } from '../../src/registers/import-register.ts';
import { readRegister } from '../../src/registers/read-register.ts';
import { outcomeLines, readingLines } from '../../src/registers/register-lines.ts';
import { troubleReport } from '../../src/registers/trouble-report.ts';
import { reasonOf } from '../../src/registers/trouble-words.ts';
import { findBatch, undoImport } from '../../src/registers/undo-import.ts';
import { verify } from '../../src/log/verify.ts';
import { NOW, openVillage } from '../log/village.ts';
import type { Village } from '../log/village.ts';
import { HEADER, inventedRegister } from './register-workbook.ts';
import type { Value } from './register-workbook.ts';

const TODAY = civilDayInVietnam(NOW);
const hasMethods = isFactType('method-started');

let village: Village;
beforeAll(async () => {
  village = await openVillage();
});
afterAll(() => village.drop());

/** A number of its own for each spec, so that none meets the households of another. */
let base = 0;
beforeEach(() => {
  base += 1_000;
});
const no = (number: number | string): string => (typeof number === 'number' ? String(base + number) : number.replace(/^\d+/, (figures) => String(base + Number(figures))));

type Told = { hộ: number | string; tên: string; quan_hệ?: string; giới?: string; sinh?: Value; dân_tộc?: string; hôn_nhân?: string; thẻ?: string; bptt?: string; từ?: string };
function rowOf({ hộ, tên, quan_hệ = 'Chủ hộ', giới = 'Nam', sinh = '1/2/1980', dân_tộc = 'Kinh', hôn_nhân, thẻ, bptt, từ }: Told): Cell[] {
  const told: Partial<Record<(typeof HEADER)[number], Value>> = {
    'Hộ số': no(hộ), 'Họ và tên': tên, 'Quan hệ với chủ hộ': quan_hệ, 'Giới tính': giới, 'Ngày sinh': sinh, 'Dân tộc': dân_tộc, 'Tình trạng hôn nhân': hôn_nhân ?? null, 'Số thẻ BHYT': thẻ ?? null, BPTT: bptt ?? null, 'Ngày bắt đầu': từ ?? null,
  };
  return HEADER.map((header) => cellOf(told[header] ?? null));
}
function cellOf(value: Value): Cell {
  return value instanceof Date ? { date: plainDate(value.toISOString().slice(0, 10)), shows: 'day' } : value;
}
const sheetOf = (rows: readonly (readonly Cell[])[], name = 'Sổ'): Sheet => ({ name, merges: [], rows: [[...HEADER], ...rows].map((cells, index) => ({ number: index + 1, cells })) });
const FAMILY = (hộ: number): Told[] => [
  { hộ, tên: 'Trần Văn Ba', hôn_nhân: 'có vợ' },
  { hộ, tên: 'Lê Thị Tư', quan_hệ: 'Vợ', giới: 'Nữ', sinh: '1985', hôn_nhân: 'có chồng', bptt: 'Vòng', từ: '1/6/2020' },
  { hộ, tên: 'Trần Thị Năm', quan_hệ: 'Con', giới: 'Nữ', sinh: '03/2010' },
];

type Options = { isCommit?: boolean; isSkippingBad?: boolean; area?: string; on?: string };
async function take(sheets: readonly Sheet[], { isCommit = true, isSkippingBad = false, area = '1', on = TODAY }: Options = {}): Promise<RegisterOutcome> {
  return importRegister(village.db, {
    sheets: readRegister(sheets, plainDate(on)).sheets, registry: registryId('xã'), area: areaId(area), actor: await village.actor('officer'), bookDay: plainDate(on), today: TODAY, now: NOW,
    fileHash: createHash('sha256').update('sổ').digest(), isCommit, isSkippingBad, onProgress: () => undefined,
  });
}
const told = (rows: readonly Told[], options?: Options) => take([sheetOf(rows.map(rowOf))], options);
const lines = ({ troubles }: RegisterOutcome, severity?: string) => troubles.filter((one) => severity === undefined || one.severity === severity).map((trouble) => `${trouble.severity} ${trouble.row} ${trouble.value}: ${reasonOf(trouble)}`);
const logSize = async () => (await village.rows<{ n: number }>('SELECT count(*)::int AS n FROM log'))[0]?.n ?? 0;
const people = async (number: string) =>
  village.rows<{ name: string; sex: string; born: string }>('SELECT name, sex, born FROM person_row JOIN household_row USING (registry_id, household_id) WHERE number = $1 ORDER BY name', [number]);
async function factsOf(number: string, type: string) {
  const rows = await village.rows<{ body: string }>(
    `SELECT body FROM log WHERE type = $2 AND status = 'accepted' AND seq IN (SELECT seq FROM about JOIN household_row ON household_id = subject_id WHERE number = $1) ORDER BY seq`,
    [number, type],
  );
  return rows.map(({ body }) => JSON.parse(body));
}

test('given a register, when it is only looked at, then it says what would be made and writes nothing at all', async () => {
  const before = [await logSize(), await village.rows('SELECT seq, encode(hash, $1) FROM registry_head', ['hex']), await village.rows('SELECT FROM audit')];
  const outcome = await told(FAMILY(1), { isCommit: false });
  expect(outcome).toMatchObject({ rows: 3, households: 1, people: 3, methods: hasMethods ? 1 : 0, known: 0, batch: undefined });
  expect([await logSize(), await village.rows('SELECT seq, encode(hash, $1) FROM registry_head', ['hex']), await village.rows('SELECT FROM audit')]).toEqual(before);
  expect(await village.rows('SELECT FROM import_batch')).toEqual([]);
});

test('given a register, when it is committed, then its people are in the book with their ties, by the officer, and every figure agrees', async () => {
  const outcome = await told(FAMILY(1), { isSkippingBad: !hasMethods, on: '2026-01-01' });
  expect(outcome.batch).toBeDefined();
  const [ba, tư, năm] = await factsOf(no(1), 'person-registered');
  expect([ba, tư, năm].map(({ data }) => data.name.full)).toEqual(['Trần Văn Ba', 'Lê Thị Tư', 'Trần Thị Năm']);
  expect(tư.data).toMatchObject({ spouse: ba.data.person, born: '1985', relation: 'spouse', marital: 'married', ethnicity: 'Kinh', residence: { legal: 'unknown', presence: 'present' } });
  expect(năm.data).toMatchObject({ mother: tư.data.person, father: ba.data.person, born: '2010-03' });
  const officer = (await village.actor('officer')).user;
  for (const fact of [ba, tư, năm]) expect(fact).toMatchObject({ occurredOn: '2026-01-01', recordedBy: officer, via: 'office', device: outcome.batch, area: areaId('1') });
  for (const fact of [ba, tư, năm]) expect(fact.about).toEqual(aboutOf(fact, historyOf([])));
  const [household] = await village.rows<{ number: string; kind: string }>('SELECT number, kind FROM household_row WHERE number = $1', [no(1)]);
  expect(household?.kind).toBe('family');
  expect((await verify(village.db)).differences).toEqual([]);
});

test('given the head of a household that is folded with its people, then the household has its head', async () => {
  await told([{ hộ: 1, tên: 'Y Bing Niê', dân_tộc: 'Ê Đê' }]);
  const [{ body }] = (await village.rows<{ body: string }>(`SELECT body FROM log WHERE type = 'household-registered' AND body LIKE $1`, [`%"${no(1)}"%`])) as [{ body: string }];
  const [person] = await factsOf(no(1), 'person-registered');
  expect(JSON.parse(body).recordedAt).toBeLessThan(person.recordedAt);
});

test('given the same file again, then everybody is already in the book and nothing is written', async () => {
  await told(FAMILY(1), { isSkippingBad: true });
  const before = await logSize();
  const again = await told(FAMILY(1), { isSkippingBad: true });
  expect(again).toMatchObject({ households: 0, people: 0, known: 3, batch: undefined });
  expect(lines(again, 'known')).toEqual([
    `known 2 Trần Văn Ba: đã có trong sổ: Trần Văn Ba, hộ số ${no(1)}`,
    `known 3 Lê Thị Tư: đã có trong sổ: Lê Thị Tư, hộ số ${no(1)}`,
    `known 4 Trần Thị Năm: đã có trong sổ: Trần Thị Năm, hộ số ${no(1)}`,
  ]);
  expect(await logSize()).toBe(before);
});

test('given the file again with a newborn, other spelling and the number written 00n, then only the newborn is new, and of its parents', async () => {
  await told(FAMILY(1), { isSkippingBad: true });
  const [ba, tư] = FAMILY(1);
  if (ba === undefined || tư === undefined) throw new Error('no family');
  const rows = [{ ...ba, tên: 'TRAN VAN BA' }, tư, { hộ: 1, tên: 'Trần Văn Sáu', quan_hệ: 'Con', sinh: '1/11/2026' }].map((one) => rowOf(one));
  const again = await take([sheetOf(rows.map(([number, ...cells]) => [`00${textOf(number ?? null)}`, ...cells]))], { isSkippingBad: true });
  expect(again).toMatchObject({ households: 0, people: 1 });
  const registered = await factsOf(no(1), 'person-registered');
  const sáu = registered.find(({ data }) => data.name.full === 'Trần Văn Sáu');
  expect(sáu.data.mother).toBe(registered.find(({ data }) => data.name.full === 'Lê Thị Tư').data.person);
  expect((await verify(village.db)).differences).toEqual([]);
});

test('given a household whose number the book gives to other people, then nobody of it is taken', async () => {
  await told([{ hộ: 1, tên: 'Trần Văn Ba' }]);
  const outcome = await told([{ hộ: 1, tên: 'Phạm Văn Bảy', sinh: '1/1/1970' }]);
  expect(lines(outcome)).toEqual([`row 2 Phạm Văn Bảy: hộ số ${no(1)} trong sổ là một nhà khác: không ai trong tệp có trong hộ ấy`]);
  expect(outcome.batch).toBeUndefined();
});

test('given the same name, sex and day of birth in another household, then the person is taken and pointed at: nobody is told by name alone', async () => {
  await told([{ hộ: 1, tên: 'Nguyễn Thị Hoà', giới: 'Nữ', sinh: '7/7/1977' }]);
  const outcome = await told([{ hộ: 2, tên: 'Nguyễn Thị Hòa', giới: 'Nữ', sinh: '7/7/1977' }], { area: '2' });
  expect(lines(outcome)).toEqual([`note 2 Nguyễn Thị Hòa: giống người đã có: Nguyễn Thị Hoà, hộ số ${no(1)}; vẫn nhập, nên xem lại`]);
  expect(await people(no(2))).toHaveLength(1);
});

test('given somebody twice in the file, then the second row cannot be taken; a card that stands at two people is pointed at', async () => {
  const outcome = await told([
    { hộ: 1, tên: 'Đỗ Văn Mười', thẻ: 'DN4790000000001' },
    { hộ: 1, tên: 'Đỗ Văn Mười', quan_hệ: 'Con' },
    { hộ: 2, tên: 'Trần Văn Bốn', thẻ: 'DN4790000000001' },
  ]);
  expect(lines(outcome)).toEqual(['row 3 Đỗ Văn Mười: trùng với dòng 2', 'note 4 DN4790000000001: số giấy tờ trùng với dòng 2']);
});

test('given a row that cannot be taken, then nothing is written unless it is left out, and then all else is', async () => {
  const rows: Told[] = [{ hộ: 1, tên: 'Đặng Văn Kha' }, { hộ: 1, tên: 'Lê Thị Tư', quan_hệ: 'Vợ', giới: 'Nữ', sinh: '31/02/1985' }, { hộ: 2, tên: 'Lý A Sáu', sinh: '1/1/1990', hôn_nhân: 'phức tạp' }];
  const before = await logSize();
  const refused = await told(rows);
  expect(refused.batch).toBeUndefined();
  expect(lines(refused)).toEqual(['row 3 31/02/1985: không có ngày này', 'cell 4 phức tạp: không hiểu tình trạng hôn nhân']);
  expect(await logSize()).toBe(before);
  const skipped = await told(rows, { isSkippingBad: true });
  expect(skipped).toMatchObject({ households: 2, people: 2 });
  expect(await people(no(1))).toEqual([{ name: 'Đặng Văn Kha', sex: 'male', born: '1980-02-01' }]);
  expect((await factsOf(no(2), 'person-registered'))[0].data).not.toHaveProperty('marital');
});

test('given A0 sheets of one household, in a column or by the names of worksheets, then it is one household with two couples', async () => {
  const sheets = (['1', '2'] as const).map((tab): Sheet => {
    const rows = tab === '1' ? [['Ông Ba', 'Chủ hộ', 'Nam', 1955], ['Bà Tư', 'Vợ', 'Nữ', 1958]] : [['Anh Năm', 'Con', 'Nam', 1985], ['Dâu Sáu', 'Con dâu', 'Nữ', 1987]];
    return { name: `${no(100)}.${tab}`, merges: [], rows: [['Họ và tên', 'Quan hệ', 'Giới tính', 'Ngày sinh'], ...rows].map((cells, index) => ({ number: index + 1, cells })) };
  });
  const outcome = await take(sheets);
  expect(outcome).toMatchObject({ households: 1, people: 4, joined: [no(100)] });
  const registered = await factsOf(no(100), 'person-registered');
  const nameOf = (id: string | undefined): string | undefined => registered.find(({ data }) => data.person === id)?.data.name.full;
  expect(registered.flatMap(({ data }) => (data.spouse === undefined ? [] : [[data.name.full, nameOf(data.spouse)]]))).toEqual([['Bà Tư', 'Ông Ba'], ['Dâu Sáu', 'Anh Năm']]);
  const inColumn = await told([{ hộ: '200.1', tên: 'Ông Bảy' }, { hộ: '200.2', tên: 'Anh Tám', quan_hệ: 'Con', sinh: 1990 }]);
  expect(inColumn).toMatchObject({ households: 1, people: 2, joined: [no(200)] });
  expect((await take(sheets)).known).toBe(4);
});

test('given a manager and whoever lives there, then the household is collective', async () => {
  await told([{ hộ: 1, tên: 'Sơ Maria Hoa', quan_hệ: 'Người đại diện', giới: 'Nữ' }, { hộ: 1, tên: 'Em Bé', quan_hệ: 'khác', sinh: 2020 }]);
  expect(await village.rows('SELECT kind FROM household_row WHERE number = $1', [no(1)])).toEqual([{ kind: 'collective' }]);
});

test('given a batch, when it is undone, then nobody of it is there and the same file can be taken in again', async () => {
  const first = await told(FAMILY(1), { isSkippingBad: true });
  const request = { actor: await village.actor('officer'), today: TODAY, now: NOW + 1_000, isExceptNoted: false };
  const batch = await findBatch(village.db, String(first.batch));
  if (batch === undefined) throw new Error('no batch');
  expect(await undoImport(village.db, batch, request)).toEqual({ households: 1, people: 3, noted: [], isWritten: true });
  expect(await people(no(1))).toEqual([]);
  expect((await findBatch(village.db, batch.id))?.isUndone).toBe(true);
  expect((await verify(village.db)).differences).toEqual([]);
  expect(await told(FAMILY(1), { isSkippingBad: true })).toMatchObject({ households: 1, people: 3, known: 0 });
  expect(await people(no(1))).toHaveLength(3);
  expect((await verify(village.db)).differences).toEqual([]);
});

test('given something noted about one of its people since, when a batch is undone, then that household stays and the others go only if asked', async () => {
  const first = await told([...FAMILY(1), { hộ: 2, tên: 'Lý A Sáu' }], { isSkippingBad: true });
  const [ba] = await factsOf(no(1), 'person-registered');
  const death = { ...ba, id: '0199aaaa-0000-7000-8000-00000000dead', type: 'death-reported', about: [ba.data.person], occurredOn: TODAY, recordedAt: NOW, recordedBy: (await village.actor('Hoa')).user, via: 'phone', data: { person: ba.data.person, place: 'home' } };
  expect(await village.send('Hoa', [death])).toMatchObject([{ status: 'accepted' }]);
  const batch = await findBatch(village.db, String(first.batch));
  if (batch === undefined) throw new Error('no batch');
  const request = { actor: await village.actor('officer'), today: TODAY, now: NOW + 2_000, isExceptNoted: false };
  expect(await undoImport(village.db, batch, request)).toMatchObject({ noted: [no(1)], isWritten: false });
  expect(await people(no(2))).toHaveLength(1);
  expect(await undoImport(village.db, batch, { ...request, isExceptNoted: true })).toMatchObject({ households: 1, people: 1, noted: [no(1)], isWritten: true });
  expect([(await people(no(1))).length, (await people(no(2))).length]).toEqual([3, 0]);
  expect((await verify(village.db)).differences).toEqual([]);
});

test('given two imports of one file at once, then the second finds the people of the first', async () => {
  const outcomes = await Promise.all([told(FAMILY(1), { isSkippingBad: true }), told(FAMILY(1), { isSkippingBad: true })]);
  expect(outcomes.map(({ people: made }) => made).toSorted((a, b) => a - b)).toEqual([0, 3]);
  expect(await people(no(1))).toHaveLength(3);
});

test('given an import that fails in the middle, then nothing of it is there', async () => {
  const before = await logSize();
  const sheets = readRegister([sheetOf(inventedRegister(2_400, 7).slice(1).map((cells) => cells.map((value, index) => (index === 0 ? no(Number(value)) : cellOf(value)))))], TODAY).sheets;
  const actor = await village.actor('officer');
  let written = 0;
  const request = { sheets, registry: registryId('xã'), area: areaId('1'), actor, bookDay: TODAY, today: TODAY, now: NOW, fileHash: Buffer.alloc(32), isCommit: true, isSkippingBad: true };
  const failing = importRegister(village.db, {
    ...request,
    onProgress: (step, done) => {
      if (step !== 'written') return;
      written = done;
      if (done > 1_000) throw new Error('cut off');
    },
  });
  await expect(failing).rejects.toThrow('cut off');
  expect(written).toBeGreaterThan(1_000);
  expect(await logSize()).toBe(before);
  expect((await verify(village.db)).differences).toEqual([]);
  base += 3_000;
});

test('given an officer of another commune, then every row is refused by the rules that judge a phone', async () => {
  const outcome = await importRegister(village.db, {
    sheets: readRegister([sheetOf([rowOf({ hộ: 1, tên: 'Mã Văn Lạ' })])], TODAY).sheets, registry: registryId('xã'), area: areaId('1'), actor: await village.actor('officer bên'), bookDay: TODAY, today: TODAY, now: NOW,
    fileHash: Buffer.alloc(32), isCommit: true, isSkippingBad: true, onProgress: () => undefined,
  });
  expect(outcome).toMatchObject({ people: 0, households: 0, batch: undefined });
  expect(lines(outcome)[0]).toBe('row 2 Mã Văn Lạ: viên chức không phụ trách địa bàn này');
});

test('given a batch in a registry, then whoever is outside its scope does not see it', async () => {
  expect(await withScope(village.db, { registries: [registryId('xã bên')] }, (trx) => trx.selectFrom('import_batch').selectAll().execute())).toEqual([]);
});

test('given troubles whose values begin like formulas, when they are reported, then every cell is text', async () => {
  const evil = [`=cmd|' /C calc'!A0`, '+1+1', '-2+3', '@SUM(A1)', '\t=1+1', '\r=1+1', '"=1"', 'a\u0000b\u0007', '=HYPERLINK("http://x")'];
  const outcome = await told(evil.map((tên) => ({ hộ: 1, tên })), { isCommit: false });
  const file = await troubleReport([...outcome.troubles, ...evil.map((value) => ({ sheet: '=1', row: 1, value, code: 'name-missing' as const, severity: 'row' as const, params: {} }))]);
  const book = xlsx.read(file, { type: 'buffer', cellFormula: true });
  const cells = Object.entries(book.Sheets[book.SheetNames[0] ?? ''] ?? {}).flatMap(([at, cell]) => (at.startsWith('!') ? [] : [cell as xlsx.CellObject]));
  expect(cells.some(({ v }) => typeof v === 'string' && v.startsWith('=cmd'))).toBe(true);
  expect(cells.filter(({ f, t }) => f !== undefined || (t !== 's' && t !== 'n'))).toEqual([]);
});

test('given what was found, when it is told, then in Vietnamese, with sheet, row, column, value and reason', async () => {
  const sheets = [sheetOf([rowOf({ hộ: 1, tên: 'Trần Văn Ba', sinh: '31/02/1990' }), rowOf({ hộ: 2, tên: 'Lý A Sáu', dân_tộc: 'Atlantis' })])];
  expect(readingLines(readRegister([...sheets, { name: 'Chi', merges: [], rows: [] }], TODAY))).toEqual([
    'Trang "Sổ": 2 dòng người',
    `  Cột: ${HEADER.map((header, index) => `${String.fromCodePoint(65 + index)} ${header}`).join(' · ')}`,
    'Trang không phải sổ, bỏ qua: Chi',
  ]);
  expect(outcomeLines(await take(sheets, { isCommit: false }))).toEqual([
    'Nhập được: 1 hộ mới, 1 người mới, 0 biện pháp tránh thai',
    'Không nhận được: 1 dòng',
    '  trang "Sổ", dòng 2, cột G, "31/02/1990": không có ngày này',
    'Cần xem lại:',
    '  không có trong danh mục 54 dân tộc; giữ như đã ghi: dòng 3',
  ]);
});
