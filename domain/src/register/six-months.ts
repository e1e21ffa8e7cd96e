import { monthsLater, type PlainDate } from '../kernel/plain-date.ts'
import { packFor } from '../packs/in-force.ts'

/** When six months of staying for now, or of being away, are reached, and from when somebody is asked about it: a month before. */
export interface SixMonths {
  readonly asked: PlainDate
  readonly reached: PlainDate
}

/** @param since the first day of staying or of being away */
export function sixMonthsFrom(since: PlainDate): SixMonths {
  const { residentAfterMonths } = packFor(since)
  return { asked: monthsLater(since, residentAfterMonths - 1), reached: monthsLater(since, residentAfterMonths) }
}
