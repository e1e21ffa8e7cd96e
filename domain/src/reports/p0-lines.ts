import type { P0Section } from '../packs/tt01-2022/code-lists.ts'
import type { P0 } from './p0.ts'
import type { P0Planning } from './p0-planning.ts'

/** How many lines each section of P0 has. */
export function linesOf(p0: P0 & P0Planning): Map<P0Section, number> {
  return new Map<P0Section, number>([
    [1, p0.births.length],
    [2, p0.newborns.length],
    [3, p0.deaths.length],
    [4, p0.arrivals.length],
    [5, p0.departures.length],
    [6, p0.changes.length],
    [7, p0.methodsNew.length],
    [8, p0.methodsStopped.length],
    [9, p0.pregnancies.length],
    [10, p0.prenatal.length],
    [11, p0.elders.length],
  ])
}
