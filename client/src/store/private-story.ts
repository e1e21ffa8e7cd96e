import { settledBy, targetOf } from '@sotay/domain/kernel/effective'
import type { AnyFact } from '@sotay/domain/kernel/fact'
import { PersonId } from '@sotay/domain/kernel/ids'
import { addDays, type PlainDate } from '@sotay/domain/kernel/plain-date'
import { lastDay, type Period } from '@sotay/domain/kernel/period'
import type { Method } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { PlanningFact } from '@sotay/domain/planning/facts'
import type { FollowUp, MethodSpell, Pregnancy } from '@sotay/domain/planning/follow-up'
import * as z from 'zod/mini'
import { notedOf, type PhoneState } from './phone-state.ts'

/** Every type of fact that is told to its own person only; the compiler asks for each type of planning. */
const PRIVATE: Readonly<Record<PlanningFact['type'], true>> = {
  'method-started': true,
  'method-stopped': true,
  'method-declined': true,
  'pregnancy-reported': true,
  'pregnancy-ended': true,
  'prenatal-screened': true,
  'newborn-screened': true,
  'elder-examined': true,
  'premarital-examined': true,
}

/** The fact that is spoken of: the one withdrawn or settled, else the fact itself. */
function spokenOf(state: PhoneState, fact: AnyFact): AnyFact {
  const answered = settledBy(fact)?.fact ?? (fact.type === 'fact-withdrawn' ? targetOf(fact) : undefined)
  return (answered === undefined ? undefined : notedOf(state, answered)?.fact) ?? fact
}

/** Whether a fact, of whatever version, is told to its own person only: what nobody at her door may read by chance. */
export function isPrivate(state: PhoneState, fact: AnyFact): boolean {
  return Object.hasOwn(PRIVATE, spokenOf(state, fact).type)
}

const Data = z.object({ person: PersonId })

/** Whose a private fact is; nothing for one of a later version that says so otherwise. A correction may name others in `about`: those it had been noted of. */
export function findOwner(state: PhoneState, fact: AnyFact): PersonId | undefined {
  const read = Data.safeParse(spokenOf(state, fact).data)
  return read.success ? read.data.person : undefined
}

/** A method in use, of which it is known since when. */
export type MethodUse = MethodSpell & { readonly from: PlainDate }

/** The methods in use on a day. */
export function inUse({ methods }: FollowUp, day: PlainDate): MethodUse[] {
  return methods.filter((spell): spell is MethodUse => spell.from !== undefined && spell.from <= day && (spell.until === undefined || day < spell.until))
}

/** What was used at the end of a month (at the end of `today` in the current one): methods, none, or nothing that anybody has noted. */
export function usedIn(story: FollowUp, month: Period, today: PlainDate): readonly Method[] | 'none' | 'unknown' {
  const day = lastDay(month) < today ? lastDay(month) : today
  const used = inUse(story, day)
  if (used.length > 0) return used.map(({ method }) => method)
  return [story.declined?.on, ...story.methods.map(({ until }) => until)].some((on) => on !== undefined && on <= day) ? 'none' : 'unknown'
}

/** From the last period to the expected birth, days (Naegele). */
const PREGNANCY_DAYS = 280

/** The first day of the last period, as told or as the expected birth has it. */
export function findBeginning({ lastPeriod, due }: Pregnancy): PlainDate | undefined {
  return lastPeriod ?? (due === undefined ? undefined : addDays(due, -PREGNANCY_DAYS))
}

/** The expected birth, as told or as the last period has it. */
export function findDueDay({ lastPeriod, due }: Pregnancy): PlainDate | undefined {
  return due ?? (lastPeriod === undefined ? undefined : addDays(lastPeriod, PREGNANCY_DAYS))
}

/** The days on which pregnancies ended, noted before or not, the latest first. */
export function endsOf({ pregnancies, losses }: FollowUp): PlainDate[] {
  const noted = pregnancies.flatMap(({ ended }) => (ended === undefined ? [] : [ended]))
  const others = losses.filter(({ fact }) => !noted.some((end) => end.fact === fact))
  return [...noted, ...others].map(({ on }) => on).sort().reverse()
}
