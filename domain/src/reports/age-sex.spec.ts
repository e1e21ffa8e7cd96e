import { describe, expect, it } from 'vitest'
import { partialDate } from '../kernel/partial-date.ts'
import { period } from '../kernel/period.ts'
import { tt01 } from '../packs/tt01-2022/pack.ts'
import { AGE_GROUPS, AGE_ROWS, AGES_CODES, ageAtEnd, ageFigures, agesOf, ageSexOf, ALL_AGES, type BornOn, FROM_60, isOfAges, sumAgeSex, WOMEN_15_49 } from './age-sex.ts'

const born = (sex: BornOn['sex'], on: string, count = 1): BornOn => ({ sex, born: partialDate(on), count })
const YEAR = period('2026')

describe('an age at the end of a period', () => {
  it.each([
    ['2021-12-31', '2026', 5, 'a birthday on the last day is completed'],
    ['2022-01-01', '2026', 4, 'one on the day after is not'],
    ['1941-12-31', '2026', 85, 'so is the 85th'],
    ['1942-01-01', '2026', 84, 'and the day after leaves 84'],
    ['1966', '2026', 60, 'a year alone is presumed to be 1 July'],
    ['1966', '2026-06', 59, 'which is not yet in June'],
    ['1966', '2026-07', 60, 'and is in July'],
    ['2011-12', '2026', 15, 'a month alone is presumed to be its 15th'],
    ['2000-02-29', '2025-02', 24, '29 February completes no year on the 28th'],
    ['2000-02-29', '2025-03', 25, 'but on 1 March'],
    ['2000-02-29', '2028-02', 28, 'and on the 29th where there is one'],
    ['1899', '2026', 127, 'the oldest are as old as is noted'],
    ['2026-12-31', '2026', 0, 'born on the last day is 0'],
    ['2027-03-01', '2026', 0, 'and so is whom a note has in the book too early'],
  ])('%s in %s is %i: %s', (date, of, age) => {
    expect(ageAtEnd(partialDate(date), period(of))).toBe(age)
  })
})

describe('the structure', () => {
  const structure = ageSexOf(
    [born('female', '2026-05-01', 3), born('female', '2011-12-31'), born('female', '2012-01-01'), born('female', '1977-01-01'), born('female', '1976-12-31'), born('male', '1966', 2), born('male', '1967-01-01'), born('male', '1941-12-31'), born('female', '1899')],
    YEAR,
  )

  it('has five-year groups up to 85 and over', () => {
    expect(AGE_GROUPS.map(({ code }) => code)).toEqual([
      '0-4', '5-9', '10-14', '15-19', '20-24', '25-29', '30-34', '35-39', '40-44', '45-49', '50-54', '55-59', '60-64', '65-69', '70-74', '75-79', '80-84', '85+',
    ])
    expect(structure).toEqual({
      female: [3, 0, 1, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 1],
      male: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 1],
    })
  })

  it('counts everybody, women from the 15th birthday up to the 50th, and people from the 60th on', () => {
    expect(ageFigures(structure, ALL_AGES)).toEqual({ both: 12, male: 4, female: 8 })
    expect(ageFigures(structure, WOMEN_15_49)).toEqual({ both: 2, male: undefined, female: 2 })
    expect(ageFigures(structure, FROM_60)).toEqual({ both: 4, male: 3, female: 1 })
    expect(ageFigures(structure, agesOf('85+'))).toEqual({ both: 2, male: 1, female: 1 })
  })

  it('means by its women and its old what the pack means', () => {
    expect([WOMEN_15_49.from, WOMEN_15_49.below]).toEqual([tt01.marriedWomenAge.from, tt01.marriedWomenAge.below])
    expect(FROM_60.from).toBe(tt01.elderFrom)
  })

  it('counts of any age whom the row is said to count, and everybody in one group', () => {
    for (const sex of ['male', 'female'] as const) {
      for (let age = 0; age <= 120; age++) {
        const one = ageSexOf([{ sex, born: partialDate(String(2026 - age)), count: 1 }], YEAR)
        for (const { ages } of AGE_ROWS) expect([ages.code, age, ageFigures(one, ages).both]).toEqual([ages.code, age, isOfAges(ages, { sex, age }) ? 1 : 0])
        expect(AGE_GROUPS.filter((group) => isOfAges(group, { sex, age }))).toHaveLength(1)
      }
    }
  })

  it('of several areas is their sum, of none is empty', () => {
    const twice = sumAgeSex([structure, structure, ageSexOf([], YEAR)])
    expect(ageFigures(twice, ALL_AGES)).toEqual({ both: 24, male: 8, female: 16 })
    expect(sumAgeSex([])).toEqual(ageSexOf([], YEAR))
    expect(sumAgeSex([]).male).toHaveLength(18)
  })

  it('has a number and a code of its own for each row', () => {
    expect(new Set(AGES_CODES).size).toBe(AGE_ROWS.length)
    expect(AGE_ROWS.map(({ no }) => no).join(' ')).toBe('19 19a 19b 19c 19d 19e 19f 19g 19h 19i 19j 19k 19l 19m 19n 19o 19p 19q 19r 20 21')
    expect(() => agesOf('3-7')).toThrow(RangeError)
  })
})
