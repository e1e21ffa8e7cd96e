import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { troubleText } from '../../i18n/asked-words.ts'
import { useWords } from '../../i18n/office-words.ts'
import { TextField } from '../../ui/field.tsx'
import { changePassword } from './session-calls.ts'
import { findPasswordFault } from './password-rules.ts'
import css from './session.module.css'

/** Asked before anything else of somebody whose password was set by another. */
export function ChangePassword({ onDone, onLeave }: { readonly onDone: () => void; readonly onLeave: () => void }): VNode {
  const words = useWords()
  const { change } = words.session
  const [old, setOld] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [isTried, setTried] = useState(false)
  const [isWorking, setWorking] = useState(false)
  const [failure, setFailure] = useState<string>()
  const fault = findPasswordFault(next, again, old)

  const submit = async (): Promise<void> => {
    setTried(true)
    setFailure(undefined)
    if (fault !== undefined || old === '') return
    setWorking(true)
    const answer = await changePassword(old, next)
    setWorking(false)
    if (answer.ok) return onDone()
    const { trouble } = answer
    if (trouble.kind === 'signed-out') setFailure(change.wrongOld)
    else setFailure(trouble.kind === 'refused' && trouble.code === 'weak-password' ? change.weak : troubleText(words, trouble))
  }
  return (
    <main class={css.page}>
      <form
        noValidate
        class={css.card}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <h1>{change.title}</h1>
        <p>{change.why}</p>
        <div role="alert">{failure !== undefined && <p class={css.failure}>⚠ {failure}</p>}</div>
        <TextField
          label={change.old}
          value={old}
          onValue={setOld}
          problem={isTried && old === '' ? words.session.missingPassword : undefined}
          input={{ type: 'password', autocomplete: 'current-password', maxLength: 200 }}
        />
        <TextField
          label={change.next}
          hint={change.rule}
          value={next}
          onValue={setNext}
          problem={isTried && (fault === 'tooShort' || fault === 'same') ? change[fault] : undefined}
          input={{ type: 'password', autocomplete: 'new-password', maxLength: 200 }}
        />
        <TextField
          label={change.again}
          value={again}
          onValue={setAgain}
          problem={isTried && fault === 'differ' ? change.differ : undefined}
          input={{ type: 'password', autocomplete: 'new-password', maxLength: 200 }}
        />
        <button type="submit" data-main disabled={isWorking}>
          {isWorking ? words.session.working : change.submit}
        </button>
        <p class={css.aside}>
          <button type="button" onClick={onLeave}>
            {words.signOut}
          </button>
        </p>
      </form>
    </main>
  )
}
