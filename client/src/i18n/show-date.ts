import type { PartialDate } from '@sotay/domain/kernel/partial-date'
import type { PlainDate } from '@sotay/domain/kernel/plain-date'

/** A date as far as it is known, as forms write it: `04/03/2026`, `03/1948`, `1948`. */
export function showDate(date: PlainDate | PartialDate | string): string {
  return date.split('-').reverse().join('/')
}

const INSTANT = new Intl.DateTimeFormat('vi', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** An instant (UTC milliseconds) as day and time in Vietnam: `23/11/2026 14:05`. */
export function showInstant(milliseconds: number): string {
  const parts = new Map(INSTANT.formatToParts(milliseconds).map((part) => [part.type, part.value]))
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
  return `${part('day')}/${part('month')}/${part('year')} ${part('hour')}:${part('minute')}`
}

export interface Span {
  readonly count: number
  readonly unit: 'minute' | 'hour' | 'day'
}

/** How long something lasted, in the largest whole unit: under an hour minutes, under two days hours, else days. */
export function spanOf(milliseconds: number): Span {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000))
  if (minutes < 60) return { count: minutes, unit: 'minute' }
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? { count: hours, unit: 'hour' } : { count: Math.floor(hours / 24), unit: 'day' }
}
