import type { AreaId, HouseholdId, PersonId } from '../kernel/ids.ts'
import type { PartialDate } from '../kernel/partial-date.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { Sex } from '../packs/tt01-2022/code-lists.ts'
import type { Household } from '../register/household.ts'
import type { OpenedPerson, Person } from '../register/person.ts'
import type { Linked } from '../register/residence.ts'

/** What the sections of P0/CTV share: where lines come from, the columns that name somebody, and their order. */

export interface P0Source {
  /** Everybody who may have a line: all people known, whatever their area. */
  readonly people: Iterable<Person>
  readonly person: Linked
  readonly household: (id: HouseholdId) => Household | undefined
}

/** The columns that name somebody; an absent one was not asked or is not known, and prints so. */
export interface P0Person {
  readonly person: PersonId
  readonly householdNumber?: string
  readonly name?: string
  readonly insuranceNumber?: string
  readonly sex: Sex
  readonly born: PartialDate
  readonly bornAbout: boolean
}

/** @param household where the person lived on the day of the line */
export function personColumns(person: OpenedPerson, source: P0Source, household: HouseholdId | undefined): P0Person {
  const { id, sex, born, bornAbout } = person
  return { person: id, ...numberOf(household, source), ...papersOf(person), sex, born, bornAbout }
}

export function papersOf(person: OpenedPerson): { name?: string; insuranceNumber?: string } {
  return {
    ...(person.name === undefined ? {} : { name: person.name.full }),
    ...(person.insuranceNumber === undefined ? {} : { insuranceNumber: person.insuranceNumber }),
  }
}

/** The household of an area in which somebody lived on a day: of several the last, of a day of moving to another area the one that was left. */
export function homeOn(person: OpenedPerson, area: AreaId, on: PlainDate): HouseholdId | undefined {
  return person.residences
    .filter(({ from, to }) => from <= on && (to === undefined || on <= to))
    .flatMap(({ places }) => places)
    .findLast((place) => place.area === area && place.from <= on)?.household
}

export function numberOf(id: HouseholdId | undefined, source: Pick<P0Source, 'household'>): { householdNumber?: string } {
  const household = id === undefined ? undefined : source.household(id)
  return household === undefined || household.status === 'unopened' ? {} : { householdNumber: household.number }
}

interface Placed {
  readonly person: PersonId
  readonly householdNumber?: string
  readonly order?: number | 'unknown'
}

const byNumber = new Intl.Collator('vi', { numeric: true })

/** By day, then by household number, then, for twins, by order. */
export function inDayOrder<T extends Placed>(lines: readonly (T & { readonly on: PlainDate })[]): (T & { readonly on: PlainDate })[] {
  return [...lines].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : byHousehold(a, b)))
}

/** By household number, then, for twins, by order. */
export function byHousehold(a: Placed, b: Placed): number {
  const number = byNumber.compare(a.householdNumber ?? '', b.householdNumber ?? '')
  return number || byNumber.compare(String(a.order ?? ''), String(b.order ?? '')) || (a.person < b.person ? -1 : a.person > b.person ? 1 : 0)
}
