import { addDays, daysBetween, plainDate } from '@sotay/domain/kernel/plain-date';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';

/** A civil day as the number of days since 1 January 1970, to reckon with. */
export type Day = number;

const EPOCH = plainDate('1970-01-01');
const known = new Map<Day, PlainDate>();

export const dayOf = (date: PlainDate): Day => daysBetween(EPOCH, date);

/** The date of a day; a day is written out once. */
export function dateOf(day: Day): PlainDate {
  let date = known.get(day);
  if (date === undefined) {
    date = addDays(EPOCH, day);
    known.set(day, date);
  }
  return date;
}

/** Years lived on a day, in years of 365.25 days. */
export const yearsOn = (born: Day, day: Day): number => (day - born) / 365.25;

/** The instant (UTC milliseconds) at which it is midnight in Vietnam before a day. */
export const midnightOf = (day: Day): number => day * 86_400_000 - 7 * 3_600_000;

/** The day in Vietnam at an instant (UTC milliseconds). */
export const dayAt = (instant: number): Day => Math.floor((instant + 7 * 3_600_000) / 86_400_000);
