import { describe, expect, it } from 'vitest'
import { addMonths, firstDay, lastDay, monthContaining, type Period, period, periodsBetween } from '../kernel/period.ts'
import { CELL_CODES } from '../packs/tt01-2022/cells.ts'
import { Chance } from '../testing/chance.ts'
import { contributionsOf } from '../testing/contributions-of.ts'
import { makeHistory } from '../testing/make-history.ts'
import { naiveRecount } from '../testing/naive-recount.ts'
import { villageOf } from '../testing/village.ts'
import type { Contribution } from './contributions.ts'
import { identityOf } from './identity.ts'
import { tally } from './tally.ts'

const PERIODS = periodsBetween(period('2024-10'), period('2026-12'))

/** "area|cell" → count by the tally, only where it is not zero. */
function tallied(all: readonly (readonly Contribution[])[], of: Period): Map<string, number> {
  return new Map([...tally(all, of)].flatMap(([area, cells]) => [...cells].map(([cell, count]): [string, number] => [`${area}|${cell}`, count])))
}

const sorted = (counts: ReadonlyMap<string, number>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1))

describe('the population of every area at the end of every period', () => {
  it('is that of the day before it began, and what came, and less what went', () => {
    const moved = { periods: 0, terms: new Set<string>() }
    for (let seed = 101; seed <= 115; seed++) {
      const contributions = contributionsOf(makeHistory(seed, villageOf(3), { households: 12, events: 130 })).map((one) => one.contributions)
      for (const of of PERIODS) {
        const counts = tally(contributions, of)
        const before = tally(contributions, monthBefore(of))
        for (const area of new Set([...counts.keys(), ...before.keys()])) {
          const cells = counts.get(area) ?? new Map()
          const change = identityOf(cells)
          for (const { cell, count } of change) if (count !== 0) moved.terms.add(cell)
          const sum = change.reduce((total, { count, sign }) => total + sign * count, before.get(area)?.get('residents') ?? 0)
          expect(sum, `seed ${seed}, ${of}`).toBe(cells.get('residents') ?? 0)
          moved.periods += 1
        }
      }
    }
    expect(moved.periods).toBeGreaterThan(1_000)
    expect(moved.terms.size).toBe(identityOf(new Map()).length)
  }, 60_000)
})

/** The month before a period, at whose end its first day's stock stands. */
function monthBefore(of: Period): Period {
  return addMonths(monthContaining(firstDay(of)), -1)
}

describe('every cell of every area and period', () => {
  it('is what a plain recount of the facts gives, over random histories in any order', () => {
    const times = new Map<string, number>()
    const seen = { cells: 0, held: 0, answers: 0, facts: 0, elsewhere: 0 }
    for (let seed = 1; seed <= 40; seed++) {
      const noted = makeHistory(seed, villageOf(3), { households: 12, events: 130 })
      const shuffled = new Chance(seed).shuffled(noted)
      seen.facts += noted.length
      seen.held += noted.filter(({ status }) => status === 'held').length
      seen.answers += noted.filter(({ fact }) => fact.corrects !== undefined || fact.type === 'fact-withdrawn').length
      const contributions = contributionsOf(shuffled).map((one) => one.contributions)
      expect(contributions.flat().every((one) => one.kind !== 'stock' || one.until === undefined || one.from < one.until)).toBe(true)
      const plain = naiveRecount(noted)
      for (const of of PERIODS) {
        const naive = plain(firstDay(of), lastDay(of))
        seen.cells += naive.size
        for (const [key, count] of naive) times.set(key.split('|')[1] ?? '', (times.get(key.split('|')[1] ?? '') ?? 0) + count)
        expect(sorted(tallied(contributions, of)), `seed ${seed}, ${of}`).toEqual(sorted(naive))
      }
    }
    expect(seen.answers / seen.facts).toBeGreaterThan(0.1)
    expect(seen.held).toBeGreaterThan(60)
    expect(seen.cells).toBeGreaterThan(20_000)
    expect(CELL_CODES.filter((cell) => (times.get(cell) ?? 0) < 20)).toEqual([])
  }, 60_000)
})
