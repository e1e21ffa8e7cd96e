import type { ComponentChildren, JSX, VNode } from 'preact'
import { useId } from 'preact/hooks'
import css from './field.module.css'

interface Wiring {
  readonly id: string
  readonly 'aria-invalid'?: true
  readonly 'aria-describedby'?: string
}

interface Props {
  readonly label: string
  readonly hint?: string | undefined
  /** What is wrong and what to do; stands under the box. */
  readonly problem?: string | undefined
  /** The box: gets an id, and is told which text describes it. */
  readonly children: (wiring: Wiring) => ComponentChildren
}

/** A labelled box with its hint and its problem. */
function Field({ label, hint, problem, children }: Props): VNode {
  const id = useId()
  const described = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`].filter((part) => part !== '').join(' ')
  return (
    <div class={css.field}>
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} class={css.hint}>
          {hint}
        </p>
      )}
      {children({ id, ...(problem === undefined ? {} : { 'aria-invalid': true }), ...(described === '' ? {} : { 'aria-describedby': described }) })}
      {problem !== undefined && (
        <p id={`${id}-problem`} class={css.problem}>
          <span aria-hidden="true">⚠ </span>
          {problem}
        </p>
      )}
    </div>
  )
}

interface TextProps extends Omit<Props, 'children'> {
  readonly value: string
  readonly onValue: (value: string) => void
  readonly input?: JSX.InputHTMLAttributes<HTMLInputElement>
}

/** A labelled box for a line of text. */
export function TextField({ value, onValue, input = {}, ...field }: TextProps): VNode {
  return <Field {...field}>{(wiring) => <input {...input} {...wiring} value={value} onInput={(event) => onValue(event.currentTarget.value)} />}</Field>
}

interface SelectProps extends Omit<Props, 'children'> {
  readonly value: string
  readonly onValue: (value: string) => void
  readonly options: readonly { readonly value: string; readonly text: string }[]
}

/** A labelled choice of one. */
export function SelectField({ value, onValue, options, ...field }: SelectProps): VNode {
  return (
    <Field {...field}>
      {(wiring) => (
        <select {...wiring} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
