import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ageSpecificFertility,
  enoughWomen,
  type FertilityRate,
  generalFertilityRate,
  grossReproductionRate,
  meanAgeAtChildbearing,
  netReproductionRate,
  shareOfGirls,
  totalFertilityRate,
} from './fertility.ts'

const fiveYears = (first: number, rates: readonly (number | undefined)[]): FertilityRate[] =>
  rates.map((rate, index) => ({ from: first + 5 * index, width: 5, rate }))
const groups = (women: readonly number[], births: readonly number[]) =>
  women.map((womanYears, index) => ({ from: 15 + 5 * index, width: 5, womanYears, births: births[index] ?? Number.NaN }))

// Worked answer, coursehero.com/file/24702630, "Question one"; it prints the general fertility rate as "73,300", a slip of units.
const worked = groups([25_000, 20_000, 18_000, 15_000, 12_000, 6_000, 4_000], [800, 2_400, 2_000, 1_500, 500, 120, 10])

// PAPP course of the IUSSP (papp.iussp.org), session 103-06, exercise 4: Kuwait 1982.
const kuwait = fiveYears(15, [0.066, 0.212, 0.255, 0.213, 0.159, 0.078, 0.033])
const kuwaitWomen = [4.766, 4.741, 4.707, 4.668, 4.619, 4.556, 4.467]

// UN World Population Prospects 2024 by R package wpp2024 (CC BY 3.0 IGO): Viet Nam, ages 10–54.
const vietnam2019 = fiveYears(10, [0.000293, 0.035167, 0.115263, 0.121311, 0.075586, 0.034818, 0.00531, 0.000739, 0.000075])
const vietnam2023 = fiveYears(10, [0.000331, 0.034462, 0.113251, 0.120059, 0.074392, 0.033773, 0.005485, 0.00068, 0.00007])

const someRates = fc.array(fc.double({ min: 0, max: 0.4, noNaN: true }), { minLength: 7, maxLength: 7 })

describe('fertility by age', () => {
  it('is births by woman and year (worked answer, coursehero 24702630: 32, 120, 111.11, 100, 41.67, 20, 2.5 per 1,000)', () => {
    const rates = ageSpecificFertility(worked).map(({ rate }) => Number(((rate ?? Number.NaN) * 1000).toFixed(2)))
    expect(rates).toEqual([32, 120, 111.11, 100, 41.67, 20, 2.5])
  })
  it('keeps the ages, and is undefined where there is no woman of that age', () => {
    expect(ageSpecificFertility(groups([0, 10], [0, 1]))).toEqual([
      { from: 15, width: 5, rate: undefined },
      { from: 20, width: 5, rate: 0.1 },
    ])
  })
  it('takes no negative or missing number', () => {
    expect(() => ageSpecificFertility(groups([10], [-1]))).toThrow(RangeError)
    expect(() => ageSpecificFertility(groups([Number.NaN], [1]))).toThrow(RangeError)
    expect(() => totalFertilityRate(fiveYears(15, [-0.1]))).toThrow(RangeError)
  })
  it('is worth showing from 3,000 years of women of 15–49 on', () => {
    expect(enoughWomen(groups([428, 428, 428, 428, 428, 428, 432], [0, 0, 0, 0, 0, 0, 0]))).toBe(true)
    expect(enoughWomen(groups([428, 428, 428, 428, 428, 428, 431], [0, 0, 0, 0, 0, 0, 0]))).toBe(false)
    expect(enoughWomen([{ from: 50, width: 5, womanYears: 9_000, births: 0 }])).toBe(false)
    expect(enoughWomen([{ from: 10, width: 5, womanYears: 9_000, births: 0 }])).toBe(false)
  })
})

describe('the general fertility rate', () => {
  it('is births per 1,000 women of 15–49 (worked answer, coursehero 24702630: 73.3)', () => {
    expect(generalFertilityRate(7_330, 100_000)).toBeCloseTo(73.3, 10)
    expect(generalFertilityRate(1, 0)).toBeUndefined()
  })
  it.each([
    ['Denmark 1916', 0.255989132185545, 0.024346031454493, 0.0951057228353217],
    ['Finland 1956', 0.249310150159757, 0.0207590712641477, 0.08326604933993],
    ['Italy 1962', 0.251953681434355, 0.018855709889321, 0.0748380011039201],
    ['France 1989', 0.249209286316921, 0.0135676183664726, 0.0544426677151132],
    ['Norway 1984', 0.236685721628791, 0.0121436156053908, 0.0513069209322072],
    ['Italy 1981', 0.24289916687869, 0.0111334813842774, 0.0458358154428653],
    ['Italy 1983', 0.245109761656118, 0.0108466992916419, 0.0442524166249222],
    ['Italy 1990', 0.250545223546508, 0.0102074631345481, 0.0407410007265747],
    ['Croatia 2012', 0.225541917139851, 0.00978446232138447, 0.043382012733879],
    ['Austria 2010', 0.242747801554247, 0.0094158123176989, 0.0387884555798737],
  ])(
    'is the crude birth rate ÷ the share of women of 15–49: %s (Human Fertility Database, hanowell/uwsoc533a)',
    (_, share, crude, general) => {
      // Births and women per head of the population.
      expect((generalFertilityRate(crude, share) ?? Number.NaN) / 1000).toBeCloseTo(general, 12)
    },
  )
})

describe('total fertility', () => {
  it('is 5 × the sum of the rates (worked answer, coursehero 24702630: 2.1364)', () => {
    expect(totalFertilityRate(ageSpecificFertility(worked))).toBeCloseTo(2.1364, 4)
  })
  it('weighs each group by its width (Schoenbach, Understanding the Fundamentals of Epidemiology, p. 42: 3.63)', () => {
    const blocks = [
      { from: 15, width: 5, rate: 0.11 },
      { from: 20, width: 10, rate: 0.18 },
      { from: 30, width: 16, rate: 0.08 },
    ]
    expect(totalFertilityRate(blocks)).toBeCloseTo(3.63, 9)
  })
  it('is that of Viet Nam in 2019 and 2023 (UN World Population Prospects 2024: 1.9428, 1.9125)', () => {
    expect(totalFertilityRate(vietnam2019)).toBeCloseTo(1.9428, 3)
    expect(totalFertilityRate(vietnam2023)).toBeCloseTo(1.9125, 3)
  })
  it('is that of Kuwait in 1982 (PAPP 103-06: 5.08)', () => expect(totalFertilityRate(kuwait)).toBeCloseTo(5.08, 2))
  it('is undefined where a group has no rate, and 0 where nobody was born', () => {
    expect(totalFertilityRate(fiveYears(15, [0.1, undefined]))).toBeUndefined()
    expect(totalFertilityRate(fiveYears(15, [0, 0]))).toBe(0)
  })
  it('is always linear in the rates', () => {
    fc.assert(
      fc.property(someRates, someRates, fc.double({ min: 0, max: 9, noNaN: true }), (one, other, times) => {
        const of = (rates: readonly number[]) => totalFertilityRate(fiveYears(15, rates)) ?? Number.NaN
        expect(of(one.map((rate, index) => times * rate + (other[index] ?? 0)))).toBeCloseTo(times * of(one) + of(other), 9)
      }),
    )
  })
})

describe('reproduction', () => {
  it('is that of Kuwait in 1982 (PAPP 103-06: gross 2.48, net 2.32, with 105 boys per 100 girls)', () => {
    expect(grossReproductionRate(kuwait, shareOfGirls(105))).toBeCloseTo(2.48, 2)
    expect(netReproductionRate(kuwait, kuwaitWomen, shareOfGirls(105))).toBeCloseTo(2.32, 2)
  })
  it('is that of demCore’s test-gen_nrr.R (ihmeuw-demographics: net 1.47, with 105.7 boys per 100 girls)', () => {
    const rates = fiveYears(15, [0.00002, 0.009, 0.1, 0.18, 0.19, 0.11, 0.03])
    expect(netReproductionRate(rates, [4.9, 4.9, 4.9, 4.9, 4.9, 4.9, 4.9], shareOfGirls(105.7))).toBeCloseTo(1.47, 2)
  })
  it('has half of the births girls at a ratio of 100, all at 0', () => expect([shareOfGirls(100), shareOfGirls(0)]).toEqual([0.5, 1]))
  it('is undefined where a group has no rate', () => {
    const gap = fiveYears(15, [0.1, undefined])
    expect(grossReproductionRate(gap, 0.5)).toBeUndefined()
    expect(netReproductionRate(gap, [4.9, 4.9], 0.5)).toBeUndefined()
  })
  it('takes person-years of each group, per newborn girl', () => {
    expect(() => netReproductionRate(kuwait, kuwaitWomen.slice(1), 0.5)).toThrow(RangeError)
    expect(() => netReproductionRate(kuwait, [...kuwaitWomen, 4.4], 0.5)).toThrow(RangeError)
    expect(() =>
      netReproductionRate(
        kuwait,
        kuwaitWomen.map((years) => years * 100_000),
        0.5,
      ),
    ).toThrow(RangeError)
  })
  it('net is always at most gross, and the same where nobody dies', () => {
    const lived = fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { minLength: 7, maxLength: 7 })
    fc.assert(
      fc.property(someRates, lived, fc.double({ min: 0.3, max: 0.7, noNaN: true }), (some, years, girls) => {
        const rates = fiveYears(15, some)
        const gross = grossReproductionRate(rates, girls) ?? Number.NaN
        expect(netReproductionRate(rates, years, girls)).toBeLessThanOrEqual(gross + 1e-12)
        expect(netReproductionRate(rates, [5, 5, 5, 5, 5, 5, 5], girls)).toBeCloseTo(gross, 12)
      }),
    )
  })
})

describe('the mean age at childbearing', () => {
  it('is that of Viet Nam in 2019 and 2023 (UN World Population Prospects 2024, the mean of the published rates: 27.217, 27.216)', () => {
    expect(meanAgeAtChildbearing(vietnam2019)).toBeCloseTo(27.217, 2)
    expect(meanAgeAtChildbearing(vietnam2023)).toBeCloseTo(27.216, 2)
  })
  it('is the middle of the only group that has births', () => {
    expect(meanAgeAtChildbearing(fiveYears(15, [0, 0, 0.1]))).toBeCloseTo(27.5, 12)
    expect(meanAgeAtChildbearing([{ from: 31, width: 1, rate: 0.1 }])).toBeCloseTo(31.5, 12)
  })
  it('weighs groups by width', () => {
    const wide = [
      { from: 20, width: 10, rate: 0.1 },
      { from: 30, width: 5, rate: 0.1 },
    ]
    expect(meanAgeAtChildbearing(wide)).toBeCloseTo(27.5, 12)
  })
  it('is undefined without births, and where a group has no rate', () => {
    expect(meanAgeAtChildbearing(fiveYears(15, [0, 0]))).toBeUndefined()
    expect(meanAgeAtChildbearing(fiveYears(15, [0.1, undefined]))).toBeUndefined()
  })
  it('always lies within the ages and knows no level of fertility', () => {
    fc.assert(
      fc.property(someRates, fc.double({ min: 0.1, max: 2, noNaN: true }), (some, times) => {
        fc.pre(some.some((rate) => rate > 1e-6))
        const age = meanAgeAtChildbearing(fiveYears(15, some)) ?? Number.NaN
        expect(age).toBeGreaterThanOrEqual(17.5 - 1e-9)
        expect(age).toBeLessThanOrEqual(47.5 + 1e-9)
        expect(
          meanAgeAtChildbearing(
            fiveYears(
              15,
              some.map((rate) => rate * times),
            ),
          ),
        ).toBeCloseTo(age, 8)
      }),
    )
  })
})
