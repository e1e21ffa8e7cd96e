import type { ComponentChildren, VNode } from 'preact'
import css from '../ui/choice-field.module.css'
import { useFilling } from './form-boxes.tsx'

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
