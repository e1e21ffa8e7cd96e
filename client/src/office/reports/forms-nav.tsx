import type { AreaId } from '@sotay/domain/kernel/ids'
import { firstDay, kindOf, type Period } from '@sotay/domain/kernel/period'
import type { PlainDate } from '@sotay/domain/kernel/plain-date'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/office-words.ts'
import css from './reports.module.css'

interface Props {
  readonly here: 'dsx' | 'p0'
  readonly address: { readonly period: Period; readonly area?: AreaId }
  readonly today: PlainDate
}

/** The forms that are made here; going from one to the other keeps area and month. */
export function FormsNav({ here, address, today }: Props): VNode {
  const { p0: words } = useWords()
  const { period, area } = address
  const month = kindOf(period) === 'month' && firstDay(period) <= today ? { ky: period } : {}
  const query = new URLSearchParams({ ...month, ...(area === undefined ? {} : { 'dia-ban': area }) }).toString()
  return (
    <nav class={css.forms} aria-label={words.forms}>
      <Link href={`/bao-cao?${query}`} {...(here === 'dsx' ? { 'aria-current': 'page' as const } : {})}>
        {words.dsx}
      </Link>
      <Link href={`/bao-cao/p0?${query}`} {...(here === 'p0' ? { 'aria-current': 'page' as const } : {})}>
        {words.p0}
      </Link>
    </nav>
  )
}
