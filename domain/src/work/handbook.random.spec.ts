import { expect, it } from 'vitest'
import { period } from '../kernel/period.ts'
import { Chance } from '../testing/chance.ts'
import { makeHistory } from '../testing/make-history.ts'
import { villageOf } from '../testing/village.ts'
import { workFacts } from './effective-work.ts'
import { handbookOf } from './handbook.ts'
import { tasksOf } from './tasks.ts'

it('the handbook is a function of the set of notes: order and repeats do not matter', () => {
  const seen = { work: 0, nobody: 0, answered: 0 }
  for (let seed = 1; seed <= 75; seed++) {
    const noted = makeHistory(seed, villageOf(2), { households: 8, events: 120 })
    const again = new Chance(seed).shuffled([...noted, ...noted.slice(0, 20)])
    for (const { area } of villageOf(2).areas) {
      const [own, other] = [noted, again].map((all) => all.filter(({ fact }) => fact.area === area))
      for (const of of ['2026', '2026-Q1', '2026-03'].map(period)) {
        expect(handbookOf(workFacts(other ?? []), of, () => 'female'), `seed ${seed}`).toEqual(handbookOf(workFacts(own ?? []), of, () => 'female'))
      }
      expect(tasksOf(other ?? []), `seed ${seed}`).toEqual(tasksOf(own ?? []))
    }
    seen.work += workFacts(noted).length
    seen.nobody += noted.filter(({ fact }) => fact.about.length === 0).length
    seen.answered += noted.filter(({ fact }) => fact.about.length === 0 && (fact.corrects !== undefined || fact.type === 'fact-withdrawn' || fact.type === 'fact-settled')).length
  }
  expect(seen.work).toBeGreaterThan(500)
  expect(seen.nobody).toBeGreaterThan(200)
  expect(seen.answered).toBeGreaterThan(30)
})

it('what counts by subject and by nobody is what counts of the whole book, over random histories', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const noted = makeHistory(seed, villageOf(2), { households: 8, events: 120 })
    const whole = new Set(workFacts(noted).map(({ id }) => id))
    const nobody = workFacts(noted.filter(({ fact }) => fact.about.length === 0)).map(({ id }) => id)
    const subjects = new Set(noted.flatMap(({ fact }) => fact.about))
    const parts = [...subjects].flatMap((subject) => workFacts(noted.filter(({ fact }) => fact.about.includes(subject))).map(({ id }) => id))
    expect(new Set([...nobody, ...parts]), `seed ${seed}`).toEqual(whole)
  }
})
