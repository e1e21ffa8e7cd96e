import type { Naming } from '../../i18n/story-vi.ts'
import { readFact } from '@sotay/domain/kinds'
import type { Behind, NotesAbout } from '@sotay/domain/wire/reports'
import type { Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { askedWords } from '../../i18n/asked-words.ts'
import type { OfficeWords } from '../../i18n/office-vi.ts'
import { useWords } from '../../i18n/office-words.ts'
import { AskedView } from '../../ui/asked-view.tsx'
import { useAsked } from '../../ui/use-asked.ts'
import { useWhileSeen } from '../../ui/use-while-seen.ts'
import { namesFrom } from './names-from.ts'
import { PrivateSwitch } from './private-switch.tsx'
import { askStory } from './report-calls.ts'
import css from './subject-notes.module.css'

type Entry = NotesAbout['entries'][number]

interface Props {
  readonly subject: Behind
  /** Those on the list beside it, who may be named in the notes. */
  readonly others: readonly Behind[]
  /** The number is of the private part and was opened, and what it counts with it. */
  readonly isPrivate: boolean
  readonly me: Me
}

/** The notes about one person or household, with number, day, author and whether each counts; private ones behind one more click that the service writes down. */
export function SubjectNotes({ subject, others, isPrivate, me }: Props): VNode {
  const words = useWords()
  const [isOpen, setOpen] = useWhileSeen(subject.subject)
  const isTold = isPrivate || isOpen
  const asked = useAsked(`${subject.subject} ${String(isTold)}`, async (signal) => await askStory(subject.subject, isTold, signal))
  return (
    <>
      <h3>{words.reports.notes.title}</h3>
      <AskedView asked={asked} words={askedWords(words)}>
        {({ entries, around }) =>
          entries.length === 0 ? (
            <p>{words.reports.notes.none}</p>
          ) : (
            <ol class={css.notes}>
              {entries.map((entry) => (
                <Note key={entry.seq} entry={entry} naming={namesFrom([...around, ...entries], others)} me={me} />
              ))}
            </ol>
          )
        }
      </AskedView>
      {subject.kind === 'person' && !isPrivate && (
        <PrivateSwitch isOpen={isOpen} onOpen={setOpen} words={{ ...words.reports.private.notes, hint: words.reports.private.hint }} />
      )}
    </>
  )
}

/** A note that came sooner came with the sync of its own hour; when, says nothing more. */
const LATE_AFTER_MS = 3_600_000

function Note({ entry, naming, me }: { readonly entry: Entry; readonly naming: Naming; readonly me: Me }): VNode {
  const words = useWords()
  const reading = readFact(entry.raw)
  const fact = reading.kind === 'unreadable' ? undefined : reading.fact
  const { notes } = words.reports
  const isLate = fact === undefined || entry.receivedAt - fact.recordedAt > LATE_AFTER_MS
  return (
    <li class={css.note} data-counts={entry.counts}>
      <p class={css.sentence}>
        {fact?.corrects === undefined ? '' : `${words.story.corrects} `}
        {reading.kind === 'known' ? words.story.whole(reading.fact, naming) : fact === undefined ? words.story.unreadable : words.story.newer(fact.occurredOn)}
      </p>
      {fact?.because !== undefined && <p>{words.story.because(fact.because)}</p>}
      <p class={css.meta}>
        <span class={css.seq}>{notes.seq(entry.seq)}</span>
        {fact !== undefined && ` · ${notes.by(me.people[fact.recordedBy] ?? notes.unknownAuthor, fact.recordedAt)} ${words.story.vias[fact.via]}`}
        {isLate && ` · ${notes.received(entry.receivedAt)}`}
      </p>
      <p class={css.state}>{stateText(entry, words)}</p>
    </li>
  )
}

function stateText(entry: Entry, words: OfficeWords): string {
  const { notes } = words.reports
  if (entry.status === 'held') return entry.counts ? `✓ ${notes.taken}` : `⚠ ${notes.held}`
  return entry.counts ? `✓ ${notes.counts}` : `– ${notes.replaced}`
}
