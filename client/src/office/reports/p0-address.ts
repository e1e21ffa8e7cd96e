import type { AreaId } from '@sotay/domain/kernel/ids'
import { addMonths, kindOf, monthContaining, Period } from '@sotay/domain/kernel/period'
import type { PlainDate } from '@sotay/domain/kernel/plain-date'
import type { Me } from '@sotay/domain/wire/session'

/** What the address bar says of P0/CTV: a month of one area. */
export interface P0Address {
  readonly month: Period
  readonly area: AreaId
}

/**
 * Reads the part of an address after `?`. Without a month that can be read it is the month before this one, which is the one handed in now; without an
 * area of one's own, the first. Undefined for somebody who has no area.
 */
export function findP0Address(search: string, today: PlainDate, areas: Me['areas']): P0Address | undefined {
  const given = new URLSearchParams(search)
  const period = Period.safeParse(given.get('ky'))
  const area = areas.find((one) => one.area === given.get('dia-ban')) ?? areas[0]
  if (area === undefined) return undefined
  return { month: period.success && kindOf(period.data) === 'month' ? period.data : addMonths(monthContaining(today), -1), area: area.area }
}

export function writeP0Address({ month, area }: P0Address): string {
  return new URLSearchParams({ ky: month, 'dia-ban': area }).toString()
}
