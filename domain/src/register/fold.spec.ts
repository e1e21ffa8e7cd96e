import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '../decide.ts'
import type { Noted } from '../kernel/effective.ts'
import { asHousehold, asPerson, type FactId, type SubjectId } from '../kernel/ids.ts'
import type { Fact } from '../kinds.ts'
import { Chance } from '../testing/chance.ts'
import { contributionsOf } from '../testing/contributions-of.ts'
import { birth, death, departure, household, mother, person, settled, withdrawn } from '../testing/drafts.ts'
import { historyOf, notedOf, officer, TODAY } from '../testing/given.ts'
import { householdId, personId } from '../testing/ids.ts'
import { makeHistory } from '../testing/make-history.ts'
import { villageOf } from '../testing/village.ts'
import { householdFrom, personFrom } from './fold.ts'
import type { Person } from './person.ts'

const seeds = fc.integer({ min: 1, max: 1_000_000 })
const history = (seed: number) => makeHistory(seed, villageOf(2), { households: 5, events: 40 })

function subjectsOf(noted: readonly Noted<Fact>[]): SubjectId[] {
  return [...new Set(noted.flatMap(({ fact }) => fact.about))]
}

const statesOf = (noted: readonly Noted<Fact>[]) => {
  const book = historyOf(noted)
  return new Map(subjectsOf(noted).sort().map((id) => [id, [personFrom(asPerson(id), book.about(id)), householdFrom(asHousehold(id), book.about(id))]]))
}

describe('the fold', () => {
  it('does not depend on the order of arrival, on repeats or on paging', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, order) => {
        const noted = history(seed)
        const chance = new Chance(order)
        const arrived = chance.shuffled([...noted, ...noted.filter(() => chance.happens(0.3))])
        const [as, told] = [statesOf(arrived), statesOf(noted)]
        expect(as).toEqual(told)
      }),
      { numRuns: 30 },
    )
  })

  it('lets contributions depend on the set of facts alone', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, order) => {
        const noted = history(seed)
        const key = (all: ReturnType<typeof contributionsOf>) => all.map((one) => JSON.stringify(one)).sort()
        expect(key(contributionsOf(new Chance(order).shuffled(noted)))).toEqual(key(contributionsOf(noted)))
      }),
      { numRuns: 20 },
    )
  })
})

/** Facts that no form would make: circles, openings of the dead, one id for a person and a household, deaths by the dozen. */
function wreck(noted: readonly Noted<Fact>[], seed: number): Noted<Fact>[] {
  const chance = new Chance(seed)
  const ids = noted.map(({ fact }) => fact.id)
  const subjects = subjectsOf(noted)
  return noted.map(({ fact, status }): Noted<Fact> => {
    const corrects: FactId | undefined = chance.happens(0.4) ? chance.pick(ids) : fact.corrects
    const about = chance.happens(0.2) ? [chance.pick(subjects), ...fact.about] : fact.about
    const swapped = chance.happens(0.2) ? swap(fact, chance.pick(subjects)) : fact
    return { status: chance.happens(0.1) ? 'held' : status, fact: { ...swapped, about, ...(corrects === undefined ? {} : { corrects }) } }
  })
}

function swap(fact: Fact, subject: SubjectId): Fact {
  const [person, household] = [asPerson(subject), asHousehold(subject)]
  if (fact.type === 'birth-reported') {
    return { ...fact, data: { ...fact.data, child: person, household, mother: { kind: 'person', person } } }
  }
  if (fact.type === 'person-registered') return { ...fact, data: { ...fact.data, spouse: person, mother: person, household } }
  return fact.type === 'death-reported' ? { ...fact, data: { ...fact.data, person } } : fact
}

describe('any history at all', () => {
  it('is folded, judged and counted without a throw, in one way whatever the order', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, hurt) => {
        const noted = wreck(history(seed), hurt)
        expect(statesOf(new Chance(seed).shuffled(noted))).toEqual(statesOf(noted))
        const all = contributionsOf(noted).flatMap(({ contributions }) => contributions)
        expect(all.every((one) => one.kind !== 'stock' || one.until === undefined || one.from < one.until)).toBe(true)
        const book = historyOf(noted)
        for (const { fact } of noted.slice(0, 30)) expect(Array.isArray(decide(fact, book, { actor: officer, today: TODAY }))).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
})

const child = (noted: readonly Noted<Fact>[], name = 'child'): Person => personFrom(personId(name), noted)

describe('a person', () => {
  const born = [household(), mother(), birth({ as: 'born' })]
  it('keeps who else names her, before and after her own opening', () => {
    const tie = { sex: 'male', spouse: personId('Lan') } as const
    expect(child(notedOf([household(), person('Nam', { data: tie }), person('Lan')]), 'Lan').spouse).toBe(personId('Nam'))
    expect(child(notedOf([household(), person('Lan'), person('Nam', { data: tie })]), 'Lan').spouse).toBe(personId('Nam'))
  })
  it('opened after her death was noted is dead, and lived here no day', () => {
    const late = child(notedOf([household(), person('Lan', { as: 'opening' }), death('Lan', '2025-12-01')]), 'Lan')
    expect(late).toMatchObject({ status: 'dead', residences: [], death: { on: '2025-12-01' } })
  })
  it('whose opening is withdrawn is nobody the book knows', () => expect(child(notedOf([...born, withdrawn('born')])).status).toBe('unopened'))
  it('held is nobody until taken, and nobody again when refused later', () => {
    const held = [household(), mother(), birth({ as: 'born', status: 'held' })]
    const status = (...more: Parameters<typeof notedOf>[0]) => child(notedOf([...held, ...more])).status
    expect(status()).toBe('unopened')
    expect(status(settled('born', 'take'))).toBe('living')
    expect(status(settled('born', 'take'), settled('born', 'refuse'))).toBe('unopened')
    expect(status(settled('born', 'refuse'), settled('born', 'take'))).toBe('living')
  })
  it('gone and then dead lived here until she left', () => {
    const gone = child(notedOf([household(), mother(), departure(['mother'], '2026-02-01'), death('mother', '2026-04-01')]), 'mother')
    expect(gone).toMatchObject({ status: 'dead', residences: [{ to: '2026-02-01', closed: 'departure' }], departure: { on: '2026-02-01' } })
  })
  it('names each child she bore once, as last corrected', () => {
    const corrected = child(notedOf([...born, birth({ corrects: 'born', on: '2026-03-06', data: { sex: 'male' } })]), 'mother')
    expect(corrected.births).toEqual([expect.objectContaining({ child: personId('child'), on: '2026-03-06', sex: 'male' })])
  })
})

describe('a household', () => {
  const of = (noted: readonly Noted<Fact>[]) => householdFrom(householdId('1'), noted)
  it('names its people in the order they came, the head by relation', () => {
    const noted = notedOf([household(), person('Nam', { data: { relation: 'head' } }), mother(), birth()])
    expect(of(noted)).toMatchObject({ people: ['Nam', 'mother', 'child'].map(personId), head: personId('Nam') })
  })
  it('does not name who was never opened here after all', () => {
    const noted = notedOf([household(), mother(), birth({ as: 'born' }), withdrawn('born')])
    expect(of(noted).people).toEqual([personId('mother')])
  })
})

describe('a correction of a correction', () => {
  it('stands alone, and taking it back brings the one before into force', () => {
    const noted = [household(), mother(), birth({ as: 'a' }), birth({ as: 'b', corrects: 'a', on: '2026-03-05' }), birth({ as: 'c', corrects: 'b', on: '2026-03-06' })]
    const on = (...more: Parameters<typeof notedOf>[0]) => {
      const state = child(notedOf([...noted, ...more]))
      return state.status === 'living' ? state.birth?.on : state.status
    }
    expect(on()).toBe('2026-03-06')
    expect(on(withdrawn('c'))).toBe('2026-03-05')
    expect(on(withdrawn('b'))).toBe('2026-03-06')
    expect(on(withdrawn('c'), withdrawn('b'))).toBe('2026-03-04')
  })
})
