import { PLANNING_CELLS } from './planning-cells.ts'

/**
 * The cells of a report, in the order in which they stand in a stored row. Only ever appended to: a stored row of an earlier version is a
 * prefix of this list.
 *
 * `flow`: happened in the period, in the area where the person (for a birth, the mother) was resident that day.
 * `stock`: true at the end of the period's last day.
 * `distinct`: who did or underwent it in the period, once however often; months do not add up to a quarter.
 */
export const CELLS = [
  { code: 'households', kind: 'stock' },
  { code: 'households-family', kind: 'stock' },
  { code: 'residents', kind: 'stock' },
  { code: 'women-15-49-with-husband', kind: 'stock' },
  { code: 'births', kind: 'flow' },
  { code: 'births-male', kind: 'flow' },
  { code: 'births-female', kind: 'flow' },
  { code: 'births-second', kind: 'flow' },
  { code: 'births-third-or-later', kind: 'flow' },
  { code: 'births-mother-under-20', kind: 'flow' },
  { code: 'deaths', kind: 'flow' },
  { code: 'married', kind: 'flow' },
  { code: 'married-under-age', kind: 'flow' },
  { code: 'married-consanguineous', kind: 'flow' },
  { code: 'couples-examined', kind: 'flow' },
  { code: 'divorced', kind: 'flow' },
  { code: 'arrivals', kind: 'flow' },
  { code: 'departures', kind: 'flow' },
  { code: 'entered-by-book', kind: 'flow' },
  { code: 'entered-by-birth', kind: 'flow' },
  { code: 'moved-in', kind: 'flow' },
  { code: 'moved-out', kind: 'flow' },
  { code: 'six-months-here', kind: 'flow' },
  { code: 'six-months-away', kind: 'flow' },
  { code: 'basics-changed', kind: 'flow' },
  ...PLANNING_CELLS,
] as const

export type CellCode = (typeof CELLS)[number]['code']
export const CELL_CODES: readonly CellCode[] = CELLS.map((cell) => cell.code)
