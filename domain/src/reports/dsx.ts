import { CELL_CODES, type CellCode } from '../packs/tt01-2022/cells.ts'
import type { PeriodKind } from '../kernel/period.ts'
import { DSX_PLANNING_ROWS } from './dsx-planning-rows.ts'
import type { Cells } from './tally.ts'

/** What a form shows in a row: a cell, or row 18, which is no sum over people (decision 0020). */
export const DSX_FIGURES = [...CELL_CODES, 'collaborators'] as const
export type DsxFigure = (typeof DSX_FIGURES)[number]

/** A row of 01/02/03-DSX as far as it is made: its number on the form and the figure it shows. `found`: read in a public source of the form. */
export interface DsxRow<Figure = CellCode> {
  readonly no: string
  readonly cell: Figure
  readonly unit: 'household' | 'person' | 'couple'
  readonly status: 'found' | 'composed'
}

/** The rows that are sums over people, as phone and office count them: 1–9, which a commune's form shares with 01-DSH (Thông tư 01/2022/TT-BYT; read in 01-DSH), and composed ones. */
export const DSX_ROWS: readonly DsxRow[] = [
  { no: '1', cell: 'households', unit: 'household', status: 'found' },
  { no: '1a', cell: 'households-family', unit: 'household', status: 'found' },
  { no: '2', cell: 'residents', unit: 'person', status: 'found' },
  { no: '3', cell: 'women-15-49-with-husband', unit: 'person', status: 'found' },
  { no: '4', cell: 'births', unit: 'person', status: 'found' },
  { no: '4a', cell: 'births-male', unit: 'person', status: 'found' },
  { no: '4b', cell: 'births-female', unit: 'person', status: 'found' },
  { no: '4c', cell: 'births-second', unit: 'person', status: 'found' },
  { no: '4d', cell: 'births-third-or-later', unit: 'person', status: 'found' },
  { no: '4e', cell: 'births-mother-under-20', unit: 'person', status: 'found' },
  { no: '5', cell: 'deaths', unit: 'person', status: 'found' },
  { no: '6', cell: 'married', unit: 'person', status: 'found' },
  { no: '6a', cell: 'married-under-age', unit: 'person', status: 'found' },
  { no: '6b', cell: 'married-consanguineous', unit: 'person', status: 'found' },
  { no: '7', cell: 'couples-examined', unit: 'couple', status: 'found' },
  { no: '8', cell: 'divorced', unit: 'person', status: 'found' },
  { no: '9', cell: 'arrivals', unit: 'person', status: 'found' },
  { no: '10', cell: 'departures', unit: 'person', status: 'composed' },
  ...DSX_PLANNING_ROWS,
]

/** The rows of a commune's form: those, and the collaborators, whom only the service knows. */
export const DSX_FORM_ROWS: readonly DsxRow<DsxFigure>[] = [...DSX_ROWS, { no: '18', cell: 'collaborators', unit: 'person', status: 'composed' }]

/** The form of a period: 01-DSX a month, 02-DSX a quarter, 03-DSX a year. */
export const DSX_FORM: Record<PeriodKind, '01-DSX' | '02-DSX' | '03-DSX'> = { month: '01-DSX', quarter: '02-DSX', year: '03-DSX' }

/** The rows of the form with their figures. */
export function dsxRows(cells: Cells): (DsxRow & { count: number })[] {
  return DSX_ROWS.map((row) => ({ ...row, count: cells.get(row.cell) ?? 0 }))
}
