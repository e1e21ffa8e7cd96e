import { expect, it } from 'vitest'
import { Chance } from '../testing/chance.ts'
import { makeHistory } from '../testing/make-history.ts'
import { villageOf } from '../testing/village.ts'
import { monthOf, signaturesOf } from './month.ts'

it('a month is a function of the set of notes: order and repeats do not matter', () => {
  let late = 0
  for (let seed = 1; seed <= 40; seed++) {
    const { areas } = villageOf(2)
    const noted = makeHistory(seed, villageOf(2), { households: 8, events: 150 }).map((one, index) => ({ ...one, seq: index + 1 }))
    const again = new Chance(seed).shuffled([...noted, ...noted.slice(0, 20)])
    for (const { area } of areas) {
      const [own, other] = [noted, again].map((all) => all.filter(({ fact }) => fact.area === area))
      for (const month of signaturesOf(own ?? []).keys()) {
        expect(monthOf(other ?? [], month), `seed ${seed}`).toEqual(monthOf(own ?? [], month))
        late += monthOf(own ?? [], month).late.length
      }
    }
  }
  expect(late).toBeGreaterThan(100)
})
