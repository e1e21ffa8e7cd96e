import type { AreaId, FactId, HouseholdId, PersonId } from '../kernel/ids.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { ClosingReason, HouseholdKind, Relation } from '../packs/tt01-2022/code-lists.ts'
import type { HouseholdRegistered, HouseholdSplit, RegisterFact } from './facts.ts'
import type { Placed } from './person-fields.ts'

/**
 * A household's own state: the fold of the facts about it. Whoever ever entered it is named, in that order; who lives in it is told by the people's own
 * states (`Profile.household`).
 */
export type Household = UnopenedHousehold | OpenHousehold

interface Named {
  readonly id: HouseholdId
  /** Everyone who ever entered this household, whatever became of them since. */
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
  /** Of a collective household: people who stay for a short while, from the day they were counted. */
  readonly shortStayers?: { readonly male: number; readonly female: number; readonly on: PlainDate }
  /** Its last day. */
  readonly closed?: { readonly on: PlainDate; readonly reason: ClosingReason }
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
      return { ...opened(household, fact), ...stayersOn(told, fact.occurredOn) }
    }
    case 'household-split':
      return afterSplit(household, fact)
    case 'household-changed': {
      if (fact.data.household !== household.id || household.status === 'unopened') return household
      const { household: _self, ...changed } = fact.data
      return { ...household, ...stayersOn(changed, fact.occurredOn) }
    }
    case 'household-closed':
      if (fact.data.household !== household.id || household.status === 'unopened' || household.closed !== undefined) return household
      return { ...household, closed: { on: fact.occurredOn, reason: fact.data.reason } }
    case 'person-registered':
      return fact.data.household === household.id ? withPerson(household, fact.data.person, fact.data.relation) : household
    case 'birth-reported':
      return fact.data.household === household.id ? withPerson(household, fact.data.child, 'unknown') : household
    case 'arrival-reported':
      return fact.data.household === household.id ? withPerson(household, fact.data.who.person, fact.data.relation) : household
    case 'adoption-reported':
      return fact.data.household === household.id ? withPerson(household, fact.data.who.person, 'adopted-child') : household
    case 'person-moved':
      return fact.data.household === household.id ? withPeople(household, fact.data.people) : household
    case 'person-changed':
    case 'death-reported':
    case 'departure-reported':
    case 'residence-confirmed':
    case 'marriage-reported':
    case 'separation-reported':
    case 'divorce-reported':
    case 'persons-joined':
      return household
  }
}

function opened(household: Household, { id: openedBy, area, occurredOn: openedOn, data }: HouseholdRegistered): OpenHousehold {
  const { household: _self, shortStayers: _dated, ...told } = data
  return { ...household, ...told, status: 'open', area, openedOn, openedBy }
}

function stayersOn<T extends { readonly shortStayers?: { readonly male: number; readonly female: number } }>(told: T, on: PlainDate) {
  const { shortStayers, ...rest } = told
  return shortStayers === undefined ? rest : { ...rest, shortStayers: { ...shortStayers, on } }
}

/** The household that comes into being has its people from the start; whom it takes the former one as head loses its head. */
function afterSplit(household: Household, fact: HouseholdSplit): Household {
  const { people, number, address, phone } = fact.data
  if (fact.data.from === household.id && household.status === 'open') {
    const { head, ...rest } = household
    return head === undefined || people.some(({ person }) => person === head) ? rest : household
  }
  if (fact.data.household !== household.id || household.status === 'open') return household
  const told = { number, address, kind: 'family' as const, ...(phone === undefined ? {} : { phone }) }
  return withPeople({ ...household, ...told, status: 'open', area: fact.area, openedOn: fact.occurredOn, openedBy: fact.id }, people)
}

function withPeople(household: Household, people: readonly Placed[]): Household {
  return people.reduce((all, { person, relation }) => withPerson(all, person, relation), household)
}

function withPerson(household: Household, person: PersonId, relation: Relation): Household {
  const people = household.people.includes(person) ? household.people : [...household.people, person]
  if (household.status === 'unopened') return { ...household, people }
  return relation === 'head' && household.head === undefined ? { ...household, people, head: person } : { ...household, people }
}
