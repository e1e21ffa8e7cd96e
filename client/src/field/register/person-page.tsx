import { PersonId } from '@sotay/domain/kernel/ids'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { aboutPerson, nameOf } from '../../i18n/naming.ts'
import { livesHere } from '../../store/search.ts'
import { findQuestion } from '../../store/six-months.ts'
import { maritalOf } from '../../store/ties.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'
import { isGrown } from '../../forms/grown.ts'
import { formsOfPerson } from '../../forms/kinds-to-note.ts'
import { CountedLine, QuestionLine } from './living-lines.tsx'
import { PrivatePart } from './private-part.tsx'
import { Story } from './story.tsx'
import { Ties } from './ties-list.tsx'

/** One person: who, whose, and the story in sentences. */
export function PersonPage({ id }: { readonly id: string }): VNode {
  const words = useWords()
  const { book, phone, today } = useNotebook()
  const read = PersonId.safeParse(id)
  const person = read.success ? book.people.get(read.data) : undefined
  if (person === undefined) {
    return (
      <div class={page.page}>
        <Notice kind="plain">{words.person.missing}</Notice>
      </div>
    )
  }
  const household = book.households.get(person.household)
  const absences = person.residences.flatMap((residence) => residence.absences)
  const kept = person.joinedInto === undefined ? undefined : book.people.get(person.joinedInto)
  const maritals = { ...words.codes.maritals, unknown: words.forms.unknown }
  const legals = { ...words.codes.legals, unknown: words.forms.unknown }
  const basics: [string, string | undefined][] = [
    [words.moving.marital, !isGrown(person, today()) ? undefined : maritals[maritalOf(book, person)]],
    [words.moving.legal, legals[person.legal]],
    [words.moving.absences, absences.length === 0 ? undefined : absences.map(({ from, to }) => words.moving.absence(from, to)).join('; ')],
    [words.person.ethnicity, person.ethnicity],
    [words.person.nationality, person.nationality],
    [words.person.education, person.education === undefined ? undefined : words.codes.educations[person.education]],
    [words.person.insurance, person.insuranceNumber],
    [words.person.nationalId, person.nationalId],
  ]
  return (
    <div class={page.page}>
      <h1>{nameOf(words, person)}</h1>
      <p>{aboutPerson(words, person, today())}</p>
      {person.joinedInto !== undefined && (
        <Notice kind="plain">
          {words.moving.joined}{' '}
          {kept !== undefined && (
            <Link href={`/nguoi/${kept.id}`} class={page.link}>
              {words.moving.joinedTo(nameOf(words, kept))}
            </Link>
          )}
        </Notice>
      )}
      <ul class={page.list}>
        <CountedLine person={person} />
        {livesHere(book, person) && findQuestion(phone.state, person) !== undefined && (
          <li>
            <QuestionLine person={person} />
          </li>
        )}
        {household !== undefined && (
          <li>
            <Link href={`/ho/${household.id}`} class={page.item}>
              {words.person.household}: <b>{household.number}</b> · {words.codes.relations[person.relation]}
            </Link>
          </li>
        )}
        <Ties person={person} />
        {basics.map(([label, value]) =>
          value === undefined ? null : (
            <li key={label} class={page.item}>
              {label}: {value}
            </li>
          ),
        )}
      </ul>
      {household !== undefined && person.joinedInto === undefined && (
        <>
          <h2>{words.person.note}</h2>
          <ul class={page.list}>
            {formsOfPerson(person, today()).map((kind) => (
              <li key={kind}>
                <Link href={`/ghi/${kind}/${person.id}`} class={page.item}>
                  {words.forms.titles[kind]}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <PrivatePart person={person} />
      <h2>{words.person.story}</h2>
      <Story subject={person.id} />
    </div>
  )
}
