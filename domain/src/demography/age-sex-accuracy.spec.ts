import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageRatioScore, ageSexAccuracyIndex, sexRatioScore } from './age-sex-accuracy.ts'

// US Census Bureau, Population Analysis System, spreadsheet AGESEX: 0–4 … 70–74, without 75+; in timriffe/DemoTools, test-AGESEX.R.
const males = [
  4_677_000, 4_135_000, 3_825_000, 3_647_000, 3_247_000, 2_802_000, 2_409_000, 2_212_000, 1_786_000, 1_505_000, 1_390_000, 984_000, 745_000,
  537_000, 346_000,
]
const females = [
  4_544_000, 4_042_000, 3_735_000, 3_647_000, 3_309_000, 2_793_000, 2_353_000, 2_112_000, 1_691_000, 1_409_000, 1_241_000, 887_000, 697_000,
  525_000, 348_000,
]
const anyGroups = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 3, maxLength: 17 })

describe('the age ratio score', () => {
  it('is 3.907 for the males, 3.655 for the females of AGESEX (US Census Bureau, PAS)', () => {
    expect(ageRatioScore(males)).toBeCloseTo(3.907, 3)
    expect(ageRatioScore(females)).toBeCloseTo(3.655, 3)
  })
  it('is 0 where numbers change evenly with age', () => expect(ageRatioScore([500, 400, 300, 200, 100])).toBe(0))
  it('is the distance from 100 either way', () => {
    // 2 × 150 ÷ 200, 2 × 100 ÷ 300.
    expect(ageRatioScore([100, 150, 100, 150])).toBeCloseTo((50 + 100 / 3) / 2, 9)
  })
  it('is undefined with fewer than three groups, or a group between two empty ones', () => {
    expect(ageRatioScore([5, 5])).toBeUndefined()
    expect(ageRatioScore([])).toBeUndefined()
    expect(ageRatioScore([0, 5, 0])).toBeUndefined()
    expect(ageRatioScore([0, 5, 0, 5, 5])).toBeUndefined()
    expect(ageRatioScore([4, 0, 4])).toBe(100)
  })
})

describe('the sex ratio score', () => {
  it('is 2.249 for AGESEX (US Census Bureau, PAS)', () => expect(sexRatioScore(males, females)).toBeCloseTo(2.249, 3))
  it('is 0 where the ratio is the same at every age, and the mean of changes up and down', () => {
    expect(sexRatioScore([102, 51], [100, 50])).toBe(0)
    expect(sexRatioScore([100, 110, 104], [100, 100, 100])).toBeCloseTo(8, 9)
  })
  it('is undefined with fewer than two groups, or one without females', () => {
    expect(sexRatioScore([5], [5])).toBeUndefined()
    expect(sexRatioScore([5, 5], [5, 0])).toBeUndefined()
    expect(sexRatioScore([5, 5, 5], [0, 5, 5])).toBeUndefined()
  })
  it('takes lists of one length, and no negative number', () => {
    expect(() => sexRatioScore([5, 5], [5])).toThrow(RangeError)
    expect(() => sexRatioScore([5, 5], [5, 5, 5])).toThrow(RangeError)
    expect(() => sexRatioScore([5, -5], [5, 5])).toThrow(RangeError)
    expect(() => ageRatioScore([5, Number.NaN, 5])).toThrow(RangeError)
  })
})

describe('the age–sex accuracy index', () => {
  it('is 14.308 for AGESEX (US Census Bureau, PAS; UN method of 1952)', () =>
    expect(ageSexAccuracyIndex(males, females)).toBeCloseTo(14.308, 3))
  it('is undefined where one of its scores is', () => {
    expect(ageSexAccuracyIndex([5, 5], [5, 5])).toBeUndefined()
    expect(ageSexAccuracyIndex([5, 5, 5], [5, 0, 5])).toBeUndefined()
    expect(ageSexAccuracyIndex([0, 5, 0], [5, 5, 5])).toBeUndefined()
    expect(ageSexAccuracyIndex([5, 5, 5], [1, 5, 1])).toBeTypeOf('number')
  })
  it('always is at least 0 and knows no size of the population', () => {
    fc.assert(
      fc.property(anyGroups, fc.integer({ min: 2, max: 50 }), (some, times) => {
        const others = [...some].reverse()
        const index = ageSexAccuracyIndex(some, others) ?? Number.NaN
        expect(index).toBeGreaterThanOrEqual(0)
        const larger = ageSexAccuracyIndex(
          some.map((count) => count * times),
          others.map((count) => count * times),
        )
        expect((larger ?? Number.NaN) / Math.max(index, 1)).toBeCloseTo(index / Math.max(index, 1), 8)
      }),
    )
  })
})
