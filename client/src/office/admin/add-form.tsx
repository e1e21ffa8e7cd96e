import type { ComponentChildren, VNode } from 'preact'
import { useState } from 'preact/hooks'
import { troubleText } from '../../i18n/asked-words.ts'
import type { OfficeWords } from '../../i18n/office-vi.ts'
import { useWords } from '../../i18n/office-words.ts'
import type { Answer, Trouble } from '../../ui/ask-server.ts'
import css from './admin.module.css'

interface Props<T> {
  readonly title: string
  readonly submit?: string
  /** Whether every box can be sent; the boxes show their faults once sending was tried. */
  readonly isGood: boolean
  readonly ask: () => Promise<Answer<T>>
  /** @returns what to say: that it is done */
  readonly onDone: (value: T) => string
  /** The boxes; `isTried` once sending was tried. */
  readonly children: (isTried: boolean) => ComponentChildren
}

/** A form of the administration: folded until wanted, says what went wrong above its boxes, and what was done. */
export function AddForm<T>({ title, submit, isGood, ask, onDone, children }: Props<T>): VNode {
  const words = useWords()
  const [isTried, setTried] = useState(false)
  const [isWorking, setWorking] = useState(false)
  const [failure, setFailure] = useState<string>()
  const [done, setDone] = useState<string>()
  const send = async (): Promise<void> => {
    setTried(true)
    setFailure(undefined)
    setDone(undefined)
    if (!isGood) return
    setWorking(true)
    const answer = await ask()
    setWorking(false)
    if (!answer.ok) return setFailure(refusalText(words, answer.trouble))
    setTried(false)
    setDone(onDone(answer.value))
  }
  return (
    <details class={css.add}>
      <summary>{title}</summary>
      <form
        noValidate
        class={css.form}
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <div role="alert">{failure !== undefined && <p class={css.failure}>⚠ {failure}</p>}</div>
        {children(isTried)}
        <button type="submit" data-main disabled={isWorking}>
          {isWorking ? words.admin.working : (submit ?? words.admin.add)}
        </button>
        <output class={css.said}>{done}</output>
      </form>
    </details>
  )
}

/** Why the server did not do it, in the words of the administration. */
export function refusalText(words: OfficeWords, trouble: Trouble): string {
  if (trouble.kind !== 'refused') return troubleText(words, trouble)
  const { refused } = words.admin
  return isKnown(trouble.code, refused) ? refused[trouble.code] : refused.other
}

function isKnown<R extends Record<string, string>>(code: string, refused: R): code is Extract<keyof R, string> {
  return Object.hasOwn(refused, code)
}
