import { asHousehold, asPerson, type AreaId, type SubjectId } from '@sotay/domain/kernel/ids'
import { addMonths, kindOf, lastDay, monthContaining, Period } from '@sotay/domain/kernel/period'
import { CELL_CODES, type CellCode } from '@sotay/domain/packs/tt01-2022/cells'
import { DSX_ROWS } from '@sotay/domain/reports/dsx'
import { identityOf, startOf } from '@sotay/domain/reports/identity'
import type { Cells } from '@sotay/domain/reports/tally'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { aboutPerson, nameOf } from '../../i18n/naming.ts'
import { behind, figuresOf, listsOf } from '../../store/figures.ts'
import { areasInCharge } from '../../store/record.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import page from '../../ui/page.module.css'

const MONTHS_SHOWN = 6
/** The lines of §9 are of three kinds, each with its own people. */
const PREGNANCY_CELLS = ['pregnancies-found', 'pregnancies-lost', 'stillbirths'] as const
/** The terms that every month names, whether anything happened or not. */
const ALWAYS_SHOWN: ReadonlySet<CellCode> = new Set(['entered-by-birth', 'deaths', 'arrivals', 'departures'])

interface Props {
  readonly month: string | undefined
  readonly cell: string | undefined
}

/** A month in figures, each of which opens to the people behind it, and they to their notes. */
export function MonthPage({ month, cell }: Props): VNode {
  const { today, phone } = useNotebook()
  const current = monthContaining(today())
  const read = Period.safeParse(month)
  const period = read.success && kindOf(read.data) === 'month' ? read.data : current
  const areas = areasInCharge(phone).map(({ area }) => area)
  const asked = CELL_CODES.find((code) => code === cell)
  return asked === undefined ? <Figures period={period} current={current} areas={areas} /> : <Behind period={period} areas={areas} cell={asked} />
}

function Figures({ period, current, areas }: { readonly period: Period; readonly current: Period; readonly areas: readonly AreaId[] }): VNode {
  const words = useWords()
  const { book, today } = useNotebook()
  const figures = figuresOf(book, areas, period)
  const lists = listsOf(book, areas, period)
  const months = Array.from({ length: MONTHS_SHOWN }, (_, index) => addMonths(current, -index))
  return (
    <div class={page.page}>
      <h1>{words.month(period)}</h1>
      <nav class={page.strip} aria-label={words.monthPage.title}>
        {months.map((one) => (
          <Link key={one} href={`/thang/${one}`} class={page.link} {...(one === period ? { 'aria-current': 'page' as const } : {})}>
            {one === period ? <b>{words.shortMonth(one)}</b> : words.shortMonth(one)}
          </Link>
        ))}
      </nav>
      <p class={page.soft}>
        {words.monthPage.late} {period === current && words.monthPage.atDay(today())}
      </p>
      <h2>{words.monthPage.p0}</h2>
      <table class={page.figures}>
        <tbody>
          <FigureRow label={words.monthPage.section1} count={lists.births.length} href={`/thang/${period}/births`} />
          <FigureRow label={words.monthPage.section2} count={lists.newborns.length} href={`/thang/${period}/newborn-screenings`} />
          <FigureRow label={words.monthPage.section3} count={lists.deaths.length} href={`/thang/${period}/deaths`} />
          <FigureRow label={words.moving.sections[4]} count={lists.arrivals.length} href={`/thang/${period}/arrivals`} />
          <FigureRow label={words.moving.sections[5]} count={lists.departures.length} href={`/thang/${period}/departures`} />
          <FigureRow label={words.moving.sections[6]} count={lists.changes.length} href={`/thang/${period}/basics-changed`} />
          <FigureRow label={words.monthPage.section7} count={lists.methodsNew.length} href={`/thang/${period}/couples-new`} />
          <FigureRow label={words.monthPage.section8} count={lists.methodsStopped.length} href={`/thang/${period}/couples-stopped`} />
          {PREGNANCY_CELLS.map((cell) => (
            <FigureRow key={cell} label={`${words.monthPage.section9}: ${words.cells[cell]}`} count={figures.get(cell) ?? 0} href={`/thang/${period}/${cell}`} />
          ))}
          <FigureRow label={words.monthPage.section10} count={lists.prenatal.length} href={`/thang/${period}/prenatal-screenings`} />
          <FigureRow label={words.monthPage.section11} count={lists.elders.length} href={`/thang/${period}/elders-examined`} />
        </tbody>
      </table>
      <Identity cells={figures} period={period} />
      <h2>{words.monthPage.dsx}</h2>
      <table class={page.figures}>
        <tbody>
          {DSX_ROWS.map(({ no, cell, status }) => (
            <FigureRow key={no} label={`${no}. ${words.cells[cell]}${status === 'composed' ? ` (${words.monthPage.composed})` : ''}`} count={figures.get(cell) ?? 0} href={`/thang/${period}/${cell}`} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Residents at the start, what came and what went, residents at the end; each line opens to its people. */
function Identity({ cells, period }: { readonly cells: Cells; readonly period: Period }): VNode {
  const words = useWords()
  const { title, start, end, hint } = words.moving.identity
  const terms = identityOf(cells).filter(({ cell, count }) => count > 0 || ALWAYS_SHOWN.has(cell))
  return (
    <>
      <h2>{title}</h2>
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

function FigureRow({ label, count, href }: { readonly label: string; readonly count: number; readonly href: string }): VNode {
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

function Behind({ period, areas, cell }: { readonly period: Period; readonly areas: readonly AreaId[]; readonly cell: CellCode }): VNode {
  const words = useWords()
  const { book } = useNotebook()
  const subjects = behind(book, areas, period, cell)
  return (
    <div class={page.page}>
      <h1>{words.cells[cell]}</h1>
      <p class={page.soft}>
        {words.month(period)} · {words.monthPage.names(subjects.length)}
      </p>
      {subjects.length === 0 ? <p>{words.monthPage.nothing}</p> : null}
      <ul class={page.list}>
        {subjects.map((subject) => (
          <SubjectRow key={subject} subject={subject} period={period} />
        ))}
      </ul>
      <Link href={`/thang/${period}`} class={page.link}>
        {words.back}
      </Link>
    </div>
  )
}

function SubjectRow({ subject, period }: { readonly subject: SubjectId; readonly period: Period }): VNode | null {
  const words = useWords()
  const { book } = useNotebook()
  const person = book.people.get(asPerson(subject))
  const household = book.households.get(person?.household ?? asHousehold(subject))
  const row = household === undefined ? '' : words.households.row(household.number)
  if (person === undefined && household === undefined) return null
  return (
    <li>
      <Link href={person === undefined ? `/ho/${subject}` : `/nguoi/${subject}`} class={page.item}>
        <b>{person === undefined ? row : nameOf(words, person)}</b>
        {person !== undefined && (
          <>
            {` · ${row}`}
            <br />
            <span class={page.soft}>{aboutPerson(words, person, lastDay(period))}</span>
          </>
        )}
      </Link>
    </li>
  )
}
