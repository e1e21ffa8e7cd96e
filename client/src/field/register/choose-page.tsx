import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import { useWords } from '../../i18n/field-words.ts'
import { aboutPerson, nameOf } from '../../i18n/naming.ts'
import type { OpenPerson } from '../../store/book.ts'
import { type Found, isHere, membersInOrder } from '../../store/search.ts'
import { useNotebook } from '../../store/use-notebook.ts'
import button from '../../ui/button.module.css'
import { CheckField } from '../../ui/check-field.tsx'
import { TextField } from '../../ui/field.tsx'
import page from '../../ui/page.module.css'
import type { Form } from '../../forms/form.ts'
import { FORMS } from '../../forms/forms.ts'
import { HouseholdRows } from './households-page.tsx'
import { KINDS_TO_NOTE } from '../../forms/kinds-to-note.ts'
import { useSearch } from './use-search.ts'

const MOST_ROWS = 30

/** What to note, then for which household or whom. */
export function ChoosePage(): VNode {
  const words = useWords()
  const [kind, setKind] = useState<Form['title']>()
  if (kind !== undefined) return <ChooseSubject kind={kind} />
  return (
    <div class={page.page}>
      <h1>{words.forms.chooseKind}</h1>
      {KINDS_TO_NOTE.map(({ title, kinds }) => (
        <section key={title}>
          <h2>{words.forms.groups[title]}</h2>
          <div class={page.stack}>
            {kinds.map(({ form, section }) => {
              const text = section === undefined ? words.forms.titles[form] : `${section}. ${words.forms.titles[form]}`
              return form === 'household' ? (
                <Link key={form} href="/ghi/household" class={button.plain}>
                  {text}
                </Link>
              ) : (
                <button key={form} type="button" class={button.plain} onClick={() => setKind(form)}>
                  {text}
                </button>
              )
            })}
          </div>
        </section>
      ))}
    </div>
  )
}

function ChooseSubject({ kind }: { readonly kind: Form['title'] }): VNode {
  const words = useWords()
  const { book, today } = useNotebook()
  const { typed, setTyped, found } = useSearch()
  const [isEverybody, setEverybody] = useState(false)
  const { suits } = FORMS[kind]
  const open = found.filter(({ household }) => household.closed === undefined)
  const rows = suits === undefined ? [] : open.flatMap((one) => peopleOf(one))
  const count = suits === undefined ? open.length : rows.length

  /** Who was looked for by name, else those of the household whom it is usually about. */
  function peopleOf({ household, people }: Found): OpenPerson[] {
    if (people.length > 0) return people.filter((person) => person.household === household.id)
    return membersInOrder(book, household).filter((person) => isEverybody || (isHere(person) && suits?.(person, today()) === true))
  }

  return (
    <div class={page.page}>
      <h1>{words.forms.titles[kind]}</h1>
      <h2>{suits === undefined ? words.forms.chooseHousehold : words.forms.choosePerson}</h2>
      <TextField
        label={words.households.search}
        hint={words.households.searchHint}
        value={typed}
        onValue={setTyped}
        input={{ type: 'search', autocomplete: 'off', autofocus: true }}
      />
      {kind === 'arrival' && (
        <p>
          <Link href="/ghi/household" class={button.plain}>
            {words.forms.goOn.newHousehold}
          </Link>
        </p>
      )}
      {suits !== undefined && <CheckField label={words.private.everybody} isChecked={isEverybody} onChecked={setEverybody} />}
      <p class={page.soft} aria-live="polite">
        {typed.trim() === '' ? '' : words.households.found(count)}
      </p>
      {suits === undefined ? (
        <HouseholdRows found={open.slice(0, MOST_ROWS)} hrefOf={(id) => `/ghi/${kind}/${id}`} />
      ) : (
        <PersonRows people={rows.slice(0, MOST_ROWS)} kind={kind} />
      )}
      {count > MOST_ROWS && <p class={page.soft}>{words.households.more(count - MOST_ROWS)}</p>}
    </div>
  )
}

function PersonRows({ people, kind }: { readonly people: readonly OpenPerson[]; readonly kind: Form['title'] }): VNode {
  const words = useWords()
  const { book, today } = useNotebook()
  return (
    <ul class={page.list}>
      {people.map((person) => (
        <li key={person.id}>
          <Link href={`/ghi/${kind}/${person.id}`} class={page.item}>
            <b>{nameOf(words, person)}</b> · {words.households.row(book.households.get(person.household)?.number ?? '')}
            <br />
            <span class={page.soft}>{aboutPerson(words, person, today())}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
