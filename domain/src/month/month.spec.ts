import { describe, expect, it } from 'vitest'
import { period } from '../kernel/period.ts'
import { birth, death, type Draft, household, mother, settled, withdrawn } from '../testing/drafts.ts'
import { given, notedOf } from '../testing/given.ts'
import { deviceId, factId } from '../testing/ids.ts'
import { nothing, signed, visit } from '../testing/work-drafts.ts'
import { monthOf } from './month.ts'

const MARCH = period('2026-03')

describe('nothing to report', () => {
  it('is said of a month that has begun, for sections in which nothing is noted', () => {
    given().when(nothing('2026-03', [2, 3])).thenNoProblem()
    given().when(nothing('2026-12', [2])).thenProblem('month-to-come', { at: 'data.month', severity: 'block' })
    expect(given().when(nothing('2026-03', [1, 2, 1]), { lines: { 1: 2 } }).problems).toEqual([
      { code: 'section-not-empty', at: 'data.sections', severity: 'warn', params: { section: 1, count: 2 } },
    ])
  })
  it('adds up over several notes, and is taken back with them', () => {
    const said = (...drafts: readonly Draft[]) => monthOf(notedOf(drafts), MARCH).nothing
    expect(said(nothing('2026-03', [5, 2]), nothing('2026-03', [2, 11]), nothing('2026-02', [3]))).toEqual([2, 5, 11])
    expect(said(nothing('2026-03', [5], { as: 'n' }), withdrawn('n'), nothing('2026-03', [11]))).toEqual([11])
  })
})

describe('a signature', () => {
  it('is put under a month that is over; earlier it is asked about, to come it cannot', () => {
    given().when(signed('2026-03')).thenNoProblem()
    given().when(signed('2026-03', { on: '2026-03-31' })).thenProblem('month-not-over', { at: 'data.month', severity: 'warn' })
    given().when(signed('2026-12')).thenProblem('month-to-come', { severity: 'block' })
  })
  it('may be put again, which is asked about; the later one speaks', () => {
    given(signed('2026-03')).when(signed('2026-03')).thenProblem('signed-already', { severity: 'warn' })
    given(signed('2026-03', { as: 's' }), withdrawn('s')).when(signed('2026-03')).thenNoProblem()
    given(signed('2026-02')).when(signed('2026-03')).thenNoProblem()
    given(signed('2026-03', { area: '2', by: 'officer' })).when(signed('2026-03')).thenNoProblem()
    expect(monthOf(notedOf([signed('2026-03', { as: 'a' }), signed('2026-03', { as: 'b' })]), MARCH).signed?.id).toBe(factId('b'))
    expect(monthOf(notedOf([signed('2026-03', { as: 'a' }), signed('2026-03', { as: 'b' }), withdrawn('b')]), MARCH).signed?.id).toBe(factId('a'))
    expect(monthOf(notedOf([signed('2026-03', { status: 'held' })]), MARCH).signed).toBeUndefined()
  })
})

describe('bổ sung kỳ trước', () => {
  const before = [household(), mother(), birth({ as: 'born' }), visit('1', { as: 'visit' })]
  const late = (...after: readonly Draft[]) => monthOf(notedOf([...before, signed('2026-03'), ...after]), MARCH).late.map(({ id }) => id)
  it('is what is noted of the month after its signature', () => {
    expect(late()).toEqual([])
    expect(late(death('child', '2026-03-30', { as: 'died' }), visit('1', { on: '2026-04-02' }))).toEqual([factId('died')])
  })
  it('is nothing while the month is not signed', () => expect(monthOf(notedOf([...before]), MARCH).late).toEqual([]))
  it('includes a correction into and out of the month, and a withdrawal of what was signed', () => {
    expect(late(birth({ as: 'moved', corrects: 'born', on: '2026-04-04' }))).toEqual([factId('moved')])
    expect(late(withdrawn('visit', { as: 'undone', on: '2026-04-05' }))).toEqual([factId('undone')])
  })
  it('leaves out what was noted late and taken back, and what only ends the month', () => {
    expect(late(death('child', '2026-03-30', { as: 'died' }), withdrawn('died'))).toEqual([])
    expect(late(nothing('2026-03', [5], { on: '2026-03-31', as: 'n' }), withdrawn('n', { on: '2026-03-31' }))).toEqual([])
  })
  it('is what a decision lets in after the signature', () => {
    const waiting = [...before, death('child', '2026-03-30', { as: 'died', status: 'held' }), signed('2026-03')]
    expect(monthOf(notedOf(waiting), MARCH).late).toEqual([])
    expect(monthOf(notedOf([...waiting, settled('died', 'take')]), MARCH).late.map(({ id }) => id)).toEqual([factId('died')])
    expect(monthOf(notedOf([...waiting, settled('died', 'refuse')]), MARCH).late).toEqual([])
  })
  it('includes what another device had noted before, that the signature could not know', () => {
    const noted = notedOf([...before, signed('2026-03', { data: { seq: 3 } })]).map((one, index) => ({ ...one, seq: index + 1 }))
    const elsewhere = noted.map((one) => (one.fact.id === factId('visit') ? { ...one, fact: { ...one.fact, device: deviceId('other') } } : one))
    expect(monthOf(noted, MARCH).late).toEqual([])
    expect(monthOf(elsewhere, MARCH).late.map(({ id }) => id)).toEqual([factId('visit')])
    expect(monthOf(elsewhere.map((one) => (one.seq === 4 ? { ...one, seq: 3 } : one)), MARCH).late).toEqual([])
  })
  it('leaves out what the signature names as held back on the way', () => {
    const noted = notedOf([...before, signed('2026-03', { data: { seq: 0, pending: ['visit', 'born'].map(factId) } })])
    const elsewhere = noted.map((one) => (one.fact.type === 'month-signed' ? one : { ...one, fact: { ...one.fact, device: deviceId('other') } }))
    expect(monthOf(elsewhere, MARCH).late).toEqual([])
  })
})
