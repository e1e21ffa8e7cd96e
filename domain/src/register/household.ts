import type { AreaId, FactId, HouseholdId, PersonId } from '../kernel/ids.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { HouseholdKind } from '../packs/tt01-2022/code-lists.ts'
import type { RegisterFact } from './facts.ts'

/** A household's own state: the fold of the facts about it. Its people are named in the order in which they were opened. */
export type Household = UnopenedHousehold | OpenHousehold

interface Named {
  readonly id: HouseholdId
  /** Everyone whose opening names this household, whatever became of them since. */
  readonly people: readonly PersonId[]
}

export interface UnopenedHousehold extends Named {
  readonly status: 'unopened'
}

export interface OpenHousehold extends Named {
  readonly status: 'open'
  readonly area: AreaId
  readonly openedOn: PlainDate
  readonly openedBy: FactId
  readonly number: string
  readonly kind: HouseholdKind
  readonly address: readonly string[]
  readonly phone?: string
  readonly representative?: string
  readonly head?: PersonId
}

export function unopenedHousehold(id: HouseholdId): UnopenedHousehold {
  return { status: 'unopened', id, people: [] }
}

/** The state after one more fact. Never throws and never judges. */
export function evolveHousehold(household: Household, fact: RegisterFact): Household {
  switch (fact.type) {
    case 'household-registered': {
      if (fact.data.household !== household.id || household.status === 'open') return household
      const { household: _self, ...told } = fact.data
      return { ...household, ...told, status: 'open', area: fact.area, openedOn: fact.occurredOn, openedBy: fact.id }
    }
    case 'household-changed': {
      if (fact.data.household !== household.id || household.status === 'unopened') return household
      const { household: _self, ...changed } = fact.data
      return { ...household, ...changed }
    }
    case 'person-registered':
      return fact.data.household === household.id ? withPerson(household, fact.data.person, fact.data.relation === 'head') : household
    case 'birth-reported':
      return fact.data.household === household.id ? withPerson(household, fact.data.child, false) : household
    case 'person-changed':
    case 'death-reported':
    case 'departure-reported':
      return household
  }
}

function withPerson(household: Household, person: PersonId, isHead: boolean): Household {
  const people = household.people.includes(person) ? household.people : [...household.people, person]
  if (household.status === 'unopened') return { ...household, people }
  return isHead && household.head === undefined ? { ...household, people, head: person } : { ...household, people }
}
