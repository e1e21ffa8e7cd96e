import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Noted } from '../kernel/effective.ts'
import { asPerson, type FactId } from '../kernel/ids.ts'
import { plainDate } from '../kernel/plain-date.ts'
import type { Fact } from '../kinds.ts'
import { Chance } from '../testing/chance.ts'
import { birth, death, type Draft, household, mother, person, withdrawn } from '../testing/drafts.ts'
import { historyOf, notedOf } from '../testing/given.ts'
import { factId, personId } from '../testing/ids.ts'
import { makeHistory } from '../testing/make-history.ts'
import { declined, elderExamined, newborn, pregnancy, pregnancyEnded, premaritalExamined, prenatal, started, stopped } from '../testing/planning-drafts.ts'
import { villageOf } from '../testing/village.ts'
import { followUpFrom, isPlanningFact } from './fold.ts'
import type { FollowUp } from './follow-up.ts'

function of(name: string, ...drafts: readonly Draft[]): FollowUp {
  return followUpFrom(personId(name), historyOf(notedOf([household(), mother(), person('Nam', { data: { sex: 'male' } }), ...drafts])).about(personId(name)))
}
const hers = (...drafts: readonly Draft[]) => of('mother', ...drafts)
const spells = (state: FollowUp) => state.methods.map(({ method, from, until, ended }) => [method, from, until, ended?.how])
const pregnancies = (state: FollowUp) => state.pregnancies.map(({ found, ended }) => [found, ended?.on, ended?.how])

describe('methods', () => {
  it('run from the start to the stop, with what was told', () => {
    const state = hers(started('mother', 'iud', '2026-02-01', { as: 'in', data: { where: 'hospital', channel: 'free' } }), stopped('mother', 'iud', '2026-05-01', { as: 'out', data: { reason: 'wants-child' } }))
    expect(state.methods).toEqual([
      { method: 'iud', from: '2026-02-01', started: factId('in'), where: 'hospital', channel: 'free', until: '2026-05-01', ended: { how: 'stopped', fact: factId('out'), reason: 'wants-child' } },
    ])
  })
  it('begun while another runs close it, sterilisation too', () => {
    expect(spells(hers(started('mother', 'pill', '2026-02-01'), started('mother', 'female-sterilisation', '2026-03-01'), started('mother', 'condom', '2026-04-01')))).toEqual([
      ['pill', '2026-02-01', '2026-03-01', 'switched'],
      ['female-sterilisation', '2026-03-01', '2026-04-01', 'switched'],
      ['condom', '2026-04-01', undefined, undefined],
    ])
  })
  it('begun again while they run are the same', () => {
    expect(spells(hers(started('mother', 'pill', '2026-02-01'), started('mother', 'pill', '2026-03-01')))).toEqual([['pill', '2026-02-01', undefined, undefined]])
  })
  it('stopped that nobody noted to run have no beginning, and leave alone what runs', () => {
    expect(spells(hers(started('mother', 'pill', '2026-02-01'), stopped('mother', 'iud', '2026-03-01')))).toEqual([
      ['pill', '2026-02-01', undefined, undefined],
      ['iud', undefined, '2026-03-01', 'stopped'],
    ])
  })
  it('of the husband go their own way', () => {
    const state = of('Nam', started('Nam', 'male-sterilisation', '2026-02-01'), started('Nam', 'condom', '2026-03-01'), stopped('Nam', 'condom', '2026-04-01'))
    expect(spells(state)).toEqual([
      ['male-sterilisation', '2026-02-01', undefined, undefined],
      ['condom', '2026-03-01', '2026-04-01', 'stopped'],
    ])
  })
  it('told late stand where they belong', () => {
    expect(spells(hers(started('mother', 'pill', '2026-04-01'), started('mother', 'iud', '2026-02-01')))).toEqual([
      ['iud', '2026-02-01', '2026-04-01', 'switched'],
      ['pill', '2026-04-01', undefined, undefined],
    ])
  })
  it('end with her life, and nothing comes after', () => {
    expect(spells(hers(started('mother', 'pill', '2026-02-01'), death('mother', '2026-03-01'), started('mother', 'iud', '2026-04-01')))).toEqual([['pill', '2026-02-01', '2026-03-01', 'death']])
  })
  it('withdrawn never were', () => expect(spells(hers(started('mother', 'pill', '2026-02-01', { as: 'p' }), withdrawn('p')))).toEqual([]))
  it('declined keep the last reason until one is begun', () => {
    const no = [declined('mother', 'wants-child', '2026-02-01'), declined('mother', 'side-effects', '2026-03-01')]
    expect(hers(...no).declined).toMatchObject({ on: '2026-03-01', reason: 'side-effects' })
    expect(hers(...no, started('mother', 'condom', '2026-04-01'))).not.toHaveProperty('declined')
  })
})

describe('a pregnancy', () => {
  const found = pregnancy('mother', '2026-02-01', { data: { which: 2 } })
  it('is open until a loss', () => {
    expect(pregnancies(hers(found))).toEqual([['2026-02-01', undefined, undefined]])
    expect(pregnancies(hers(found, pregnancyEnded('mother', 'abortion', '2026-03-01')))).toEqual([['2026-02-01', '2026-03-01', 'abortion']])
  })
  it('ends by a live birth, and is open again when that is withdrawn', () => {
    const born = [found, birth({ as: 'born', on: '2026-08-01' })]
    expect(pregnancies(hers(...born))).toEqual([['2026-02-01', '2026-08-01', 'birth']])
    expect(pregnancies(hers(...born, withdrawn('born')))).toEqual([['2026-02-01', undefined, undefined]])
  })
  it('found on the day of the birth is over', () => {
    expect(pregnancies(hers(birth({ on: '2026-02-01' }), found))).toEqual([['2026-02-01', '2026-02-01', 'birth']])
    expect(pregnancies(hers(birth({ on: '2026-01-31' }), found))).toEqual([['2026-02-01', undefined, undefined]])
  })
  it('ends by her death', () => expect(pregnancies(hers(found, death('mother', '2026-03-01')))).toEqual([['2026-02-01', '2026-03-01', 'death']]))
  it('told while one is open is passed over, and told after its end is another', () => {
    const again = pregnancy('mother', '2026-06-01')
    expect(pregnancies(hers(found, again))).toHaveLength(1)
    expect(pregnancies(hers(found, pregnancyEnded('mother', 'miscarriage', '2026-03-01'), again))).toHaveLength(2)
  })
  it('lost counts for itself, and says which where that is known', () => {
    expect(hers(pregnancyEnded('mother', 'stillbirth', '2026-03-01')).losses).toEqual([{ on: '2026-03-01', outcome: 'stillbirth', fact: expect.any(String) as FactId }])
    expect(hers(found, pregnancyEnded('mother', 'stillbirth', '2026-03-01')).losses).toMatchObject([{ which: 2 }])
  })
})

describe('screenings', () => {
  const days = (state: FollowUp) => [state.pregnancies.map(({ screenings }) => screenings.map(({ on }) => on)), state.loose.map(({ on }) => on)]
  it('belong to the pregnancy that is open', () => {
    expect(days(hers(pregnancy('mother', '2026-02-01'), prenatal('mother', '2026-02-20'), pregnancyEnded('mother', 'miscarriage', '2026-03-01'), prenatal('mother', '2026-04-01')))).toEqual([[['2026-02-20']], ['2026-04-01']])
  })
  it('noted before the pregnancy belong to it from the last period on', () => {
    const early = [prenatal('mother', '2026-01-10'), prenatal('mother', '2026-02-01')]
    expect(days(hers(...early, pregnancy('mother', '2026-02-01')))).toEqual([[['2026-02-01']], ['2026-01-10']])
    expect(days(hers(...early, pregnancy('mother', '2026-02-05', { data: { lastPeriod: plainDate('2026-01-05') } })))).toEqual([[['2026-01-10', '2026-02-01']], []])
  })
  it('of the newborn and examinations are kept in order', () => {
    expect(of('child', birth(), newborn('child', '2026-03-20', { g6pd: 'normal' }), newborn('child', '2026-03-06', { g6pd: 'no-result-yet' })).newborn.map(({ on }) => on)).toEqual(['2026-03-06', '2026-03-20'])
    expect(hers(elderExamined('mother', '2026-03-01', { data: { note: 'Huyết áp cao' } })).elder).toMatchObject([{ on: '2026-03-01', note: 'Huyết áp cao' }])
    expect(hers(premaritalExamined('mother', '2026-03-01', { data: { where: 'hospital' } })).premarital).toMatchObject([{ on: '2026-03-01', where: 'hospital' }])
  })
})

const seeds = fc.integer({ min: 1, max: 1_000_000 })
const statesOf = (noted: readonly Noted<Fact>[]) => {
  const book = historyOf(noted)
  return new Map(book.subjects().sort().map((id) => [id, followUpFrom(asPerson(id), book.about(id))]))
}

describe('the fold', () => {
  it('does not depend on the order of arrival, on repeats or on paging', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, order) => {
        const noted = makeHistory(seed, villageOf(2), { households: 5, events: 60 })
        const chance = new Chance(order)
        expect(statesOf(chance.shuffled([...noted, ...noted.filter(() => chance.happens(0.3))]))).toEqual(statesOf(noted))
      }),
      { numRuns: 12 },
    )
  })
  it('takes any history at all: whoever is named, whatever is corrected, in one way whatever the order', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, hurt) => {
        const chance = new Chance(hurt)
        const made = makeHistory(seed, villageOf(2), { households: 5, events: 60 })
        const [ids, subjects] = [made.map(({ fact }) => fact.id), historyOf(made).subjects()]
        const noted = made.map(({ fact, status }): Noted<Fact> => {
          const who = asPerson(chance.pick(subjects))
          const swapped = isPlanningFact(fact) && chance.happens(0.3) ? ({ ...fact, about: [...fact.about, who], data: { ...fact.data, person: who } } as Fact) : fact
          return { status, fact: chance.happens(0.3) ? { ...swapped, corrects: chance.pick(ids) } : swapped }
        })
        const states = statesOf(noted)
        expect(statesOf(chance.shuffled(noted))).toEqual(states)
        for (const { methods, pregnancies } of states.values()) {
          expect(methods.every(({ from, until }) => from === undefined || until === undefined || from <= until)).toBe(true)
          expect(pregnancies.slice(0, -1).every(({ ended }) => ended !== undefined)).toBe(true)
        }
      }),
      { numRuns: 12 },
    )
  })
})
