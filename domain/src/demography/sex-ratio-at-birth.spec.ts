import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sexRatioAtBirth } from './sex-ratio-at-birth.ts'

function ratioOf(boys: number, girls: number) {
  const result = sexRatioAtBirth(boys, girls)
  if (result.kind !== 'ratio') throw new TypeError(result.kind)
  return result
}
/** The share of boys that a ratio per 100 girls stands for. */
const share = (ratio: number) => ratio / (100 + ratio)

describe('the sex ratio at birth', () => {
  it('is boys per 100 girls', () => {
    expect(ratioOf(60, 50).ratio).toBe(120)
    expect(ratioOf(1_115, 1_000).ratio).toBeCloseTo(111.5, 10)
  })
  it('is not defined without girls, and says so', () => {
    expect(sexRatioAtBirth(3, 0)).toEqual({ kind: 'no-girls', boys: 3 })
    expect(sexRatioAtBirth(0, 0)).toEqual({ kind: 'no-births' })
  })
  it('without boys is 0', () => expect(ratioOf(0, 4)).toMatchObject({ ratio: 0, low: 0, method: 'wilson', uncertain: true }))
  it('is uncertain under 1,000 births', () => {
    expect(ratioOf(512, 487).uncertain).toBe(true)
    expect(ratioOf(512, 488).uncertain).toBe(false)
  })
  it('takes no negative, endless or missing number', () => {
    for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => sexRatioAtBirth(bad, 10)).toThrow(RangeError)
      expect(() => sexRatioAtBirth(10, bad)).toThrow(RangeError)
    }
  })
})

describe('its interval', () => {
  it('is 71–157 for a ratio of 105 in 100 births, as reports say beside it', () => {
    const { ratio, low, high, method } = ratioOf((100 * 105) / 205, (100 * 100) / 205)
    expect([ratio, low, high].map(Math.round)).toEqual([105, 71, 157])
    expect(method).toBe('wald')
  })
  it('is Wald’s from five of each sex: 81 of 263 is 0.2522–0.3638, 15 of 148 is 0.0527–0.1500 (Newcombe 1998, table I, method 1)', () => {
    const [a, b] = [ratioOf(81, 182), ratioOf(15, 133)]
    expect([a.low, a.high, b.low, b.high].map((limit) => share(limit).toFixed(4))).toEqual(['0.2522', '0.3638', '0.0527', '0.1500'])
  })
  it('is Wilson’s below: 1 of 29 is 0.0061–0.1718, 0 of 20 is 0–0.1611 (Newcombe 1998, table I, method 3)', () => {
    const [a, b] = [ratioOf(1, 28), ratioOf(0, 20)]
    expect([a.method, b.method]).toEqual(['wilson', 'wilson'])
    expect([a.low, a.high, b.low, b.high].map((limit) => share(limit).toFixed(4))).toEqual(['0.0061', '0.1718', '0.0000', '0.1611'])
  })
  it('changes its method at five of either sex', () => {
    expect([ratioOf(4, 60), ratioOf(5, 60), ratioOf(60, 5), ratioOf(60, 4)].map(({ method }) => method)).toEqual([
      'wilson',
      'wald',
      'wald',
      'wilson',
    ])
  })
  it('always contains the ratio, is finite and not negative', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 100_000 }), (boys, girls) => {
        const { ratio, low, high } = ratioOf(boys, girls)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(ratio)
        expect(high).toBeGreaterThan(ratio)
        expect(Number.isFinite(high)).toBe(true)
      }),
    )
  })
  it('always narrows with more births of the same ratio', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 500 }),
        fc.integer({ min: 5, max: 500 }),
        fc.integer({ min: 2, max: 50 }),
        (boys, girls, times) => {
          const [few, many] = [ratioOf(boys, girls), ratioOf(boys * times, girls * times)]
          expect(many.low).toBeGreaterThan(few.low)
          expect(many.high).toBeLessThan(few.high)
        },
      ),
    )
  })
  it('without boys starts at 0, whatever the rounding', () => {
    for (let girls = 1; girls <= 500; girls++) expect(ratioOf(0, girls).low).toBe(0)
  })
  it('of girls per 100 boys is always the same one turned over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 2_000 }), (boys, girls) => {
        expect(10_000 / ratioOf(girls, boys).high).toBeCloseTo(ratioOf(boys, girls).low, 6)
      }),
    )
  })
})
