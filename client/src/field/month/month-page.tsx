import { addMonths, kindOf, monthContaining, Period } from '@sotay/domain/kernel/period'
import { CELL_CODES } from '@sotay/domain/packs/tt01-2022/cells'
import { DSX_ROWS } from '@sotay/domain/reports/dsx'
import { startOf } from '@sotay/domain/reports/identity'
import { sumCells } from '@sotay/domain/reports/tally'
import type { AreaSeen } from '@sotay/domain/wire/session'
import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { areaMonth } from '../../store/area-month.ts'
import { joinLists } from '../../store/figures.ts'
import { areasInCharge } from '../../store/record.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import { Fold } from '../../ui/fold.tsx'
import page from '../../ui/page.module.css'
import { useFolds, useIsPrinting } from '../../ui/use-folds.ts'
import { BehindPart } from './behind-part.tsx'
import { EndPart, goToEnd } from './end-part.tsx'
import { FigureRow } from './figure-row.tsx'
import { HandbookPart } from './handbook-part.tsx'
import { IdentityPart } from './identity-part.tsx'
import { SectionsPart } from './sections-part.tsx'
import { StandingPart } from './standing-part.tsx'

const MONTHS_SHOWN = 6

interface Props {
  readonly month: string | undefined
  readonly cell: string | undefined
}

/** A month in short: how it stands, the sections of P0, the work, the identity, the figures and the end of the month, each a line that opens; a figure opens to the people behind it. */
export function MonthPage({ month, cell }: Props): VNode {
  const words = useWords()
  const { today, phone } = useNotebook()
  const current = monthContaining(today())
  const read = Period.safeParse(month)
  const period = read.success && kindOf(read.data) === 'month' ? read.data : current
  const charge = areasInCharge(phone)
  const areas = charge.map(({ area }) => area)
  const asked = CELL_CODES.find((code) => code === cell)
  if (asked !== undefined) return <BehindPart key={`${period} ${asked}`} period={period} areas={areas} cell={asked} />
  const strip = Array.from({ length: MONTHS_SHOWN }, (_, index) => addMonths(current, -index))
  return (
    <div class={page.page}>
      <h1>{words.month(period)}</h1>
      <nav class={page.strip} aria-label={words.monthPage.title}>
        {strip.map((one) => (
          <Link key={one} href={`/thang/${one}`} class={page.link} {...(one === period ? { 'aria-current': 'page' as const } : {})}>
            {one === period ? <b>{words.shortMonth(one)}</b> : words.shortMonth(one)}
          </Link>
        ))}
      </nav>
      <Figures key={period} period={period} current={current} charge={charge} />
    </div>
  )
}

function Figures({ period, current, charge }: { readonly period: Period; readonly current: Period; readonly charge: readonly AreaSeen[] }): VNode {
  const words = useWords()
  const areas = charge.map(({ area }) => area)
  const { phone, book, today } = useNotebook()
  const version = phone.version()
  const folds = useFolds()
  const isPrinting = useIsPrinting()
  const { months, figures, lists } = useMemo(() => {
    const each = charge.map((one) => ({ ...one, all: areaMonth(phone.state, book, one.area, period) }))
    return { months: each, figures: sumCells(each.map(({ all }) => all.figures)), lists: joinLists(each.map(({ all }) => all.lists)) }
  }, [phone, version, book, areas.join(), period])
  const whereIs = (number: string, name: string): string | undefined => (charge.length === 1 ? undefined : words.top.area(number, name))
  // On paper stand all figures and no name.
  const fold = (part: string, isPrinted = true) => ({ isOpen: isPrinting ? isPrinted : folds.isOpen(part), onOpen: (isOpen: boolean) => folds.set(part, isOpen) })
  return (
    <>
      {months.map(({ area, number, name, all }) => (
        <StandingPart key={area} month={period} all={all} where={whereIs(number, name)} onGo={() => goToEnd(area)} />
      ))}
      <h2>{words.monthPage.p0}</h2>
      <SectionsPart lists={lists} said={months.map(({ all }) => all.said)} folds={folds} isPrinting={isPrinting} />
      <ul class={page.list}>
        <li>
          <HandbookPart areas={areas} month={period} households={figures.get('households') ?? 0} topics={fold('topics')} {...fold('work')} />
        </li>
        <li>
          <Fold label={<h2>{words.moving.identity.title}</h2>} count={`${startOf(figures)} → ${figures.get('residents') ?? 0}`} {...fold('identity')}>
            <IdentityPart cells={figures} period={period} />
          </Fold>
        </li>
        <li>
          <Fold label={<h2>{words.monthPage.dsx}</h2>} {...fold('dsx')}>
            <table class={page.figures}>
              <tbody>
                {DSX_ROWS.map(({ no, cell, status }) => (
                  <FigureRow key={no} label={`${no}. ${words.cells[cell]}${status === 'composed' ? ` (${words.monthPage.composed})` : ''}`} count={figures.get(cell) ?? 0} href={`/thang/${period}/${cell}`} />
                ))}
              </tbody>
            </table>
          </Fold>
        </li>
      </ul>
      <p class={page.soft}>
        {words.monthPage.late} {period === current && words.monthPage.atDay(today())}
      </p>
      {months.map(({ area, number, name, all }) => (
        <EndPart key={area} area={area} month={period} all={all} where={whereIs(number, name)} fold={(part) => fold(`${area} ${part}`, part !== 'late')} />
      ))}
    </>
  )
}
