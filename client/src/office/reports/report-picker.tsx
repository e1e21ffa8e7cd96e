import { AreaId } from '@sotay/domain/kernel/ids'
import { kindOf, lastDay, Period, type PeriodKind, periodsOf } from '@sotay/domain/kernel/period'
import { type PlainDate, yearOf } from '@sotay/domain/kernel/plain-date'
import type { Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { useWords } from '../../i18n/office-words.ts'
import { SelectField } from '../../ui/field.tsx'
import type { ReportAddress } from './report-address.ts'
import css from './reports.module.css'

interface Props {
  readonly address: ReportAddress
  readonly me: Me
  readonly today: PlainDate
  readonly onAddress: (address: ReportAddress) => void
}

const YEARS_BACK = 10

/** Chooses the kind of period, the period, and the whole commune or one area. */
export function ReportPicker({ address, me, today, onAddress }: Props): VNode {
  const { reports } = useWords()
  const { period } = address
  const kind = kindOf(period)
  const setPeriod = (text: string): void => {
    const read = Period.safeParse(text)
    if (read.success) onAddress({ ...address, period: read.data })
  }
  const setKind = (wanted: string): void => {
    const end = lastDay(period)
    const [month, quarter, year] = periodsOf(end < today ? end : today)
    const next: Record<PeriodKind, Period> = { month, quarter, year }
    if (wanted === 'month' || wanted === 'quarter' || wanted === 'year') setPeriod(next[wanted])
  }
  const setArea = (text: string): void => {
    const read = AreaId.safeParse(text)
    onAddress({ period, ...(read.success ? { area: read.data } : {}) })
  }
  return (
    <form class={css.pickers} aria-label={reports.pickers} onSubmit={(event) => event.preventDefault()}>
      <SelectField
        label={reports.scope}
        value={address.area ?? ''}
        onValue={setArea}
        options={[
          { value: '', text: reports.whole(me.commune?.name ?? '') },
          ...me.areas.map((area) => ({ value: area.area, text: reports.columns.area(area.number, area.name) })),
        ]}
      />
      <SelectField
        label={reports.kind}
        value={kind}
        onValue={setKind}
        options={(['month', 'quarter', 'year'] as const).map((value) => ({ value, text: reports.kinds[value] }))}
      />
      {kind !== 'year' && (
        <SelectField
          label={reports[kind]}
          value={period.slice(5)}
          onValue={(part) => setPeriod(`${period.slice(0, 4)}-${part}`)}
          options={kind === 'month' ? MONTHS : QUARTERS}
        />
      )}
      <SelectField
        label={reports.year}
        value={period.slice(0, 4)}
        onValue={(year) => setPeriod(`${year}${period.slice(4)}`)}
        options={yearsToChoose(today, period)}
      />
    </form>
  )
}

/** The years up to this one, and that of the period that is chosen. */
export function yearsToChoose(today: PlainDate, chosen: Period): { readonly value: string; readonly text: string }[] {
  const [now, own] = [yearOf(today), Number(chosen.slice(0, 4))]
  const last = Math.max(now, own)
  return Array.from({ length: last - Math.min(now - YEARS_BACK, own) + 1 }, (_, index) => ({ value: String(last - index), text: String(last - index) }))
}

export const MONTHS = Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1).padStart(2, '0'), text: String(index + 1) }))
const QUARTERS = ['I', 'II', 'III', 'IV'].map((text, index) => ({ value: `Q${index + 1}`, text }))
