import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date'
import { firstDay } from '@sotay/domain/kernel/period'
import type { Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { useLocation, useSearch } from 'wouter-preact'
import { askedWords } from '../../i18n/asked-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import { AskedView } from '../../ui/asked-view.tsx'
import { useAsked } from '../../ui/use-asked.ts'
import { DsxPaper } from './dsx-paper.tsx'
import { FormsNav } from './forms-nav.tsx'
import { findScope, readAddress, type ReportAddress, scopeName, writeAddress } from './report-address.ts'
import { askReport, workbookOf } from './report-calls.ts'
import { ReportHead } from './report-head.tsx'
import { ReportPicker } from './report-picker.tsx'

/** 01, 02 or 03-DSX of a month, quarter or year, as it stands when it is asked for. */
export function ReportsPage({ me }: { readonly me: Me }): VNode {
  const words = useWords()
  const today = civilDayInVietnam(me.serverTime)
  const address = readAddress(useSearch(), today)
  const [, go] = useLocation()
  const set = (next: ReportAddress): void => go(`/bao-cao?${writeAddress(next)}`)
  const isFuture = firstDay(address.period) > today
  const scope = findScope(address, me)
  return (
    <>
      <ReportHead title={words.reports.title} workbook={scope === undefined || isFuture ? undefined : workbookOf(scope, address.period)} />
      <FormsNav here="dsx" address={address} today={today} />
      <ReportPicker address={address} me={me} today={today} onAddress={set} />
      {me.areas.length === 0 ? <p>{words.reports.noAreas}</p> : isFuture ? <p>{words.reports.future}</p> : <Report address={address} me={me} />}
    </>
  )
}

function Report({ address, me }: { readonly address: ReportAddress; readonly me: Me }): VNode {
  const words = useWords()
  const scope = findScope(address, me)
  const asked = useAsked(writeAddress(address), async (signal) => {
    return scope === undefined ? { ok: false, trouble: { kind: 'missing' } } : await askReport(scope, address.period, signal)
  })
  const where = scopeName(address, me, words.reports.columns.area)
  return (
    <AskedView asked={asked} words={askedWords(words)}>
      {(report) => <DsxPaper report={report} address={address} where={where} commune={me.commune?.name ?? ''} />}
    </AskedView>
  )
}
