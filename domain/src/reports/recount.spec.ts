import { expect, it } from 'vitest'
import { countedTwice } from '../testing/counted-twice.ts'
import { makeHistory } from '../testing/make-history.ts'
import { villageOf } from '../testing/village.ts'

/** A taste of what recount.random.spec.ts holds over many histories, and tests/model over histories of hundreds of people through service and phones. */
it('every cell of every area and period is what a plain recount of the facts gives', () => {
  let cells = 0
  for (let seed = 1001; seed <= 1004; seed++) {
    for (const { period, tallied, naive } of countedTwice(makeHistory(seed, villageOf(3), { households: 12, events: 130 }), seed).periods) {
      expect(tallied, `seed ${seed}, ${period}`).toEqual(naive)
      cells += naive.length
    }
  }
  expect(cells).toBeGreaterThan(2_000)
})
