import { HouseholdId } from '@sotay/domain/kernel/ids'
import { findResidence } from '@sotay/domain/register/person'
import type { ComponentChildren, VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { aboutPerson, nameOf } from '../../i18n/naming.ts'
import type { OpenPerson } from '../../store/book.ts'
import { isHere, membersInOrder, movedOn } from '../../store/search.ts'
import { findQuestion } from '../../store/six-months.ts'
import { parentsOf } from '../../store/ties.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'
import { formsOfHousehold } from '../../forms/kinds-to-note.ts'
import { QuestionLine } from './living-lines.tsx'
import { Story } from './story.tsx'

/** One household: where, who, what can be noted for it, and what was. */
export function HouseholdPage({ id }: { readonly id: string }): VNode {
  const words = useWords()
  const { book, phone, today } = useNotebook()
  const read = HouseholdId.safeParse(id)
  const household = read.success ? book.households.get(read.data) : undefined
  if (household === undefined) {
    return (
      <div class={page.page}>
        <Notice kind="plain">{words.household.missing}</Notice>
      </div>
    )
  }
  const row = (person: OpenPerson, more: ComponentChildren = null) => (
    <li key={person.id}>
      <Link href={`/nguoi/${person.id}`} class={page.item}>
        <b>{nameOf(words, person)}</b>
        {person.household !== household.id ? '' : person.id === household.head ? ` · ${words.codes.relations.head}` : person.relation === 'unknown' ? '' : ` · ${words.codes.relations[person.relation]}`}
        <br />
        <span class={page.soft}>{aboutPerson(words, person, today())}</span>
        {more}
      </Link>
    </li>
  )
  const note = (text: string) => (
    <span class={page.soft}>
      {' · '}
      {text}
    </span>
  )
  const now = (person: OpenPerson) => {
    const residence = findResidence(person)
    const absence = residence?.absences.at(-1)
    const isAway = absence !== undefined && absence.to === undefined
    const adopters = parentsOf(person).adopters.flatMap((one) => book.people.get(one) ?? [])
    return row(
      person,
      <>
        {isAway ? note(words.moving.away(absence.from)) : residence?.settled === false && note(words.moving.staying)}
        {adopters.length > 0 && note(`${words.moving.adopter}: ${adopters.map((one) => nameOf(words, one)).join(', ')}`)}
      </>,
    )
  }
  const members = membersInOrder(book, household)
  const here = members.filter(isHere)
  const past = members.filter((person) => !isHere(person) && person.joinedInto === undefined)
  const joined = members.filter((person) => person.joinedInto !== undefined)
  const moved = movedOn(book, household).filter((person) => person.joinedInto === undefined)
  const asked = here.filter((person) => findQuestion(phone.state, person) !== undefined)
  const stayers = household.shortStayers
  return (
    <div class={page.page}>
      <h1>{words.household.title(household.number)}</h1>
      {household.closed !== undefined && (
        <Notice kind="plain">{words.moving.closedHousehold(household.closed.on, words.codes.closingReasons[household.closed.reason])}</Notice>
      )}
      <p>
        {household.address.join(', ')}
        <br />
        <span class={page.soft}>{words.household.kinds[household.kind]}</span>
        {household.phone !== undefined && (
          <>
            {' · '}
            <a class={page.link} href={`tel:${household.phone}`}>
              {words.household.phone} {household.phone}
            </a>
          </>
        )}
        {stayers !== undefined && (
          <>
            <br />
            <span class={page.soft}>{words.moving.shortStayers(stayers.male, stayers.female, stayers.on)}</span>
          </>
        )}
      </p>
      <h2>{words.household.people}</h2>
      {here.length + joined.length === 0 ? (
        <p class={page.soft}>{household.people.length === 0 ? words.household.noPeople : words.moving.nobodyNow}</p>
      ) : (
        <ul class={page.list}>
          {here.map(now)}
          {joined.map((person) => (
            <Joined key={person.id} person={person} />
          ))}
        </ul>
      )}
      {asked.length > 0 && (
        <ul class={page.list}>
          {asked.map((person) => (
            <li key={person.id}>
              <QuestionLine person={person} isNamed />
            </li>
          ))}
        </ul>
      )}
      {past.length > 0 && (
        <details>
          <summary class={page.item}>{words.household.past}</summary>
          <ul class={page.list}>{past.map((person) => row(person))}</ul>
        </details>
      )}
      {moved.length > 0 && (
        <details>
          <summary class={page.item}>{words.moving.movedOn}</summary>
          <ul class={page.list}>
            {moved.map((person) => {
              const home = book.households.get(person.household)
              return row(person, note(home === undefined ? words.moving.elsewhere : words.moving.movedTo(home.number)))
            })}
          </ul>
        </details>
      )}
      {household.closed === undefined && (
        <>
          <h2>{words.household.note}</h2>
          <ul class={page.list}>
            {formsOfHousehold(household).map((kind) => (
              <li key={kind}>
                <Link href={`/ghi/${kind}/${household.id}`} class={page.item}>
                  {words.forms.titles[kind]}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{words.household.story}</h2>
      <Story subject={household.id} />
    </div>
  )
}

/** A second entry of somebody: counted nowhere, with the way to the one that is kept. */
function Joined({ person }: { readonly person: OpenPerson }): VNode {
  const words = useWords()
  const { book } = useNotebook()
  const kept = person.joinedInto === undefined ? undefined : book.people.get(person.joinedInto)
  return (
    <li>
      <Link href={`/nguoi/${person.id}`} class={page.item}>
        <span class={page.soft}>
          {nameOf(words, person)} · {words.moving.joined}
        </span>
      </Link>
      {kept !== undefined && (
        <Link href={`/nguoi/${kept.id}`} class={page.item}>
          {words.moving.joinedTo(nameOf(words, kept))}
        </Link>
      )}
    </li>
  )
}
