import { addMonths, type Period } from '@sotay/domain/kernel/period'
import type { CellCode } from '@sotay/domain/packs/tt01-2022/cells'
import { identityOf, startOf } from '@sotay/domain/reports/identity'
import type { Cells } from '@sotay/domain/reports/tally'
import type { VNode } from 'preact'
import { useWords } from '../../i18n/field-words.ts'
import page from '../../ui/page.module.css'
import { FigureRow } from './figure-row.tsx'

/** The terms that every month names, whether anything happened or not. */
const ALWAYS_SHOWN: ReadonlySet<CellCode> = new Set(['entered-by-birth', 'deaths', 'arrivals', 'departures'])

/** Residents at the start, what came and what went, residents at the end; each line opens to its people. */
export function IdentityPart({ cells, period }: { readonly cells: Cells; readonly period: Period }): VNode {
  const words = useWords()
  const { start, end, hint } = words.moving.identity
  const terms = identityOf(cells).filter(({ cell, count }) => count > 0 || ALWAYS_SHOWN.has(cell))
  return (
    <>
      <p class={page.soft}>{hint}</p>
      <table class={page.figures}>
        <tbody>
          <FigureRow label={start} count={startOf(cells)} href={`/thang/${addMonths(period, -1)}/residents`} />
          {terms.map(({ cell, sign, count }) => (
            <FigureRow key={cell} label={`${sign === 1 ? '+' : '−'} ${words.cells[cell]}`} count={count} href={`/thang/${period}/${cell}`} />
          ))}
          <FigureRow label={`= ${end}`} count={cells.get('residents') ?? 0} href={`/thang/${period}/residents`} />
        </tbody>
      </table>
    </>
  )
}
