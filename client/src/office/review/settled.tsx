import type { HeldNote } from '@sotay/domain/wire/reports'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { troubleText } from '../../i18n/asked-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import { noteText } from './note-text.ts'
import { type NoteVerdict, settle } from './review-calls.ts'
import type { Done } from './review-page.tsx'
import css from './review.module.css'

interface Props {
  readonly done: Done
  readonly onSettled: (note: HeldNote, verdict: NoteVerdict, counts: boolean) => void
}

/** What was just decided, and the way to turn it round: a further decision, for nothing in the log is taken away. */
export function Settled({ done: { note, verdict, counts }, onSettled }: Props): VNode {
  const words = useWords()
  const { review } = words
  const [isWorking, setWorking] = useState(false)
  const [failure, setFailure] = useState<string>()
  const text = noteText(note, words)
  const canTurn = note.unplaced === null && (verdict === 'take' || note.canTake)
  const turn = async (): Promise<void> => {
    const other = verdict === 'take' ? 'refuse' : 'take'
    setWorking(true)
    const answer = await settle(note, other, review.undoReason)
    setWorking(false)
    if (answer.ok) onSettled(note, other, answer.value.counts)
    else setFailure(troubleText(words, answer.trouble))
  }
  return (
    <div class={css.done}>
      <p>{verdict === 'refuse' ? `✓ ${review.refused(text)}` : counts ? `✓ ${review.taken(text)}` : `⚠ ${review.stillHeld(text)}`}</p>
      {failure !== undefined && <p class={css.failure}>⚠ {failure}</p>}
      {canTurn && (
        <button type="button" disabled={isWorking} onClick={() => void turn()}>
          {isWorking ? review.working : review.undo[verdict]}
        </button>
      )}
    </div>
  )
}
