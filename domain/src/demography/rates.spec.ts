import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annualisedRate, crudeRate, infantMortalityRate, meanPopulation, naturalIncrease } from './rates.ts'

const count = fc.integer({ min: 0, max: 1_000_000 })
const people = fc.integer({ min: 1, max: 100_000_000 })

describe('the mean population', () => {
  it('of a start and an end is half of their sum', () => {
    expect(
      meanPopulation([
        { day: 0, persons: 5_000 },
        { day: 31, persons: 5_100 },
      ]),
    ).toBe(5_050)
  })
  it('of more counts gives each the days it stands for', () => {
    const counts = [
      { day: 0, persons: 1_000 },
      { day: 10, persons: 1_100 },
      { day: 100, persons: 1_300 },
    ]
    expect(meanPopulation(counts)).toBe((1_050 * 10 + 1_200 * 90) / 100)
  })
  it('of one count is that count', () => expect(meanPopulation([{ day: 7, persons: 812 }])).toBe(812))
  it('of no count, of counts in disorder or of fewer than nobody is an error', () => {
    const of = (...counts: [number, number][]) => meanPopulation(counts.map(([day, persons]) => ({ day, persons })))
    expect(() => of()).toThrow(RangeError)
    expect(() => of([1, 5], [1, 6])).toThrow(RangeError)
    expect(() => of([2, 5], [1, 6])).toThrow(RangeError)
    expect(() => of([1, -5])).toThrow(RangeError)
    expect(() => of([1, 5], [2, Number.NaN])).toThrow(RangeError)
  })
  it('always lies between the fewest and the most', () => {
    const counts = fc.array(fc.record({ days: fc.integer({ min: 1, max: 90 }), persons: count }), { minLength: 1, maxLength: 13 })
    fc.assert(
      fc.property(counts, (steps) => {
        let day = 0
        const mean = meanPopulation(steps.map(({ days, persons }) => ({ day: (day += days), persons })))
        const all = steps.map(({ persons }) => persons)
        expect(mean).toBeGreaterThanOrEqual(Math.min(...all) * (1 - 1e-12))
        expect(mean).toBeLessThanOrEqual(Math.max(...all) * (1 + 1e-12))
      }),
    )
  })
})

describe('crude rates', () => {
  it('are those of Viet Nam in 2019 and 2023 (UN World Population Prospects 2024, CC BY 3.0 IGO)', () => {
    // Births, deaths and mid-year population in thousands.
    expect(crudeRate(1_507.477, 97_175.1)).toBeCloseTo(15.513, 3)
    expect(crudeRate(612.164, 97_175.1)).toBeCloseTo(6.3, 3)
    expect(crudeRate(1_387.961, 100_351.5)).toBeCloseTo(13.831, 3)
    expect(crudeRate(659.98, 100_351.5)).toBeCloseTo(6.577, 3)
  })
  it('differ by the natural increase of Bình Định in 2015, 2019 and 2023 (Cục Thống kê Bình Định, Niên giám, pp. 102–103)', () => {
    // Per 1,000 people, so that births and deaths are the published rates themselves.
    expect(naturalIncrease(13.9, 5.7, 1_000)).toBeCloseTo(8.2, 10)
    expect(naturalIncrease(14.5, 7.1, 1_000)).toBeCloseTo(7.4, 10)
    expect(naturalIncrease(12.6, 7.3, 1_000)).toBeCloseTo(5.3, 10)
  })
  it('of natural increase fall below 0 where more die than are born', () => expect(naturalIncrease(40, 65, 5_000)).toBe(-5))
  it('are undefined where nobody lives', () => {
    expect(crudeRate(0, 0)).toBeUndefined()
    expect(crudeRate(3, 0)).toBeUndefined()
    expect(naturalIncrease(3, 1, 0)).toBeUndefined()
    expect(annualisedRate(3, 0, 31)).toBeUndefined()
  })
  it('are 0, not undefined, where nothing happened', () => expect([crudeRate(0, 900), annualisedRate(0, 900, 28)]).toEqual([0, 0]))
  it('take no negative, endless or missing number', () => {
    for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => crudeRate(bad, 10)).toThrow(RangeError)
      expect(() => crudeRate(10, bad)).toThrow(RangeError)
      expect(() => naturalIncrease(bad, 1, 10)).toThrow(RangeError)
      expect(() => naturalIncrease(1, bad, 10)).toThrow(RangeError)
      expect(() => annualisedRate(1, 10, bad)).toThrow(RangeError)
      expect(() => infantMortalityRate(bad, 10)).toThrow(RangeError)
    }
  })
  it('of the parts of a people, weighted by size, always give the rate of the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(count, people), { minLength: 1, maxLength: 9 }), (parts) => {
        const [events, persons] = [parts.reduce((sum, [one]) => sum + one, 0), parts.reduce((sum, [, one]) => sum + one, 0)]
        const weighted = parts.reduce((sum, [some, many]) => sum + ((crudeRate(some, many) ?? Number.NaN) * many) / persons, 0)
        expect(weighted).toBeCloseTo(crudeRate(events, persons) ?? Number.NaN, 6)
      }),
    )
  })
})

describe('a rate of a month or a quarter', () => {
  it('is that of a year that goes on like it', () => {
    // 10 births among 5,000 people in 31 days: 2 per 1,000, × 365 ÷ 31.
    expect(annualisedRate(10, 5_000, 31)).toBeCloseTo(23.548, 3)
    expect(annualisedRate(20, 5_000, 90)).toBeCloseTo(16.222, 3)
  })
  it('of 365 days is the crude rate', () => {
    fc.assert(
      fc.property(count, people, (events, persons) => {
        expect(annualisedRate(events, persons, 365)).toBeCloseTo(crudeRate(events, persons) ?? Number.NaN, 6)
      }),
    )
  })
  it('has days', () => expect(() => annualisedRate(1, 100, 0)).toThrow(RangeError))
})

describe('infant mortality', () => {
  it('is deaths under one per 1,000 live births, undefined without a birth', () => {
    expect(infantMortalityRate(14, 1_000)).toBe(14)
    expect(infantMortalityRate(1, 80)).toBe(12.5)
    expect(infantMortalityRate(1, 0)).toBeUndefined()
  })
})
