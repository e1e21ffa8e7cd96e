import type { P0Section } from '../packs/tt01-2022/code-lists.ts'
import type { P0 } from './p0.ts'

/** How many lines each section of P0 has; a section without a list is absent, for a blank is not a zero. */
export function linesOf(p0: P0): Map<P0Section, number> {
  return new Map<P0Section, number>([
    [1, p0.births.length],
    [3, p0.deaths.length],
  ])
}
