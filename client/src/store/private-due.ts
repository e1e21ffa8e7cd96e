import { presumedDay } from '@sotay/domain/kernel/partial-date'
import { addDays, daysBetween, type PlainDate } from '@sotay/domain/kernel/plain-date'
import { SCREENING_WINDOWS, type ScreeningWindow } from '@sotay/domain/packs/tt01-2022/code-lists'
import { type FollowUp, openPregnancy, type Pregnancy } from '@sotay/domain/planning/follow-up'
import type { OpenPerson } from './book.ts'
import { findBeginning, inUse } from './private-story.ts'
import { isHere } from './search.ts'

/** Something to ask or to advise now. */
export type Due =
  | { readonly kind: 'pregnancy-overdue' }
  | { readonly kind: 'prenatal'; readonly window: ScreeningWindow; readonly from: PlainDate; readonly to: PlainDate }
  | { readonly kind: 'no-method-after-birth'; readonly born: PlainDate }
  | { readonly kind: 'newborn' }

/** A pregnancy open after this many weeks is asked about (domain.md §4). */
const LONGEST_PREGNANCY_WEEKS = 44
/** Found without a date of the last period, it is four weeks on at least. */
const FOUND_AT_LEAST_WEEKS = 4
/** Weeks by which a screening may lie from its mark (domain.md §4). */
const WINDOW_WEEKS = 2
const AFTER_BIRTH_DAYS = 42
/** A woman who gave birth longer ago is counted among all the others. */
const RECENT_BIRTH_DAYS = 365
/** "Sơ sinh": to the end of the 28th day. */
const NEWBORN_DAYS = 28

/** What is due for somebody on a day; nothing for who has died or left. */
export function dueFor(person: OpenPerson, story: FollowUp, today: PlainDate): Due[] {
  if (!isHere(person)) return []
  const pregnancy = openPregnancy(story)
  return [...(pregnancy === undefined ? afterBirth(person, story, today) : inPregnancy(pregnancy, today)), ...newborn(person, story, today)]
}

function inPregnancy(pregnancy: Pregnancy, today: PlainDate): Due[] {
  const { found, screenings } = pregnancy
  const began = findBeginning(pregnancy)
  const latest = addDays(began ?? found, 7 * (LONGEST_PREGNANCY_WEEKS - (began === undefined ? FOUND_AT_LEAST_WEEKS : 0)))
  if (today > latest) return [{ kind: 'pregnancy-overdue' }]
  if (began === undefined) return []
  return SCREENING_WINDOWS.flatMap((window) => {
    const from = addDays(began, 7 * (Number(window) - WINDOW_WEEKS))
    const to = addDays(began, 7 * (Number(window) + WINDOW_WEEKS))
    const isDone = screenings.some((screening) => screening.window === window)
    return isDone || today < from || today > to ? [] : [{ kind: 'prenatal' as const, window, from, to }]
  })
}

function afterBirth({ births }: OpenPerson, story: FollowUp, today: PlainDate): Due[] {
  const born = births.filter(({ on }) => on.length === 10).map(({ on }) => presumedDay(on)).sort().at(-1)
  if (born === undefined || inUse(story, today).length > 0 || (story.declined !== undefined && story.declined.on >= born)) return []
  const days = daysBetween(born, today)
  return days < AFTER_BIRTH_DAYS || days > RECENT_BIRTH_DAYS ? [] : [{ kind: 'no-method-after-birth', born }]
}

function newborn({ born }: OpenPerson, story: FollowUp, today: PlainDate): Due[] {
  if (born.length < 10 || story.newborn.length > 0) return []
  const days = daysBetween(presumedDay(born), today)
  return days < 0 || days > NEWBORN_DAYS ? [] : [{ kind: 'newborn' }]
}
