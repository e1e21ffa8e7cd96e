import type { ComponentChildren, VNode } from 'preact'
import { useState } from 'preact/hooks'
import css from './sorted-table.module.css'

export interface Column<T> {
  readonly id: string
  readonly head: string
  readonly cell: (row: T) => ComponentChildren
  /** What the column is sorted by; without it, it is not. */
  readonly sort?: (row: T) => string | number
  readonly isRowHead?: boolean
}

interface Props<T> {
  readonly caption: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
  /** The name of a head's button ("Sắp xếp theo …"). */
  readonly sortBy: (column: string) => string
}

const collator = new Intl.Collator('vi', { numeric: true })

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
}

/** A table whose heads sort it: once upwards, again downwards. On a narrow screen each row stands as a block, its cells named. */
export function SortedTable<T>({ caption, columns, rows, keyOf, sortBy }: Props<T>): VNode {
  const [order, setOrder] = useState<{ readonly id: string; readonly isDown: boolean }>()
  const by = columns.find((column) => column.id === order?.id)?.sort
  const sorted = by === undefined ? rows : [...rows].sort((a, b) => compare(by(a), by(b)) * (order?.isDown === true ? -1 : 1))
  const stateOf = (id: string): 'ascending' | 'descending' | 'none' => (order?.id !== id ? 'none' : order.isDown ? 'descending' : 'ascending')
  return (
    <table class={css.table}>
      <caption class={css.caption}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" {...(column.sort === undefined ? {} : { 'aria-sort': stateOf(column.id) })}>
              {column.sort === undefined ? (
                column.head
              ) : (
                <button
                  type="button"
                  class={css.head}
                  aria-label={sortBy(column.head)}
                  onClick={() => setOrder({ id: column.id, isDown: order?.id === column.id && !order.isDown })}
                >
                  {column.head}
                  <span aria-hidden="true">{{ none: '', ascending: ' ▲', descending: ' ▼' }[stateOf(column.id)]}</span>
                </button>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column) =>
              column.isRowHead === true ? (
                <th key={column.id} scope="row" data-label={column.head}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.id} data-label={column.head}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
