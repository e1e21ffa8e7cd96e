import * as z from 'zod/mini'

/**
 * A civil date `YYYY-MM-DD` (proleptic Gregorian, years 1800–2199), kept as text so that it sorts, compares and travels as it is.
 * It has no hour and no time zone: a `Date` at midnight is another day elsewhere.
 */
export const PlainDate = z
  .string()
  .check(z.refine((text) => isPlainDate(text)))
  .brand('PlainDate')
export type PlainDate = z.infer<typeof PlainDate>

/** Days since 1970-01-01 by Howard Hinnant's `days_from_civil` (http://howardhinnant.github.io/date_algorithms.html). */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

const FIRST_DAY_NUMBER = dayNumber(1800, 1, 1)
const LAST_DAY_NUMBER = dayNumber(2199, 12, 31)

/** The civil date of a day number, or the nearest that is kept; the inverse of `dayNumber`, from the same source. */
function fromDayNumber(days: number): PlainDate {
  const z0 = Math.min(Math.max(days, FIRST_DAY_NUMBER), LAST_DAY_NUMBER) + 719_468
  const era = Math.floor(z0 / 146_097)
  const dayOfEra = z0 - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1
  const month = mp < 10 ? mp + 3 : mp - 9
  return plainDate(format(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day))
}

function format(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Number of days (28–31) of a month 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Whether text is a civil date of the years kept. */
export function isPlainDate(text: string): text is PlainDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1800 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** The date of three numbers as a person types them; undefined where there is no such day (31/02). */
export function findPlainDate(year: number, month: number, day: number): PlainDate | undefined {
  const text = format(year, month, day)
  return isPlainDate(text) ? text : undefined
}

/** Reads text known to be a date (a literal, a column of type date). @throws RangeError when it is not one. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`not a civil date: ${text.slice(0, 20)}`)
  return text
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4))
}
export function monthOf(date: PlainDate): number {
  return Number(date.slice(5, 7))
}
export function dayOf(date: PlainDate): number {
  return Number(date.slice(8, 10))
}

/** The date `days` later (earlier when negative); the first or the last day kept where that lies beyond it, as a due date of 1800 less nine months does. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(yearOf(date), monthOf(date), dayOf(date)) + days)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(yearOf(to), monthOf(to), dayOf(to)) - dayNumber(yearOf(from), monthOf(from), dayOf(from))
}

/** The same day `months` months later, or the last day of that month where it has no such day (31 August + 6 = 28 or 29 February). */
export function monthsLater(date: PlainDate, months: number): PlainDate {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1]
  return findPlainDate(year, month, Math.min(dayOf(date), daysInMonth(year, month))) ?? LAST_DAY
}

/** Completed years of age on a day, as used by every threshold of the forms: 29 February completes its year on 1 March. */
export function ageOn(born: PlainDate, day: PlainDate): number {
  const years = yearOf(day) - yearOf(born)
  return day.slice(5) < born.slice(5) ? years - 1 : years
}

const LAST_DAY = plainDate('2199-12-31')

/** The first day on which somebody born on `born` has completed `years` years; the last day kept where that lies beyond it. */
export function birthday(born: PlainDate, years: number): PlainDate {
  const year = yearOf(born) + years
  if (year > yearOf(LAST_DAY)) return LAST_DAY
  return findPlainDate(year, monthOf(born), dayOf(born)) ?? plainDate(format(year, 3, 1))
}

/** Vietnam keeps UTC+7 all year (Asia/Ho_Chi_Minh, since 13 June 1975). */
const VIETNAM_OFFSET_MS = 7 * 3_600_000

/** The civil day in Vietnam at an instant (UTC milliseconds). */
export function civilDayInVietnam(instantMs: number): PlainDate {
  return fromDayNumber(Math.floor((instantMs + VIETNAM_OFFSET_MS) / 86_400_000))
}
