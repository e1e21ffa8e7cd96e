import { firstDay, Period } from '@sotay/domain/kernel/period'
import { civilDayInVietnam, type PlainDate } from '@sotay/domain/kernel/plain-date'
import type { Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { useLocation, useSearch } from 'wouter-preact'
import { askedWords } from '../../i18n/asked-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import { AskedView } from '../../ui/asked-view.tsx'
import { SelectField } from '../../ui/field.tsx'
import { useAsked } from '../../ui/use-asked.ts'
import { useWhileSeen } from '../../ui/use-while-seen.ts'
import { FormsNav } from './forms-nav.tsx'
import { findP0Address, type P0Address, writeP0Address } from './p0-address.ts'
import { P0Paper } from './p0-paper.tsx'
import { PrivateSwitch } from './private-switch.tsx'
import { askP0, p0WorkbookOf } from './report-calls.ts'
import { ReportHead } from './report-head.tsx'
import { MONTHS, yearsToChoose } from './report-picker.tsx'
import css from './reports.module.css'

/** P0/CTV of one area and a month, as the log stands when it is asked for. */
export function P0Page({ me }: { readonly me: Me }): VNode {
  const words = useWords()
  const today = civilDayInVietnam(me.serverTime)
  const address = findP0Address(useSearch(), today, me.areas)
  if (address === undefined) {
    return (
      <>
        <h1>{words.p0.title}</h1>
        <p>{words.reports.noAreas}</p>
      </>
    )
  }
  return <OfAddress address={address} today={today} me={me} />
}

interface Props {
  readonly address: P0Address
  readonly today: PlainDate
  readonly me: Me
}

/** The private sections close with the month, with the area and when the page is hidden. */
function OfAddress({ address, today, me }: Props): VNode {
  const words = useWords()
  const [isPrivate, setPrivate] = useWhileSeen(writeP0Address(address))
  const isFuture = firstDay(address.month) > today
  return (
    <>
      <ReportHead title={words.p0.title} workbook={isFuture ? undefined : p0WorkbookOf(address.area, address.month, isPrivate)} />
      <FormsNav here="p0" address={{ period: address.month, area: address.area }} today={today} />
      <Picker address={address} today={today} me={me} />
      {isFuture ? (
        <p>{words.reports.future}</p>
      ) : (
        <>
          <PrivateSwitch isOpen={isPrivate} onOpen={setPrivate} words={{ open: words.p0.open, close: words.p0.close, hint: words.p0.openHint }} />
          <Paper address={address} isPrivate={isPrivate} commune={me.commune?.name ?? ''} />
        </>
      )}
    </>
  )
}

function Paper({ address, isPrivate, commune }: { readonly address: P0Address; readonly isPrivate: boolean; readonly commune: string }): VNode {
  const words = useWords()
  const asked = useAsked(`${writeP0Address(address)} ${String(isPrivate)}`, async (signal) => await askP0(address.area, address.month, isPrivate, signal))
  return (
    <AskedView asked={asked} words={askedWords(words)}>
      {(report) => <P0Paper report={report} commune={commune} />}
    </AskedView>
  )
}

function Picker({ address, today, me }: Props): VNode {
  const { p0, reports } = useWords()
  const [, go] = useLocation()
  const set = (change: { readonly area?: string; readonly month?: string }): void => {
    const area = me.areas.find((one) => one.area === change.area)?.area ?? address.area
    const month = Period.safeParse(change.month)
    go(`/bao-cao/p0?${writeP0Address({ area, month: month.success ? month.data : address.month })}`)
  }
  const [year, month] = [address.month.slice(0, 4), address.month.slice(5)]
  return (
    <form class={css.pickers} aria-label={p0.pickers} onSubmit={(event) => event.preventDefault()}>
      <SelectField label={p0.area} value={address.area} onValue={(area) => set({ area })} options={me.areas.map((one) => ({ value: one.area, text: reports.columns.area(one.number, one.name) }))} />
      <SelectField label={reports.month} value={month} onValue={(picked) => set({ month: `${year}-${picked}` })} options={MONTHS} />
      <SelectField label={reports.year} value={year} onValue={(picked) => set({ month: `${picked}-${month}` })} options={yearsToChoose(today, address.month)} />
    </form>
  )
}
