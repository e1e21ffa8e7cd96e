import { plainDate } from '@sotay/domain/kernel/plain-date'
import { areaId, userId } from '@sotay/domain/testing/ids'
import type { UserSeen } from '@sotay/domain/wire/people'
import { expect, test } from 'vitest'
import { findSource, reportersOf } from './source.ts'

function user(name: string, role: UserSeen['role'], area: string, to: string | null = null): UserSeen {
  const responsibilities = [{ id: '00000000-0000-4000-8000-000000000000', area: areaId(area), from: plainDate('2020-01-01'), to: to === null ? null : plainDate(to) }]
  return { user: userId(name), name, fullName: name, role, disabled: false, hasPassword: true, responsibilities }
}

const users = [user('Hoa', 'collaborator', '1', '2026-01-31'), user('An', 'collaborator', '1'), user('Lan', 'collaborator', '2'), user('Viên', 'officer', '1')]

test('those who report are the collaborators who have the area, then those who had it', () => {
  expect(reportersOf(users, areaId('1'), '2026-02-01').map(({ name, isFormer }) => [name, isFormer])).toEqual([
    ['An', false],
    ['Hoa', true],
  ])
  expect(reportersOf(users, areaId('1'), '2026-01-31').map(({ isFormer }) => isFormer)).toEqual([false, false])
})

test('nothing is a source before both are chosen, and a collaborator of another area is none', () => {
  const reporters = reportersOf(users, areaId('1'), '2026-02-01')
  expect(findSource({}, reporters)).toBeUndefined()
  expect(findSource({ via: 'paper' }, reporters)).toBeUndefined()
  expect(findSource({ reportedBy: 'nobody' }, reporters)).toBeUndefined()
  expect(findSource({ via: 'paper', reportedBy: userId('Lan') }, reporters)).toBeUndefined()
  expect(findSource({ via: 'paper', reportedBy: userId('An') }, reporters)).toEqual({ via: 'paper', reportedBy: userId('An') })
  expect(findSource({ via: 'office', reportedBy: 'nobody' }, reporters)).toEqual({ via: 'office', reportedBy: 'nobody' })
})
