import { plainDate } from '@sotay/domain/kernel/plain-date'
import { expect, test } from 'vitest'
import { readAddress, readNarrowed, writeAddress } from './report-address.ts'

const today = plainDate('2026-11-23')
const area = '0195d2a0-0000-7000-8000-000000000001'

test('an address that is written reads back the same', () => {
  const search = `ky=2026-Q4&dia-ban=${area}`
  expect(writeAddress(readAddress(search, today))).toBe(search)
})

test.each([['', '2026-11'], ['ky=2026-13', '2026-11'], ['ky=%3Cscript%3E', '2026-11'], ['ky=2025', '2025']])('%s is period %s', (search, period) => {
  expect(readAddress(search, today)).toEqual({ period })
})

test('an area that is no id is the whole commune', () => {
  expect(readAddress('dia-ban=1%27%20OR%201=1', today)).toEqual({ period: '2026-11' })
})

test.each(['tuoi=85%2B', 'tuoi=15-49&gioi=female', 'tuoi=0%2B&gioi=male'])('%s narrows the residents and reads back the same', (part) => {
  const search = `ky=2026&dia-ban=${area}&${part}`
  expect(writeAddress(readAddress(search, today), readNarrowed(search))).toBe(search)
})

test.each(['', 'tuoi=3-7', 'gioi=male', 'tuoi=%3Cscript%3E&gioi=male'])('%s narrows nothing', (search) => {
  expect(readNarrowed(search)).toBeUndefined()
})
