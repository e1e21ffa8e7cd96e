import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexOfDissimilarity, indexOfRelativeDifference } from './age-distributions.ts'

// Siegel & Swanson, The Methods and Materials of Demography (2004), table 7.20; in timriffe/DemoTools, test-IRDID.R.
const one = [7.38, 14.16, 14.79, 17.36, 15.11, 10.14, 8.5, 7.28, 5.28]
const other = [6.48, 12.27, 15.25, 15.1, 14.66, 10.8, 8.95, 9.28, 7.21]
const counts = fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 9, maxLength: 9 })

describe('the index of dissimilarity', () => {
  it('is 5.5 (Siegel & Swanson 2004, table 7.20)', () => expect(indexOfDissimilarity(one, other)).toBeCloseTo(5.5, 9))
  it('is 0 for the same ages in another number, 100 for no age in common', () => {
    expect(indexOfDissimilarity([1, 2, 3], [10, 20, 30])).toBeCloseTo(0, 12)
    expect(indexOfDissimilarity([5, 0], [0, 9])).toBe(100)
  })
  it('is always the same both ways, 0–100', () => {
    fc.assert(
      fc.property(counts, counts, (some, more) => {
        const index = indexOfDissimilarity(some, more) ?? Number.NaN
        expect(indexOfDissimilarity(more, some)).toBeCloseTo(index, 9)
        expect(index).toBeGreaterThanOrEqual(0)
        expect(index).toBeLessThanOrEqual(100 + 1e-9)
      }),
    )
  })
})

describe('the index of relative difference', () => {
  it('is 6.7 (Siegel & Swanson 2004, table 7.20)', () => expect(indexOfRelativeDifference(one, other)).toBeCloseTo(6.7, 1))
  it('is measured from the first, the standard', () => expect(indexOfRelativeDifference(other, one)).toBeCloseTo(6.1, 1))
  it('is always 0 for the same ages in another number', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 99 }), (some, times) => {
        expect(
          indexOfRelativeDifference(
            some,
            some.map((count) => count * times),
          ),
        ).toBeCloseTo(0, 9)
      }),
    )
  })
  it('is undefined where the standard lacks an age', () => expect(indexOfRelativeDifference([0, 5], [1, 4])).toBeUndefined())
})

it('two age distributions that cannot be compared are undefined, of different groups an error', () => {
  for (const index of [indexOfDissimilarity, indexOfRelativeDifference]) {
    expect(index([0, 0], [1, 2])).toBeUndefined()
    expect(index([1, 2], [0, 0])).toBeUndefined()
    expect(index([], [])).toBeUndefined()
    expect(() => index([1], [1, 2])).toThrow(RangeError)
    expect(() => index([1, 2], [1])).toThrow(RangeError)
    expect(() => index([1, -2], [1, 2])).toThrow(RangeError)
  }
})
