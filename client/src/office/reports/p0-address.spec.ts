import { AreaId, UnitId } from '@sotay/domain/kernel/ids'
import { period } from '@sotay/domain/kernel/period'
import { plainDate } from '@sotay/domain/kernel/plain-date'
import { expect, test } from 'vitest'
import { findP0Address, writeP0Address } from './p0-address.ts'

const today = plainDate('2026-01-23')
const [one, two] = [AreaId.parse('0195d2a0-0000-7000-8000-000000000001'), AreaId.parse('0195d2a0-0000-7000-8000-000000000002')]
const areas = [
  { area: one, number: '1', name: 'Thôn Tân Hòa' },
  { area: two, number: '2', name: 'Buôn Ky' },
].map((area) => ({ ...area, commune: UnitId.parse('0195d2a0-0000-7000-8000-000000000003'), communeName: 'Phường Ea Kao' }))

test('an address that is written reads back the same', () => {
  const search = `ky=2025-10&dia-ban=${two}`
  const address = { month: period('2025-10'), area: two }
  expect([findP0Address(search, today, areas), writeP0Address(address)]).toEqual([address, search])
})

test.each(['', 'ky=2026-13', 'ky=2026-Q1', 'ky=2026', 'ky=%3Cscript%3E'])('%s is the month before this one, of the first area', (search) => {
  expect(findP0Address(search, today, areas)).toEqual({ month: '2025-12', area: one })
})

test('an area that is not one’s own is the first', () => {
  expect(findP0Address('dia-ban=0195d2a0-0000-7000-8000-000000000009', today, areas)?.area).toBe(one)
})

test('without areas there is none', () => expect(findP0Address('ky=2026-01', today, [])).toBeUndefined())
