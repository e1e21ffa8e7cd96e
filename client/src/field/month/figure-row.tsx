import type { VNode } from 'preact'
import { Link } from 'wouter-preact'

/** A figure with its name, which opens to the people behind it. */
export function FigureRow({ label, count, href }: { readonly label: string; readonly count: number; readonly href: string }): VNode {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        <Link href={href} aria-label={`${label}: ${count}`}>
          {count}
        </Link>
      </td>
    </tr>
  )
}
