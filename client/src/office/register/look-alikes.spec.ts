import { expect, test } from 'vitest'
import { markOf, markOfDates } from './look-alikes.ts'

test('what is not known on one side is neither the same nor another', () => {
  expect(markOf('Kinh', 'Kinh')).toBe('same')
  expect(markOf('Kinh', 'Tày')).toBe('differs')
  expect(markOf('Kinh', undefined)).toBe('oneMissing')
  expect(markOf(undefined, 'Kinh')).toBe('oneMissing')
  expect(markOf(undefined, undefined)).toBe('bothMissing')
})

test('a year agrees with a day of it, and with no day of another', () => {
  expect(markOfDates('1988', '1988-04-01')).toBe('partly')
  expect(markOfDates('1988-04-01', '1988-04')).toBe('partly')
  expect(markOfDates('1988', '1988')).toBe('same')
  expect(markOfDates('1988', '1989-04-01')).toBe('differs')
})
