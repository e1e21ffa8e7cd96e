import type { Noted } from '../kernel/effective.ts'
import type { AnyFact } from '../kernel/fact.ts'
import { inOrder } from '../kernel/fold.ts'
import type { PersonId } from '../kernel/ids.ts'
import { isRegisterFact, rankOf } from '../register/fold.ts'
import type { PlanningFact } from './facts.ts'
import { evolve, type FollowedFact, type FollowUp, noFollowUp } from './follow-up.ts'

const TYPES: Readonly<Record<PlanningFact['type'], true>> = {
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

/** Whether a fact, already parsed, is one that this version of the follow-up folds. */
export function isPlanningFact(fact: AnyFact): fact is PlanningFact {
  return fact.v === 1 && Object.hasOwn(TYPES, fact.type)
}

function isFollowed(fact: AnyFact): fact is FollowedFact {
  return isPlanningFact(fact) || (isRegisterFact(fact) && (fact.type === 'birth-reported' || fact.type === 'death-reported'))
}

/** The facts of the follow-up that count among those noted about one person, in fold order. */
export function followedFacts(noted: readonly Noted[]): FollowedFact[] {
  return inOrder(noted, rankOf).filter(isFollowed)
}

/** A person's follow-up. `noted` holds every fact about the person, in any order. */
export function followUpFrom(id: PersonId, noted: readonly Noted[]): FollowUp {
  // Most people have none; births and deaths alone leave nothing that anybody asks for.
  if (!noted.some(({ fact }) => isPlanningFact(fact))) return noFollowUp(id)
  return followedFacts(noted).reduce(evolve, noFollowUp(id))
}
