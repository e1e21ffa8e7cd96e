import type { AreaId, PersonId } from '../kernel/ids.ts'
import { presumedDay } from '../kernel/partial-date.ts'
import { addDays, ageOn, type PlainDate } from '../kernel/plain-date.ts'
import type { CellCode } from '../packs/tt01-2022/cells.ts'
import { packFor } from '../packs/in-force.ts'
import { coupleSpells } from '../register/couple.ts'
import type { Household } from '../register/household.ts'
import type { OpenedPerson, Person, Wedding } from '../register/person.ts'
import { areaOn, countedSpells, type Linked, ownSpells, type Spell } from '../register/residence.ts'

/**
 * What one subject adds to the reports, and when: all that a number is made of.
 *
 * 1. A contribution belongs to one subject and follows from that subject's own state and the own states it links to, one step away.
 * 2. A `flow` is added on its day; a `stock` is added at the end of every day from `from` up to, not including, `until`.
 * 3. A `distinct` happened on its day; in a period its subject is added to the cell of an area once, on however many days (reports.md §1). So a quarter is
 *    counted as a quarter, and never as the sum of its months.
 * 4. A number is the sum of the contributions of its area and period (`tally`), so that opening it shows exactly who is behind it.
 */
export type Contribution =
  | { readonly kind: 'flow' | 'distinct'; readonly cell: CellCode; readonly area: AreaId; readonly on: PlainDate }
  | { readonly kind: 'stock'; readonly cell: CellCode; readonly area: AreaId; readonly from: PlainDate; readonly until?: PlainDate }

/** The people whose own states a person's contributions depend on: the mother of somebody born here, and every husband or wife. */
export function linksOf(person: Person): PersonId[] {
  if (person.status === 'unopened') return []
  const mother = person.mother?.kind === 'person' && person.birth !== undefined ? [person.mother.person] : []
  const spouses = person.unions.flatMap(({ spouse }) => spouse ?? [])
  const named = person.spouse === undefined ? [] : [person.spouse]
  return [...new Set([...mother, ...named, ...spouses])].filter((id) => id !== person.id)
}

/** Rows 1 and 1a: a household counts in the area of its book from the day it was opened to the day it was closed. */
export function householdContributions(household: Household): Contribution[] {
  if (household.status === 'unopened') return []
  const cells: CellCode[] = household.kind === 'family' ? ['households', 'households-family'] : ['households']
  const { area, openedOn: from, closed } = household
  if (closed !== undefined && closed.on <= from) return []
  return cells.map((cell) => ({ kind: 'stock', cell, area, from, ...(closed === undefined ? {} : { until: closed.on }) }))
}

/** What a person adds; `linked` gives the own states of the people in `linksOf(person)`. */
export function personContributions(person: Person, linked: Linked): Contribution[] {
  if (person.status === 'unopened' || person.joinedInto !== undefined) return []
  const spells = countedSpells(person, linked)
  return [
    ...spells.flatMap((spell) => [...stockOf(spell), ...endsOf(spell)]),
    ...coupleSpells(person, linked).map(({ husband: _husband, ...spell }): Contribution => ({ kind: 'stock', cell: 'women-15-49-with-husband', ...spell })),
    ...birthOf(person, spells, linked),
    ...marriagesOf(person, spells, linked),
    ...changesOf(person, spells),
  ]
}

/** Row 2. */
function stockOf({ area, from, to }: Spell): Contribution[] {
  if (to === undefined) return [{ kind: 'stock', cell: 'residents', area, from }]
  return from < to ? [{ kind: 'stock', cell: 'residents', area, from, until: to }] : []
}

const OPENED: Record<Spell['opened'], CellCode> = {
  book: 'entered-by-book',
  birth: 'entered-by-birth',
  arrival: 'arrivals',
  moved: 'moved-in',
  'six-months': 'six-months-here',
}
const CLOSED: Record<NonNullable<Spell['closed']>, CellCode> = { death: 'deaths', departure: 'departures', moved: 'moved-out', 'six-months': 'six-months-away' }

/** Rows 5, 9 and 10 and the other terms of the identity: the two ends of a spell. What happens to somebody who is not counted that day is none. */
function endsOf({ area, from, to, opened, closed }: Spell): Contribution[] {
  const opening: Contribution = { kind: 'flow', cell: OPENED[opened], area, on: from }
  return to === undefined || closed === undefined ? [opening] : [opening, { kind: 'flow', cell: CLOSED[closed], area, on: to }]
}

/** Row 4: a live birth counts at the child, in the area where the mother is resident that day; of a foundling, where the child is. */
function birthOf(person: OpenedPerson, spells: readonly Spell[], linked: Linked): Contribution[] {
  const { birth, mother } = person
  if (birth === undefined || mother === undefined || mother.kind === 'elsewhere') return []
  const known = mother.kind === 'person' ? linked(mother.person) : undefined
  const area = mother.kind === 'unknown' ? areaOn(spells, birth.on) : known === undefined ? undefined : areaOn(ownSpells(known), birth.on)
  if (area === undefined) return []
  const cells: CellCode[] = ['births', person.sex === 'male' ? 'births-male' : 'births-female']
  if (birth.order === 2) cells.push('births-second')
  if (birth.order !== 'unknown' && birth.order >= 3) cells.push('births-third-or-later')
  if (known !== undefined && known.status !== 'unopened') {
    const isYoung = ageOn(presumedDay(known.born), birth.on) < packFor(birth.on).youngMotherBelow
    if (isYoung) cells.push('births-mother-under-20')
  }
  return cells.map((cell) => ({ kind: 'flow', cell, area, on: birth.on }))
}

/** Rows 6–8: each person where resident the day before; the couple once, at the wife where she is resident that day, else at the husband. */
function marriagesOf(person: OpenedPerson, spells: readonly Spell[], linked: Linked): Contribution[] {
  const weddings = person.weddings.flatMap((wedding) => [
    ...dayBefore(spells, wedding.on, weddingCells(person, wedding)),
    ...(wedding.examined === 'yes' ? coupleAt(coupleArea(wedding, spells, linked), wedding.on) : []),
  ])
  return [...weddings, ...person.divorces.flatMap((on) => dayBefore(spells, on, ['divorced']))]
}

function dayBefore(spells: readonly Spell[], on: PlainDate, cells: readonly CellCode[]): Contribution[] {
  const area = areaOn(spells, addDays(on, -1))
  return area === undefined ? [] : cells.map((cell) => ({ kind: 'flow', cell, area, on }))
}

function weddingCells(person: OpenedPerson, { on, side, consanguineous }: Wedding): CellCode[] {
  const isYoung = ageOn(presumedDay(person.born), on) < packFor(on).marriageAge[side]
  return ['married', ...(isYoung ? ['married-under-age' as const] : []), ...(consanguineous === 'yes' ? ['married-consanguineous' as const] : [])]
}

function coupleAt(area: AreaId | undefined, on: PlainDate): Contribution[] {
  return area === undefined ? [] : [{ kind: 'flow', cell: 'couples-examined', area, on }]
}

/** Where this person counts for the couple; nowhere for a husband whose wife is resident in the registry. */
function coupleArea({ on, side, spouse }: Wedding, spells: readonly Spell[], linked: Linked): AreaId | undefined {
  const wife = side === 'husband' && spouse.kind === 'person' ? linked(spouse.person) : undefined
  const isHers = wife !== undefined && wife.joinedInto === undefined && areaOn(ownSpells(wife), on) !== undefined
  return isHers ? undefined : areaOn(spells, on)
}

/** P0 §6: what changed of somebody's basic information while counted here. */
function changesOf(person: OpenedPerson, spells: readonly Spell[]): Contribution[] {
  return person.changes.flatMap(({ on }) => {
    const area = areaOn(spells, on)
    return area === undefined ? [] : [{ kind: 'flow', cell: 'basics-changed', area, on } satisfies Contribution]
  })
}
