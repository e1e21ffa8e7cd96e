import { plainDate } from '@sotay/domain/kernel/plain-date';
import { expect, test } from 'vitest';

import type { Sheet } from './cell.ts';
import { decodeSheet } from './decode-sheet.ts';
import { readRegister } from './read-register.ts';

const DAY = plainDate('2026-11-23');
const sheet = (...rows: readonly (readonly string[])[]): Sheet => ({ name: 'Sổ', merges: [], rows: rows.map((cells, index) => ({ number: index + 1, cells })) });

/** Invented names; the encodings by npm vietnamese-conversion 2.0.0, ư and ơ with a tone put right by hand after GNU iconv (TCVN-5712) and the VNI table. */
const TCVN3 = sheet(
  ['Hé sè', 'Hä vµ tªn', 'Quan hÖ víi chñ hé', 'Giíi tÝnh', 'Ngµy sinh', 'D©n téc'],
  ['1', 'TrÇn V¨n §øc', 'Chñ hé', 'Nam', '1/2/1980', 'Kinh'],
  ['1', '§inh ThÞ ¦íc', 'Vî', 'N÷', '1985', 'M\u00adêng'],
  ['1', 'NguyÔn Ph\u00adíc Nguyªn', 'Con ®Î', 'Nam', '2010', 'Kinh'],
);
const VNI = sheet(
  ['Hoä soá', 'Hoï vaø teân', 'Quan heä vôùi chuû hoä', 'Giôùi tính', 'Ngaøy sinh', 'Daân toäc'],
  ['1', 'Traàn Vaên Ñöùc', 'Chuû hoä', 'Nam', '1/2/1980', 'Kinh'],
  ['1', 'Ñinh Thò Öôùc', 'Vôï', 'Nöõ', '1985', 'Möôøng'],
  ['1', 'Nguyeãn Phöôùc Nguyeân', 'Con ñeû', 'Nam', '2010', 'Kinh'],
);

test.each([['tcvn3', TCVN3], ['vni', VNI]] as const)('given a register typed for %s fonts, when it is read, then it is Unicode', (encoding, typed) => {
  const read = readRegister([typed], DAY);
  expect(read.converted.get('Sổ')).toBe(encoding);
  const [first] = read.sheets;
  expect(first?.troubles).toEqual([]);
  expect(first?.people.map(({ name, relation, sex, ethnicity }) => [name.full, relation, sex, ethnicity])).toEqual([
    ['Trần Văn Đức', 'head', 'male', 'Kinh'],
    ['Đinh Thị Ước', 'spouse', 'female', 'Mường'],
    ['Nguyễn Phước Nguyên', 'child', 'male', 'Kinh'],
  ]);
});

test('given an old sheet in which a name was mended later, then that name stays', () => {
  const mended = sheet(...TCVN3.rows.map(({ cells }) => cells.map(String)), ['1', 'Lê Thị Thắm', 'Con ®Î', 'N÷', '2012', 'Kinh']);
  expect(decodeSheet(mended).sheet.rows.at(-1)?.cells.slice(1, 4)).toEqual(['Lê Thị Thắm', 'Con đẻ', 'Nữ']);
});

test('given columns from two files, then each is read by its own font', () => {
  const both = sheet(...TCVN3.rows.map(({ cells }, index) => [...cells.map(String), ...(VNI.rows[index]?.cells.slice(1, 3).map(String) ?? [])]));
  const [, first] = decodeSheet(both).sheet.rows;
  expect([first?.cells[1], first?.cells[6]]).toEqual(['Trần Văn Đức', 'Trần Văn Đức']);
});

test('given what the importer says, then nothing is guessed', () => {
  expect(decodeSheet(TCVN3, 'unicode').sheet.rows[1]?.cells[1]).toBe('TrÇn V¨n §øc');
  expect(decodeSheet(VNI, 'vni').encoding).toBe('vni');
});

test('given no register, then it is said what one needs', () => {
  expect(() => readRegister([sheet(['Chi tiêu', 'Số tiền'])], DAY)).toThrow(/Không thấy sổ trong tệp/);
});

test('given one column typed for two fonts, then the importer is asked, and what is told is taken', () => {
  const mixed = sheet(...TCVN3.rows.map(({ cells }) => cells.map(String)), ...VNI.rows.slice(1).map(({ cells }) => cells.map(String)));
  expect(() => readRegister([mixed], DAY)).toThrow(/Không rõ trang "Sổ" gõ theo bảng mã nào/);
  expect(readRegister([mixed], DAY, 'tcvn3').sheets[0]?.people[0]?.name.full).toBe('Trần Văn Đức');
});
