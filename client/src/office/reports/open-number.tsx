import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import css from './dsx-paper.module.css'

interface Props {
  readonly count: number
  /** Where those in the number are told. */
  readonly href: string
  readonly label: string
}

/** A number of the form, which opens whom it counts; zero opens nobody. */
export function OpenNumber({ count, href, label }: Props): VNode {
  if (count === 0) return <span>0</span>
  return (
    <Link href={href} aria-label={label} class={css.number ?? ''}>
      {count}
    </Link>
  )
}
