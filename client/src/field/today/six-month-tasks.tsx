import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { nameOf } from '../../i18n/naming.ts'
import type { SixMonthQuestion } from '../../store/six-months.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import page from '../../ui/page.module.css'

/** Whom to ask about: six months of staying or of absence are near, or over without an answer. Each leads to the form that answers. */
export function SixMonthTasks({ questions }: { readonly questions: readonly SixMonthQuestion[] }): VNode | null {
  const words = useWords()
  const { book } = useNotebook()
  if (questions.length === 0) return null
  return (
    <>
      <h2>
        {words.moving.toDo} ({questions.length})
      </h2>
      <ul class={page.list}>
        {questions.map(({ person, kind, reached }) => (
          <li key={person.id}>
            <Link href={`/ghi/residence/${person.id}`} class={page.item}>
              <b>{nameOf(words, person)}</b> · {words.households.row(book.households.get(person.household)?.number ?? '')}
              <br />
              <span class={page.soft}>{kind === 'away' ? words.moving.questionAway(reached) : words.moving.question(reached)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
