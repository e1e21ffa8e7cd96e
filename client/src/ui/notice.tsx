import type { ComponentChildren, VNode } from 'preact'
import css from './notice.module.css'

const SIGNS = { plain: '●', needs: '⚠', wrong: '✕', good: '✓' } as const

interface Props {
  readonly kind: keyof typeof SIGNS
  /** Read aloud at once when it appears. */
  readonly isAlert?: boolean
  readonly children: ComponentChildren
}

/** Something to know or to do, with a sign and never by colour alone. */
export function Notice({ kind, isAlert = false, children }: Props): VNode {
  return (
    <div class={`${css.notice ?? ''} ${kind === 'plain' ? '' : (css[kind] ?? '')}`} role={isAlert ? 'alert' : undefined}>
      <span aria-hidden="true">{SIGNS[kind]} </span>
      {children}
    </div>
  )
}
