import type { VNode } from 'preact'
import { useId } from 'preact/hooks'
import button from './button.module.css'
import css from './choice-field.module.css'

/** A date as typed: three texts, each perhaps empty. */
export interface TypedDate {
  readonly day: string
  readonly month: string
  readonly year: string
}

interface Props {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly problem?: string | undefined
  readonly words: { readonly day: string; readonly month: string; readonly year: string }
  readonly value: TypedDate
  readonly onValue: (value: TypedDate) => void
  /** Dates offered by name, such as today. */
  readonly offers?: readonly { readonly text: string; readonly date: TypedDate }[]
}

/** A date in three boxes, since no picker holds a year alone and typing is faster than paging through months. */
export function DateBoxes({ id, label, hint, problem, words, value, onValue, offers = [] }: Props): VNode {
  const name = useId()
  const described = [hint === undefined ? '' : `${name}-hint`, problem === undefined ? '' : `${name}-problem`].filter((part) => part !== '').join(' ')
  const box = (part: keyof TypedDate, length: number) => (
    <label class={css.box}>
      {words[part]}
      <input
        inputMode="numeric"
        maxLength={length}
        autocomplete="off"
        value={value[part]}
        aria-invalid={problem === undefined ? undefined : true}
        onInput={(event) => onValue({ ...value, [part]: event.currentTarget.value })}
      />
    </label>
  )
  return (
    <fieldset id={id} tabIndex={-1} class={css.group} {...(described === '' ? {} : { 'aria-describedby': described })}>
      <legend>{label}</legend>
      {hint !== undefined && (
        <p id={`${name}-hint`} class={css.hint}>
          {hint}
        </p>
      )}
      <div class={css.boxes}>
        {box('day', 2)}
        {box('month', 2)}
        {box('year', 4)}
        {offers.map((offer) => (
          <button key={offer.text} type="button" class={button.plain} onClick={() => onValue(offer.date)}>
            {offer.text}
          </button>
        ))}
      </div>
      {problem !== undefined && (
        <p id={`${name}-problem`} class={css.problem}>
          <span aria-hidden="true">⚠ </span>
          {problem}
        </p>
      )}
    </fieldset>
  )
}
