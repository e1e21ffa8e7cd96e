import { expect, it } from 'vitest'
import { earliestOf, PartialDate, partialDate, presumedDay } from './partial-date.ts'

it('a birth date is a year, a month or a day', () => {
  for (const text of ['1948', '1948-03', '1948-03-02', '2024-02-29']) expect(PartialDate.safeParse(text).success).toBe(true)
  for (const text of ['48', '1948-13', '1948-00', '1948-3', '1948-02-30', '1948-', '', '0000', '2200', '1948-03-02 ', 'khoảng 1948'])
    expect(PartialDate.safeParse(text).success).toBe(false)
  expect(() => partialDate('31/02/2026')).toThrow(RangeError)
})

it('the earliest day it can be is its first', () => {
  expect(['1948', '1948-03', '1948-03-02'].map((text) => earliestOf(partialDate(text)))).toEqual(['1948-01-01', '1948-03-01', '1948-03-02'])
})

it('ages are counted from its middle', () => {
  expect(['1948', '1948-03', '1948-03-02'].map((text) => presumedDay(partialDate(text)))).toEqual(['1948-07-01', '1948-03-15', '1948-03-02'])
})
