import { describe, expect, it } from 'vitest'
import { partialDate } from '../kernel/partial-date.ts'
import { period } from '../kernel/period.ts'
import { contributionsOf } from '../testing/contributions-of.ts'
import { birth, death, departure, type Draft, household, mother, person } from '../testing/drafts.ts'
import { notedOf } from '../testing/given.ts'
import { areaId, personId } from '../testing/ids.ts'
import { dsxRows } from './dsx.ts'
import { sumCells, tally } from './tally.ts'

/** The form of area "1" for a period, rows that are not zero. */
function dsx(drafts: readonly Draft[], of = '2026-03', area = '1'): Record<string, number> {
  const cells = tally(
    contributionsOf(notedOf(drafts)).map(({ contributions }) => contributions),
    period(of),
  ).get(areaId(area))
  const rows = dsxRows(cells ?? sumCells([]))
  return Object.fromEntries(rows.filter(({ count }) => count > 0).map(({ no, count }) => [no, count]))
}

const home = (...more: readonly Draft[]) => [household(), mother(), ...more]
const still = { 1: 1, '1a': 1, 2: 1, 3: 1 }

describe('a household', () => {
  it('counts from the day its book is opened, a collective one not among the families', () => {
    expect(dsx([household('1', { on: '2026-03-31' })])).toEqual({ 1: 1, '1a': 1 })
    expect(dsx([household('1', { on: '2026-04-01' })])).toEqual({})
    expect(dsx([household('1', { data: { kind: 'collective' } })])).toEqual({ 1: 1 })
  })
})

describe('a birth', () => {
  it('is a child, a boy or a girl, and a resident', () => expect(dsx(home(birth()))).toEqual({ ...still, 2: 2, 4: 1, '4b': 1 }))
  it('far in the past, before the book, is counted nowhere', () => {
    const far = home(birth({ on: '1908-03-04' }))
    expect(dsx(far, '1908-03')).toEqual({})
    expect(dsx(far)).toEqual({ ...still, 2: 2 })
  })
  it('counts the twins of a second delivery by the order told', () => {
    const twins = home(birth({ child: 'a', data: { order: 2, twin: true } }), birth({ child: 'b', data: { order: 3, twin: true } }))
    expect(dsx(twins)).toEqual({ ...still, 2: 3, 4: 2, '4b': 2, '4c': 1, '4d': 1 })
  })
  it('counts where the mother lives, and the child as a resident where it lives', () => {
    const apart = [household(), mother(), household('2', { area: '2' }), birth({ household: '2', area: '2' })]
    expect(dsx(apart)).toEqual({ ...still, 4: 1, '4b': 1 })
    expect(dsx(apart, '2026-03', '2')).toEqual({ 1: 1, '1a': 1, 2: 1 })
  })
  it('of a mother outside the registry is not counted here, nor is the child by its birth', () => {
    const outside = home(birth({ data: { mother: { kind: 'elsewhere', name: 'Trần Thị B', commune: 'xã khác' } } }))
    expect(dsx(outside)).toEqual(still)
  })
  it('of a mother who stays for now is not counted', () => {
    expect(dsx([household(), mother({ data: { residence: { legal: 'temporary', presence: 'staying' } } }), birth()])).toEqual({ 1: 1, '1a': 1 })
  })
  it('of a foundling counts where the child is', () => expect(dsx(home(birth({ mother: 'unknown' })))).toEqual({ ...still, 2: 2, 4: 1, '4b': 1 }))
  it('counts when the mother dies that day, with her death', () => {
    expect(dsx(home(birth(), death('mother', '2026-03-04')))).toEqual({ 1: 1, '1a': 1, 2: 1, 4: 1, '4b': 1, 5: 1 })
  })
  it('does not count when the mother had left before, counts when she left that day', () => {
    expect(dsx(home(departure(['mother'], '2026-03-03'), birth()))).toEqual({ 1: 1, '1a': 1, 10: 1 })
    expect(dsx(home(departure(['mother'], '2026-03-04'), birth()))).toEqual({ 1: 1, '1a': 1, 2: 1, 4: 1, '4b': 1, 10: 1 })
  })
  it('and a death of one day are a birth and a death', () => {
    expect(dsx(home(birth(), death('child', '2026-03-04')))).toEqual({ ...still, 4: 1, '4b': 1, 5: 1 })
  })
  it('by a mother who was herself born into the book counts', () => {
    const born = [household('1', { on: '2008-01-01' }), mother({ on: '2008-01-01', born: '1985' }), birth({ child: 'Lan', on: '2008-06-01' })]
    expect(dsx([...born, birth({ child: 'grandchild', mother: 'Lan' })])['4e']).toBe(1)
  })
  it('under 20 moves with a mother corrected from 19 to 20 years old', () => {
    const young = [household(), mother({ as: 'opening', born: '2006-03-05' }), birth()]
    expect(dsx(young)['4e']).toBe(1)
    expect(dsx([...young, mother({ corrects: 'opening', born: '2006-03-04' })])['4e']).toBeUndefined()
  })
  it('moves from girl to boy when corrected', () => {
    const girl = home(birth({ as: 'born' }))
    expect(dsx([...girl, birth({ corrects: 'born', data: { sex: 'male' } })])).toEqual({ ...still, 2: 2, 4: 1, '4a': 1 })
  })
})

describe('a woman of 15–49 with a husband', () => {
  const wife = (born: string, marital: 'married' | 'separated' | 'divorced' = 'married') => dsx([household(), mother({ born, data: { marital } })])['3']
  it('is counted from her 15th birthday up to the day before her 50th', () => {
    expect([wife('2011-03-31'), wife('2011-04-01')]).toEqual([1, undefined])
    expect([wife('1976-04-01'), wife('1976-03-31')]).toEqual([1, undefined])
  })
  it('may be separated, not divorced', () => expect([wife('1990', 'separated'), wife('1990', 'divorced')]).toEqual([1, undefined]))
  it('is a widow from the day he dies', () => {
    const couple = [household(), mother(), person('Nam', { data: { sex: 'male', marital: 'married', spouse: personId('mother') } })]
    expect(dsx([...couple, death('Nam', '2026-04-01')])['3']).toBe(1)
    expect(dsx([...couple, death('Nam', '2026-03-31')])['3']).toBeUndefined()
    expect(dsx([...couple, departure(['Nam'], '2026-03-01'), death('Nam', '2026-03-31')])['3']).toBeUndefined()
  })
  it('whose age is a year counts from the middle of it', () => {
    const of = (month: string) => dsx([household(), mother({ data: { born: partialDate('1976') } })], month)['3']
    expect([of('2026-06'), of('2026-07')]).toEqual([1, undefined])
  })
})

describe('a death', () => {
  it('counts where the person lived that day', () => expect(dsx(home(death('mother', '2026-03-31')))).toEqual({ 1: 1, '1a': 1, 5: 1 }))
  it('after a departure does not count here', () => {
    expect(dsx(home(departure(['mother'], '2026-02-01'), death('mother', '2026-03-05')))).toEqual({ 1: 1, '1a': 1 })
  })
  it('of somebody who stays for now does not count', () => {
    const guest = person('guest', { data: { residence: { legal: 'none', presence: 'staying' } } })
    expect(dsx(home(guest, death('guest', '2026-03-05')))).toEqual(still)
  })
})

describe('quarters and years', () => {
  it('add flows up and take stock at their end', () => {
    const year = home(birth({ on: '2026-02-01' }), birth({ child: 'b', on: '2026-12-01' }), death('mother', '2026-12-31'))
    expect(dsx(year, '2026-Q1')).toEqual({ ...still, 2: 2, 4: 1, '4b': 1 })
    expect(dsx(year, '2026')).toEqual({ 1: 1, '1a': 1, 2: 2, 4: 2, '4b': 2, 5: 1 })
  })
})
