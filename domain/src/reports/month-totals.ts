import { CELL_CODES } from '../packs/tt01-2022/cells.ts'
import type { P0Section } from '../packs/tt01-2022/code-lists.ts'
import type { Handbook } from '../work/handbook.ts'
import type { Cells } from './tally.ts'

/** What a collaborator signs under a month: each cell by its code, each section of P0 (`p0-1` …), and the summary of the handbook, by name. */
export function monthTotals(cells: Cells, lines: ReadonlyMap<P0Section, number>, { visits, counselling, supplies, money }: Handbook): Record<string, number> {
  return {
    ...Object.fromEntries(CELL_CODES.map((code) => [code, cells.get(code) ?? 0])),
    ...Object.fromEntries([...lines].map(([section, count]) => [`p0-${section}`, count])),
    'visits': visits.times,
    'visits-households': visits.households,
    'visits-looked-through': visits.lookedThrough,
    'visits-absent-twice': visits.absentTwice,
    ...Object.fromEntries(Object.entries(counselling.modes).flatMap(([mode, { times, people }]) => [[`counselling-${mode}`, times], [`counselling-${mode}-people`, people]] as const)),
    'leaflets': counselling.leaflets,
    ...Object.fromEntries(Object.entries(supplies).flatMap(([product, channels]) => Object.entries(channels).map(([channel, { quantity }]) => [`${product}-${channel}`, quantity] as const))),
    'money': money,
  }
}
