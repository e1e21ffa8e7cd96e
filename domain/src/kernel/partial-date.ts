import * as z from 'zod/mini'
import { findPlainDate, PlainDate, plainDate } from './plain-date.ts'

/**
 * A birth date as far as it is known: `1948`, `1948-03` or `1948-03-02`. Old people of the mountains know a year, and a year
 * must not become 1 January on a form.
 */
export const PartialDate = z
  .string()
  .check(
    z.refine((text) => {
      if (/^\d{4}$/.test(text)) return findPlainDate(Number(text), 1, 1) !== undefined
      if (/^\d{4}-\d{2}$/.test(text)) return findPlainDate(Number(text.slice(0, 4)), Number(text.slice(5)), 1) !== undefined
      return PlainDate.safeParse(text).success
    }),
  )
  .brand('PartialDate')
export type PartialDate = z.infer<typeof PartialDate>

/** Reads text known to be a partial date. @throws RangeError when it is not one. */
export function partialDate(text: string): PartialDate {
  const read = PartialDate.safeParse(text)
  if (!read.success) throw new RangeError(`not a partial date: ${text.slice(0, 20)}`)
  return read.data
}

/** The earliest day it can be: what may not lie after another date. */
export function earliestOf(date: PartialDate): PlainDate {
  return plainDate(date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date)
}

/**
 * The day by which ages are counted: the date itself, the 15th of a month, 1 July of a year — the middle of what is known, as
 * demographic tables presume where only a year is given.
 */
export function presumedDay(date: PartialDate): PlainDate {
  return plainDate(date.length === 4 ? `${date}-07-01` : date.length === 7 ? `${date}-15` : date)
}
