import type { ComponentChildren, VNode } from 'preact'
import { useRef } from 'preact/hooks'
import css from './pick-list.module.css'

interface Props<T> {
  readonly label: string
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  readonly picked: string | undefined
  readonly onPick: (item: T) => void
  /** Enter on the item picked; without it Enter picks. */
  readonly onEnter?: (item: T) => void
  readonly children: (item: T) => ComponentChildren
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
}

/** A list beside its detail: arrows, Home and End move and pick, Enter goes on. One tab stop for the whole list. */
export function PickList<T>({ label, items, keyOf, picked, onPick, onEnter, children }: Props<T>): VNode {
  const list = useRef<HTMLUListElement>(null)
  const stop = Math.max(0, items.findIndex((item) => keyOf(item) === picked))
  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const to = step(at, items.length - 1)
    const item = items[to]
    if (item === undefined) return
    onPick(item)
    list.current?.querySelectorAll('button').item(to).focus()
  }
  return (
    <ul ref={list} class={css.list} aria-label={label}>
      {items.map((item, index) => (
        <li key={keyOf(item)}>
          <button
            type="button"
            class={css.item}
            tabIndex={index === stop ? 0 : -1}
            aria-pressed={keyOf(item) === picked}
            onKeyDown={(event) => onKeyDown(event, index)}
            onClick={() => (keyOf(item) === picked && onEnter !== undefined ? onEnter(item) : onPick(item))}
          >
            {children(item)}
          </button>
        </li>
      ))}
    </ul>
  )
}
