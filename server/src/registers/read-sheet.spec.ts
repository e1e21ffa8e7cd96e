import { plainDate } from '@sotay/domain/kernel/plain-date';
import { expect, test } from 'vitest';

import type { Cell, Merge, Sheet } from './cell.ts';
import { readSheet } from './read-sheet.ts';
import { reasonOf } from './trouble-words.ts';

const DAY = plainDate('2026-11-23');
const HEADER = ['Hộ số', 'STT', 'Số thẻ BHYT', 'Họ và tên', 'Quan hệ với chủ hộ', 'Giới tính', 'Ngày sinh', 'Dân tộc', 'Trình độ học vấn', 'Tình trạng hôn nhân', 'Tình trạng cư trú', 'BPTT', 'Ngày bắt đầu'];

function sheet(rows: readonly (readonly Cell[])[], { name = 'Sổ', merges = [] as readonly Merge[] } = {}): Sheet {
  return { name, merges, rows: rows.flatMap((cells, index) => (cells.some((cell) => cell !== null) ? [{ number: index + 1, cells }] : [])) };
}
const read = (rows: readonly (readonly Cell[])[], options = {}) => readSheet(sheet(rows, options), DAY);
const row = (told: Partial<Record<string, Cell>> = {}): Cell[] => {
  const usual: Record<string, Cell> = { 'Hộ số': '12', 'Họ và tên': 'Nguyễn Thị Lan', 'Quan hệ với chủ hộ': 'Chủ hộ', 'Giới tính': 'Nữ', 'Ngày sinh': '05/03/1990', ...told };
  return HEADER.map((header) => usual[header] ?? null);
};
const troubles = (found: ReturnType<typeof read>) => found.troubles.map((trouble) => `${trouble.severity} ${trouble.row}${trouble.column ?? ''} ${trouble.value}: ${reasonOf(trouble)}`);

test('given a row with everything told, when it is read, then nothing of it is lost', () => {
  const { people, troubles: wrong } = read([
    HEADER,
    [12, 1, 'dn 4 79 0123456789', 'Nguyễn  Thị Lan', 'chủ hộ', 'NỮ', { date: plainDate('1990-03-05'), shows: 'day' }, 'ê đê', '12/12', 'có chồng', 'Thường trú', 'Vòng', '01/06/2020'],
  ]);
  expect(wrong).toEqual([]);
  expect(people).toEqual([
    {
      sheet: 'Sổ', row: 2, number: '12', tab: 0, name: { full: 'Nguyễn Thị Lan', given: 'Lan' }, sex: 'female', born: '1990-03-05', isBornAbout: false, relation: 'head',
      residence: { legal: 'permanent', presence: 'present' }, insuranceNumber: 'DN4790123456789', ethnicity: 'Ê-đê', education: 'upper-secondary', marital: 'married', method: { method: 'iud', on: '2020-06-01' },
    },
  ]);
});

test('given NFD text, when it is read, then it is NFC and the header is known', () => {
  const { people } = read([HEADER, row()].map((cells) => cells.map((cell) => (typeof cell === 'string' ? cell.normalize('NFD') : cell))));
  expect(people.map(({ name }) => name.full)).toEqual(['Nguyễn Thị Lan'.normalize('NFC')]);
});

test.each<[string, string[]]>([
  ['in capitals', HEADER.map((header) => header.toUpperCase())],
  ['without marks', ['Ho so', 'STT', 'So the BHYT', 'Ho va ten', 'Quan he voi chu ho', 'Gioi tinh', 'Ngay sinh', 'Dan toc', 'Trinh do', 'Hon nhan', 'Cu tru', 'BPTT', 'Ngay bat dau']],
  ['in other words', ['Số hộ', 'TT', 'Mã thẻ bảo hiểm y tế', 'Họ tên thành viên', 'QH với chủ hộ', 'Nam/Nữ', 'Ngày tháng năm sinh', 'Dân tộc', 'TĐHV', 'TTHN', 'Tình trạng cư trú', 'Biện pháp tránh thai đang dùng', 'Từ ngày']],
])('given headers %s, when they are read, then every column is known', (_how, header) => {
  const { columns } = read([header, row()]);
  expect([...(columns?.of.keys() ?? [])]).toEqual(['household', 'order', 'insurance', 'name', 'relation', 'sex', 'born', 'ethnicity', 'education', 'marital', 'residence', 'method', 'methodStart']);
  expect(columns?.unused).toEqual([]);
});

test('given title rows above, a line that numbers the columns, and the header again on the next page, when read, then only people are people', () => {
  const found = read([
    ['ỦY BAN NHÂN DÂN XÃ'],
    ['DANH SÁCH HỘ VÀ NHÂN KHẨU'],
    [],
    HEADER,
    HEADER.map((_header, index) => `(${index + 1})`),
    row(),
    [null, null, null, 'Cộng: 1 người'],
    HEADER,
    row({ 'Hộ số': '13', 'Họ và tên': 'Trần Văn Nam', 'Giới tính': 'Nam' }),
    [],
    [null, null, null, 'Người lập biểu'],
  ]);
  expect(found.columns?.firstRow).toBe(5);
  expect(found.people.map(({ row: at, number }) => [at, number])).toEqual([[6, '12'], [9, '13']]);
  expect(found.passedOver).toEqual([7, 11]);
  expect(found.troubles).toEqual([]);
});

test('given "Ngày sinh" over "Nam" and "Nữ", as in Sổ A0, when read, then the column of the date tells the sex', () => {
  const { people } = read(
    [
      ['Hộ số', 'Họ và tên', 'Quan hệ', 'Ngày sinh', null, 'BPTT', null],
      [null, null, null, 'Nam', 'Nữ', 'Tên', 'Ngày dùng'],
      ['1', 'Trần Văn Ba', 'Chủ hộ', '1/2/1980', null, null, null],
      [null, 'Lê Thị Tư', 'Vợ', null, 1985, 'vòng', '1/2/2020'],
    ],
    { merges: [{ top: 1, bottom: 1, left: 3, right: 4 }, { top: 1, bottom: 1, left: 5, right: 6 }, { top: 1, bottom: 2, left: 0, right: 0 }, { top: 1, bottom: 2, left: 1, right: 1 }, { top: 1, bottom: 2, left: 2, right: 2 }] },
  );
  expect(people.map(({ sex, born, number, method }) => [number, sex, born, method?.method])).toEqual([['1', 'male', '1980-02-01', undefined], ['1', 'female', '1985', 'iud']]);
});

test('given a column for each sex with a mark, and three for day, month and year, when read, then they are put together', () => {
  const { people, troubles: wrong } = read([
    ['Hộ số', 'Họ', 'Tên', 'Nam', 'Nữ', 'Ngày', 'Tháng', 'Năm'],
    ['1', 'Trần Văn', 'Ba', 'x', null, 5, 3, 1980],
    ['1', 'Lê Thị', 'Tư', null, 'X', null, null, 1985],
    ['1', 'Lê Thị', 'Năm', null, '1', null, 12, 1986],
  ]);
  expect(wrong).toEqual([]);
  expect(people.map(({ name, sex, born }) => [name.full, name.given, sex, born])).toEqual([['Trần Văn Ba', 'Ba', 'male', '1980-03-05'], ['Lê Thị Tư', 'Tư', 'female', '1985'], ['Lê Thị Năm', 'Năm', 'female', '1986-12']]);
});

test('given household numbers only in the first row of each household, or merged over its rows, when read, then they hold for all of them', () => {
  const header = ['Hộ số', 'Họ và tên', 'Quan hệ', 'Giới tính', 'Ngày sinh', 'Dân tộc'];
  const rows = [['7', 'A Ba', 'Chủ hộ', 'Nam', 1980, 'Ba Na'], [null, 'Y Bốn', 'Vợ', 'Nữ', 1981, null], ['8', 'A Năm', 'Chủ hộ', 'Nam', 1982, null]];
  const found = read([header, ...rows], { merges: [{ top: 2, bottom: 3, left: 0, right: 0 }, { top: 2, bottom: 3, left: 5, right: 5 }] });
  expect(found.people.map(({ number, ethnicity }) => [number, ethnicity])).toEqual([['7', 'Ba-na'], ['7', 'Ba-na'], ['8', undefined]]);
});

test('given sheets named after A0 forms without a column of numbers, when read, then the name is the number', () => {
  const { people } = read([HEADER.slice(1), row().slice(1)], { name: '100.2' });
  expect(people.map(({ number, tab }) => [number, tab])).toEqual([['100', 2]]);
});

test.each<[string, Partial<Record<string, Cell>>, string[]]>([
  ['a missing name', { 'Họ và tên': null }, ['row 2D : thiếu họ tên']],
  ['a name of 201 letters', { 'Họ và tên': 'A'.repeat(201) }, [`row 2D ${'A'.repeat(201)}: họ tên dài quá 200 ký tự`]],
  ['a formula as a name', { 'Họ và tên': `=cmd|' /C calc'!A0` }, [`row 2D =cmd|' /C calc'!A0: không phải tên người`]],
  ['a formula that was never calculated', { 'Họ và tên': { fault: 'uncalculated', shown: '=A1&B1' } }, ['row 2D =A1&B1: công thức chưa có kết quả; mở bằng Excel, lưu lại rồi gửi', 'row 2D =A1&B1: thiếu họ tên']],
  ['no household', { 'Hộ số': null }, ['row 2A : thiếu số hộ']],
  ['a relation that nobody knows', { 'Quan hệ với chủ hộ': 'thợ xây' }, ['row 2E thợ xây: không hiểu quan hệ với chủ hộ']],
  ['a wrong sex', { 'Giới tính': 'Nửa' }, ['row 2F Nửa: không hiểu giới tính; ghi Nam hoặc Nữ']],
  ['no sex', { 'Giới tính': null }, ['row 2F : thiếu giới tính']],
  ['a sex against the relation', { 'Quan hệ với chủ hộ': 'Con rể' }, ['row 2F Nữ: giới tính không hợp với quan hệ "Con rể"']],
  ['an impossible date', { 'Ngày sinh': '31/02/1990' }, ['row 2G 31/02/1990: không có ngày này']],
  ['a date that is none', { 'Ngày sinh': 'mùa xuân' }, ['row 2G mùa xuân: không hiểu ngày này; ghi ngày/tháng/năm, tháng/năm hoặc năm']],
  ['a birth after the book', { 'Ngày sinh': '24/11/2026' }, ['row 2G 24/11/2026: sau ngày lập sổ 23/11/2026']],
  ['no birth', { 'Ngày sinh': null }, ['row 2G : thiếu ngày sinh; chỉ biết năm thì ghi năm']],
  ['a year of two figures', { 'Ngày sinh': '5/3/90' }, ['note 2G 5/3/90: năm hai chữ số, hiểu là 1990']],
  ['an unlisted people', { 'Dân tộc': 'Atlantis' }, ['note 2H Atlantis: không có trong danh mục 54 dân tộc; giữ như đã ghi']],
  ['an unknown school', { 'Trình độ học vấn': 'Hogwarts' }, ['cell 2I Hogwarts: không hiểu trình độ học vấn']],
  ['an unknown marital status', { 'Tình trạng hôn nhân': 'phức tạp' }, ['cell 2J phức tạp: không hiểu tình trạng hôn nhân']],
  ['an unknown residence', { 'Tình trạng cư trú': 'trên mây' }, ['cell 2K trên mây: không hiểu tình trạng cư trú']],
  ['a card number that is none', { 'Số thẻ BHYT': '???!' }, ['cell 2C ???!: không phải số thẻ BHYT (6–20 chữ và số)']],
  ['a card that is not there', { 'Số thẻ BHYT': 'chưa có' }, []],
  ['a method by a figure', { BPTT: 1, 'Ngày bắt đầu': '1/2/2020' }, ['cell 2L 1: không hiểu biện pháp tránh thai; ghi bằng chữ, không ghi mã số']],
  ['a method without a start', { BPTT: 'vòng' }, ['cell 2L vòng: có biện pháp mà thiếu ngày bắt đầu']],
  ['a method with half a start', { BPTT: 'vòng', 'Ngày bắt đầu': '2020' }, ['cell 2M 2020: ngày bắt đầu biện pháp phải đủ ngày, tháng, năm']],
  ["a husband's method in her row", { BPTT: 'triệt sản nam', 'Ngày bắt đầu': '1/2/2020' }, ['cell 2L triệt sản nam: biện pháp này ghi ở dòng của người vợ (triệt sản nam: ở dòng của người chồng)']],
  ['a formula that failed', { 'Dân tộc': { fault: 'error', shown: '=1/0' } }, ['cell 2H =1/0: ô báo lỗi công thức']],
])('given %s, when read, then it is told with row, column, value and reason', (_what, told, expected) => {
  const found = read([HEADER, row(told)]);
  expect(troubles(found)).toEqual(expected);
  expect(found.people).toHaveLength(expected.some((line) => line.startsWith('row')) ? 0 : 1);
});

test('given 200 columns, when read, then those of a register are used and the others named', () => {
  const header = [...HEADER, ...Array.from({ length: 187 }, (_, index) => `Cột lạ ${index}`)];
  const found = read([header, [...row(), ...Array.from({ length: 187 }, () => 'gì đó')]]);
  expect(found.people).toHaveLength(1);
  expect(found.columns?.unused).toHaveLength(187);
});

test('given a sheet that is no register, when read, then it has no columns', () => {
  expect(read([['Chi tiêu', 'Số tiền'], ['Cơm', 20_000]]).columns).toBeUndefined();
  expect(read([]).columns).toBeUndefined();
});

test("given the head's name and the mother's name in columns of their own, when read, then they are nobody's name", () => {
  const { columns } = read([['Hộ số', 'Họ tên chủ hộ', 'Họ và tên', 'Họ tên mẹ', 'Giới tính', 'Ngày sinh', 'Nơi sinh', 'Ngày cấp'], ['1', 'A', 'B', 'C', 'Nam', 1990, 'D', '1/1/2020']]);
  expect([...(columns?.of.entries() ?? [])].map(([field, { letter }]) => `${field} ${letter}`)).toEqual(['household A', 'name C', 'sex E', 'born F']);
});
