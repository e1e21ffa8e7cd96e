import type { UnitRef } from '@sotay/domain/wire/units'
import type { VNode } from 'preact'
import { useWords } from '../../i18n/office-words.ts'
import css from './units.module.css'

/** A unit in a line or two: its name, those above it, its code and its days. */
export function UnitText({ unit }: { readonly unit: UnitRef }): VNode {
  const { units } = useWords()
  const code = unit.code === null ? units.noCode : units.code(unit.code)
  return (
    <span class={css.unit}>
      <b>{unit.name}</b>
      {unit.within.length > 0 && `, ${unit.within.join(', ')}`} <span class={css.aside}>{`${code}, ${units.span(unit.from, unit.to)}`}</span>
    </span>
  )
}
