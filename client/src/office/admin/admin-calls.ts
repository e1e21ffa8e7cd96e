import type { UnitId } from '@sotay/domain/kernel/ids'
import {
  DeviceSeen,
  type EndResponsibility,
  type NewArea,
  type NewResponsibility,
  type NewUnit,
  type NewUser,
  OneTimeLink,
  RecoveryCode,
  UnitSeen,
  UserSeen,
} from '@sotay/domain/wire/people'
import { AreaSeen } from '@sotay/domain/wire/session'
import { UnitsFound } from '@sotay/domain/wire/units'
import type { PlainDate } from '@sotay/domain/kernel/plain-date'
import * as z from 'zod/mini'
import { type Answer, askServer } from '../../ui/ask-server.ts'

export async function askUnits(signal: AbortSignal): Promise<Answer<UnitSeen[]>> {
  return await askServer('/api/units', z.array(UnitSeen), { signal })
}

export async function addUnit(unit: NewUnit): Promise<Answer<UnitSeen>> {
  return await askServer('/api/units', UnitSeen, { method: 'POST', body: unit })
}

/** Communes of the national list that stand today, by any spelling. */
export async function findCommunes(name: string, today: PlainDate, signal: AbortSignal): Promise<Answer<UnitsFound>> {
  return await askServer(`/api/units/search?${new URLSearchParams({ name, on: today, kind: 'commune' })}`, UnitsFound, { signal })
}

export async function takeIntoUse(unit: UnitId): Promise<Answer<UnitSeen>> {
  return await askServer(`/api/units/${unit}/in-use`, UnitSeen, { method: 'PUT' })
}

/** A commune's areas, people and devices; devices only for its officer. */
export interface CommuneSeen {
  readonly areas: readonly AreaSeen[]
  readonly users: readonly UserSeen[]
  readonly devices: readonly DeviceSeen[]
}

const NO_DEVICES: Answer<DeviceSeen[]> = { ok: true, value: [] }

export async function askCommune(unit: UnitId, withDevices: boolean, signal: AbortSignal): Promise<Answer<CommuneSeen>> {
  const [areas, users, devices] = await Promise.all([
    askServer(`/api/units/${unit}/areas`, z.array(AreaSeen), { signal }),
    askServer(`/api/units/${unit}/users`, z.array(UserSeen), { signal }),
    withDevices ? askServer(`/api/units/${unit}/devices`, z.array(DeviceSeen), { signal }) : NO_DEVICES,
  ])
  if (!areas.ok) return areas
  if (!users.ok) return users
  if (!devices.ok) return devices
  return { ok: true, value: { areas: areas.value, users: users.value, devices: devices.value } }
}

export async function addArea(unit: UnitId, area: NewArea): Promise<Answer<AreaSeen>> {
  return await askServer(`/api/units/${unit}/areas`, AreaSeen, { method: 'POST', body: area })
}

export async function addUser(unit: UnitId, user: NewUser): Promise<Answer<OneTimeLink>> {
  return await askServer(`/api/units/${unit}/users`, OneTimeLink, { method: 'POST', body: user })
}

/** A fresh link by which somebody sets a password once; earlier ones end. */
export async function makeLink(user: string): Promise<Answer<OneTimeLink>> {
  return await askServer(`/api/users/${user}/link`, OneTimeLink, { method: 'POST' })
}

/** Shuts somebody out at once, or lets her in again. */
export async function setDisabled(user: string, disabled: boolean): Promise<Answer<unknown>> {
  return await askServer(`/api/users/${user}/disabled`, z.unknown(), { method: 'PUT', body: { disabled } })
}

export async function addResponsibility(unit: UnitId, responsibility: NewResponsibility): Promise<Answer<unknown>> {
  return await askServer(`/api/units/${unit}/responsibilities`, z.unknown(), { method: 'POST', body: responsibility })
}

export async function endResponsibility(unit: UnitId, id: string, end: EndResponsibility): Promise<Answer<unknown>> {
  return await askServer(`/api/units/${unit}/responsibilities/${id}`, z.unknown(), { method: 'PATCH', body: end })
}

export async function revokeDevice(device: string): Promise<Answer<unknown>> {
  return await askServer(`/api/devices/${device}/revoke`, z.unknown(), { method: 'POST' })
}

/** Eight digits to say to her, for a forgotten PIN. */
export async function makeRecoveryCode(device: string): Promise<Answer<RecoveryCode>> {
  return await askServer(`/api/devices/${device}/recovery-code`, RecoveryCode, { method: 'POST' })
}
