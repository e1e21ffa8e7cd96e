import type { P0Section } from '@sotay/domain/packs/tt01-2022/code-lists'
import { PRIVATE_SECTIONS } from '@sotay/domain/packs/tt01-2022/p0-sections'
import type { P0 } from '@sotay/domain/reports/p0'
import type { P0Planning } from '@sotay/domain/reports/p0-planning'
import { p0Tables } from '@sotay/domain/reports/p0-table'
import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { useWords } from '../../i18n/field-words.ts'
import { Fold } from '../../ui/fold.tsx'
import page from '../../ui/page.module.css'
import { type Folds, usePrivateFolds } from '../../ui/use-folds.ts'
import { SectionLine } from './section-line.tsx'
import css from './sections-part.module.css'

/** The sections with columns of a locality in brackets, or with something composed. */
const MARKED: readonly P0Section[] = [7, 9]

interface Props {
  readonly lists: P0 & P0Planning
  /** Of each area, the sections in which it is said that nothing happened. */
  readonly said: readonly (readonly P0Section[])[]
  readonly folds: Folds
  readonly isPrinting: boolean
}

/** The eleven sections of P0 with the number of their lines; each opens to its lines, and a line to its person. Names are for the screen and never for paper: printed lists come from the station. */
export function SectionsPart({ lists, said, folds, isPrinting }: Props): VNode {
  const words = useWords()
  const inConfidence = usePrivateFolds()
  const tables = useMemo(() => p0Tables(lists), [lists])
  return (
    <ol class={page.list}>
      {tables.map(({ section, rows }) => {
        const label = words.work.end.section(section, words.work.sections[section])
        if (rows.length === 0) {
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
        // Told in confidence: open by a tap, and not again before the next one.
        const isPrivate = PRIVATE_SECTIONS.has(section)
        const [own, part] = [isPrivate ? inConfidence : folds, String(section)]
        return (
          <li key={section}>
            <Fold label={label} count={rows.length} isOpen={!isPrinting && own.isOpen(part)} onOpen={(isOpen) => own.set(part, isOpen)}>
              {isPrivate && <p class={page.soft}>{words.private.hint}</p>}
              {MARKED.includes(section) && <p class={page.soft}>{words.p0.note}</p>}
              <ol class={page.list}>
                {rows.map((row, index) => (
                  <SectionLine key={`${row.person} ${index}`} section={section} row={row} />
                ))}
              </ol>
            </Fold>
          </li>
        )
      })}
    </ol>
  )
}
