import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  ageOn,
  birthday,
  civilDayInVietnam,
  daysBetween,
  daysInMonth,
  findPlainDate,
  isLeapYear,
  isPlainDate,
  PlainDate,
  plainDate,
} from './plain-date.ts'

const d = plainDate

describe('a civil date', () => {
  it('is a day that there is, of the years 1800 to 2199', () => {
    for (const day of ['1800-01-01', '2199-12-31', '2024-02-29', '2000-02-29']) expect(isPlainDate(day)).toBe(true)
    for (const text of ['2026-02-31', '2026-02-29', '1900-02-29', '2100-02-29', '2026-04-31', '2026-00-10', '2026-13-01', '2026-01-00', '2026-01-32'])
      expect(isPlainDate(text)).toBe(false)
    for (const text of ['1799-12-31', '2200-01-01', '2026-1-1', '26-01-01', '2026-01-01T00:00', ' 2026-01-01', '2026-01-01\n', '', '２０２６-01-01'])
      expect(isPlainDate(text)).toBe(false)
  })
  it('is never made of 31/02/2026', () => {
    expect(findPlainDate(2026, 2, 31)).toBeUndefined()
    expect(PlainDate.safeParse('2026-02-31').success).toBe(false)
    expect(() => d('2026-02-31')).toThrow(RangeError)
  })
  it('is never made of what is no whole number', () => {
    for (const year of [Number.NaN, 2026.5, Infinity, -1]) expect(findPlainDate(year, 1, 1)).toBeUndefined()
  })
  it('leaves every other text out', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        expect(isPlainDate(text)).toBe(/^(18|19|20|21)\d\d-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toString() !== 'Invalid Date')
      }),
    )
  })
})

describe('counting days', () => {
  it('agrees with the calendar of the platform on every day kept', () => {
    const first = Date.UTC(1800, 0, 1)
    let day = d('1800-01-01')
    let wrong = 0
    for (let n = 0; n <= 146_096; n++) {
      const told = new Date(first + n * 86_400_000).toISOString().slice(0, 10)
      if (day !== told || (n % 97 === 0 && (daysBetween(d('1800-01-01'), day) !== n || addDays(d('1800-01-01'), n) !== told))) wrong++
      if (n < 146_096) day = addDays(day, 1)
    }
    expect([wrong, day]).toEqual([0, '2199-12-31'])
  })
  it('ends at the first and the last day kept, and throws nothing', () => {
    expect([addDays(d('1800-01-01'), -1), addDays(d('1800-05-01'), -280), addDays(d('2199-12-31'), 1), addDays(d('2199-12-31'), 0)]).toEqual(['1800-01-01', '1800-01-01', '2199-12-31', '2199-12-31'])
    expect([civilDayInVietnam(-1e15), civilDayInVietnam(8.64e15)]).toEqual(['1800-01-01', '2199-12-31'])
  })
  it('gives what Python’s datetime gives', () => {
    expect(daysBetween(d('1975-04-30'), d('2026-11-23'))).toBe(18_835)
    expect(daysBetween(d('1900-01-01'), d('2000-01-01'))).toBe(36_524)
    expect(daysBetween(d('1999-12-31'), d('2000-03-01'))).toBe(61)
    expect(daysBetween(d('2024-02-29'), d('2028-02-29'))).toBe(1_461)
    expect(daysBetween(d('2026-03-01'), d('2026-02-28'))).toBe(-1)
  })
  it('knows leap years and months', () => {
    expect([1900, 2000, 2023, 2024, 2100].map(isLeapYear)).toEqual([false, true, false, true, false])
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2026, month))).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    expect(daysInMonth(2024, 2)).toBe(29)
  })
})

describe('age', () => {
  it('is completed on the birthday', () => {
    expect(ageOn(d('2006-03-04'), d('2026-03-03'))).toBe(19)
    expect(ageOn(d('2006-03-04'), d('2026-03-04'))).toBe(20)
  })
  it('of somebody born on 29 February is completed on 1 March of other years', () => {
    expect(ageOn(d('2004-02-29'), d('2026-02-28'))).toBe(21)
    expect(ageOn(d('2004-02-29'), d('2026-03-01'))).toBe(22)
    expect(ageOn(d('2004-02-29'), d('2028-02-29'))).toBe(24)
    expect(birthday(d('2004-02-29'), 22)).toBe('2026-03-01')
    expect(birthday(d('2004-02-29'), 24)).toBe('2028-02-29')
  })
  it('and birthday say the same', () => {
    const day = fc.integer({ min: 1, max: 100_000 }).map((n) => addDays(d('1800-01-01'), n))
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 110 }), (born, years) => {
        const turned = birthday(born, years)
        expect([ageOn(born, turned), ageOn(born, addDays(turned, -1))]).toEqual([years, years - 1])
      }),
    )
  })
  it('beyond the last day kept is not reached, and nothing is thrown', () => expect(birthday(d('2180-05-05'), 50)).toBe('2199-12-31'))
})

describe('the civil day in Vietnam', () => {
  it('begins at 17:00 UTC of the day before', () => {
    expect(civilDayInVietnam(Date.UTC(2026, 10, 22, 16, 59, 59, 999))).toBe('2026-11-22')
    expect(civilDayInVietnam(Date.UTC(2026, 10, 22, 17))).toBe('2026-11-23')
    expect(civilDayInVietnam(Date.UTC(2024, 1, 28, 17))).toBe('2024-02-29')
  })
  it('is what the time zone database says', () => {
    const told = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1976, 0, 1), max: Date.UTC(2100, 0, 1) }), (instant) => {
        expect(civilDayInVietnam(instant)).toBe(told.format(instant))
      }),
    )
  })
})
