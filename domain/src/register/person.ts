import type { AreaId, FactId, HouseholdId, PersonId } from '../kernel/ids.ts'
import { type PartialDate, partialDate } from '../kernel/partial-date.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { Education, LegalResidence, Marital, Presence, Relation, Sex } from '../packs/tt01-2022/code-lists.ts'
import type { BirthReported, DeathReported, Mother, PersonChanged, PersonRegistered, RegisterFact } from './facts.ts'
import type { DepartureReported } from './move-facts.ts'
import type { PersonName } from './person-fields.ts'

/**
 * A person's own state: the fold of the facts about that person, in fold order, and nothing else. Other people are named, never looked into.
 *
 *     unopened ──opening──▶ living ──death──▶ dead
 *
 * 1. `evolve` accepts any history: facts before an opening or after a death change nothing but the ties named below.
 * 2. The first opening opens; a second one is passed over (the officer sees it as a contradiction).
 * 3. Ties (spouse, births) are kept in every state, for they may be named by somebody else's opening.
 * 4. Spells of residence follow one another; one that would end before it began never was.
 */
export type Person = Unopened | Living | Dead

/** A live birth of this woman, named by the child's opening. */
export interface BirthGiven {
  readonly child: PersonId
  readonly fact: FactId
  readonly on: PartialDate
  readonly order: number | 'unknown'
  readonly sex: Sex
  readonly twin: boolean
}

interface Ties {
  readonly id: PersonId
  readonly spouse?: PersonId
  readonly births: readonly BirthGiven[]
}

/** From the day it opens to the day it closes, both lived there; at the end of the closing day no more. */
export interface Spell {
  readonly area: AreaId
  readonly from: PlainDate
  readonly to?: PlainDate
  readonly opened: 'book' | 'birth'
  readonly closed?: 'death' | 'departure'
}

export interface Profile {
  readonly household: HouseholdId
  /** The area of the book in which the person was opened. */
  readonly area: AreaId
  readonly openedBy: FactId
  readonly name?: PersonName
  readonly sex: Sex
  readonly born: PartialDate
  readonly bornAbout: boolean
  readonly relation: Relation
  readonly marital: Marital
  readonly legal: LegalResidence
  readonly presence: Presence
  readonly ethnicity?: string
  readonly nationality?: string
  readonly education?: Education
  readonly insuranceNumber?: string
  readonly nationalId?: string
  readonly mother?: Mother
  readonly father?: PersonId
  /** Present when the opening was a birth noted here. */
  readonly birth?: {
    readonly on: PlainDate
    readonly order: number | 'unknown'
    readonly place: BirthReported['data']['place']
    readonly twin: boolean
    readonly weight?: number
  }
  readonly spells: readonly Spell[]
  readonly departure?: { readonly on: PlainDate; readonly fact: FactId; readonly destination: DepartureReported['data']['destination'] }
}

export interface Unopened extends Ties {
  readonly status: 'unopened'
  /** A death noted before any opening: whoever opens later opens somebody dead. */
  readonly death?: Death
}
export interface Living extends Ties, Profile {
  readonly status: 'living'
}
export interface Death {
  readonly on: PlainDate
  readonly fact: FactId
  readonly place: DeathReported['data']['place']
  readonly note?: string
}
export interface Dead extends Ties, Profile {
  readonly status: 'dead'
  readonly death: Death
}

export function unopened(id: PersonId): Unopened {
  return { status: 'unopened', id, births: [] }
}

/** The state after one more fact. Never throws and never judges. */
export function evolve(person: Person, fact: RegisterFact): Person {
  switch (fact.type) {
    case 'person-registered':
      return afterRegistered(person, fact)
    case 'birth-reported':
      return afterBirth(person, fact)
    case 'person-changed':
      return afterChange(person, fact)
    case 'death-reported':
      return afterDeath(person, fact)
    case 'departure-reported':
      return afterDeparture(person, fact)
    case 'household-registered':
    case 'household-changed':
      return person
  }
}

function afterRegistered(person: Person, fact: PersonRegistered): Person {
  const { data } = fact
  if (data.spouse === person.id && data.person !== person.id) return { ...person, spouse: data.person }
  if (data.mother === person.id && data.person !== person.id) {
    return withBirth(person, {
      child: data.person,
      fact: fact.id,
      on: data.born,
      order: 'unknown',
      sex: data.sex,
      twin: false,
    })
  }
  if (data.person !== person.id) return person
  const { household, residence, mother, father, spouse, person: _self, ...told } = data
  return open(person, spouse, {
    ...told,
    household,
    area: fact.area,
    openedBy: fact.id,
    bornAbout: told.bornAbout ?? false,
    marital: told.marital ?? 'unknown',
    legal: residence.legal,
    presence: residence.presence,
    ...(mother === undefined ? {} : { mother: { kind: 'person', person: mother } }),
    ...(father === undefined ? {} : { father }),
    spells: [{ area: fact.area, from: fact.occurredOn, opened: 'book' }],
  })
}

function afterBirth(person: Person, fact: BirthReported): Person {
  const { data } = fact
  if (data.mother.kind === 'person' && data.mother.person === person.id && data.child !== person.id) {
    return withBirth(person, {
      child: data.child,
      fact: fact.id,
      on: partialDate(fact.occurredOn),
      order: data.order,
      sex: data.sex,
      twin: data.twin ?? false,
    })
  }
  if (data.child !== person.id) return person
  return open(person, undefined, {
    household: data.household,
    area: fact.area,
    openedBy: fact.id,
    ...(data.name === undefined ? {} : { name: data.name }),
    sex: data.sex,
    born: partialDate(fact.occurredOn),
    bornAbout: false,
    relation: 'unknown',
    marital: 'never-married',
    legal: 'unknown',
    presence: 'present',
    ...(data.ethnicity === undefined ? {} : { ethnicity: data.ethnicity }),
    mother: data.mother,
    birth: {
      on: fact.occurredOn,
      order: data.order,
      place: data.place,
      twin: data.twin ?? false,
      ...(data.weight === undefined ? {} : { weight: data.weight }),
    },
    spells: [{ area: fact.area, from: fact.occurredOn, opened: 'birth' }],
  })
}

function open(person: Person, spouse: PersonId | undefined, profile: Profile): Person {
  if (person.status !== 'unopened') return person
  const { death, status: _unopened, ...ties } = person
  const living: Living = { ...ties, ...profile, status: 'living', ...(spouse === undefined ? {} : { spouse }) }
  return death === undefined ? living : die(living, death)
}

function afterChange(person: Person, fact: PersonChanged): Person {
  if (person.status !== 'living' || fact.data.person !== person.id) return person
  return { ...person, ...fact.data.new }
}

function afterDeath(person: Person, fact: DeathReported): Person {
  if (fact.data.person !== person.id || person.status === 'dead') return person
  const { place, note } = fact.data
  const death: Death = { on: fact.occurredOn, fact: fact.id, place, ...(note === undefined ? {} : { note }) }
  if (person.status === 'unopened') return person.death === undefined ? { ...person, death } : person
  return die(person, death)
}

function die(person: Living, death: Death): Dead {
  return { ...person, status: 'dead', death, spells: closed(person.spells, death.on, 'death') }
}

function afterDeparture(person: Person, fact: DepartureReported): Person {
  if (person.status !== 'living' || !fact.data.people.includes(person.id) || person.departure !== undefined) return person
  const departure = { on: fact.occurredOn, fact: fact.id, destination: fact.data.destination }
  return { ...person, departure, spells: closed(person.spells, fact.occurredOn, 'departure') }
}

function closed(spells: readonly Spell[], on: PlainDate, reason: 'death' | 'departure'): Spell[] {
  return spells
    .map((spell): Spell => (spell.to === undefined ? { ...spell, to: on, closed: reason } : spell))
    .filter((spell) => spell.to === undefined || spell.from <= spell.to)
}

function withBirth(person: Person, birth: BirthGiven): Person {
  return { ...person, births: [...person.births.filter((other) => other.child !== birth.child), birth] }
}
