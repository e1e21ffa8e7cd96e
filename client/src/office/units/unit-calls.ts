import type { UnitId } from '@sotay/domain/kernel/ids'
import type { PlainDate } from '@sotay/domain/kernel/plain-date'
import { UnitHistory, UnitsFound } from '@sotay/domain/wire/units'
import { type Answer, askServer } from '../../ui/ask-server.ts'
import { isCode, type UnitAddress } from './unit-address.ts'

/** Units by what was typed: a name, or a code with its day. */
export async function askUnitsFound({ typed, on }: UnitAddress, signal: AbortSignal): Promise<Answer<UnitsFound>> {
  const query = new URLSearchParams({ [isCode(typed) ? 'code' : 'name']: typed, ...(on === undefined ? {} : { on }) })
  return await askServer(`/api/units/search?${query}`, UnitsFound, { signal })
}

export async function askHistory(unit: UnitId, on: PlainDate, signal: AbortSignal): Promise<Answer<UnitHistory>> {
  return await askServer(`/api/units/${unit}/history?on=${on}`, UnitHistory, { signal })
}
