import { PersonId } from '@sotay/domain/kernel/ids'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { aboutPerson, nameOf } from '../../i18n/naming.ts'
import { isHere } from '../../store/search.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import { Notice } from '../../ui/notice.tsx'
import page from '../../ui/page.module.css'
import { Story } from './story.tsx'

/** One person: who, whose, and the story in sentences. */
export function PersonPage({ id }: { readonly id: string }): VNode {
  const words = useWords()
  const { book, today } = useNotebook()
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
  const { mother } = person
  const tie = (label: string, other: PersonId) => {
    const known = book.people.get(other)
    return known === undefined ? null : (
      <li key={`${label} ${other}`}>
        <Link href={`/nguoi/${other}`} class={page.item}>
          {label}: <b>{nameOf(words, known)}</b>
        </Link>
      </li>
    )
  }
  const basics: [string, string | undefined][] = [
    [words.person.ethnicity, person.ethnicity],
    [words.person.nationality, person.nationality],
    [words.person.education, person.education === undefined ? undefined : words.codes.educations[person.education]],
    [words.person.insurance, person.insuranceNumber],
    [words.person.nationalId, person.nationalId],
  ]
  const kinds = isHere(person) ? (['death', 'departure', 'person-change', 'counselling', 'supplies'] as const) : (['death', 'person-change'] as const)
  return (
    <div class={page.page}>
      <h1>{nameOf(words, person)}</h1>
      <p>{aboutPerson(words, person, today())}</p>
      <ul class={page.list}>
        {household !== undefined && (
          <li>
            <Link href={`/ho/${household.id}`} class={page.item}>
              {words.person.household}: <b>{household.number}</b> · {words.codes.relations[person.relation]}
            </Link>
          </li>
        )}
        {mother?.kind === 'person' && tie(words.person.mother, mother.person)}
        {mother?.kind === 'elsewhere' && (
          <li class={page.item}>
            {words.person.mother}: {words.person.motherElsewhere(mother.name, mother.commune)}
          </li>
        )}
        {person.father !== undefined && tie(words.person.father, person.father)}
        {person.spouse !== undefined && tie(words.person.spouse, person.spouse)}
        {person.births.map((birth) => tie(words.person.child, birth.child))}
        {basics.map(([label, value]) =>
          value === undefined ? null : (
            <li key={label} class={page.item}>
              {label}: {value}
            </li>
          ),
        )}
      </ul>
      <h2>{words.person.note}</h2>
      <ul class={page.list}>
        {kinds.map((kind) => (
          <li key={kind}>
            <Link href={`/ghi/${kind}/${person.id}`} class={page.item}>
              {words.forms.titles[kind]}
            </Link>
          </li>
        ))}
      </ul>
      <h2>{words.person.story}</h2>
      <Story subject={person.id} />
    </div>
  )
}
