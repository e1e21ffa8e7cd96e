import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date'
import { CELL_CODES } from '@sotay/domain/packs/tt01-2022/cells'
import { isPrivateCell } from '@sotay/domain/planning/private'
import { agesOf } from '@sotay/domain/reports/age-sex'
import { DSX_ROWS } from '@sotay/domain/reports/dsx'
import type { Behind as Subject } from '@sotay/domain/wire/reports'
import type { Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { Link, useParams, useSearch } from 'wouter-preact'
import { askedWords } from '../../i18n/asked-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import { AskedView } from '../../ui/asked-view.tsx'
import { PickList } from '../../ui/pick-list.tsx'
import { useAsked } from '../../ui/use-asked.ts'
import { useWhileSeen } from '../../ui/use-while-seen.ts'
import { findScope, readAddress, readNarrowed, type ReportAddress, scopeName, writeAddress } from './report-address.ts'
import { PrivateSwitch } from './private-switch.tsx'
import { askEvidence, type NumberAsked } from './report-calls.ts'
import { SubjectNotes } from './subject-notes.tsx'
import css from './reports.module.css'

/** Who is behind one number: the people on the left, the notes about the one chosen on the right. */
export function EvidencePage({ me }: { readonly me: Me }): VNode {
  const words = useWords()
  const named = useParams()['cell']
  const cell = CELL_CODES.find((code) => code === named)
  const search = useSearch()
  const address = readAddress(search, civilDayInVietnam(me.serverTime))
  if (cell === undefined) return <h1>{words.notFound}</h1>
  const narrowed = cell === 'residents' ? readNarrowed(search) : undefined
  const { ages, cells } = words.reports
  const text = narrowed === undefined ? cells[cell] : ages.alone(agesOf(narrowed.ages), narrowed.sex)
  return (
    <>
      <p>
        <Link href={`/bao-cao?${writeAddress(address)}`}>← {words.reports.people.back}</Link>
      </p>
      <h1>{words.reports.people.title(text, words.reports.period(address.period))}</h1>
      <Behind number={{ cell, narrowed }} address={address} me={me} />
    </>
  )
}

interface Props {
  readonly number: NumberAsked
  readonly address: ReportAddress
  readonly me: Me
}

function Behind({ number, address, me }: Props): VNode {
  const words = useWords()
  const { cell, narrowed } = number
  const scope = findScope(address, me)
  const isPrivate = isPrivateCell(cell)
  const key = `${cell}?${writeAddress(address, narrowed)}`
  const [isOpen, setOpen] = useWhileSeen(key)
  const asked = useAsked(`${key} ${String(isOpen)}`, async (signal) => {
    return scope === undefined ? { ok: false, trouble: { kind: 'missing' } } : await askEvidence(scope, address.period, number, isOpen, signal)
  })
  const unit = DSX_ROWS.find((row) => row.cell === cell)?.unit ?? 'person'
  return (
    <>
      {isPrivate && <PrivateSwitch isOpen={isOpen} onOpen={setOpen} words={{ ...words.reports.private.list, hint: words.reports.private.hint }} />}
      <AskedView asked={asked} words={askedWords(words)}>
        {(evidence) => (
          <>
            <p class={css.sum}>
              {words.reports.people.sum(evidence.sum, words.reports.units[unit].toLocaleLowerCase('vi'))} · {scopeName(address, me, words.reports.columns.area)}
            </p>
            {evidence.subjects !== null && <Opened sum={evidence.sum} subjects={evidence.subjects} isPrivate={isPrivate} me={me} />}
          </>
        )}
      </AskedView>
    </>
  )
}

interface OpenedProps {
  readonly sum: number
  readonly subjects: readonly Subject[]
  readonly isPrivate: boolean
  readonly me: Me
}

function Opened({ sum, subjects, isPrivate, me }: OpenedProps): VNode {
  const { people } = useWords().reports
  if (subjects.length === 0) return <p>{people.none}</p>
  return (
    <>
      <Oftener sum={sum} subjects={subjects} />
      <ListAndNotes subjects={subjects} isPrivate={isPrivate} me={me} />
    </>
  )
}

/** Says why the number is more than its people, where somebody is counted several times: who began a method twice, or arrived in one area and then in another. */
function Oftener({ sum, subjects }: Pick<OpenedProps, 'sum' | 'subjects'>): VNode | null {
  const { people } = useWords().reports
  const times = new Map<string, number>()
  for (const { subject, amount } of subjects) times.set(subject, (times.get(subject) ?? 0) + amount)
  if (times.size === sum) return null
  return <p>{people.oftener(times.size, [...times.values()].filter((count) => count > 1).length)}</p>
}

/** A line of the list: somebody counted in two areas has two. */
const lineOf = ({ subject, area }: Subject): string => `${subject} ${area}`

function ListAndNotes({ subjects, isPrivate, me }: Omit<OpenedProps, 'sum'>): VNode {
  const words = useWords()
  const [first] = subjects
  const [picked, setPicked] = useState(first === undefined ? undefined : lineOf(first))
  const subject = subjects.find((other) => lineOf(other) === picked)
  return (
    <div class={css.split}>
      <PickList
        label={words.reports.people.list}
        items={subjects}
        keyOf={lineOf}
        picked={picked}
        onPick={(item) => setPicked(lineOf(item))}
      >
        {(item) => <Line item={item} me={me} />}
      </PickList>
      <section class={css.detail} aria-label={words.reports.notes.title}>
        {subject === undefined ? (
          <p>{words.reports.people.pick}</p>
        ) : (
          <>
            <h2>{nameOf(subject, words.reports.people)}</h2>
            <SubjectNotes subject={subject} others={subjects} isPrivate={isPrivate} me={me} />
          </>
        )}
      </section>
    </div>
  )
}

function nameOf(item: Subject, words: { unnamed: Record<'male' | 'female', string>; noName: string; household: (no: string) => string }): string {
  if (item.kind === 'household') return words.household(item.label ?? '')
  return item.label ?? (item.sex === null ? words.noName : words.unnamed[item.sex])
}

function Line({ item, me }: { readonly item: Subject; readonly me: Me }): VNode {
  const { reports } = useWords()
  const { people } = reports
  const area = me.areas.find((seen) => seen.area === item.area)
  const facts = [
    item.sex === null ? undefined : people.sexes[item.sex],
    item.born === null ? undefined : people.born(item.born),
    item.householdNumber === null || item.kind === 'household' ? undefined : people.household(item.householdNumber),
    area === undefined ? undefined : people.countedIn(reports.columns.area(area.number, area.name)),
    item.on === null || item.on === item.born ? undefined : people.on(item.on),
    item.amount === 1 ? undefined : people.amount(item.amount),
  ].filter((part) => part !== undefined)
  return (
    <>
      <span class={css.who}>{nameOf(item, people)}</span>
      {facts.join(' · ')}
    </>
  )
}
