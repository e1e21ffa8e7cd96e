import { partialDate, type PartialDate } from '@sotay/domain/kernel/partial-date';
import { findPlainDate } from '@sotay/domain/kernel/plain-date';
import { withoutMarks } from '@sotay/domain/vietnamese/letters';

import type { Cell } from './cell.ts';
import { isDateCell, textOf } from './cell.ts';
import { excelDate } from './excel-date.ts';

export type DateRead =
  | {
      readonly kind: 'date';
      readonly date: PartialDate;
      /** "khoảng 1948": the year itself is a guess. */
      readonly isAbout: boolean;
      /** Two figures were given: the latest such year that is not after this one. */
      readonly isYearGuessed: boolean;
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'unreadable' };

const ABOUT = /\b(?:khoang|chung|uoc|tam)\b|^k\.?(?=\s*\d)|~|\?$/g;
/** Figures or strokes where nothing is known: "00/00/1948", "--/--/1948", "…/3/1948". */
const BLANK = String.raw`(?:[0x._?*…-]{1,4}[/. -]+)`;
const YEAR = new RegExp(`^${BLANK}{0,2}(\\d{4})$`);
const MONTH = new RegExp(`^${BLANK}?(\\d{1,2})[/. -]+(\\d{4})$`);
const DAY = /^(\d{1,2})[/. -]+(\d{1,2})[/. -]+(\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?(?:[t ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?z?)?$/;
const RUN_TOGETHER = /^(\d{2})(\d{2})(\d{4})$/;
/** No date is longer, however it is told. */
const LONGEST = 60;
/** Days of Excel that a column of dates without a date format may hold: 1927 to 2119. Smaller numbers are years. */
const SERIALS = { from: 10_000, to: 80_000 };

/**
 * Reads a date as registers have it: Excel's own, or text `dd/mm/yyyy` (`.` and `-` too), `d/m/yy`, `mm/yyyy`, a year, "khoảng 1948",
 * "ngày 5 tháng 3 năm 1948", `1948-03-05`. The day stands before the month, as in all of Vietnam.
 * @param latestYear no year of two figures is later
 */
export function readDate(cell: Cell, latestYear: number): DateRead {
  if (isDateCell(cell)) return read(cell.date.slice(0, { year: 4, month: 7, day: 10 }[cell.shows]), false);
  if (typeof cell === 'number' && cell >= SERIALS.from && cell < SERIALS.to) return readDate(excelDate(cell, 'dd/mm/yyyy', false), latestYear);
  const text = textOf(cell);
  if (text.length > LONGEST) return { kind: 'unreadable' };
  const folded = withoutMarks(text);
  const bare = folded.replace(ABOUT, ' ').replaceAll(/[()]/g, ' ').trim();
  if (/^[-./?]*$/.test(bare) || bare === 'khong ro' || bare === 'chua ro') return { kind: 'none' };
  const isAbout = folded.search(ABOUT) >= 0;
  const spelt = bare
    .replaceAll(/\b(?:ngay|sinh|sn|mung|mong|nam sinh)\b\.?/g, ' ')
    .replaceAll(/\b(?:thang|nam)\b/g, '/')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([/.-]) ?/g, '$1')
    .replace(/^[/ ]+/, '')
    .trim();
  return readFigures(typeof cell === 'number' && /^\d{7}$/.test(spelt) ? `0${spelt}` : spelt, isAbout, latestYear);
}

function readFigures(text: string, isAbout: boolean, latestYear: number): DateRead {
  const year = YEAR.exec(text);
  if (year !== null) return read(`${year[1]}`, isAbout);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return read([yearFirst[1], ...yearFirst.slice(2).flatMap((part) => (part === undefined ? [] : [twoFigures(part)]))].join('-'), isAbout);
  const month = MONTH.exec(text);
  if (month !== null) return read(`${month[2]}-${twoFigures(month[1])}`, isAbout);
  const day = DAY.exec(text) ?? RUN_TOGETHER.exec(text);
  if (day === null) return { kind: 'unreadable' };
  const [, dayOfMonth = '', monthOfYear = '', told = ''] = day;
  const isYearGuessed = told.length === 2;
  const fullYear = isYearGuessed ? fullYearOf(Number(told), latestYear) : told;
  const isMonthKnown = Number(monthOfYear) !== 0;
  if (!isMonthKnown) return Number(dayOfMonth) === 0 ? read(`${fullYear}`, isAbout, isYearGuessed) : { kind: 'impossible' };
  const isDayKnown = Number(dayOfMonth) !== 0;
  return read(`${fullYear}-${twoFigures(monthOfYear)}${isDayKnown ? `-${twoFigures(dayOfMonth)}` : ''}`, isAbout, isYearGuessed);
}

function twoFigures(part: string | undefined): string {
  return (part ?? '').padStart(2, '0');
}

function fullYearOf(two: number, latestYear: number): number {
  const century = latestYear - (latestYear % 100);
  return century + two > latestYear ? century - 100 + two : century + two;
}

function read(text: string, isAbout: boolean, isYearGuessed = false): DateRead {
  const [year, month = '01', day = '01'] = text.split('-');
  const isPossible = findPlainDate(Number(year), Number(month), Number(day)) !== undefined;
  return isPossible ? { kind: 'date', date: partialDate(text), isAbout, isYearGuessed } : { kind: 'impossible' };
}
