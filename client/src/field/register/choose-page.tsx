import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { nameOf } from '../../i18n/naming.ts'
import { membersInOrder } from '../../store/search.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import button from '../../ui/button.module.css'
import { TextField } from '../../ui/field.tsx'
import page from '../../ui/page.module.css'
import type { Form } from './form.ts'
import { HouseholdRows } from './households-page.tsx'
import { useSearch } from './use-search.ts'

/** In the order of P0, then what opens the book, then the work of the handbook. */
const KINDS = ['birth', 'death', 'departure', 'person-change', 'person', 'household', 'household-change', 'visit', 'counselling', 'talk', 'supplies'] as const satisfies readonly Form['title'][]

const MOST_ROWS = 30

/** What to note, then for which household. */
export function ChoosePage({ chosen }: { readonly chosen?: Form['title'] }): VNode {
  const words = useWords()
  const [kind, setKind] = useState<Form['title'] | undefined>(chosen)
  if (kind !== undefined) return <ChooseHousehold kind={kind} />
  return (
    <div class={page.page}>
      <h1>{words.forms.chooseKind}</h1>
      <div class={page.stack}>
        {KINDS.map((one) =>
          one === 'household' || one === 'talk' ? (
            <Link key={one} href={`/ghi/${one}`} class={button.plain}>
              {words.forms.titles[one]}
            </Link>
          ) : (
            <button key={one} type="button" class={button.plain} onClick={() => setKind(one)}>
              {words.forms.titles[one]}
            </button>
          ),
        )}
      </div>
    </div>
  )
}

function ChooseHousehold({ kind }: { readonly kind: Form['title'] }): VNode {
  const words = useWords()
  const { book } = useNotebook()
  const { typed, setTyped, found } = useSearch()
  const rows = found.slice(0, MOST_ROWS)
  return (
    <div class={page.page}>
      <h1>{words.forms.titles[kind]}</h1>
      <h2>{kind === 'person-change' ? words.forms.choosePerson : words.forms.chooseHousehold}</h2>
      <TextField
        label={words.households.search}
        hint={words.households.searchHint}
        value={typed}
        onValue={setTyped}
        input={{ type: 'search', autocomplete: 'off', autofocus: true }}
      />
      <p class={page.soft} aria-live="polite">
        {typed.trim() === '' ? '' : words.households.found(found.length)}
      </p>
      {kind === 'person-change' ? (
        <ul class={page.list}>
          {rows.flatMap(({ household, people }) =>
            (people.length > 0 ? people : membersInOrder(book, household)).map((person) => (
              <li key={person.id}>
                <Link href={`/ghi/${kind}/${person.id}`} class={page.item}>
                  <b>{nameOf(words, person)}</b> · {words.households.row(household.number)}
                </Link>
              </li>
            )),
          )}
        </ul>
      ) : (
        <HouseholdRows found={rows} hrefOf={(id) => `/ghi/${kind}/${id}`} />
      )}
      {found.length > MOST_ROWS && <p class={page.soft}>{words.households.more(found.length - MOST_ROWS)}</p>}
    </div>
  )
}
