import type { AreaId, PersonId } from '../kernel/ids.ts'
import type { PartialDate } from '../kernel/partial-date.ts'
import { firstDay, lastDay, type Period } from '../kernel/period.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { CellCode } from '../packs/tt01-2022/cells.ts'
import type { BirthPlace, Relation } from '../packs/tt01-2022/code-lists.ts'
import type { OpenedPerson } from '../register/person.ts'
import { type Contribution, personContributions } from './contributions.ts'
import { homeOn, inDayOrder, numberOf, type P0Person, type P0Source, papersOf, personColumns } from './p0-columns.ts'
import { arrivalLine, changeLines, departureLine, type P0Arrival, type P0Change, type P0Departure } from './p0-moves.ts'
import { countsBetween } from './tally.ts'

/**
 * P0/CTV (Thông tư 01/2022/TT-BYT; columns as one commune reads the form): the name lists of an area and period.
 *
 * 1. A section has one line for each contribution to its cell (`births`, `deaths`, `arrivals`, `departures`, `basics-changed`), so that lines and
 *    number cannot differ.
 * 2. The household of a line is that of its day, in the area of the list: a child who was adopted since stands where it was born.
 * 3. A column that is absent was not asked or is not known, and prints so; nothing is guessed.
 */
export interface P0 {
  /** §1 Danh sách trẻ sinh ra. */
  readonly births: readonly P0Birth[]
  /** §3 Danh sách người chết. */
  readonly deaths: readonly P0Death[]
  /** §4 Danh sách người chuyển đến từ xã khác. */
  readonly arrivals: readonly P0Arrival[]
  /** §5 Danh sách người chuyển đi khỏi xã. */
  readonly departures: readonly P0Departure[]
  /** §6 Thay đổi thông tin cơ bản. */
  readonly changes: readonly P0Change[]
}

export interface P0Birth {
  readonly person: PersonId
  readonly householdNumber?: string
  /** Absent until the child has a name. */
  readonly child?: string
  /** The day of birth stands in one of two columns. */
  readonly bornMale?: PlainDate
  readonly bornFemale?: PlainDate
  readonly ethnicity?: string
  /** Absent for a foundling. */
  readonly mother?: P0Mother
  readonly place: BirthPlace
  readonly order: number | 'unknown'
}

export interface P0Mother {
  readonly person: PersonId
  readonly name?: string
  readonly insuranceNumber?: string
  readonly born: PartialDate
  readonly bornAbout: boolean
}

export interface P0Death extends P0Person {
  readonly relation: Relation
  readonly died: PlainDate
  readonly note?: string
}

/** The lists of an area and period: by day, then by household number, then by order. */
export function p0Of(source: P0Source, area: AreaId, period: Period): P0 {
  const births: (P0Birth & { on: PlainDate })[] = []
  const deaths: (P0Death & { on: PlainDate })[] = []
  const arrivals: P0Arrival[] = []
  const departures: P0Departure[] = []
  const changes: P0Change[] = []
  const [first, last] = [firstDay(period), lastDay(period)]
  for (const person of source.people) {
    if (person.status === 'unopened') continue
    const counted = personContributions(person, source.person).filter((one) => one.area === area && countsBetween(one, first, last))
    if (counted.length === 0) continue
    if (daysOf(counted, 'births').length > 0 && person.birth !== undefined) births.push({ ...birthLine(person, person.birth, area, source), on: person.birth.on })
    if (daysOf(counted, 'deaths').length > 0 && person.status === 'dead') deaths.push({ ...deathLine(person, area, source), on: person.death.on })
    arrivals.push(...daysOf(counted, 'arrivals').flatMap((on) => arrivalLine(person, on, source)))
    departures.push(...daysOf(counted, 'departures').flatMap((on) => departureLine(person, on, source)))
    if (daysOf(counted, 'basics-changed').length > 0) changes.push(...changeLines(person, first, last, area, source))
  }
  return {
    births: inDayOrder(births).map(({ on: _on, ...line }) => line),
    deaths: inDayOrder(deaths).map(({ on: _on, ...line }) => line),
    arrivals: inDayOrder(arrivals),
    departures: inDayOrder(departures),
    changes: inDayOrder(changes),
  }
}

function daysOf(counted: readonly Contribution[], cell: CellCode): PlainDate[] {
  return counted.flatMap((one) => (one.cell === cell && one.kind === 'flow' ? [one.on] : []))
}

function birthLine(child: OpenedPerson, birth: NonNullable<OpenedPerson['birth']>, area: AreaId, source: P0Source): P0Birth {
  // The first, though the child was adopted the same day: beside the woman who bore it the new home would tie one to the other (domain.md §2).
  const home = child.residences[0]?.places[0]
  const mother = child.mother?.kind === 'person' ? source.person(child.mother.person) : undefined
  return {
    person: child.id,
    ...numberOf(home?.area === area ? home.household : undefined, source),
    ...(child.name === undefined ? {} : { child: child.name.full }),
    ...(child.sex === 'male' ? { bornMale: birth.on } : { bornFemale: birth.on }),
    ...(child.ethnicity === undefined ? {} : { ethnicity: child.ethnicity }),
    ...(mother === undefined || mother.status === 'unopened' ? {} : { mother: motherColumns(mother) }),
    place: birth.place,
    order: birth.order,
  }
}

function motherColumns(mother: OpenedPerson): P0Mother {
  return { person: mother.id, ...papersOf(mother), born: mother.born, bornAbout: mother.bornAbout }
}

function deathLine(person: Extract<OpenedPerson, { status: 'dead' }>, area: AreaId, source: P0Source): P0Death {
  const { note, on: died } = person.death
  return { ...personColumns(person, source, homeOn(person, area, died)), relation: person.relation, died, ...(note === undefined ? {} : { note }) }
}
