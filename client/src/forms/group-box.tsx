import type { ComponentChildren, VNode } from 'preact'
import { CheckField } from '../ui/check-field.tsx'
import css from '../ui/choice-field.module.css'
import { useFilling } from './form-boxes.tsx'
import { chosenOf } from './work-boxes.ts'

/** Several boxes under one question. */
export function GroupBox({ field, label, hint, children }: { readonly field: string; readonly label: string; readonly hint?: string; readonly children: ComponentChildren }): VNode {
  const problem = useFilling().problemOf(field)
  const described = [hint === undefined ? '' : `hint-${field}`, problem === undefined ? '' : `problem-${field}`].filter((part) => part !== '').join(' ')
  return (
    <fieldset id={`box-${field}`} class={css.group} {...(described === '' ? {} : { 'aria-describedby': described })}>
      <legend>{label}</legend>
      {hint !== undefined && (
        <p id={`hint-${field}`} class={css.hint}>
          {hint}
        </p>
      )}
      <div class={css.options}>{children}</div>
      {problem !== undefined && (
        <p id={`problem-${field}`} class={css.problem}>
          <span aria-hidden="true">⚠ </span>
          {problem}
        </p>
      )}
    </fieldset>
  )
}

interface TicksProps {
  readonly field: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
}

/** Several of a list to tick under one question; the box holds their codes with commas between. */
export function TicksBox({ field, label, options }: TicksProps): VNode {
  const { values, set } = useFilling()
  const chosen = chosenOf(values, field)
  return (
    <GroupBox field={field} label={label}>
      {options.map(({ value, text }) => (
        <CheckField
          key={value}
          label={text}
          isChecked={chosen.includes(value)}
          onChecked={(isChecked) => set({ [field]: (isChecked ? [...chosen, value] : chosen.filter((one) => one !== value)).join() })}
        />
      ))}
    </GroupBox>
  )
}
