import type { History } from '../kernel/decide.ts'
import type { AnyFact } from '../kernel/fact.ts'
import { foldOrder } from '../kernel/fold.ts'
import type { HouseholdId, PersonId } from '../kernel/ids.ts'
import type { RegisterFact } from './facts.ts'
import { householdFrom, personFrom, rankOf, registerFacts } from './fold.ts'
import type { Household } from './household.ts'
import { evolve } from './evolve.ts'
import { type Person, unopened } from './person.ts'

const order = foldOrder(rankOf)

/** What a judge knows of a person: all that counts, whenever it happened. */
export function personKnown(history: History, id: PersonId): Person {
  return personFrom(id, history.about(id))
}

/** What a judge knows of a household. */
export function householdKnown(history: History, id: HouseholdId): Household {
  return householdFrom(id, history.about(id))
}

/** A person's state just before a fact in fold order. */
export function personBefore(history: History, id: PersonId, fact: AnyFact): Person {
  return registerFacts(history.about(id))
    .filter((other) => order(other, fact) < 0)
    .reduce(evolve, unopened(id))
}

/** The facts that count and follow a fact in fold order, of those in which this person did or underwent something. */
export function deedsAfter(history: History, id: PersonId, fact: AnyFact): RegisterFact[] {
  return registerFacts(history.about(id)).filter((other) => order(other, fact) > 0 && isDeedOf(id, other))
}

/** The facts that count in which this person did or underwent something. */
export function deedsOf(history: History, id: PersonId): RegisterFact[] {
  return registerFacts(history.about(id)).filter((fact) => isDeedOf(id, fact))
}

function isDeedOf(id: PersonId, fact: RegisterFact): boolean {
  switch (fact.type) {
    case 'person-changed':
    case 'death-reported':
    case 'residence-confirmed':
      return fact.data.person === id
    case 'departure-reported':
      return fact.data.people.includes(id)
    case 'person-moved':
    case 'household-split':
      return fact.data.people.some(({ person }) => person === id)
    case 'birth-reported':
      return fact.data.mother.kind === 'person' && fact.data.mother.person === id
    case 'marriage-reported':
      return [fact.data.wife, fact.data.husband].some((party) => party.kind === 'person' && party.person === id)
    case 'separation-reported':
    case 'divorce-reported':
      return fact.data.wife === id || fact.data.husband === id
    case 'arrival-reported':
    case 'adoption-reported':
      return fact.data.who.kind === 'known' && fact.data.who.person === id
    case 'person-registered':
    case 'household-registered':
    case 'household-changed':
    case 'household-closed':
    case 'persons-joined':
      return false
  }
}
