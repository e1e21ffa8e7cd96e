import { asHousehold, asPerson, type AreaId, type SubjectId } from '@sotay/domain/kernel/ids'
import { lastDay, type Period } from '@sotay/domain/kernel/period'
import type { CellCode } from '@sotay/domain/packs/tt01-2022/cells'
import { isPrivateCell } from '@sotay/domain/planning/private'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { aboutPerson, nameOf } from '../../i18n/naming.ts'
import { behind } from '../../store/figures.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import button from '../../ui/button.module.css'
import page from '../../ui/page.module.css'
import { useIsPrinting } from '../../ui/use-folds.ts'
import { useWhileSeen } from '../../ui/use-while-seen.ts'

/** The people or households behind one figure of a month, each a link to its notes; behind a figure of private facts, by one more tap and for the screen alone. */
export function BehindPart({ period, areas, cell }: { readonly period: Period; readonly areas: readonly AreaId[]; readonly cell: CellCode }): VNode {
  const words = useWords()
  const { book } = useNotebook()
  const [isOpen, setOpen] = useWhileSeen()
  const isPrinting = useIsPrinting()
  const subjects = behind(book, areas, period, cell)
  const isPrivate = isPrivateCell(cell)
  return (
    <div class={page.page}>
      <h1>{words.cells[cell]}</h1>
      <p class={page.soft}>
        {words.month(period)} · {words.monthPage.names(subjects.length)}
      </p>
      {subjects.length === 0 ? <p>{words.monthPage.nothing}</p> : null}
      {isPrivate && subjects.length > 0 && (
        <>
          <button type="button" class={button.plain} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? words.private.close : words.private.open}
          </button>
          <p class={page.soft}>{words.private.hint}</p>
        </>
      )}
      {(!isPrivate || (isOpen && !isPrinting)) && (
        <ul class={page.list}>
          {subjects.map((subject) => (
            <SubjectRow key={subject} subject={subject} period={period} />
          ))}
        </ul>
      )}
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
