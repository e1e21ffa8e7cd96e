import { addDays, plainDate } from '@sotay/domain/kernel/plain-date';

import type { Cell, DateCell } from './cell.ts';

/** The last day that Excel writes is in 9999; a register has nothing after this one (2199-12-31), which a workbook that counts from 1904 numbers lower. */
const LAST_SERIAL = 109_574;
const LAST_SERIAL_FROM_1904 = LAST_SERIAL - 1462;
/** Excel counts a 29 February 1900 that was none, for the sake of Lotus 1-2-3. */
const NO_SUCH_DAY = 60;
const SHORTEST_YEAR = 1800;
const LONGEST_YEAR = 2199;

/**
 * A number shown by a date format, as the day it stands for (ECMA-376 part 1, 18.17.4.1). A year typed into a cell that is formatted as a date (1948 shows
 * as 1 May 1905) stays the number it is: nobody in a register is that old.
 * @param isFrom1904 whether the workbook counts its days from 1 January 1904, as those of old Macintoshes do
 */
export function excelDate(serial: number, format: string, isFrom1904: boolean): Cell {
  const days = Math.floor(serial);
  if (Number.isInteger(serial) && serial >= SHORTEST_YEAR && serial <= LONGEST_YEAR) return serial;
  if (days < 1 || days > (isFrom1904 ? LAST_SERIAL_FROM_1904 : LAST_SERIAL) || (!isFrom1904 && days === NO_SUCH_DAY)) return serial;
  const from = isFrom1904 ? '1904-01-01' : days < NO_SUCH_DAY ? '1899-12-31' : '1899-12-30';
  return { date: addDays(plainDate(from), days), shows: shownBy(format) };
}

/** Quoted text, escaped characters and [conditions] of a format are not its letters. */
const NOT_LETTERS = /"[^"]*"|\\.|_.|\[[^\]]*\]/g;

function shownBy(format: string): DateCell['shows'] {
  const letters = format.replace(NOT_LETTERS, '').toLowerCase();
  if (letters.includes('d') || !letters.includes('y')) return 'day';
  return letters.includes('m') ? 'month' : 'year';
}
