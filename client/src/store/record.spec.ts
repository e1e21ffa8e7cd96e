import { plainDate } from '@sotay/domain/kernel/plain-date'
import { areaId, unitId, userId } from '@sotay/domain/testing/ids'
import type { Me } from '@sotay/domain/wire/session'
import { expect, test } from 'vitest'
import { openPhone } from './phone.ts'
import { areasInCharge } from './record.ts'
import { clearSeal } from './seal.ts'
import { memoryShelf } from './shelf.ts'

const NOW = Date.UTC(2026, 10, 23, 1)

function me(): Me {
  return {
    user: userId('Hoa'),
    name: 'hoa',
    fullName: 'Hoa',
    role: 'collaborator',
    responsibilities: [
      { area: areaId('1'), from: plainDate('2024-01-01') },
      { area: areaId('2'), from: plainDate('2024-01-01'), to: plainDate('2026-11-22') },
      { area: areaId('3'), from: plainDate('2026-11-24') },
      { area: areaId('4'), from: plainDate('2026-11-23'), to: plainDate('2026-11-23') },
    ],
    communeAreas: [],
    areas: ['1', '2', '3', '4'].map((name) => ({ area: areaId(name), number: name, name, commune: unitId('xã'), communeName: 'xã' })),
    commune: null,
    people: {},
    mustChangePassword: false,
    isDeviceRevoked: false,
    serverTime: NOW,
  }
}

test('the areas in charge are those of today, not those given up or still to come', async () => {
  const phone = await openPhone({
    shelf: memoryShelf(),
    seal: clearSeal(),
    now: () => NOW,
    newId: () => '',
    alone: (_name, work) => work(),
    announce: () => undefined,
  })
  expect(areasInCharge(phone)).toEqual([])
  await phone.write(() => [{ kind: 'me', me: me(), offset: 0 }])
  expect(areasInCharge(phone).map(({ number }) => number)).toEqual(['1', '4'])
})
