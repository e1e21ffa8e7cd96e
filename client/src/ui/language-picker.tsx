import type { VNode } from 'preact'
import { SelectField } from './field.tsx'

interface Props<L extends string> {
  readonly label: string
  readonly names: Readonly<Record<L, string>>
  readonly value: L
  readonly onValue: (language: L) => void
}

/** Chooses the language; each is named in itself. */
export function LanguagePicker<L extends string>({ label, names, value, onValue }: Props<L>): VNode {
  const options = Object.entries<string>(names).map(([code, text]) => ({ value: code, text }))
  const choose = (code: string): void => {
    if (isKey(code, names)) onValue(code)
  }
  return <SelectField label={label} value={value} onValue={choose} options={options} />
}

function isKey<L extends string>(code: string, names: Readonly<Record<L, string>>): code is L {
  return Object.hasOwn(names, code)
}
