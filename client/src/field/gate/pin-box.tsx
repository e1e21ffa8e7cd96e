import type { VNode } from 'preact'
import { TextField } from '../../ui/field.tsx'

interface Props {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly problem?: string | undefined
  readonly isFresh?: boolean
}

/** Six digits, not shown. */
export function PinBox({ isFresh = false, ...field }: Props): VNode {
  const autocomplete = isFresh ? 'new-password' : 'current-password'
  return <TextField {...field} input={{ type: 'password', inputMode: 'numeric', maxLength: 6, autocomplete, required: true }} />
}
