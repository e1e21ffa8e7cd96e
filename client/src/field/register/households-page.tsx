import type { VNode } from 'preact'
import { useSearch } from './use-search.ts'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { nameOf } from '../../i18n/naming.ts'
import { type Found, isHere, livesHere } from '../../store/search.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import { TextField } from '../../ui/field.tsx'
import page from '../../ui/page.module.css'

const MOST_ROWS = 60

/** Every household by its number, with search on top. */
export function HouseholdsPage(): VNode {
  const words = useWords()
  const { book } = useNotebook()
  const { typed, setTyped, found } = useSearch()
  const people = [...book.people.values()].filter((person) => livesHere(book, person)).length
  const open = [...book.households.values()].filter(({ closed }) => closed === undefined).length
  return (
    <div class={page.page}>
      <h1>{words.households.title}</h1>
      <TextField
        label={words.households.search}
        hint={words.households.searchHint}
        value={typed}
        onValue={setTyped}
        input={{ type: 'search', autocomplete: 'off', enterkeyhint: 'search', autofocus: true }}
      />
      <p class={page.soft} aria-live="polite">
        {typed.trim() === '' ? words.households.count(open, people) : words.households.found(found.length)}
      </p>
      {book.households.size === 0 && <p>{words.households.empty}</p>}
      <HouseholdRows found={found.slice(0, MOST_ROWS)} hrefOf={(id) => `/ho/${id}`} />
      {found.length > MOST_ROWS && <p class={page.soft}>{words.households.more(found.length - MOST_ROWS)}</p>}
    </div>
  )
}

/** Households as rows: number, head, how many are there; and who was looked for. */
export function HouseholdRows({ found, hrefOf }: { readonly found: readonly Found[]; readonly hrefOf: (id: string) => string }): VNode {
  const words = useWords()
  const { book } = useNotebook()
  return (
    <ul class={page.list}>
      {found.map(({ household, people }) => {
        const known = household.head === undefined ? undefined : book.people.get(household.head)
        const head = known?.household === household.id ? known : undefined
        const here = household.people.filter((id) => {
          const person = book.people.get(id)
          return person !== undefined && isHere(person) && person.household === household.id
        }).length
        return (
          <li key={household.id}>
            <Link href={hrefOf(household.id)} class={household.closed === undefined ? page.item : `${page.item} ${page.faded}`}>
              <b>{words.households.row(household.number)}</b>
              {head !== undefined && ` · ${nameOf(words, head)}`}
              {head === undefined && household.representative !== undefined && ` · ${household.representative}`}
              <br />
              <span class={page.soft}>
                {household.closed === undefined ? words.households.people(here) : words.moving.closed(household.closed.on)}
                {people.length > 0 && ` · ${people.map((person) => (person.household === household.id ? nameOf(words, person) : `${nameOf(words, person)} (${words.moving.elsewhere})`)).join(', ')}`}
              </span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
