import { addMonths, firstDay, lastDay, monthContaining } from '@sotay/domain/kernel/period';
import { partialDate } from '@sotay/domain/kernel/partial-date';
import type { PartialDate } from '@sotay/domain/kernel/partial-date';
import { addDays, civilDayInVietnam, plainDate, yearOf } from '@sotay/domain/kernel/plain-date';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';

import type { DemoPerson } from './households.ts';

/** Months before the month of loading in which the book was opened. */
const OPENED_MONTHS_AGO = 24;
const NINE_O_CLOCK_MS = 2 * 3_600_000;

/** Dates of a demonstration loaded on `today`, so that its present month is never empty. */
export type Calendar = {
  readonly today: PlainDate;
  /** The day on which the book was opened. */
  readonly opening: PlainDate;
  readonly day: (monthsAgo: number, day: number) => PlainDate;
  readonly born: (of: DemoPerson['born']) => PartialDate;
  /** The day something was noted: `days` later, never after today. */
  readonly noted: (on: PlainDate, days: number) => PlainDate;
  /** An instant of a day (UTC milliseconds), never after now; later with `order`. */
  readonly instant: (day: PlainDate, order: number) => number;
};

/** @param now UTC milliseconds */
export function calendarOf(now: number): Calendar {
  const today = civilDayInVietnam(now);
  const month = monthContaining(today);
  const noLater = (day: PlainDate): PlainDate => (day > today ? today : day);
  return {
    today,
    opening: firstDay(addMonths(month, -OPENED_MONTHS_AGO)),
    day: (monthsAgo, day) => {
      const of = addMonths(month, -monthsAgo);
      const last = lastDay(of);
      return noLater(plainDate(`${of}-${String(Math.min(day, Number(last.slice(8)))).padStart(2, '0')}`));
    },
    born: ([yearsAgo, day]) => partialDate(day === undefined ? String(yearOf(today) - yearsAgo) : `${yearOf(today) - yearsAgo}-${day}`),
    noted: (on, days) => noLater(addDays(on, days)),
    instant: (day, order) => Math.min(Date.parse(`${day}T00:00:00Z`) + NINE_O_CLOCK_MS + order * 60_000, now - 60_000 + order),
  };
}
