import type { ComponentChildren, VNode } from 'preact'
import css from './fold.module.css'

/** Whether a line is open, and who is told when it is tapped. */
export interface Foldable {
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
}

interface Props extends Foldable {
  readonly label: ComponentChildren
  /** What the line tells while it is closed. */
  readonly count?: string | number | undefined
  readonly children: ComponentChildren
}

/** A line that opens to what it stands for. What is closed is not drawn. */
export function Fold({ label, count, isOpen, onOpen, children }: Props): VNode {
  return (
    <details class={css.fold} open={isOpen} onToggle={({ currentTarget }) => currentTarget.open !== isOpen && onOpen(currentTarget.open)}>
      <summary>
        <span class={css.label}>{label}</span>
        {count !== undefined && <span class={css.count}>{count}</span>}
      </summary>
      {isOpen && <div class={css.inside}>{children}</div>}
    </details>
  )
}
