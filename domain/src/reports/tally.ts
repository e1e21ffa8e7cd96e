import type { AreaId } from '../kernel/ids.ts'
import { firstDay, lastDay, type Period } from '../kernel/period.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import { CELL_CODES, type CellCode } from '../packs/tt01-2022/cells.ts'
import type { Contribution } from './contributions.ts'

/** Counts of one area and period, by cell; a cell that is not there is zero. */
export type Cells = ReadonlyMap<CellCode, number>

/** Whether a contribution is counted in a period, told by its first and last day: a flow and what is distinct by its day, a stock by the end of the last. */
export function countsBetween(contribution: Contribution, first: PlainDate, last: PlainDate): boolean {
  if (contribution.kind !== 'stock') return first <= contribution.on && contribution.on <= last
  return contribution.from <= last && (contribution.until === undefined || last < contribution.until)
}

/**
 * The contributions of one subject that are counted in a period: of those that are distinct the first of each cell and area.
 * @param counts whether a contribution is of the period
 */
export function countedOf(contributions: Iterable<Contribution>, counts: (contribution: Contribution) => boolean): Contribution[] {
  const once = new Set<string>()
  const counted: Contribution[] = []
  for (const contribution of contributions) {
    if (!counts(contribution)) continue
    if (contribution.kind === 'distinct') {
      const key = `${contribution.area} ${contribution.cell}`
      if (once.has(key)) continue
      once.add(key)
    }
    counted.push(contribution)
  }
  return counted
}

/** What subjects, each with its own contributions, add to the cells of each area in a period. */
export function tally(subjects: Iterable<Iterable<Contribution>>, period: Period): Map<AreaId, Map<CellCode, number>> {
  const areas = new Map<AreaId, Map<CellCode, number>>()
  const [first, last] = [firstDay(period), lastDay(period)]
  for (const contributions of subjects) {
    for (const { area, cell } of countedOf(contributions, (one) => countsBetween(one, first, last))) {
      const cells = areas.get(area) ?? new Map<CellCode, number>()
      cells.set(cell, (cells.get(cell) ?? 0) + 1)
      areas.set(area, cells)
    }
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

/** The sum of rows of several areas of one period; a subject distinct in two of them stands for itself in each. Months never add up to a quarter this way. */
export function sumCells(rows: Iterable<Cells>): Map<CellCode, number> {
  const sum = new Map<CellCode, number>(CELL_CODES.map((code) => [code, 0]))
  for (const cells of rows) for (const [code, count] of cells) sum.set(code, (sum.get(code) ?? 0) + count)
  return sum
}
