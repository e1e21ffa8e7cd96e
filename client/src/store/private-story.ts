import { effective, settledBy, targetOf } from '@sotay/domain/kernel/effective'
import type { AnyFact } from '@sotay/domain/kernel/fact'
import { foldOrder } from '@sotay/domain/kernel/fold'
import { PersonId } from '@sotay/domain/kernel/ids'
import { addDays, type PlainDate } from '@sotay/domain/kernel/plain-date'
import { presumedDay } from '@sotay/domain/kernel/partial-date'
import { lastDay, type Period } from '@sotay/domain/kernel/period'
import type { Method, NotUsingReason } from '@sotay/domain/packs/tt01-2022/code-lists'
import { isPlanningFact } from '@sotay/domain/planning/fold'
import type { NewbornScreened, PlanningFact, PrenatalScreened } from '@sotay/domain/planning/facts'
import * as z from 'zod/mini'
import type { OpenPerson } from './book.ts'
import { notedAbout, notedOf, type PhoneState } from './phone-state.ts'

/** From the last period to the expected birth, days (Naegele). */
export const PREGNANCY_DAYS = 280

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

/** A method in use; `to` is the first day without it. */
export interface MethodUse {
  readonly method: Method
  readonly from: PlainDate
  readonly to?: PlainDate
}

export interface Pregnancy {
  readonly found: PlainDate
  readonly which: number | 'unknown'
  /** The first day of the last period, as told or as the expected birth has it. */
  readonly began?: PlainDate
  readonly ended?: PlainDate
}

/** What a person's own private facts come to, those that count alone. */
export interface PrivateStory {
  /** Oldest first; where one begins the one before ends. */
  readonly methods: readonly MethodUse[]
  readonly declined: readonly { readonly on: PlainDate; readonly reason: NotUsingReason }[]
  readonly stopped: readonly PlainDate[]
  readonly pregnancies: readonly Pregnancy[]
  readonly prenatal: readonly PrenatalScreened[]
  readonly newborn: readonly NewbornScreened[]
}

const order = foldOrder(() => 'other')

/** Tells a person's private story from the notes on this phone. */
export function privateStoryOf(state: PhoneState, person: Pick<OpenPerson, 'id' | 'births'>): PrivateStory {
  const methods: MethodUse[] = []
  const declined: { on: PlainDate; reason: NotUsingReason }[] = []
  const stopped: PlainDate[] = []
  const pregnancies: Pregnancy[] = []
  const prenatal: PrenatalScreened[] = []
  const newborn: NewbornScreened[] = []
  const end = (isIt: (use: MethodUse) => boolean, to: PlainDate): void =>
    methods.forEach((use, index) => {
      if (use.to === undefined && isIt(use)) methods[index] = { ...use, to }
    })
  const own = effective(notedAbout(state, person.id)).filter(isPlanningFact).filter(({ data }) => data.person === person.id)
  for (const fact of own.sort(order)) {
    switch (fact.type) {
      case 'method-started':
        end(() => true, fact.occurredOn)
        methods.push({ method: fact.data.method, from: fact.occurredOn })
        break
      case 'method-stopped':
        end(({ method }) => method === fact.data.method, fact.occurredOn)
        stopped.push(fact.occurredOn)
        break
      case 'method-declined':
        declined.push({ on: fact.occurredOn, reason: fact.data.reason })
        break
      case 'pregnancy-reported': {
        const { which, lastPeriod, due } = fact.data
        const began = lastPeriod ?? (due === undefined ? undefined : addDays(due, -PREGNANCY_DAYS))
        pregnancies.push({ found: fact.occurredOn, which, ...(began === undefined ? {} : { began }) })
        break
      }
      case 'pregnancy-ended': {
        const last = pregnancies.pop()
        if (last !== undefined) pregnancies.push({ ...last, ended: last.ended ?? fact.occurredOn })
        break
      }
      case 'prenatal-screened':
        prenatal.push(fact)
        break
      case 'newborn-screened':
        newborn.push(fact)
        break
      case 'elder-examined':
      case 'premarital-examined':
        break
    }
  }
  return { methods, declined, stopped, pregnancies: pregnancies.map((one, index) => endedByBirth(one, pregnancies[index + 1]?.found, person)), prenatal, newborn }
}

/** A live birth after a pregnancy was found, and before the next was, has ended it. */
function endedByBirth(pregnancy: Pregnancy, next: PlainDate | undefined, { births }: Pick<OpenPerson, 'births'>): Pregnancy {
  const born = births.map(({ on }) => presumedDay(on)).filter((on) => on >= pregnancy.found && (next === undefined || on < next)).sort()[0]
  return born === undefined || (pregnancy.ended !== undefined && pregnancy.ended < born) ? pregnancy : { ...pregnancy, ended: born }
}

/** The methods in use on a day. */
export function inUse({ methods }: PrivateStory, day: PlainDate): MethodUse[] {
  return methods.filter(({ from, to }) => from <= day && (to === undefined || day < to))
}

/** What was used at the end of a month (at the end of `today` in the current one): methods, none, or nothing that anybody has noted. */
export function usedIn(story: PrivateStory, month: Period, today: PlainDate): readonly Method[] | 'none' | 'unknown' {
  const day = lastDay(month) < today ? lastDay(month) : today
  const used = inUse(story, day)
  if (used.length > 0) return used.map(({ method }) => method)
  const isTold = [...story.declined.map(({ on }) => on), ...story.stopped].some((on) => on <= day)
  return isTold ? 'none' : 'unknown'
}

/** The pregnancy that has not ended, if there is one. */
export function findOpenPregnancy({ pregnancies }: PrivateStory): Pregnancy | undefined {
  return pregnancies.findLast(({ ended }) => ended === undefined)
}

