import { describe, expect, it } from 'vitest'
import { addMonths, firstDay, monthContaining, type Period } from '../kernel/period.ts'
import { CELL_CODES } from '../packs/tt01-2022/cells.ts'
import { contributionsOf } from '../testing/contributions-of.ts'
import { countedTwice, PERIODS } from '../testing/counted-twice.ts'
import { makeHistory } from '../testing/make-history.ts'
import { villageOf } from '../testing/village.ts'
import { identityOf } from './identity.ts'
import { tally } from './tally.ts'

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
  })
})

/** The month before a period, at whose end its first day's stock stands. */
function monthBefore(of: Period): Period {
  return addMonths(monthContaining(firstDay(of)), -1)
}

describe('every cell of every area and period', () => {
  it('is what a plain recount of the facts gives, over random histories in any order', () => {
    const times = new Map<string, number>()
    const seen = { cells: 0, held: 0, answers: 0, facts: 0 }
    for (let seed = 1; seed <= 40; seed++) {
      const noted = makeHistory(seed, villageOf(3), { households: 12, events: 130 })
      seen.facts += noted.length
      seen.held += noted.filter(({ status }) => status === 'held').length
      seen.answers += noted.filter(({ fact }) => fact.corrects !== undefined || fact.type === 'fact-withdrawn').length
      const { contributions, periods } = countedTwice(noted, seed)
      expect(contributions.flat().every((one) => one.kind !== 'stock' || one.until === undefined || one.from < one.until)).toBe(true)
      for (const { period, tallied, naive } of periods) {
        seen.cells += naive.length
        for (const [key, count] of naive) times.set(key.split('|')[1] ?? '', (times.get(key.split('|')[1] ?? '') ?? 0) + count)
        expect(tallied, `seed ${seed}, ${period}`).toEqual(naive)
      }
    }
    expect(seen.answers / seen.facts).toBeGreaterThan(0.1)
    expect(seen.held).toBeGreaterThan(60)
    expect(seen.cells).toBeGreaterThan(20_000)
    expect(CELL_CODES.filter((cell) => (times.get(cell) ?? 0) < 20)).toEqual([])
  })
})
