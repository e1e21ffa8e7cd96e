import { presumedDay } from '@sotay/domain/kernel/partial-date'
import { ageOn, type PlainDate } from '@sotay/domain/kernel/plain-date'
import type { OpenPerson } from '../store/book.ts'

/** Younger than anybody may marry, for tảo hôn is noted too. */
const LEAST_YEARS = 12

/** Whether somebody is old enough for a marriage to be told of. */
export function isGrown(person: OpenPerson, today: PlainDate): boolean {
  return ageOn(presumedDay(person.born), today) >= LEAST_YEARS
}
