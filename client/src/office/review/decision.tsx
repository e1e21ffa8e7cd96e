import type { HeldNote } from '@sotay/domain/wire/reports'
import type { VNode } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { troubleText } from '../../i18n/asked-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import { TextField } from '../../ui/field.tsx'
import { type NoteVerdict, settle } from './review-calls.ts'
import css from './review.module.css'

interface Props {
  readonly note: HeldNote
  readonly onSettled: (note: HeldNote, verdict: NoteVerdict, counts: boolean) => void
}

const LONGEST_REASON = 500

/** Nhận, or Không nhận with a reason that the author will read. */
export function Decision({ note, onSettled }: Props): VNode {
  const words = useWords()
  const { review } = words
  const [reason, setReason] = useState('')
  const [isReasonMissing, setReasonMissing] = useState(false)
  const [isWorking, setWorking] = useState(false)
  const [failure, setFailure] = useState<string>()
  const form = useRef<HTMLFormElement>(null)

  const decide = async (verdict: NoteVerdict): Promise<void> => {
    setFailure(undefined)
    const told = reason.trim()
    if (verdict === 'refuse' && told === '') {
      setReasonMissing(true)
      form.current?.querySelector('input')?.focus()
      return
    }
    setWorking(true)
    const answer = await settle(note, verdict, told === '' ? review.takeReason : told)
    setWorking(false)
    if (answer.ok) onSettled(note, verdict, answer.value.counts)
    else setFailure(answer.trouble.kind === 'refused' ? review.notPossible : troubleText(words, answer.trouble))
  }
  const { canTake } = note
  return (
    <form
      ref={form}
      class={css.decision}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void decide('refuse')
      }}
    >
      <div role="alert">{failure !== undefined && <p class={css.failure}>⚠ {failure}</p>}</div>
      {canTake && (
        <button type="button" data-main data-decide disabled={isWorking} onClick={() => void decide('take')}>
          {review.take}
        </button>
      )}
      <TextField
        label={review.reason}
        hint={review.reasonHint}
        value={reason}
        onValue={(value) => {
          setReason(value)
          setReasonMissing(false)
        }}
        problem={isReasonMissing ? review.reasonMissing : undefined}
        input={{ name: 'reason', maxLength: LONGEST_REASON, autocomplete: 'off' }}
      />
      <button type="submit" {...(canTake ? {} : { 'data-decide': true })} disabled={isWorking}>
        {review.refuse}
      </button>
      {isWorking && <output>{review.working}</output>}
    </form>
  )
}
