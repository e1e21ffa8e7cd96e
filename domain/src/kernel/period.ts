import * as z from 'zod/mini'
import { daysInMonth, monthOf, type PlainDate, plainDate, yearOf } from './plain-date.ts'

/** A reporting period: a month `2026-03`, a quarter `2026-Q1` or a year `2026`. */
export const Period = z
  .string()
  .check(z.regex(/^(1[89]|20|21)\d{2}(-(0[1-9]|1[0-2]|Q[1-4]))?$/))
  .brand('Period')
export type Period = z.infer<typeof Period>

export type PeriodKind = 'month' | 'quarter' | 'year'

/** Reads text known to be a period. @throws RangeError when it is not one. */
export function period(text: string): Period {
  const read = Period.safeParse(text)
  if (!read.success) throw new RangeError(`not a period: ${text.slice(0, 20)}`)
  return read.data
}

export function kindOf(of: Period): PeriodKind {
  return of.length === 4 ? 'year' : of[5] === 'Q' ? 'quarter' : 'month'
}

function lastMonth(of: Period): number {
  switch (kindOf(of)) {
    case 'month':
      return Number(of.slice(5))
    case 'quarter':
      return Number(of.slice(6)) * 3
    case 'year':
      return 12
  }
}

const MONTHS: Record<PeriodKind, number> = { month: 1, quarter: 3, year: 12 }

/** The first civil day of a period. */
export function firstDay(of: Period): PlainDate {
  return plainDate(`${of.slice(0, 4)}-${String(lastMonth(of) - MONTHS[kindOf(of)] + 1).padStart(2, '0')}-01`)
}

/** The last civil day of a period; stock is counted at its end. */
export function lastDay(of: Period): PlainDate {
  const [year, month] = [Number(of.slice(0, 4)), lastMonth(of)]
  return plainDate(`${of.slice(0, 4)}-${String(month).padStart(2, '0')}-${daysInMonth(year, month)}`)
}

export function contains(of: Period, day: PlainDate): boolean {
  return firstDay(of) <= day && day <= lastDay(of)
}

/** The month, the quarter and the year in which a day lies, in that order. */
export function periodsOf(day: PlainDate): readonly [Period, Period, Period] {
  const year = day.slice(0, 4)
  return [period(day.slice(0, 7)), period(`${year}-Q${Math.ceil(monthOf(day) / 3)}`), period(year)]
}

export function monthContaining(day: PlainDate): Period {
  return period(day.slice(0, 7))
}

/** Every month from one month to another, both included, oldest first; none when `to` is earlier. */
export function monthsFrom(from: Period, to: Period): Period[] {
  const [first, last] = [firstDay(from), firstDay(to)]
  const months: Period[] = []
  for (let n = yearOf(first) * 12 + monthOf(first) - 1; n <= yearOf(last) * 12 + monthOf(last) - 1; n++) {
    months.push(period(`${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`))
  }
  return months
}

/** January 1800 and December 2199, in months. */
const [FIRST_MONTH, LAST_MONTH] = [1800 * 12, 2199 * 12 + 11]

/** The month `count` months later (earlier when negative); the first or the last month kept where that lies beyond it, as the day of `addDays` does. */
export function addMonths(month: Period, count: number): Period {
  const first = firstDay(month)
  const n = Math.min(Math.max(yearOf(first) * 12 + monthOf(first) - 1 + count, FIRST_MONTH), LAST_MONTH)
  return period(`${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`)
}

/** The months, quarters and years that touch the span of months `from`…`to`, each once. */
export function periodsBetween(from: Period, to: Period): Period[] {
  return [...new Set(monthsFrom(from, to).flatMap((month) => periodsOf(firstDay(month))))]
}
