import type { AreaId } from '../kernel/ids.ts'
import { firstDay, lastDay, type Period } from '../kernel/period.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import { CELL_CODES, type CellCode } from '../packs/tt01-2022/cells.ts'
import type { Contribution } from './contributions.ts'

/** Counts of one area and period, by cell; a cell that is not there is zero. */
export type Cells = ReadonlyMap<CellCode, number>

/** Whether a contribution is counted in a period: a flow by its day, a stock by the end of the period's last day. */
export function countsIn(contribution: Contribution, period: Period): boolean {
  return countsBetween(contribution, firstDay(period), lastDay(period))
}

/** The same for a period by its first and last day, for who counts many periods at once. */
export function countsBetween(contribution: Contribution, first: PlainDate, last: PlainDate): boolean {
  if (contribution.kind === 'flow') return first <= contribution.on && contribution.on <= last
  return contribution.from <= last && (contribution.until === undefined || last < contribution.until)
}

/** What contributions add to the cells of each area in a period. */
export function tally(contributions: Iterable<Contribution>, period: Period): Map<AreaId, Map<CellCode, number>> {
  const areas = new Map<AreaId, Map<CellCode, number>>()
  for (const contribution of contributions) {
    if (!countsIn(contribution, period)) continue
    const cells = areas.get(contribution.area) ?? new Map<CellCode, number>()
    cells.set(contribution.cell, (cells.get(contribution.cell) ?? 0) + 1)
    areas.set(contribution.area, cells)
  }
  return areas
}

/** Cells as a stored row: counts in the pack's order. */
export function toCounts(cells: Cells): number[] {
  return CELL_CODES.map((code) => cells.get(code) ?? 0)
}

/** A stored row as cells; a row of an earlier version is shorter, and its missing cells are zero. */
export function fromCounts(counts: readonly number[]): Map<CellCode, number> {
  return new Map(CELL_CODES.map((code, index) => [code, counts[index] ?? 0]))
}

/** The sum of rows of several areas. Flows and stocks add up; what is distinct in a period is never summed this way. */
export function sumCells(rows: Iterable<Cells>): Map<CellCode, number> {
  const sum = new Map<CellCode, number>(CELL_CODES.map((code) => [code, 0]))
  for (const cells of rows) for (const [code, count] of cells) sum.set(code, (sum.get(code) ?? 0) + count)
  return sum
}
