import type { AreaId, PersonId } from '../kernel/ids.ts'
import { presumedDay } from '../kernel/partial-date.ts'
import { ageOn, type PlainDate } from '../kernel/plain-date.ts'
import type { CellCode } from '../packs/tt01-2022/cells.ts'
import { packFor } from '../packs/in-force.ts'
import { coupleSpells } from '../register/couple.ts'
import type { Household } from '../register/household.ts'
import type { Person, Spell } from '../register/person.ts'
import { areaOn, countedSpells, type Linked, ownSpells } from '../register/residence.ts'

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

/** The people whose own states a person's contributions depend on. */
export function linksOf(person: Person): PersonId[] {
  if (person.status === 'unopened') return []
  const mother = person.mother?.kind === 'person' && person.birth !== undefined ? [person.mother.person] : []
  return [...mother, ...(person.spouse === undefined ? [] : [person.spouse])].filter((id) => id !== person.id)
}

/** Rows 1 and 1a: a household counts in the area of its book from the day it was opened. */
export function householdContributions(household: Household): Contribution[] {
  if (household.status === 'unopened') return []
  const cells: CellCode[] = household.kind === 'family' ? ['households', 'households-family'] : ['households']
  return cells.map((cell) => ({ kind: 'stock', cell, area: household.area, from: household.openedOn }))
}

/** What a person adds; `linked` gives the own states of the people in `linksOf(person)`. */
export function personContributions(person: Person, linked: Linked): Contribution[] {
  if (person.status === 'unopened') return []
  const spells = countedSpells(person, linked)
  return [
    ...spells.flatMap((spell) => during(spell, 'residents')),
    ...marriedWoman(person, linked),
    ...birthOf(person, spells, linked),
    ...deathOf(person, spells),
  ]
}

type Opened = Exclude<Person, { status: 'unopened' }>

/** Row 2: the stock of one spell; nothing where no day is left. */
function during({ area, from, to }: Spell, cell: CellCode): Contribution[] {
  if (to === undefined) return [{ kind: 'stock', cell, area, from }]
  return from < to ? [{ kind: 'stock', cell, area, from, until: to }] : []
}

/** Row 3: the days in which a woman is in a couple. */
function marriedWoman(person: Opened, linked: Linked): Contribution[] {
  return coupleSpells(person, linked).map(({ area, from, until }) => ({
    kind: 'stock',
    cell: 'women-15-49-with-husband',
    area,
    from,
    ...(until === undefined ? {} : { until }),
  }))
}

/** Row 4: a live birth counts at the child, in the area where the mother is resident that day; of a foundling, where the child is. */
function birthOf(person: Opened, spells: readonly Spell[], linked: Linked): Contribution[] {
  const { birth, mother } = person
  if (birth === undefined || mother === undefined || mother.kind === 'elsewhere') return []
  const known = mother.kind === 'person' ? linked(mother.person) : undefined
  const area = mother.kind === 'unknown' ? areaOn(spells, birth.on) : motherArea(known, birth.on)
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

function motherArea(mother: Person | undefined, day: PlainDate): AreaId | undefined {
  return mother === undefined ? undefined : areaOn(ownSpells(mother), day)
}

/** Row 5: a death counts where the person was resident that day; after a departure it does not count here. */
function deathOf(person: Opened, spells: readonly Spell[]): Contribution[] {
  if (person.status !== 'dead') return []
  const area = areaOn(spells, person.death.on)
  return area === undefined ? [] : [{ kind: 'flow', cell: 'deaths', area, on: person.death.on }]
}
