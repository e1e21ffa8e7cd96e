import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { nameOf } from '../../i18n/naming.ts'
import type { Messages } from '../../i18n/vi.ts'
import type { OpenPerson } from '../../store/book.ts'
import { type Counted, countedOn } from '../../store/counted.ts'
import { findQuestion } from '../../store/six-months.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import page from '../../ui/page.module.css'

/** "Có tính vào dân số địa bàn?" with the reason. */
export function CountedLine({ person }: { readonly person: OpenPerson }): VNode {
  const words = useWords()
  const { book, today } = useNotebook()
  return (
    <li class={page.item}>
      {words.moving.counted.question} <b>{countedText(words, countedOn(book, person, today()))}</b>
    </li>
  )
}

function countedText({ moving }: Messages, one: Counted): string {
  const { counted } = moving
  switch (one.is) {
    case 'yes':
      return counted.yes(one.from, one.opened) + (one.away === undefined ? '' : counted.yesAway(one.away.since, one.away.until))
    case 'not-yet':
      return counted.notYet[one.why](one.since, one.from)
    case 'away-too-long':
      return counted.awayTooLong(one.since, one.reached)
    case 'dead':
      return counted.dead(one.on)
    case 'gone':
      return counted.gone(one.on)
    case 'elsewhere':
      return counted.elsewhere(one.on)
    case 'joined':
      return counted.joined
    case 'not-counted':
      return counted['not-counted']
  }
}

/** The six-month question about somebody, one tap from its answer; nothing where there is none. */
export function QuestionLine({ person, isNamed = false }: { readonly person: OpenPerson; readonly isNamed?: boolean }): VNode | null {
  const words = useWords()
  const { phone } = useNotebook()
  const question = findQuestion(phone.state, person)
  if (question === undefined) return null
  const text = question.kind === 'away' ? words.moving.questionAway(question.reached) : words.moving.question(question.reached)
  return (
    <Link href={`/ghi/residence/${person.id}`} class={page.item}>
      {isNamed ? `${nameOf(words, person)}: ${text}` : text}
    </Link>
  )
}
