import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageingIndex, ageShares, dependency, type Person, pyramidFrom, pyramidOf, sexRatio, sexRatiosByAge } from './structure.ts'

// UN World Population Prospects 2019 by R package wpp2019 (CC BY 3.0 IGO): Viet Nam 2020, thousands, 0–4 … 95–99, 100+.
const males = [
  4164.842, 4004.759, 3734.036, 3364.847, 3500.183, 4363.621, 4278.909, 3915.663, 3525.539, 3266.831, 2907.946, 2530.1, 2012.144, 1339.456,
  664.802, 422.995, 298.067, 193.013, 79.054, 25.681, 5.766,
]
const females = [
  3727.629, 3581.342, 3364.138, 3136.022, 3320.02, 4205.672, 4158.118, 3848.234, 3508.287, 3272.305, 2960.411, 2711.511, 2318.81, 1672.277,
  987.156, 703.519, 562.519, 416.16, 195.571, 72.544, 18.084,
]
const vietnam = pyramidFrom(males, females)

/** A pyramid with so many males in the group that starts at an age, nobody else. */
const only = (counts: Readonly<Record<number, number>>) =>
  pyramidFrom(
    Array.from({ length: 14 }, (_, index) => counts[index * 5] ?? 0),
    Array.from({ length: 14 }, () => 0),
  )

const anyone = fc.record<Person>({ age: fc.integer({ min: 0, max: 110 }), sex: fc.constantFrom('male', 'female') })
const anyPeople = fc.array(anyone, { maxLength: 200 })

describe('a pyramid', () => {
  it('counts people by five years of age and sex, the oldest together', () => {
    const people = [0, 4, 5, 64, 65, 84, 85, 101].map((age): Person => ({ age, sex: age % 2 === 0 ? 'female' : 'male' }))
    const pyramid = pyramidOf(people)
    expect(pyramid.filter(({ male, female }) => male + female > 0)).toEqual([
      { from: 0, to: 4, male: 0, female: 2 },
      { from: 5, to: 9, male: 1, female: 0 },
      { from: 60, to: 64, male: 0, female: 1 },
      { from: 65, to: 69, male: 1, female: 0 },
      { from: 80, to: 84, male: 0, female: 1 },
      { from: 85, to: undefined, male: 2, female: 0 },
    ])
    expect(pyramid).toHaveLength(18)
  })
  it('has its open group where asked', () => {
    expect(pyramidOf([{ age: 99, sex: 'female' }], 65).at(-1)).toEqual({ from: 65, to: undefined, male: 0, female: 1 })
    expect(() => pyramidOf([], 60)).toThrow(RangeError)
    expect(() => pyramidOf([], 83)).toThrow(RangeError)
  })
  it('takes no age below 0, no count below 0, no list longer than the other', () => {
    expect(() => pyramidOf([{ age: -1, sex: 'male' }])).toThrow(RangeError)
    expect(() => pyramidOf([{ age: Number.NaN, sex: 'male' }])).toThrow(RangeError)
    expect(() => pyramidFrom(males, females.slice(1))).toThrow(RangeError)
    expect(() => pyramidFrom(males.slice(1), females)).toThrow(RangeError)
    expect(() => pyramidFrom([...males.slice(1), -1], females)).toThrow(RangeError)
    expect(() => pyramidFrom([], [])).toThrow(RangeError)
  })
  it('always has everybody once, in whatever order they come', () => {
    fc.assert(
      fc.property(anyPeople, (people) => {
        const pyramid = pyramidOf(people)
        const of = (sex: 'male' | 'female') => pyramid.reduce((total, group) => total + group[sex], 0)
        expect(of('male')).toBe(people.filter(({ sex }) => sex === 'male').length)
        expect(of('female')).toBe(people.filter(({ sex }) => sex === 'female').length)
        expect(pyramidOf([...people].reverse())).toEqual(pyramid)
      }),
    )
  })
})

describe('shares by age', () => {
  it('are those of Nghệ An in 2009: 749, 1,951 and 212 of 2,912 thousand are 25.7, 67.0 and 7.3 % (textbook "Dân số học cơ bản", II.2)', () => {
    const shares = ageShares(only({ 0: 749, 15: 1_951, 65: 212 }))
    expect([shares?.under15, shares?.from15to64, shares?.from65].map((share) => ((share ?? Number.NaN) * 100).toFixed(1))).toEqual([
      '25.7',
      '67.0',
      '7.3',
    ])
  })
  it('change at 15 and at 65', () => {
    expect(ageShares(only({ 10: 1 }))).toEqual({ under15: 1, from15to64: 0, from65: 0 })
    expect(ageShares(only({ 15: 1, 60: 1 }))).toEqual({ under15: 0, from15to64: 1, from65: 0 })
    expect(ageShares(only({ 65: 1 }))).toEqual({ under15: 0, from15to64: 0, from65: 1 })
  })
  it('are undefined where there is nobody', () => expect(ageShares(only({}))).toBeUndefined())
  it('always sum to 1', () => {
    fc.assert(
      fc.property(anyPeople, (people) => {
        fc.pre(people.length > 0)
        const shares = ageShares(pyramidOf(people))
        expect((shares?.under15 ?? 0) + (shares?.from15to64 ?? 0) + (shares?.from65 ?? 0)).toBeCloseTo(1, 12)
      }),
    )
  })
})

describe('dependency', () => {
  it('of Viet Nam in 2020 is 33.6 children, 11.4 old, 45.1 together (of the table of UN World Population Prospects 2019)', () => {
    const { child, old, total } = dependency(vietnam) ?? { child: 0, old: 0, total: 0 }
    expect([child, old, total].map((ratio) => ratio.toFixed(1))).toEqual(['33.6', '11.4', '45.1'])
  })
  it('is undefined where nobody is of 15–64, 0 where all are', () => {
    expect(dependency(only({ 0: 3, 65: 1 }))).toBeUndefined()
    expect(dependency(only({ 30: 3 }))).toEqual({ child: 0, old: 0, total: 0 })
  })
  it('always goes with the shares', () => {
    fc.assert(
      fc.property(anyPeople, (people) => {
        const pyramid = pyramidOf(people)
        const [shares, ratios] = [ageShares(pyramid), dependency(pyramid)]
        expect(ratios === undefined).toBe((shares?.from15to64 ?? 0) === 0)
        if (shares !== undefined && ratios !== undefined) expect(ratios.total).toBeCloseTo(100 / shares.from15to64 - 100, 8)
      }),
    )
  })
})

describe('the ageing index', () => {
  it('counts from 60 as Vietnam does, or from 65', () => {
    expect(ageingIndex(only({ 0: 2, 10: 2, 55: 9, 60: 1, 65: 2 }))).toBe(75)
    expect(ageingIndex(only({ 0: 2, 10: 2, 55: 9, 60: 1, 65: 2 }), 65)).toBe(50)
  })
  it('of Viet Nam in 2020 is 53.1, or 33.9 from 65 (of the table of UN World Population Prospects 2019)', () => {
    expect(ageingIndex(vietnam)).toBeCloseTo(53.1, 1)
    expect(ageingIndex(vietnam, 65)).toBeCloseTo(33.9, 1)
  })
  it('is undefined where there are no children', () => expect(ageingIndex(only({ 15: 4, 65: 2 }))).toBeUndefined())
})

describe('the sex ratio', () => {
  it('of the census of 1/4/2019 is 99.1: 47,881,061 men, 48,327,923 women (Tổng cục Thống kê, by helpagevn.org)', () => {
    const none = Array.from({ length: 13 }, () => 0)
    expect(sexRatio(pyramidFrom([...none, 47_881_061], [...none, 48_327_923]))).toBeCloseTo(99.1, 1)
  })
  it('by age falls from 112 among children to 32 from 100 on (Viet Nam 2020, of the table of UN World Population Prospects 2019)', () => {
    const ratios = sexRatiosByAge(vietnam)
    expect(ratios[0]).toEqual({ from: 0, to: 4, ratio: expect.closeTo(111.73, 2) as number })
    expect(ratios.at(-1)).toEqual({ from: 100, to: undefined, ratio: expect.closeTo(31.88, 2) as number })
  })
  it('is undefined without females, by age in the groups that have none', () => {
    expect(sexRatio(only({ 0: 4 }))).toBeUndefined()
    const ratios = sexRatiosByAge(
      pyramidOf([
        { age: 3, sex: 'female' },
        { age: 7, sex: 'male' },
      ]),
    )
    expect(ratios.slice(0, 2).map(({ ratio }) => ratio)).toEqual([0, undefined])
  })
})
