import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Trouble } from './ask-server.ts'
import css from './asked-view.module.css'
import type { Asked } from './use-asked.ts'

export interface AskedWords {
  readonly waiting: string
  readonly longWaiting: (seconds: number) => string
  readonly again: string
  readonly trouble: (trouble: Trouble) => string
}

interface Props<T> {
  readonly asked: Asked<T>
  readonly words: AskedWords
  readonly children: (value: T) => ComponentChildren
}

/** Shows what was asked for; before it is here how long it takes, and where it does not come why and a way on. */
export function AskedView<T>({ asked, words, children }: Props<T>): VNode {
  const { value, trouble, isWaiting, again } = asked
  return (
    <>
      {trouble !== undefined && !isWaiting && (
        <div class={css.trouble} role="alert">
          <p>
            <span aria-hidden="true">⚠ </span>
            {words.trouble(trouble)}
          </p>
          <button type="button" onClick={again}>
            {words.again}
          </button>
        </div>
      )}
      {isWaiting && value === undefined && <Waiting words={words} />}
      {value !== undefined && children(value)}
    </>
  )
}

const SHOWN_AFTER_SECONDS = 1

function Waiting({ words }: { readonly words: AskedWords }): VNode {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <output class={css.waiting}>
      {seconds < SHOWN_AFTER_SECONDS ? words.waiting : words.longWaiting(seconds)}
    </output>
  )
}
