import type { AreaId, FactId, HouseholdId, PersonId } from '../kernel/ids.ts'
import type { PartialDate } from '../kernel/partial-date.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { Education, LegalResidence, Marital, Origin, Relation, Sex } from '../packs/tt01-2022/code-lists.ts'
import type { BirthReported, DeathReported, Mother, PersonChanged } from './facts.ts'
import type { MarriageReported, Party } from './marriage-facts.ts'
import type { DepartureReported } from './move-facts.ts'
import type { PersonName } from './person-fields.ts'

/**
 * A person's own state: what the facts about that person, in fold order, leave (`evolve.ts`), and nothing else. Other people are named, never looked into.
 *
 *     unopened ──opening──▶ living ──death──▶ dead
 */
export type Person = Unopened | Living | Dead
export type OpenedPerson = Living | Dead

/** A live birth of this woman, named by the child's opening. */
export interface BirthGiven {
  readonly child: PersonId
  readonly fact: FactId
  readonly on: PartialDate
  readonly order: number | 'unknown'
  readonly sex: Sex
  readonly twin: boolean
}

/** A marriage noted here, as this person's side of it. */
export interface Wedding {
  readonly fact: FactId
  readonly on: PlainDate
  readonly side: 'wife' | 'husband'
  readonly spouse: Party
  readonly consanguineous: MarriageReported['data']['consanguineous']
  readonly examined: MarriageReported['data']['examined']
}

/**
 * Days married: from the wedding, or from the day on which the book says so, up to the divorce. `byBook`: the husband or wife is whom an opening names
 * (`Ties.spouse`). Whether the other has died is the other's own state.
 */
export interface Union {
  readonly from: PlainDate
  readonly to?: PlainDate
  readonly spouse?: PersonId
  readonly byBook: boolean
}

/** What others' facts may tell of somebody before and after anything else. */
export interface Ties {
  readonly id: PersonId
  /** Husband or wife by an opening, one's own or the other's. */
  readonly spouse?: PersonId
  readonly births: readonly BirthGiven[]
  readonly weddings: readonly Wedding[]
  readonly unions: readonly Union[]
  readonly divorces: readonly PlainDate[]
  /** The entry that counts for this one, where two entries are one person. */
  readonly joinedInto?: PersonId
}

/** Where somebody lives from a day on, until the next place. */
export interface Place {
  readonly area: AreaId
  readonly household: HouseholdId
  readonly from: PlainDate
}

export interface Absence {
  readonly from: PlainDate
  readonly to?: PlainDate
}

/**
 * A stretch of living in the registry, from the day it opens to the day it closes, both lived there. `settled`: counts at once; otherwise after six
 * months. Moves inside the registry are its places; who is away for a while is still of it.
 */
export interface Residence {
  readonly from: PlainDate
  readonly to?: PlainDate
  readonly opened: 'book' | 'birth' | 'arrival'
  readonly closed?: 'death' | 'departure'
  readonly settled: boolean
  readonly places: readonly Place[]
  readonly absences: readonly Absence[]
}

export interface BasicChange {
  readonly fact: FactId
  readonly on: PlainDate
  readonly old: PersonChanged['data']['old']
  readonly new: PersonChanged['data']['new']
}

export interface Arrival {
  readonly on: PlainDate
  readonly from: Origin
  readonly place?: string
  readonly previous?: PersonId
}

export interface Departure {
  readonly on: PlainDate
  readonly fact: FactId
  readonly destination: DepartureReported['data']['destination']
  readonly place?: string
  readonly note?: string
}

export interface Profile {
  /** Where the person lives, or lived last. */
  readonly household: HouseholdId
  readonly area: AreaId
  readonly openedBy: FactId
  readonly name?: PersonName
  readonly sex: Sex
  readonly born: PartialDate
  readonly bornAbout: boolean
  readonly relation: Relation
  readonly marital: Marital
  readonly legal: LegalResidence
  readonly ethnicity?: string
  readonly nationality?: string
  readonly education?: Education
  readonly insuranceNumber?: string
  readonly nationalId?: string
  readonly mother?: Mother
  readonly father?: PersonId
  /** Who adopted this person; their home does not show the woman who bore it. */
  readonly adopters?: readonly PersonId[]
  /** Present when the opening was a birth noted here. */
  readonly birth?: {
    readonly on: PlainDate
    readonly order: number | 'unknown'
    readonly place: BirthReported['data']['place']
    readonly twin: boolean
    readonly weight?: number
  }
  readonly residences: readonly Residence[]
  readonly arrivals: readonly Arrival[]
  readonly departures: readonly Departure[]
  /** The last departure, while nobody noted a return. */
  readonly departure?: Departure
  readonly changes: readonly BasicChange[]
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
  return { status: 'unopened', id, births: [], weddings: [], unions: [], divorces: [] }
}

/** Every area in whose books a person has lived, each once. */
export function areasOf(person: Person): AreaId[] {
  if (person.status === 'unopened') return []
  return [...new Set([...person.residences.flatMap(({ places }) => places.map(({ area }) => area)), person.area])]
}

/** The husband or wife of a union, where it is somebody of the registry. */
export function spouseIn(person: Person, union: Union): PersonId | undefined {
  return union.byBook ? person.spouse : union.spouse
}

/** Whom somebody is married to by own state; the other may have died since. */
export function findSpouse(person: Person): PersonId | undefined {
  const last = person.unions.at(-1)
  if (last === undefined) return person.spouse
  return last.to === undefined ? spouseIn(person, last) : undefined
}

/** The residence that is not closed. */
export function findResidence(person: Person): Residence | undefined {
  const last = person.status === 'unopened' ? undefined : person.residences.at(-1)
  return last?.to === undefined ? last : undefined
}
