import type { CellCode } from './cells.ts'
import type { P0Section } from './code-lists.ts'

/** The cell that counts the lines of a section of P0, for the sections that have one: what a service knows without its lists. */
export const SECTION_CELLS: Readonly<Partial<Record<P0Section, CellCode>>> = { 1: 'births', 3: 'deaths' }
