import { UnitId } from '@sotay/domain/kernel/ids'
import { PlainDate } from '@sotay/domain/kernel/plain-date'

/** What the address bar says of a look-up, so that it can be kept, sent and gone back to. */
export interface UnitAddress {
  readonly typed: string
  readonly on?: PlainDate
  /** The unit opened. */
  readonly unit?: UnitId
}

/** Reads the part of an address after `?`; what cannot be read is left out. */
export function readAddress(search: string): UnitAddress {
  const given = new URLSearchParams(search)
  const on = PlainDate.safeParse(given.get('ngay'))
  const unit = UnitId.safeParse(given.get('don-vi'))
  return { typed: given.get('tim') ?? '', ...(on.success ? { on: on.data } : {}), ...(unit.success ? { unit: unit.data } : {}) }
}

export function writeAddress({ typed, on, unit }: UnitAddress): string {
  return new URLSearchParams({ tim: typed, ...(on === undefined ? {} : { ngay: on }), ...(unit === undefined ? {} : { 'don-vi': unit }) }).toString()
}

/** Whether what was typed is a code, which means nothing without a day. */
export function isCode(typed: string): boolean {
  return /^\d+$/.test(typed)
}
