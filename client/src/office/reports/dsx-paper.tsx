import type { AreaId } from '@sotay/domain/kernel/ids'
import { DSX_FORM_ROWS, type DsxFigure } from '@sotay/domain/reports/dsx'
import type { DsxReport } from '@sotay/domain/wire/reports'
import type { VNode } from 'preact'
import { useWords } from '../../i18n/office-words.ts'
import { AgeTable } from './age-table.tsx'
import css from './dsx-paper.module.css'
import { OpenNumber } from './open-number.tsx'
import { type ReportAddress, writeAddress } from './report-address.ts'

interface Props {
  readonly report: DsxReport
  readonly address: ReportAddress
  /** What it is of, in words. */
  readonly where: string
  readonly commune: string
}

/** The form as it lies on paper: title block, numbered rows, places to sign; every number but zero opens the people it counts. */
export function DsxPaper({ report, address, where, commune }: Props): VNode {
  const { reports } = useWords()
  return (
    <article class={css.paper}>
      <PaperHead form={report.form} commune={commune} />
      <h2 class={css.title}>{reports.heading(report.period)}</h2>
      <p class={css.where}>{where}</p>
      <Figures report={report} address={address} where={where} />
      <AgeTable report={report} address={address} where={where} />
      <p class={css.note}>{reports.note}</p>
      <Seal report={report} />
      <footer class={css.sign}>
        {[reports.writer, reports.head].map((role) => (
          <div key={role}>
            <p>
              <strong>{role}</strong>
            </p>
            <p>{reports.sign}</p>
          </div>
        ))}
      </footer>
    </article>
  )
}

/** What stands above every form: its number and the station on the left, the nation on the right. */
export function PaperHead({ form, commune }: { readonly form: string; readonly commune: string }): VNode {
  const { reports } = useWords()
  return (
    <header class={css.head}>
      <div>
        <p>{reports.formNo(form)}</p>
        <p>{reports.issued}</p>
        <p>
          <strong>{reports.station(commune)}</strong>
        </p>
      </div>
      <div>
        <p>
          <strong>{reports.nation}</strong>
        </p>
        <p>{reports.motto}</p>
      </div>
    </header>
  )
}

/** So many columns of areas fit on a sheet of A4. */
const AREAS_ON_PAPER = 6

function Figures({ report, address, where }: Omit<Props, 'commune'>): VNode {
  const { reports } = useWords()
  const areas = address.area === undefined ? report.areas : []
  const isWide = areas.length > AREAS_ON_PAPER
  const open = (figure: DsxFigure, count: number, area: AreaId | undefined, place: string): VNode => (
    <OpenNumber
      count={count}
      href={`/bao-cao/${figure}?${writeAddress(area === undefined ? address : { ...address, area })}`}
      label={reports.openCell(reports.cells[figure], count, place)}
    />
  )
  return (
    <section
      class={css.scroll}
      aria-label={reports.heading(report.period)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways on a narrow screen must be reached by keys
      tabIndex={0}
    >
      <table class={css.table} data-wide={isWide}>
        <thead>
          <tr>
            <th scope="col">{reports.columns.no}</th>
            <th scope="col">{reports.columns.item}</th>
            <th scope="col">{reports.columns.unit}</th>
            <th scope="col">{reports.columns.total}</th>
            {areas.map((area) => (
              <th key={area.area} class={css.ofArea} scope="col">
                {reports.columns.area(area.number, area.name)}
              </th>
            ))}
          </tr>
          <tr class={css.letters} aria-hidden="true">
            {['A', 'B', 'C', ...Array.from({ length: areas.length + 1 }, (_, index) => String(index + 1))].map((letter, column) => (
              <td key={letter} class={column > 3 ? css.ofArea : undefined}>
                {letter}
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {DSX_FORM_ROWS.map((row) => (
            <tr key={row.no} data-part={/[a-z]$/.test(row.no)}>
              <td>{row.no}</td>
              <th scope="row">
                {reports.cells[row.cell]}
                {row.status === 'composed' && (
                  <abbr class={css.composed} title={reports.composed}>
                    {reports.composedMark}
                  </abbr>
                )}
              </th>
              <td>{reports.units[row.unit]}</td>
              <td>{open(row.cell, report.total[row.cell], undefined, where)}</td>
              {areas.map((area) => (
                <td key={area.area} class={css.ofArea}>{open(row.cell, area.cells[row.cell], area.area, reports.columns.area(area.number, area.name))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isWide && <p class={css.onPaper}>{reports.areasInWorkbook}</p>}
    </section>
  )
}

const HASH_SHOWN = 12

/** What a form was made with, so that anybody can make it again. */
export function Seal({ report }: { readonly report: Pick<DsxReport, 'hash' | 'counted' | 'pack' | 'rulesVersion' | 'madeAt'> }): VNode {
  const { reports, when } = useWords()
  return (
    <dl class={css.seal}>
      <div>
        <dt>{reports.seal.hash}</dt>
        <dd title={report.hash}>{report.hash.slice(0, HASH_SHOWN)}</dd>
      </div>
      <div>
        <dt>{reports.seal.seq}</dt>
        <dd>{Object.values(report.counted).join(', ')}</dd>
      </div>
      <div>
        <dt>{reports.seal.rules}</dt>
        <dd>{reports.rules(report.pack, report.rulesVersion)}</dd>
      </div>
      <div>
        <dt>{reports.seal.made}</dt>
        <dd>{when.instant(report.madeAt)}</dd>
      </div>
    </dl>
  )
}
