import { plainDate } from '@sotay/domain/kernel/plain-date';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Cell } from './cell.ts';
import { excelDate } from './excel-date.ts';
import { readDate } from './read-date.ts';

const date = (cell: Cell) => {
  const read = readDate(cell, 2026);
  return read.kind === 'date' ? `${read.date}${read.isAbout ? ' khoảng' : ''}${read.isYearGuessed ? ' ?' : ''}` : read.kind;
};

describe('given a birth date as registers write it, when it is read, then it is known as far as it was told', () => {
  test.each<[Cell, string]>([
    ['05/03/1948', '1948-03-05'],
    ['5/3/1948', '1948-03-05'],
    ['5-3-1948', '1948-03-05'],
    ['05.03.1948', '1948-03-05'],
    [' 05 / 03 / 1948 ', '1948-03-05'],
    ['1948-03-05', '1948-03-05'],
    ['1948-03-05 00:00:00', '1948-03-05'],
    ['05031948', '1948-03-05'],
    [5_031_948, '1948-03-05'],
    ['ngày 5 tháng 3 năm 1948', '1948-03-05'],
    ['Sinh ngày 05/03/1948', '1948-03-05'],
    ['03/1948', '1948-03'],
    ['3.1948', '1948-03'],
    [3.1948, '1948-03'],
    ['tháng 3 năm 1948', '1948-03'],
    ['00/03/1948', '1948-03'],
    ['../3/1948', '1948-03'],
    ['1948', '1948'],
    [1948, '1948'],
    ['năm 1948', '1948'],
    ['00/00/1948', '1948'],
    ['--/--/1948', '1948'],
    ['__/__/1948', '1948'],
    ['khoảng 1948', '1948 khoảng'],
    ['Khoảng năm 1948', '1948 khoảng'],
    ['~1948', '1948 khoảng'],
    ['1948 (khoảng)', '1948 khoảng'],
    ['K.1948', '1948 khoảng'],
    ['1948?', '1948 khoảng'],
    ['29/02/2000', '2000-02-29'],
    ['5/3/48', '1948-03-05 ?'],
    ['5/3/05', '2005-03-05 ?'],
    ['5/3/26', '2026-03-05 ?'],
    ['5/3/27', '1927-03-05 ?'],
    [{ date: plainDate('1948-03-05'), shows: 'day' }, '1948-03-05'],
    [{ date: plainDate('1948-03-01'), shows: 'month' }, '1948-03'],
    [{ date: plainDate('1948-01-01'), shows: 'year' }, '1948'],
    [32_905, '1990-02-01'],
  ])('%j is %s', (cell, expected) => {
    expect(date(cell)).toBe(expected);
  });

  test('decomposed text (NFD) reads as its NFC', () => {
    expect(date('khoảng năm 1948'.normalize('NFD'))).toBe('1948 khoảng');
  });
});

describe('given what is no date, when it is read, then it is said and nothing is guessed', () => {
  test.each<[Cell, string]>([
    ['31/02/1990', 'impossible'],
    ['29/02/1900', 'impossible'],
    ['13/13/1990', 'impossible'],
    ['05/13/1990', 'impossible'],
    ['32/01/1990', 'impossible'],
    ['05/00/1990', 'impossible'],
    ['13/1990', 'impossible'],
    ['1799', 'impossible'],
    ['48', 'unreadable'],
    ['hôm qua', 'unreadable'],
    ['1948/49', 'impossible'],
    ['05/03', 'unreadable'],
    [48, 'unreadable'],
    [true, 'unreadable'],
    ['=cmd|x', 'unreadable'],
    ['. '.repeat(16_000) + '1', 'unreadable'],
    [null, 'none'],
    ['', 'none'],
    ['-', 'none'],
    ['không rõ', 'none'],
  ])('%j: %s', (cell, kind) => {
    expect(date(cell)).toBe(kind);
  });

  test('no text at all makes it throw', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9/.\- ]{0,12}$/), fc.double()), (cell) => {
      expect(['date', 'none', 'impossible', 'unreadable']).toContain(readDate(cell, 2026).kind);
    }));
  });

  test('every day written dd/mm/yyyy comes back as that day', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 80_000 }), (days) => {
      const cell = excelDate(days + 2200, 'dd/mm/yyyy', false);
      if (cell === null || typeof cell !== 'object' || !('date' in cell)) throw new Error('no day');
      const [year, month, day] = cell.date.split('-');
      expect(date(`${day}/${month}/${year}`)).toBe(cell.date);
      expect(date(cell)).toBe(cell.date);
    }));
  });
});

describe("given Excel's number of a day, when it is read by its format, then it is the day that Excel shows", () => {
  test.each<[number, string, boolean, Cell]>([
    [32_905, 'dd/mm/yyyy', false, { date: plainDate('1990-02-01'), shows: 'day' }],
    [32_905.75, 'dd/mm/yyyy hh:mm', false, { date: plainDate('1990-02-01'), shows: 'day' }],
    [1, 'dd/mm/yyyy', false, { date: plainDate('1900-01-01'), shows: 'day' }],
    [59, 'dd/mm/yyyy', false, { date: plainDate('1900-02-28'), shows: 'day' }],
    [61, 'dd/mm/yyyy', false, { date: plainDate('1900-03-01'), shows: 'day' }],
    [32_905 - 1462, 'm/d/yy', true, { date: plainDate('1990-02-01'), shows: 'day' }],
    [109_574, 'dd/mm/yyyy', false, { date: plainDate('2199-12-31'), shows: 'day' }],
    [109_575, 'dd/mm/yyyy', false, 109_575],
    [109_574 - 1462, 'dd/mm/yyyy', true, { date: plainDate('2199-12-31'), shows: 'day' }],
    [109_575 - 1462, 'dd/mm/yyyy', true, 109_575 - 1462],
    [32_905, 'mm/yyyy', false, { date: plainDate('1990-02-01'), shows: 'month' }],
    [32_905, '[$-42A]mmm-yy;@', false, { date: plainDate('1990-02-01'), shows: 'month' }],
    [32_905, 'yyyy', false, { date: plainDate('1990-02-01'), shows: 'year' }],
    [32_905, '"ngày" dd "tháng" mm', false, { date: plainDate('1990-02-01'), shows: 'day' }],
  ])('%d as %s', (serial, format, isFrom1904, expected) => {
    expect(excelDate(serial, format, isFrom1904)).toEqual(expected);
  });

  test.each([[60], [0], [-3], [200_000]])('%d is no day of a register', (serial) => {
    expect(excelDate(serial, 'dd/mm/yyyy', false)).toBe(serial);
  });

  test('a year typed into a cell that is formatted as a date stays the year', () => {
    expect(date(excelDate(1948, 'dd/mm/yyyy', false))).toBe('1948');
  });
});
