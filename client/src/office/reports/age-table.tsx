import { AGE_ROWS, type AgeSex, ageFigures, type Ages } from '@sotay/domain/reports/age-sex'
import type { DsxReport } from '@sotay/domain/wire/reports'
import type { VNode } from 'preact'
import { useWords } from '../../i18n/office-words.ts'
import css from './dsx-paper.module.css'
import { OpenNumber } from './open-number.tsx'
import { type ReportAddress, writeAddress } from './report-address.ts'

interface Props {
  readonly report: DsxReport
  readonly address: ReportAddress
  /** What it is of, in words. */
  readonly where: string
}

const SEXES = ['both', 'male', 'female'] as const

/** So many areas, of three columns each, fit on a sheet of A4. */
const AREAS_ON_PAPER = 3

/** What 03-DSX adds: the residents by age and sex, for the whole and for each area. Nothing for a month or a quarter. */
export function AgeTable({ report, address, where }: Props): VNode | null {
  const { reports } = useWords()
  const { structure } = report
  if (structure === undefined) return null
  const areas = address.area === undefined ? report.areas : []
  const isWide = areas.length > AREAS_ON_PAPER
  const columns = [
    { key: 'whole', style: undefined, head: reports.columns.total, place: where, address, structure },
    ...areas.flatMap(({ area, number, name, structure: own }) => {
      const head = reports.columns.area(number, name)
      return own === undefined ? [] : [{ key: area, style: css.ofArea, head, place: head, address: { ...address, area }, structure: own }]
    }),
  ]
  return (
    <section
      class={css.scroll}
      aria-label={reports.ages.title}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways on a narrow screen must be reached by keys
      tabIndex={0}
    >
      <table class={`${css.table} ${css.ages}`} data-wide={isWide}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {reports.columns.no}
            </th>
            <th scope="col" rowSpan={2}>
              {reports.ages.item}
            </th>
            <th scope="col" rowSpan={2}>
              {reports.columns.unit}
            </th>
            {columns.map(({ key, style, head }) => (
              <th key={key} class={style} scope="colgroup" colSpan={SEXES.length}>
                {head}
              </th>
            ))}
          </tr>
          <tr>
            {columns.flatMap(({ key, style }) =>
              SEXES.map((sex) => (
                <th key={`${key} ${sex}`} class={style} scope="col">
                  {reports.ages.sexes[sex]}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {AGE_ROWS.map(({ no, ages }) => (
            <tr key={no} data-part={/[a-z]$/.test(no)}>
              <td>{no}</td>
              <th scope="row">
                {reports.ages.row(ages)}
                <abbr class={css.composed} title={reports.composed}>
                  {reports.composedMark}
                </abbr>
              </th>
              <td>{reports.units.person}</td>
              {columns.map(({ key, ...column }) => (
                <Groups key={key} ages={ages} {...column} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isWide && <p class={css.onPaper}>{reports.areasInWorkbook}</p>}
    </section>
  )
}

interface GroupsProps {
  readonly style: string | undefined
  readonly ages: Ages
  readonly structure: AgeSex
  readonly place: string
  readonly address: ReportAddress
}

/** Both sexes, men and women of a row in one place; no men where the row counts women only. */
function Groups({ style, ages, structure, place, address }: GroupsProps): VNode {
  const { reports } = useWords()
  const figures = ageFigures(structure, ages)
  return (
    <>
      {SEXES.map((of) => {
        const count = figures[of]
        const sex = of === 'both' ? undefined : of
        const label = reports.openCell(reports.ages.of(ages, sex), count ?? 0, place)
        return <td key={of} class={style}>{count !== undefined && <OpenNumber count={count} href={`/bao-cao/residents?${writeAddress(address, { ages: ages.code, sex })}`} label={label} />}</td>
      })}
    </>
  )
}
