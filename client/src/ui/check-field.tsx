import type { VNode } from 'preact'
import css from './choice-field.module.css'

interface Props {
  readonly label: string
  readonly isChecked: boolean
  readonly onChecked: (isChecked: boolean) => void
}

/** A box to tick. */
export function CheckField({ label, isChecked, onChecked }: Props): VNode {
  return (
    <label class={css.option}>
      <input type="checkbox" checked={isChecked} onChange={(event) => onChecked(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  )
}
