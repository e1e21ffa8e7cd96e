import type { PersonId } from '@sotay/domain/kernel/ids'
import { findSpouse } from '@sotay/domain/register/person'
import type { VNode } from 'preact'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { nameOf } from '../../i18n/naming.ts'
import type { OpenPerson } from '../../store/book.ts'
import { adoptedBy, findSpouseElsewhere, parentsOf } from '../../store/ties.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import page from '../../ui/page.module.css'

/** Whose somebody is: parents, husband or wife, children, each a link where the book has them. */
export function Ties({ person }: { readonly person: OpenPerson }): VNode {
  const words = useWords()
  const { book } = useNotebook()
  const { adopters, mother, father } = parentsOf(person)
  const spouse = findSpouse(person)
  const described = findSpouseElsewhere(person)
  const tie = (label: string, other: PersonId) => {
    const known = book.people.get(other)
    return known === undefined ? null : (
      <li key={`${label} ${other}`}>
        <Link href={`/nguoi/${other}`} class={page.item}>
          {label}: <b>{nameOf(words, known)}</b>
          {known.status === 'dead' && ` (${words.moving.dead})`}
        </Link>
      </li>
    )
  }
  return (
    <>
      {adopters.map((one) => tie(words.moving.adopter, one))}
      {mother?.kind === 'person' && tie(words.person.mother, mother.person)}
      {mother?.kind === 'elsewhere' && (
        <li class={page.item}>
          {words.person.mother}: {words.person.motherElsewhere(mother.name, mother.commune)}
        </li>
      )}
      {father !== undefined && tie(words.person.father, father)}
      {spouse !== undefined && tie(words.person.spouse, spouse)}
      {described !== undefined && (
        <li class={page.item}>
          {words.person.spouse}: {words.moving.spouseElsewhere(described.name, described.commune)}
        </li>
      )}
      {person.births.map((birth) => tie(words.person.child, birth.child))}
      {adoptedBy(book, person).map(({ id }) => tie(words.moving.adopted, id))}
    </>
  )
}
