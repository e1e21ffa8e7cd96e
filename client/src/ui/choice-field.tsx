import type { VNode } from 'preact'
import { useId } from 'preact/hooks'
import css from './choice-field.module.css'

interface Props {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly problem?: string | undefined
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly value: string
  readonly onValue: (value: string) => void
}

/** One of a few, all in sight, none chosen beforehand. */
export function ChoiceField({ id, label, hint, problem, options, value, onValue }: Props): VNode {
  const name = useId()
  const described = [hint === undefined ? '' : `${name}-hint`, problem === undefined ? '' : `${name}-problem`].filter((part) => part !== '').join(' ')
  return (
    <fieldset id={id} tabIndex={-1} class={css.group} {...(described === '' ? {} : { 'aria-describedby': described })}>
      <legend>{label}</legend>
      {hint !== undefined && (
        <p id={`${name}-hint`} class={css.hint}>
          {hint}
        </p>
      )}
      <div class={css.options}>
        {options.map((option) => (
          <label key={option.value} class={css.option}>
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onValue(option.value)} />
            <span>{option.text}</span>
          </label>
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
