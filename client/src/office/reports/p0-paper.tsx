import { p0Text } from '@sotay/domain/reports/p0-cell'
import { NAMING_COLUMNS, type P0Column, p0ColumnsOf } from '@sotay/domain/reports/p0-table'
import type { P0Report } from '@sotay/domain/wire/reports'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/office-words.ts'
import { PaperHead, Seal } from './dsx-paper.tsx'
import paper from './dsx-paper.module.css'
import css from './p0-paper.module.css'

type Section = P0Report['sections'][number]
type Row = NonNullable<Section['rows']>[number]

/** P0/CTV as it lies on paper: title block, eleven numbered lists, places to sign; every line opens its person. */
export function P0Paper({ report, commune }: { readonly report: P0Report; readonly commune: string }): VNode {
  const { p0, reports } = useWords()
  return (
    <article class={`${paper.paper} ${css.paper}`}>
      <PaperHead form={report.form} commune={commune} />
      <h2 class={paper.title}>{p0.heading}</h2>
      <p class={paper.where}>
        {p0.month(report.period)} · {reports.columns.area(report.number, report.name)}, {commune}
      </p>
      <p>{p0.receiver}</p>
      {report.sections.map((section) => (
        <List key={section.section} section={section} />
      ))}
      <p class={paper.note}>{p0.note}</p>
      <Seal report={report} />
      <footer class={paper.sign}>
        {[p0.appraiser, p0.writer].map((role) => (
          <div key={role}>
            <p>
              <strong>{role}</strong>
            </p>
            <p>{reports.sign}</p>
            {role === p0.writer && report.signed !== null && <p>{p0.signed(report.signed.signer, report.signed.on)}</p>}
          </div>
        ))}
      </footer>
    </article>
  )
}

function List({ section: { section, rows: sent, count, isTicked } }: { readonly section: Section }): VNode {
  const { p0 } = useWords()
  const columns = p0ColumnsOf(section)
  const rows = count === 0 ? [] : sent
  return (
    <>
      <h3 class={css.title}>{p0.section(section)}</h3>
      {isTicked && count > 0 && (
        <p class={css.needs}>
          <span aria-hidden="true">⚠ </span>
          {p0.notEmpty(count)}
        </p>
      )}
      {rows === null ? (
        <p class={css.held}>{p0.held(count)}</p>
      ) : (
        <section
          class={paper.scroll}
          aria-label={p0.section(section)}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways on a narrow screen must be reached by keys
          tabIndex={0}
        >
          <table class={css.table}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {p0.heads[column]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <Line key={`${row.person} ${index}`} row={row} columns={columns} />
              ))}
              {rows.length === 0 && (
                <tr>
                  <td colSpan={columns.length}>{isTicked ? p0.nothing : <span class={css.blank}>{p0.blank}</span>}</td>
                </tr>
              )}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}

function Line({ row, columns }: { readonly row: Row; readonly columns: readonly P0Column[] }): VNode {
  const { p0 } = useWords()
  return (
    <tr>
      {columns.map((column, index) => {
        const cell = row.cells[index]
        const text = cell === undefined ? '' : p0Text(cell, p0.cells)
        if (!NAMING_COLUMNS.has(column)) return <td key={column}>{text}</td>
        return (
          <td key={column} class={css.name}>
            <Link href={`/so-bo/nguoi/${row.person}`}>{text}</Link>
          </td>
        )
      })}
    </tr>
  )
}
