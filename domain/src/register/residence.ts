import type { AreaId, PersonId } from '../kernel/ids.ts'
import { monthsLater, type PlainDate } from '../kernel/plain-date.ts'
import { packFor } from '../packs/in-force.ts'
import type { OpenedPerson, Person, Place, Residence } from './person.ts'

/** Own states of the people that a person's state names, one step away. */
export type Linked = (id: PersonId) => Person | undefined

/**
 * Days during which somebody is counted in an area, from the day it opens to the day it closes; at the end of the closing day no more.
 * Why it opens and closes are the terms of the identity (reports.md §2).
 */
export interface Spell {
  readonly area: AreaId
  readonly from: PlainDate
  readonly to?: PlainDate
  readonly opened: 'book' | 'birth' | 'arrival' | 'moved' | 'six-months'
  readonly closed?: 'death' | 'departure' | 'moved' | 'six-months'
}

/** From when a residence counts, and why from then. */
interface Start {
  readonly from: PlainDate
  readonly opened: Spell['opened']
}

/**
 * The spells in which a person is counted (nhân khẩu thực tế thường trú, domain.md §3).
 *
 * 1. Who is of the book, or came to settle, counts at once; who stays for now counts from the day six months are reached, without hindsight.
 * 2. Who is away counts until the day six months are reached, and again from the day of coming back.
 * 3. A newborn counts with a counted mother from birth; where her book was opened after the birth, from that day; otherwise from the day on which she is
 *    counted, or six months after birth, whichever comes first. A foundling counts where it is.
 * 4. A move inside the registry closes a spell in one area and opens one in another; inside an area it is none.
 * 5. An entry that has been joined to another counts nowhere.
 */
export function countedSpells(person: Person, linked: Linked): readonly Spell[] {
  if (person.status === 'unopened' || person.joinedInto !== undefined) return []
  return spellsFrom(person, (residence) => (residence.opened === 'birth' ? startOfNewborn(person, residence, linked) : ownStart(residence)))
}

/** The spells by own state alone, for whoever reads them across a link: a newborn is taken to count from birth, and joining is passed over. */
export function ownSpells(person: Person): readonly Spell[] {
  return person.status === 'unopened' ? [] : spellsFrom(person, ownStart)
}

/** The area in which a person is resident on a day, for what happens that day: the opening and the closing day included. */
export function areaOn(spells: readonly Spell[], day: PlainDate): AreaId | undefined {
  return spells.find((spell) => spell.from <= day && (spell.to === undefined || day <= spell.to))?.area
}

function spellsFrom(person: OpenedPerson, startOf: (residence: Residence) => Start): Spell[] {
  return person.residences.flatMap((residence) => {
    const homes = homesOf(residence.places)
    return intervalsOf(residence, startOf(residence)).flatMap((interval) => cut(interval, homes))
  })
}

type Interval = Omit<Spell, 'area'>

/** A residence without the days before it counts and the days after six months of absence. */
function intervalsOf({ to, closed, absences }: Residence, start: Start): Interval[] {
  const intervals: Interval[] = []
  const end = to === undefined || closed === undefined ? {} : { to, closed }
  let at = start
  for (const absence of absences) {
    const gone = monthsLater(absence.from, packFor(absence.from).residentAfterMonths)
    if (absence.to !== undefined && (absence.to <= gone || absence.to <= at.from)) continue
    if (to !== undefined && to <= gone) break
    if (gone > at.from) intervals.push({ ...at, to: gone, closed: 'six-months' })
    if (absence.to === undefined || (to !== undefined && to <= absence.to)) return intervals
    at = { from: absence.to, opened: 'six-months' }
  }
  const isOver = to !== undefined && (to < at.from || (to === at.from && at.opened === 'six-months'))
  return isOver ? intervals : [...intervals, { ...at, ...end }]
}

type Home = Pick<Place, 'area' | 'from'>

/** The areas lived in one after the other; a place of no day, and a move inside an area, is none. */
function homesOf(places: readonly Place[]): Home[] {
  const homes: Home[] = []
  for (const [index, { area, from }] of places.entries()) {
    if (places[index + 1]?.from === from) continue
    if (homes.at(-1)?.area !== area) homes.push({ area, from })
  }
  return homes
}

function cut(interval: Interval, homes: readonly Home[]): Spell[] {
  return homes.flatMap((home, index): Spell[] => {
    const next = homes[index + 1]?.from
    const from = home.from > interval.from ? home.from : interval.from
    if ((next !== undefined && from >= next) || (interval.to !== undefined && from > interval.to)) return []
    const opened = from === interval.from ? interval.opened : 'moved'
    const isMoving = next !== undefined && (interval.to === undefined || next <= interval.to)
    if (isMoving) return [{ area: home.area, from, opened, to: next, closed: 'moved' }]
    return [{ ...interval, area: home.area, from, opened }]
  })
}

function ownStart({ from, opened, settled }: Residence): Start {
  return settled ? { from, opened } : { from: monthsLater(from, packFor(from).residentAfterMonths), opened: 'six-months' }
}

function startOfNewborn(person: OpenedPerson, residence: Residence, linked: Linked): Start {
  const { mother } = person
  if (mother === undefined || mother.kind === 'unknown') return ownStart(residence)
  const { from } = residence
  const late: Start = { from: monthsLater(from, packFor(from).residentAfterMonths), opened: 'six-months' }
  const known = mother.kind === 'person' ? linked(mother.person) : undefined
  const hers = known === undefined ? undefined : ownSpells(known).find((spell) => spell.to === undefined || spell.to >= from)
  if (hers === undefined) return late
  if (hers.from <= from) return { from, opened: 'birth' }
  if (hers.opened === 'book') return { from: hers.from, opened: 'book' }
  return hers.from < late.from ? { from: hers.from, opened: 'six-months' } : late
}
