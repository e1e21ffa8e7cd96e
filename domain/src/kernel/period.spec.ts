import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMonths,
  contains,
  firstDay,
  kindOf,
  lastDay,
  monthContaining,
  monthsFrom,
  Period,
  period,
  periodsBetween,
  periodsOf,
} from './period.ts'
import { addDays, plainDate } from './plain-date.ts'

const days = fc.integer({ min: 0, max: 146_096 }).map((n) => addDays(plainDate('1800-01-01'), n))

describe('a period', () => {
  it('is a month, a quarter or a year', () => {
    expect(['2026-03', '2026-Q1', '2026'].map((text) => kindOf(period(text)))).toEqual(['month', 'quarter', 'year'])
    for (const text of ['2026-13', '2026-00', '2026-Q0', '2026-Q5', '2026-q1', '26', '1799', '2200', '2026-03-01', ''])
      expect(Period.safeParse(text).success).toBe(false)
    expect(() => period('tháng 3')).toThrow(RangeError)
  })
  it('has a first and a last day', () => {
    const ends = (text: string) => [firstDay(period(text)), lastDay(period(text))]
    expect(ends('2024-02')).toEqual(['2024-02-01', '2024-02-29'])
    expect(ends('2026-02')).toEqual(['2026-02-01', '2026-02-28'])
    expect(ends('2026-Q2')).toEqual(['2026-04-01', '2026-06-30'])
    expect(ends('2026-Q4')).toEqual(['2026-10-01', '2026-12-31'])
    expect(ends('2026')).toEqual(['2026-01-01', '2026-12-31'])
  })
  it('of every day is one month, one quarter and one year, which contain it and no neighbour', () => {
    fc.assert(
      fc.property(days, (day) => {
        const of = periodsOf(day)
        expect(of.map(kindOf)).toEqual(['month', 'quarter', 'year'])
        expect(of.every((one) => contains(one, day))).toBe(true)
        expect(monthContaining(day)).toBe(of[0])
        const next = day < '2199-12-01' ? addMonths(of[0], 1) : undefined
        if (next !== undefined) expect([contains(next, day), firstDay(next)]).toEqual([false, addDays(lastDay(of[0]), 1)])
      }),
    )
  })
})

describe('months', () => {
  it('are added over the ends of years, back and forth', () => {
    expect(addMonths(period('2026-11'), 3)).toBe('2027-02')
    expect(addMonths(period('2026-02'), -3)).toBe('2025-11')
    expect(addMonths(period('2026-12'), 0)).toBe('2026-12')
    expect(addMonths(period('2026-01'), -13)).toBe('2024-12')
    expect([addMonths(period('1800-01'), -1), addMonths(period('2199-12'), 1), addMonths(period('1800-02'), -1)]).toEqual(['1800-01', '2199-12', '1800-01'])
  })
  it('from one to another are all told, oldest first', () => {
    expect(monthsFrom(period('2025-11'), period('2026-02'))).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(monthsFrom(period('2026-02'), period('2026-01'))).toEqual([])
  })
  it('with their quarters and years are told once each', () => {
    expect([...periodsBetween(period('2025-12'), period('2026-02'))].sort()).toEqual(
      ['2025', '2025-12', '2025-Q4', '2026', '2026-01', '2026-02', '2026-Q1'].sort(),
    )
  })
})
