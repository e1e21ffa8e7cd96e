import type { AreaId, HouseholdId, PersonId } from '../kernel/ids.ts'
import type { PartialDate } from '../kernel/partial-date.ts'
import { firstDay, lastDay, type Period } from '../kernel/period.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { BirthPlace, Relation, Sex } from '../packs/tt01-2022/code-lists.ts'
import type { CellCode } from '../packs/tt01-2022/cells.ts'
import type { Household } from '../register/household.ts'
import type { Person } from '../register/person.ts'
import type { Linked } from '../register/residence.ts'
import { personContributions } from './contributions.ts'
import { byHousehold, numberOf, papersOf } from './p0-line.ts'
import { countsBetween } from './tally.ts'

/**
 * P0/CTV (Thông tư 01/2022/TT-BYT; columns as one commune reads the form): the name lists of an area and period, sections 1 and 3.
 *
 * 1. A section has one line for each person behind its cell (`births`, `deaths`), so that lines and number cannot differ.
 * 2. A column that is absent was not asked or is not known, and prints so; nothing is guessed.
 */
export interface P0 {
  /** §1 Danh sách trẻ sinh ra. */
  readonly births: readonly P0Birth[]
  /** §3 Danh sách người chết. */
  readonly deaths: readonly P0Death[]
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

export interface P0Death {
  readonly person: PersonId
  readonly householdNumber?: string
  readonly name?: string
  readonly insuranceNumber?: string
  readonly relation: Relation
  readonly sex: Sex
  readonly born: PartialDate
  readonly bornAbout: boolean
  readonly died: PlainDate
  readonly note?: string
}

export interface P0Source {
  /** Everybody who may have a line: all people known, whatever their area. */
  readonly people: Iterable<Person>
  readonly person: Linked
  readonly household: (id: HouseholdId) => Household | undefined
}

/** The lists of an area and period: by day, then by household number, then by order. */
export function p0Of(source: P0Source, area: AreaId, period: Period): P0 {
  const births: (P0Birth & { on: PlainDate })[] = []
  const deaths: P0Death[] = []
  const [first, last] = [firstDay(period), lastDay(period)]
  for (const person of source.people) {
    if (person.status === 'unopened') continue
    const counted = new Set<CellCode>()
    for (const one of personContributions(person, source.person)) if (one.area === area && countsBetween(one, first, last)) counted.add(one.cell)
    if (counted.has('births') && person.birth !== undefined) births.push({ ...birthLine(person, person.birth, source), on: person.birth.on })
    if (counted.has('deaths') && person.status === 'dead') deaths.push(deathLine(person, source))
  }
  return {
    births: births.sort((a, b) => byDay(a.on, b.on) || byHousehold(a, b)).map(({ on: _on, ...line }) => line),
    deaths: deaths.sort((a, b) => byDay(a.died, b.died) || byHousehold(a, b)),
  }
}

function byDay(a: PlainDate, b: PlainDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

type Opened = Exclude<Person, { status: 'unopened' }>

function birthLine(child: Opened, birth: NonNullable<Opened['birth']>, source: P0Source): P0Birth {
  const mother = child.mother?.kind === 'person' ? source.person(child.mother.person) : undefined
  return {
    person: child.id,
    ...numberOf(child.household, source),
    ...(child.name === undefined ? {} : { child: child.name.full }),
    ...(child.sex === 'male' ? { bornMale: birth.on } : { bornFemale: birth.on }),
    ...(child.ethnicity === undefined ? {} : { ethnicity: child.ethnicity }),
    ...(mother === undefined || mother.status === 'unopened' ? {} : { mother: motherColumns(mother) }),
    place: birth.place,
    order: birth.order,
  }
}

function motherColumns(mother: Opened): P0Mother {
  return { person: mother.id, ...papersOf(mother), born: mother.born, bornAbout: mother.bornAbout }
}

function deathLine(person: Extract<Person, { status: 'dead' }>, source: P0Source): P0Death {
  return {
    person: person.id,
    ...numberOf(person.household, source),
    ...papersOf(person),
    relation: person.relation,
    sex: person.sex,
    born: person.born,
    bornAbout: person.bornAbout,
    died: person.death.on,
    ...(person.death.note === undefined ? {} : { note: person.death.note }),
  }
}
