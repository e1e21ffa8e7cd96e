import { HouseholdId } from '@sotay/domain/kernel/ids'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { aboutPerson, nameOf } from '../../i18n/naming.ts'
import type { OpenPerson } from '../../store/book.ts'
import { isHere, membersInOrder } from '../../store/search.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'
import { Story } from './story.tsx'

/** One household: where, who, what can be noted for it, and what was. */
export function HouseholdPage({ id }: { readonly id: string }): VNode {
  const words = useWords()
  const { book, today } = useNotebook()
  const read = HouseholdId.safeParse(id)
  const household = read.success ? book.households.get(read.data) : undefined
  if (household === undefined) {
    return (
      <div class={page.page}>
        <Notice kind="plain">{words.household.missing}</Notice>
      </div>
    )
  }
  const members = membersInOrder(book, household)
  const rows = (people: readonly OpenPerson[]) => (
    <ul class={page.list}>
      {people.map((person) => (
        <li key={person.id}>
          <Link href={`/nguoi/${person.id}`} class={page.item}>
            <b>{nameOf(words, person)}</b>
            {person.id === household.head ? ` · ${words.codes.relations.head}` : person.relation === 'unknown' ? '' : ` · ${words.codes.relations[person.relation]}`}
            <br />
            <span class={page.soft}>{aboutPerson(words, person, today())}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
  const past = members.filter((person) => !isHere(person))
  return (
    <div class={page.page}>
      <h1>{words.household.title(household.number)}</h1>
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
      </p>
      <h2>{words.household.people}</h2>
      {members.length === 0 ? <p class={page.soft}>{words.household.noPeople}</p> : rows(members.filter(isHere))}
      {past.length > 0 && (
        <details>
          <summary class={page.item}>{words.household.past}</summary>
          {rows(past)}
        </details>
      )}
      <h2>{words.household.note}</h2>
      <ul class={page.list}>
        {(['visit', 'birth', 'death', 'departure', 'person', 'household-change', 'counselling', 'supplies'] as const).map((kind) => (
          <li key={kind}>
            <Link href={`/ghi/${kind}/${household.id}`} class={page.item}>
              {words.forms.titles[kind]}
            </Link>
          </li>
        ))}
      </ul>
      <h2>{words.household.story}</h2>
      <Story subject={household.id} />
    </div>
  )
}
