import type { AreaId } from '../kernel/ids.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { Destination, Education, Marital, Origin, Relation } from '../packs/tt01-2022/code-lists.ts'
import type { BasicChange, OpenedPerson } from '../register/person.ts'
import { areaOn, countedSpells } from '../register/residence.ts'
import { homeOn, type P0Person, type P0Source, personColumns } from './p0-columns.ts'

/** P0/CTV §§4–6: who came from another commune, who left the commune, whose basic information changed. A move inside the commune is none of them. */
export interface P0Arrival extends P0Person {
  readonly relation: Relation
  readonly ethnicity?: string
  readonly education?: Education
  readonly marital: Marital
  readonly on: PlainDate
  readonly from: Origin
  readonly place?: string
}

export interface P0Departure extends P0Person {
  readonly relation: Relation
  readonly on: PlainDate
  readonly destination: Destination
  readonly place?: string
  readonly note?: string
}

export interface P0Change extends P0Person {
  readonly on: PlainDate
  readonly old: BasicChange['old']
  readonly new: BasicChange['new']
}

/** §4, of somebody who was counted as arrived that day. */
export function arrivalLine(person: OpenedPerson, on: PlainDate, source: P0Source): P0Arrival[] {
  const arrival = person.arrivals.find((one) => one.on === on)
  if (arrival === undefined) return []
  const household = person.residences.find((one) => one.from === on && one.opened === 'arrival')?.places[0]?.household
  const { relation, ethnicity, education, marital } = person
  return [
    {
      ...personColumns(person, source, household),
      relation,
      ...(ethnicity === undefined ? {} : { ethnicity }),
      ...(education === undefined ? {} : { education }),
      marital,
      on,
      from: arrival.from,
      ...(arrival.place === undefined ? {} : { place: arrival.place }),
    },
  ]
}

/** §5, of somebody who was counted as gone that day. */
export function departureLine(person: OpenedPerson, on: PlainDate, source: P0Source): P0Departure[] {
  const departure = person.departures.find((one) => one.on === on)
  if (departure === undefined) return []
  const household = person.residences.find((one) => one.to === on && one.closed === 'departure')?.places.at(-1)?.household
  const { destination, place, note } = departure
  return [
    {
      ...personColumns(person, source, household),
      relation: person.relation,
      on,
      destination,
      ...(place === undefined ? {} : { place }),
      ...(note === undefined ? {} : { note }),
    },
  ]
}

/** §6: a line for each note of a day on which the person counts in the area. */
export function changeLines(person: OpenedPerson, from: PlainDate, to: PlainDate, area: AreaId, source: P0Source): P0Change[] {
  const spells = countedSpells(person, source.person)
  return person.changes
    .filter(({ on }) => from <= on && on <= to && areaOn(spells, on) === area)
    .map((change) => ({ ...personColumns(person, source, homeOn(person, area, change.on)), on: change.on, old: change.old, new: change.new }))
}
