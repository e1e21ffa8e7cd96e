import { monthContaining } from '@sotay/domain/kernel/period'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { namingOf } from '../../i18n/naming.ts'
import { problemText } from '../../i18n/problem-vi.ts'
import type { Told } from '../../store/story.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import page from '../../ui/page.module.css'

/** Notes, one sentence each, with how they stand and what speaks against them; each leads to whom it concerns. */
export function NoteLines({ notes }: { readonly notes: readonly Told[] }): VNode {
  const words = useWords()
  const { book } = useNotebook()
  const naming = namingOf(words, book.people, book.households)
  return (
    <ul class={page.list}>
      {notes.map(({ fact, known, standing, reason, problems }) => {
        const person = [...book.people.keys()].find((id) => fact.about.includes(id))
        const household = [...book.households.keys()].find((id) => fact.about.includes(id))
        const target = person !== undefined ? `/nguoi/${person}` : household !== undefined ? `/ho/${household}` : fact.about.length === 0 ? `/so-tay/${monthContaining(fact.occurredOn)}` : undefined
        const text = known === undefined ? words.story.newer(fact.occurredOn) : words.story.sentence(known, naming)
        return (
          <li key={fact.id}>
            {target === undefined ? (
              <span class={page.item}>{text}</span>
            ) : (
              <Link href={target} class={page.item}>
                {text}
              </Link>
            )}
            <p class={page.soft}>
              {words.notes.standing[standing]}
              {reason !== undefined && `. ${words.notes.officer(reason)}`}
            </p>
            {(standing === 'held' || standing === 'refused') &&
              problems.map((problem) => (
                <p key={problem.code + problem.at}>
                  <span aria-hidden="true">⚠ </span>
                  {problemText(words.problems, problem.code, problem.params, words.unknownProblem)}
                </p>
              ))}
            {standing === 'refused' && <p>{words.notes.refusedWhy}</p>}
          </li>
        )
      })}
    </ul>
  )
}
