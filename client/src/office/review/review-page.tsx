import type { HeldNote } from '@sotay/domain/wire/reports'
import type { Me } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { askedWords } from '../../i18n/asked-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import { AskedView } from '../../ui/asked-view.tsx'
import { PickList } from '../../ui/pick-list.tsx'
import { useAsked } from '../../ui/use-asked.ts'
import { Decision } from './decision.tsx'
import { keyOfNote, noteText } from './note-text.ts'
import { ReasonList } from './reason-list.tsx'
import { askHeld, type NoteVerdict } from './review-calls.ts'
import { Settled } from './settled.tsx'
import css from './review.module.css'

/** A decision just taken, which can be turned round. */
export interface Done {
  readonly note: HeldNote
  readonly verdict: NoteVerdict
  /** Whether the note is taken now; one from the tray may enter a log and wait there again. */
  readonly counts: boolean
}

/** What could not be taken at once: the list on the left, what the note says and why it waits on the right. */
export function ReviewPage({ me }: { readonly me: Me }): VNode {
  const words = useWords()
  const asked = useAsked('held', askHeld)
  const [done, setDone] = useState<Done>()
  const settled = (note: HeldNote, verdict: NoteVerdict, counts: boolean): void => {
    setDone({ note, verdict, counts })
    asked.again()
  }
  return (
    <>
      <h1>{words.review.title}</h1>
      <p>{words.review.lead}</p>
      <div aria-live="polite">{done !== undefined && <Settled key={`${keyOfNote(done.note)}${done.verdict}`} done={done} onSettled={settled} />}</div>
      <AskedView asked={asked} words={askedWords(words)}>
        {(notes) => (notes.length === 0 ? <p>✓ {words.review.empty}</p> : <Waiting notes={notes} me={me} onSettled={settled} />)}
      </AskedView>
    </>
  )
}

interface WaitingProps {
  readonly notes: readonly HeldNote[]
  readonly me: Me
  readonly onSettled: (note: HeldNote, verdict: NoteVerdict, counts: boolean) => void
}

function Waiting({ notes, me, onSettled }: WaitingProps): VNode {
  const words = useWords()
  const [picked, setPicked] = useState<string>()
  const note = notes.find((other) => keyOfNote(other) === picked) ?? notes[0]
  const detail = useRef<HTMLElement>(null)
  return (
    <div class={css.split}>
      <div>
        <p class={css.keys}>{words.review.keys}</p>
        <PickList
          label={words.review.list}
          items={notes}
          keyOf={keyOfNote}
          picked={note === undefined ? undefined : keyOfNote(note)}
          onPick={(item) => setPicked(keyOfNote(item))}
          onEnter={() => detail.current?.querySelector<HTMLButtonElement>('button[data-decide]')?.focus()}
        >
          {(item) => (
            <>
              <span class={css.what}>{noteText(item, words)}</span>
              <span class={css.from}>
                {words.review.sender(item.sender, item.receivedAt)} · {areaText(item, me, words.review.noArea, words.reports.columns.area)}
              </span>
            </>
          )}
        </PickList>
      </div>
      {note !== undefined && (
        <section ref={detail} class={css.detail} aria-label={words.review.says}>
          <NoteDetail key={keyOfNote(note)} note={note} me={me} onSettled={onSettled} />
        </section>
      )}
    </div>
  )
}

function areaText(note: HeldNote, me: Me, none: string, name: (number: string, name: string) => string): string {
  const area = me.areas.find((seen) => seen.area === note.area)
  return area === undefined ? none : name(area.number, area.name)
}

function NoteDetail({ note, me, onSettled }: Omit<WaitingProps, 'notes'> & { readonly note: HeldNote }): VNode {
  const words = useWords()
  const { review } = words
  return (
    <>
      <h2>{review.says}</h2>
      <p class={css.sentence}>{noteText(note, words)}</p>
      <p>
        {review.sender(note.sender, note.receivedAt)} · {areaText(note, me, review.noArea, words.reports.columns.area)}
        {note.seq !== null && ` · ${words.reports.notes.seq(note.seq)}`}
      </p>
      <h3>{review.why}</h3>
      <ReasonList problems={note.problems} />
      {note.unplaced !== null && <p>{review.unplacedWhy}</p>}
      {!note.canTake && <p>{review.unreadable}</p>}
      <details>
        <summary>{review.raw}</summary>
        <pre class={css.raw}>
          {JSON.stringify(note.raw, null, 2)}
        </pre>
      </details>
      <Decision note={note} onSettled={onSettled} />
    </>
  )
}
