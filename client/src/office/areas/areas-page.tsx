import { addMonths, monthContaining } from '@sotay/domain/kernel/period'
import { civilDayInVietnam, type PlainDate } from '@sotay/domain/kernel/plain-date'
import type { AreaFreshness } from '@sotay/domain/wire/reports'
import type { Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { askedWords } from '../../i18n/asked-words.ts'
import type { OfficeWords } from '../../i18n/office-vi.ts'
import { useWords } from '../../i18n/office-words.ts'
import { AskedView } from '../../ui/asked-view.tsx'
import { type Column, SortedTable } from '../../ui/sorted-table.tsx'
import { useAsked } from '../../ui/use-asked.ts'
import { askAreas } from './area-calls.ts'
import css from './areas-page.module.css'

/** Every area of the commune: who is in charge, which months are signed, when she last sent, what she has not sent and since when. */
export function AreasPage({ me }: { readonly me: Me }): VNode {
  const words = useWords()
  const asked = useAsked('areas', askAreas)
  const columns = columnsOf(words, me.serverTime)
  return (
    <>
      <h1>{words.areas.title}</h1>
      <AskedView asked={asked} words={askedWords(words)}>
        {(areas) =>
          areas.length === 0 ? (
            <p>
              {words.areas.empty} <Link href="/quan-tri">{words.areas.emptyAdmin}</Link>
            </p>
          ) : (
            <SortedTable caption={words.areas.title} columns={columns} rows={areas} keyOf={(row) => row.area} sortBy={words.areas.sortBy} />
          )
        }
      </AskedView>
    </>
  )
}

function columnsOf(words: OfficeWords, now: number): readonly Column<AreaFreshness>[] {
  const { areas, when, tasks } = words
  return [
    { id: 'number', head: areas.number, sort: (row) => row.number, cell: (row) => row.number },
    { id: 'name', head: areas.name, isRowHead: true, sort: (row) => row.name, cell: (row) => row.name },
    { id: 'collaborators', head: areas.collaborators, sort: (row) => row.collaborators.join(), cell: (row) => row.collaborators.join(', ') || `⚠ ${areas.vacant}` },
    {
      id: 'lastSync',
      head: areas.lastSync,
      sort: (row) => row.lastSync ?? 0,
      cell: (row) => (row.lastSync === null ? areas.never : `${when.instant(row.lastSync)} (${when.ago(now - row.lastSync)})`),
    },
    { id: 'signed', head: tasks.signed, sort: (row) => row.signed[0]?.month ?? '', cell: (row) => <SignedMonths row={row} today={civilDayInVietnam(now)} /> },
    { id: 'unsent', head: areas.unsent, sort: (row) => -row.unsent, cell: (row) => unsentText(row, words, now) },
    {
      id: 'held',
      head: areas.held,
      sort: (row) => -row.held,
      cell: (row) => (row.held === 0 ? '0' : <Link href="/can-xem-lai">{row.held}</Link>),
    },
  ]
}

const MONTHS_SHOWN = 3

/** Of each of the last months that are over: signed, by whom and when, or not yet. */
function SignedMonths({ row, today }: { readonly row: AreaFreshness; readonly today: PlainDate }): VNode {
  const { tasks } = useWords()
  const months = Array.from({ length: MONTHS_SHOWN }, (_, index) => addMonths(monthContaining(today), -1 - index))
  return (
    <ul class={css.months}>
      {months.map((month) => {
        const signed = row.signed.find((one) => one.month === month)
        return <li key={month}>{signed === undefined ? `– ${tasks.notSigned(month)}` : `✓ ${tasks.signedOn(month, signed.on, signed.signer)}`}</li>
      })}
    </ul>
  )
}

function unsentText(row: AreaFreshness, { areas }: OfficeWords, now: number): string {
  if (row.unsent === 0) return areas.allSent
  return `⚠ ${row.unsentSince === null ? areas.unsentUnknown(row.unsent) : areas.unsentSince(row.unsent, row.unsentSince, now)}`
}
