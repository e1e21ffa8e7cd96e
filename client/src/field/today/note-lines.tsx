import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { namingOf } from '../../i18n/naming.ts'
import { problemText } from '../../i18n/problem-vi.ts'
import { showInstant } from '../../i18n/show-date.ts'
import { findOwner, isPrivate } from '../../store/private-story.ts'
import type { Told } from '../../store/story.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import page from '../../ui/page.module.css'

/**
 * Notes, one sentence each, with how they stand and what speaks against them; each leads to whom it concerns. Of a private note this list,
 * which anybody may see, says neither whose it is nor what speaks against it: both stand behind a tap on that person's page.
 */
export function NoteLines({ notes }: { readonly notes: readonly Told[] }): VNode {
  const words = useWords()
  const { book, phone } = useNotebook()
  const naming = namingOf(words, book.people, book.households)
  return (
    <ul class={page.list}>
      {notes.map(({ fact, known, standing, reason, problems }) => {
        const isHidden = isPrivate(phone.state, fact)
        const owner = isHidden ? findOwner(phone.state, fact) : undefined
        const person = [...book.people.keys()].find((id) => (isHidden ? id === owner : fact.about.includes(id)))
        const household = [...book.households.keys()].find((id) => fact.about.includes(id))
        const target = person !== undefined ? `/nguoi/${person}` : household !== undefined ? `/ho/${household}` : undefined
        const text = isHidden ? words.private.line(showInstant(fact.recordedAt)) : known === undefined ? words.story.newer(fact.occurredOn) : words.story.sentence(known, naming)
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
              {reason !== undefined && !isHidden && `. ${words.notes.officer(reason)}`}
            </p>
            {isHidden && isReviewed(standing) && target !== undefined && <p>{words.private.lookThere}</p>}
            {(standing === 'held' || standing === 'refused') &&
              !isHidden &&
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

function isReviewed(standing: Told['standing']): boolean {
  return standing === 'held' || standing === 'refused' || standing === 'settledRefuse'
}
