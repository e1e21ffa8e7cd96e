import type { Period } from '@sotay/domain/kernel/period'
import { P0_SECTIONS, type P0Section } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { P0 } from '@sotay/domain/reports/p0'
import { linesOf } from '@sotay/domain/reports/p0-lines'
import type { P0Planning } from '@sotay/domain/reports/p0-planning'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { nameOf } from '../../i18n/naming.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import { Fold } from '../../ui/fold.tsx'
import page from '../../ui/page.module.css'
import { type Folds, usePrivateFolds } from '../../ui/use-folds.ts'
import { type ShownLine, shownLines } from './p0-line.ts'
import css from './sections-part.module.css'

/** What women, couples, newborns and the old told in confidence: open by a tap, and not again before the next one. */
const IN_CONFIDENCE: readonly P0Section[] = [2, 7, 8, 9, 10, 11]

interface Props {
  readonly lists: P0 & P0Planning
  /** Of each area, the sections in which it is said that nothing happened. */
  readonly said: readonly (readonly P0Section[])[]
  readonly period: Period
  readonly folds: Folds
}

/** The eleven sections of P0 with the number of their lines; each opens to its lines, and a line to its person. Names are for the screen and never for paper: printed lists come from the station. */
export function SectionsPart({ lists, said, period, folds }: Props): VNode {
  const words = useWords()
  const inConfidence = usePrivateFolds()
  const counts = linesOf(lists)
  return (
    <ol class={page.list}>
      {P0_SECTIONS.map((section) => {
        const count = counts.get(section) ?? 0
        const label = words.work.end.section(section, words.work.sections[section])
        if (count === 0) {
          return (
            <li key={section} class={css.empty}>
              <span>{label}</span>
              {said.length > 0 && said.every((sections) => sections.includes(section)) ? (
                <span>
                  <span aria-hidden="true">✓ </span>0
                </span>
              ) : (
                <span>{words.work.end.blank}</span>
              )}
            </li>
          )
        }
        const isPrivate = IN_CONFIDENCE.includes(section)
        const [own, part] = isPrivate ? [inConfidence, `${period} ${section}`] : [folds, String(section)]
        return (
          <li key={section}>
            <Fold label={label} count={count} isOpen={own.isOpen(part)} onOpen={(isOpen) => own.set(part, isOpen)}>
              {isPrivate && <p class={page.soft}>{words.private.hint}</p>}
              <ol class={page.list}>
                {shownLines(section, lists, words).map((line, index) => (
                  <Line key={`${line.person} ${index}`} line={line} />
                ))}
              </ol>
            </Fold>
          </li>
        )
      })}
    </ol>
  )
}

function Line({ line: { person: id, household, columns } }: { readonly line: ShownLine }): VNode {
  const words = useWords()
  const { book } = useNotebook()
  const person = book.people.get(id)
  const blank = columns.flatMap(([title, value]) => (value === undefined ? [title] : []))
  return (
    <li>
      <Link href={`/nguoi/${id}`} class={page.item}>
        <b>{person === undefined ? words.p0.unknown : nameOf(words, person)}</b>
        {household !== undefined && ` · ${words.households.row(household)}`}
      </Link>
      <dl class={css.columns}>
        {columns.map(([title, value]) =>
          value === undefined ? null : (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
        {blank.length > 0 && (
          <div>
            <dt>{words.p0.blank}</dt>
            <dd>{blank.join(', ')}</dd>
          </div>
        )}
      </dl>
    </li>
  )
}
