import type { CellCode } from '../packs/tt01-2022/cells.ts'
import type { Cells } from './tally.ts'

/**
 * The identity of reports.md §2, whose terms are the ends of spells:
 * P_end = P_start + by the book + born + arrived + moved in + six months reached − died − left − moved out − six months away.
 * Sums of areas keep it: a move inside a commune leaves one of its areas and enters another.
 */
export interface Term {
  readonly cell: CellCode
  readonly sign: 1 | -1
  readonly count: number
}

const SIGNS = [
  ['entered-by-book', 1],
  ['entered-by-birth', 1],
  ['deaths', -1],
  ['arrivals', 1],
  ['departures', -1],
  ['moved-in', 1],
  ['moved-out', -1],
  ['six-months-here', 1],
  ['six-months-away', -1],
] as const satisfies readonly (readonly [CellCode, 1 | -1])[]

/** The terms of a period in the order in which they are written. */
export function identityOf(cells: Cells): Term[] {
  return SIGNS.map(([cell, sign]) => ({ cell, sign, count: cells.get(cell) ?? 0 }))
}

/** Residents at the start of the period: those at its end without what came, and with what went. */
export function startOf(cells: Cells): number {
  return identityOf(cells).reduce((total, { sign, count }) => total - sign * count, cells.get('residents') ?? 0)
}
