import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { myersIndex, whippleIndex } from './age-heaping.ts'

// Census of India 1971, males, 0 … 100+; from timriffe/DemoTools, pop1m_ind.
const india1971 = [
  9544406, 7471790, 11590109, 11881844, 11872503, 12968350, 11993151, 10033918, 14312222, 8111523, 15311047, 6861510, 13305117, 7454575,
  9015381, 10325432, 9055588, 5519173, 12546779, 4784102, 13365429, 4630254, 9595545, 4727963, 5195032, 15061479, 5467392, 4011539, 8033850,
  1972327, 17396266, 1647397, 6539557, 2233521, 2101024, 16768198, 3211834, 1923169, 4472854, 1182245, 15874081, 1017752, 3673865, 1247304,
  1029243, 12619050, 1499847, 1250321, 2862148, 723195, 12396632, 733501, 2186678, 777379, 810700, 7298270, 1116032, 650402, 1465209,
  411834, 9478824, 429296, 1190060, 446290, 362767, 4998209, 388753, 334629, 593906, 178133, 4560342, 179460, 481230, 159087, 155831,
  1606147, 166763, 93569, 182238, 53567, 1715697, 127486, 150782, 52332, 48664, 456387, 46978, 34448, 44015, 19172, 329149, 48004, 28574,
  9200, 7003, 75195, 13140, 5889, 18915, 21221, 72373,
]
// Census of the Philippines 1990, 0–99: Siegel & Swanson (2004), table 7.7; from grodri/grodri.github.io, datasets/phpop1990.dat.
const philippines1990 = [
  1817270, 1639123, 1718425, 1671136, 1621019, 1606062, 1620740, 1636329, 1576169, 1621708, 1649916, 1491967, 1505955, 1409121, 1408773,
  1376098, 1302790, 1356104, 1329109, 1276550, 1335873, 1185876, 1116887, 1053736, 1075953, 1115735, 993664, 999845, 907680, 928327,
  1031406, 831571, 810274, 758956, 768819, 827883, 708328, 696632, 624157, 644621, 715657, 539663, 541519, 494726, 462278, 516270, 399343,
  446431, 435789, 423655, 479514, 346367, 374204, 349337, 356406, 344552, 288045, 284318, 246928, 275560, 322233, 205177, 218840, 188670,
  192961, 218875, 144388, 152395, 138092, 153870, 182814, 99902, 102481, 90058, 90084, 106108, 71650, 77058, 68917, 61911, 67699, 32336,
  33732, 25451, 25605, 27096, 16986, 14745, 16102, 14088, 9330, 2875, 2596, 1667, 1577, 1838, 1059, 941, 1093, 1645,
]
const everyAge = (persons: (age: number) => number) => Array.from({ length: 100 }, (_, age) => persons(age))
const flat = everyAge(() => 10)
const anyAges = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 63, maxLength: 110 })

describe('Whipple’s index', () => {
  it('of males in the census of India 1971 is 292.56 (counts of timriffe/DemoTools pop1m_ind, the standard formula over 23–62)', () => {
    expect(whippleIndex(india1971)).toBeCloseTo(292.56, 2)
  })
  it('of a flat population is 100 (timriffe/DemoTools, "should induce perfect equality")', () => {
    expect(whippleIndex(flat)).toBeCloseTo(100, 9)
    expect(whippleIndex(flat, 'zero')).toBeCloseTo(100, 9)
  })
  it('is 500 where all ages end in 0 or 5, 1,000 for 0 alone, and 0 where none does', () => {
    expect(whippleIndex(everyAge((age) => (age % 5 === 0 ? 7 : 0)))).toBe(500)
    expect(
      whippleIndex(
        everyAge((age) => (age % 10 === 0 ? 7 : 0)),
        'zero',
      ),
    ).toBe(1_000)
    expect(whippleIndex(everyAge((age) => (age % 5 === 0 ? 0 : 7)))).toBe(0)
  })
  it('of 0 alone does not see a liking for 5', () => {
    // 40 ages of 1 person, and 4 more at each of 25, 35, 45, 55.
    const fives = everyAge((age) => (age % 10 === 5 ? 5 : 1))
    expect(whippleIndex(fives)).toBeCloseTo((24 / (56 / 5)) * 100, 9)
    expect(whippleIndex(fives, 'zero')).toBeCloseTo((4 / (56 / 10)) * 100, 9)
  })
  it('looks at 23–62 and nowhere else', () => {
    const of = (from: number, to: number) => whippleIndex(everyAge((age) => (age >= from && age <= to ? 10 : age % 3)))
    expect(of(23, 62)).toBeCloseTo(100, 9)
    expect(of(24, 62)).not.toBeCloseTo(100, 3)
    expect(of(23, 61)).not.toBeCloseTo(100, 3)
  })
  it('is undefined where nobody is of 23–62', () => {
    expect(whippleIndex([4, 4, 4])).toBeUndefined()
    expect(whippleIndex([])).toBeUndefined()
  })
  it('takes no negative or missing number', () => expect(() => whippleIndex(everyAge(() => -1))).toThrow(RangeError))
  it('always lies between 0 and 500', () => {
    fc.assert(
      fc.property(anyAges, (ages) => {
        const index = whippleIndex(ages)
        fc.pre(index !== undefined)
        expect(index).toBeGreaterThanOrEqual(0)
        expect(index).toBeLessThanOrEqual(500)
      }),
    )
  })
})

describe('Myers’ blended index', () => {
  it('of the Philippines in 1990 over 0–89 is 1.927534882, with its blended counts (Germán Rodríguez, Princeton, "Digit preference")', () => {
    const myers = myersIndex(philippines1990, 0, 89)
    expect(myers?.index).toBeCloseTo(1.927534882, 9)
    expect(myers?.blended).toEqual([
      59_752_360, 50_629_836, 52_212_367, 50_395_096, 51_921_770, 54_969_894, 50_600_297, 53_367_794, 51_854_354, 54_002_900,
    ])
    expect(myers?.deviations[0]).toBeCloseTo(1.28, 2)
    expect(myers?.deviations[1]).toBeCloseTo(-0.44, 2)
  })
  it('of a flat population is 0 (timriffe/DemoTools, "should induce perfect equality")', () => {
    expect(myersIndex(everyAge(() => 10))?.index).toBeCloseTo(0, 9)
  })
  it('is 90 where all ages end in one digit, 80 where they end in one of two (Siegel & Swanson 2004, ch. 7: the range is 0–90)', () => {
    expect(myersIndex(everyAge((age) => (age % 10 === 0 ? 3 : 0)))?.index).toBeCloseTo(90, 9)
    expect(myersIndex(everyAge((age) => (age % 5 === 0 ? 3 : 0)))?.index).toBeCloseTo(80, 9)
  })
  it('of the usual ages looks at 10–98', () => {
    const index = (ages: readonly number[]) => myersIndex(ages)?.index
    expect(index(everyAge((age) => (age < 10 || age > 98 ? 1_000 : 10)))).toBeCloseTo(0, 9)
    expect(index(everyAge((age) => (age === 98 ? 1_000 : 10)))).not.toBeCloseTo(0, 3)
    expect(index(everyAge((age) => (age === 10 ? 1_000 : 10)))).not.toBeCloseTo(0, 3)
  })
  it('is undefined where there is nobody', () => expect(myersIndex([5, 5, 5])).toBeUndefined())
  it('takes whole tens of ages', () => {
    expect(() => myersIndex(flat, 10, 88)).toThrow(RangeError)
    expect(() => myersIndex(flat, 10, 9)).toThrow(RangeError)
  })
  it('always lies between 0 and 90, and likes as much as it avoids', () => {
    fc.assert(
      fc.property(anyAges, (ages) => {
        const myers = myersIndex(ages)
        fc.pre(myers !== undefined)
        expect(myers.index).toBeGreaterThanOrEqual(0)
        expect(myers.index).toBeLessThanOrEqual(90 + 1e-9)
        expect(myers.deviations.reduce((total, one) => total + one, 0)).toBeCloseTo(0, 9)
      }),
    )
  })
})
