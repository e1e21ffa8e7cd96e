import type { CellCode } from './cells.ts'
import { P0_SECTIONS, type P0Section } from './code-lists.ts'
import { PLANNING_CELLS } from './planning-cells.ts'

/** The cells that count the lines of each section of P0, added up: what a service knows without its lists. */
export const SECTION_CELLS: Readonly<Record<P0Section, readonly CellCode[]>> = {
  1: ['births'],
  2: ['newborn-screenings'],
  3: ['deaths'],
  4: ['arrivals'],
  5: ['departures'],
  6: ['basics-changed'],
  7: ['couples-new'],
  8: ['couples-stopped'],
  9: ['pregnancies-found', 'pregnancies-lost', 'stillbirths'],
  10: ['prenatal-screenings'],
  11: ['elders-examined'],
}

/** Sections whose every line comes from a private note (`planning/private.ts`). */
export const PRIVATE_SECTIONS: ReadonlySet<P0Section> = new Set(
  P0_SECTIONS.filter((section) => SECTION_CELLS[section].every((cell) => PLANNING_CELLS.some(({ code }) => code === cell))),
)
