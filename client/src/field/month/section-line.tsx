import type { P0Section } from '@sotay/domain/packs/tt01-2022/code-lists'
import { p0Text } from '@sotay/domain/reports/p0-cell'
import { NAMING_COLUMNS, type P0Column, p0ColumnsOf, type P0Row } from '@sotay/domain/reports/p0-table'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { nameOf } from '../../i18n/naming.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import page from '../../ui/page.module.css'
import css from './section-line.module.css'

/** What no note can fill: on paper the column stands empty, and on the phone nothing is asked for that cannot be answered. */
const UNASKED: P0Column = 'subject-code'

/** A line of P0 on a narrow screen: whose it is, of which household, the columns of the form that are told one below the other, and last the names of those that are not known. */
export function SectionLine({ section, row: { person: id, cells } }: { readonly section: P0Section; readonly row: P0Row }): VNode {
  const words = useWords()
  const { book } = useNotebook()
  const person = book.people.get(id)
  const { heads, cells: cellWords } = words.p0
  const columns = p0ColumnsOf(section).flatMap((column, index) => {
    const cell = cells[index]
    return cell === undefined || cell.kind === 'blank' || NAMING_COLUMNS.has(column) || column === UNASKED ? [] : [{ column, cell }]
  })
  const household = columns.find(({ column }) => column === 'household')
  const others = columns.filter((one) => one !== household)
  const known = others.filter(({ cell }) => cell.kind !== 'unknown')
  const unknown = others.filter(({ cell }) => cell.kind === 'unknown')
  return (
    <li>
      <Link href={`/nguoi/${id}`} class={page.item}>
        <b>{person === undefined ? cellWords.unknown : nameOf(words, person)}</b>
        {household?.cell.kind === 'text' && ` · ${words.households.row(household.cell.text)}`}
      </Link>
      <dl class={css.columns}>
        {known.map(({ column, cell }) => (
          <div key={column}>
            <dt>{heads[column]}</dt>
            <dd>{p0Text(cell, cellWords)}</dd>
          </div>
        ))}
        {unknown.length > 0 && (
          <div>
            <dt>{words.forms.unknown}</dt>
            <dd>{unknown.map(({ column }) => heads[column]).join(', ')}</dd>
          </div>
        )}
      </dl>
    </li>
  )
}
