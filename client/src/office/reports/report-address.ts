import { AreaId } from '@sotay/domain/kernel/ids'
import { monthContaining, Period } from '@sotay/domain/kernel/period'
import type { PlainDate } from '@sotay/domain/kernel/plain-date'
import type { Sex } from '@sotay/domain/packs/tt01-2022/code-lists'
import { type AgesCode, AGES_CODES } from '@sotay/domain/reports/age-sex'
import type { Me } from '@sotay/domain/wire/session'
import type { Scope } from './report-calls.ts'

/** What the address bar says of a report, so that it can be kept, sent and gone back to. */
export interface ReportAddress {
  readonly period: Period
  /** One area; the whole commune without it. */
  readonly area?: AreaId
}

/** Reads the part of an address after `?`; what cannot be read is the present month and the whole commune. */
export function readAddress(search: string, today: PlainDate): ReportAddress {
  const given = new URLSearchParams(search)
  const period = Period.safeParse(given.get('ky'))
  const area = AreaId.safeParse(given.get('dia-ban'))
  return { period: period.success ? period.data : monthContaining(today), ...(area.success ? { area: area.data } : {}) }
}

/** Of the residents, those of a row of the age–sex structure, and perhaps of one sex. */
export interface Narrowed {
  readonly ages: AgesCode
  readonly sex: Sex | undefined
}

/** Reads whom of the residents an address means; undefined for all. */
export function readNarrowed(search: string): Narrowed | undefined {
  const given = new URLSearchParams(search)
  const ages = AGES_CODES.find((code) => code === given.get('tuoi'))
  const sex = (['male', 'female'] as const).find((one) => one === given.get('gioi'))
  return ages === undefined ? undefined : { ages, sex }
}

export function writeAddress({ period, area }: ReportAddress, narrowed?: Narrowed): string {
  const part = narrowed === undefined ? {} : { tuoi: narrowed.ages, ...(narrowed.sex === undefined ? {} : { gioi: narrowed.sex }) }
  return new URLSearchParams({ ky: period, ...(area === undefined ? {} : { 'dia-ban': area }), ...part }).toString()
}

/** What to ask the server for; undefined for somebody without a commune. */
export function findScope({ area }: ReportAddress, me: Me): Scope | undefined {
  if (area !== undefined) return { area }
  return me.commune === null ? undefined : { unit: me.commune.unit }
}

/** The name of what is reported: the commune, or one area by number and name. */
export function scopeName({ area }: ReportAddress, me: Me, areaName: (number: string, name: string) => string): string {
  const known = me.areas.find((seen) => seen.area === area)
  if (area === undefined) return me.commune?.name ?? ''
  return known === undefined ? '' : areaName(known.number, known.name)
}
