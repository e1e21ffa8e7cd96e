import type { Noted } from '../kernel/effective.ts'
import type { AnyFact } from '../kernel/fact.ts'
import { inOrder, type Rank } from '../kernel/fold.ts'
import type { HouseholdId, PersonId } from '../kernel/ids.ts'
import type { RegisterFact } from './facts.ts'
import { evolveHousehold, type Household, unopenedHousehold } from './household.ts'
import { evolve } from './evolve.ts'
import { type Person, unopened } from './person.ts'

export const REGISTER_RANKS = {
  'household-registered': 'opening',
  'household-changed': 'other',
  'person-registered': 'opening',
  'person-changed': 'other',
  'birth-reported': 'opening',
  'death-reported': 'end',
  'departure-reported': 'other',
  'arrival-reported': 'opening',
  'person-moved': 'other',
  'adoption-reported': 'opening',
  'residence-confirmed': 'other',
  'marriage-reported': 'other',
  'separation-reported': 'other',
  'divorce-reported': 'other',
  'persons-joined': 'other',
  'household-split': 'opening',
  'household-closed': 'end',
} as const satisfies Record<RegisterFact['type'], Rank>

/** Whether a fact, already parsed, is one that this version of the register folds; a later version of a type is not. */
export function isRegisterFact(fact: AnyFact): fact is RegisterFact {
  return fact.v === 1 && Object.hasOwn(REGISTER_RANKS, fact.type)
}

export function rankOf(fact: AnyFact): Rank {
  return isRegisterFact(fact) ? REGISTER_RANKS[fact.type] : 'other'
}

/** The facts of the register that count among those noted about one subject, in fold order. */
export function registerFacts(noted: readonly Noted[]): RegisterFact[] {
  return inOrder(noted, rankOf).filter(isRegisterFact)
}

/** A person's own state. `noted` holds every fact about the person, in any order. */
export function personFrom(id: PersonId, noted: readonly Noted[]): Person {
  return registerFacts(noted).reduce(evolve, unopened(id))
}

/** A household's own state. `noted` holds every fact about the household, in any order. */
export function householdFrom(id: HouseholdId, noted: readonly Noted[]): Household {
  return registerFacts(noted).reduce(evolveHousehold, unopenedHousehold(id))
}
