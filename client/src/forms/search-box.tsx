import { HouseholdId, PersonId } from '@sotay/domain/kernel/ids'
import type { VNode } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { useWords } from '../i18n/field-words.ts'
import { aboutPerson, nameOf } from '../i18n/naming.ts'
import type { Book, OpenPerson } from '../store/book.ts'
import { NotKept } from '../store/keeping.ts'
import { openPeopleSearch, openSearch } from '../store/search.ts'
import { useKeeping } from '../store/use-keeping.ts'
import button from '../ui/button.module.css'
import { SelectField, TextField } from '../ui/field.tsx'
import page from '../ui/page.module.css'
import { type FormContext, SEARCHING, type Values } from './form.ts'
import { useFilling } from './form-boxes.tsx'

const MOST_FOUND = 8

interface Option {
  readonly value: string
  readonly text: string
}

interface Props {
  readonly field: string
  readonly label: string
  readonly hint?: string | undefined
  /** In sight at once; who was searched for joins them. */
  readonly offered: readonly Option[]
  /** After everybody. */
  readonly more?: readonly Option[]
  /** The choice that opens the search. */
  readonly others: string
  readonly search: string
  readonly find: (typed: string) => readonly Option[]
  readonly textOf: (value: string) => string | undefined
  /** What else changes when this is chosen. */
  readonly onPick?: ((value: string) => Values) | undefined
}

/** One of a few in a list, or of all others by a search. Where nothing is offered the search is open. */
function SearchBox({ field, label, hint, offered, more = [], others, search, find, textOf, onPick }: Props): VNode {
  const { values, set, problemOf } = useFilling()
  const value = values[field] ?? ''
  const isKnown = [...offered, ...more].some((option) => option.value === value)
  const picked = isKnown || value === '' || value === SEARCHING ? [] : [{ value, text: textOf(value) ?? value }]
  const options = [...offered, ...picked, ...more]
  const isSearching = value === SEARCHING || (options.length === 0 && value === '')
  const pick = (next: string): void => set({ [field]: next, ...onPick?.(next) })
  return (
    <div id={`box-${field}`}>
      {options.length > 0 && (
        <Select label={label} hint={hint} options={[...options, { value: SEARCHING, text: others }]} value={value} onValue={pick} problem={isSearching ? undefined : problemOf(field)} />
      )}
      {isSearching && <Search label={options.length === 0 ? label : search} hint={options.length === 0 ? hint : undefined} find={find} onFound={(found) => (pick(found), backTo(field))} problem={problemOf(field)} />}
    </div>
  )
}

function Select({ options, ...more }: Pick<Props, 'label' | 'hint'> & { readonly options: readonly Option[]; readonly value: string; readonly onValue: (value: string) => void; readonly problem: string | undefined }): VNode {
  const words = useWords()
  return <SelectField {...more} options={[{ value: '', text: words.forms.choose }, ...options]} />
}

/** What was touched is gone from the screen: the box that holds the choice has the focus. */
function backTo(field: string): void {
  requestAnimationFrame(() => document.getElementById(`box-${field}`)?.querySelector<HTMLElement>('select, input:checked')?.focus())
}

interface SearchProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly find: (typed: string) => readonly Option[]
  readonly onFound: (value: string) => void
  readonly problem: string | undefined
}

function Search({ label, hint, find, onFound, problem }: SearchProps): VNode {
  const words = useWords()
  const [typed, setTyped] = useState('')
  const found = useMemo(() => find(typed), [find, typed])
  const { isSeeking, trouble } = useSeeking(typed)
  return (
    <>
      <TextField
        label={label}
        hint={hint ?? words.households.searchHint}
        value={typed}
        onValue={setTyped}
        problem={problem}
        input={{ type: 'search', autocomplete: 'off', onKeyDown: (event) => event.key === 'Enter' && event.preventDefault() }}
      />
      <p class={page.soft} aria-live="polite">
        {trouble ?? (isSeeking ? words.households.seeking : typed.trim() === '' ? '' : words.households.found(found.length))}
      </p>
      <div class={page.stack}>
        {found.slice(0, MOST_FOUND).map(({ value, text }) => (
          <button key={value} type="button" class={button.plain} onClick={() => onFound(value)}>
            {text}
          </button>
        ))}
      </div>
      {found.length > MOST_FOUND && <p class={page.soft}>{words.households.more(found.length - MOST_FOUND)}</p>}
    </>
  )
}

/** Typing is waited for before the service is asked. */
const SEEK_AFTER_MS = 300

/** Looks beyond the book, where there is something beyond it. */
function useSeeking(typed: string): { readonly isSeeking: boolean; readonly trouble: string | undefined } {
  const { seek } = useKeeping()
  const [sought, setSought] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const text = typed.trim()
  useEffect(() => {
    if (seek === undefined || text === '' || text === sought) return
    const timer = setTimeout(() => {
      setTrouble(undefined)
      seek(text).then(
        () => setSought(text),
        (error: unknown) => {
          if (!(error instanceof NotKept)) throw error
          setTrouble(error.message)
          setSought(text)
        },
      )
    }, SEEK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [text, sought])
  return { isSeeking: seek !== undefined && text !== '' && text !== sought, trouble: text === '' ? undefined : trouble }
}

interface PersonProps {
  readonly field: string
  readonly label: string
  readonly hint?: string
  readonly context: FormContext
  readonly offered: readonly OpenPerson[]
  readonly isSought: (person: OpenPerson) => boolean
  readonly more?: readonly Option[]
  readonly onPick?: (value: string) => Values
}

/** Somebody of the book: those who are offered, and everybody else of the area by name. */
export function PersonBox({ context, offered, isSought, ...box }: PersonProps): VNode {
  const { words, notebook } = context
  const find = usePeople(context, isSought)
  return (
    <SearchBox
      {...box}
      offered={offered.map((person) => ({ value: person.id, text: nameOf(words, person) }))}
      others={words.forms.fields.otherPerson}
      search={words.forms.fields.findPerson}
      find={find}
      textOf={(id) => {
        const person = findPersonIn(notebook.book, id)
        return person === undefined ? undefined : nameOf(words, person)
      }}
    />
  )
}

/** The search alone, under a list that stands elsewhere. */
export function PersonSearch({ field, context, isSought }: Pick<PersonProps, 'field' | 'context' | 'isSought'>): VNode {
  const { set, problemOf } = useFilling()
  const find = usePeople(context, isSought)
  return <Search label={context.words.forms.fields.findPerson} find={find} onFound={(id) => (set({ [field]: id }), backTo(field))} problem={problemOf(field)} />
}

function usePeople({ notebook, words }: FormContext, isSought: (person: OpenPerson) => boolean): (typed: string) => readonly Option[] {
  const { book, phone, today } = notebook
  return useMemo(() => {
    const find = openPeopleSearch(book, isSought)
    const row = (person: OpenPerson): string => {
      const household = book.households.get(person.household)
      return [nameOf(words, person), ...(household === undefined ? [] : [words.households.row(household.number)]), aboutPerson(words, person, today())].join(' · ')
    }
    return (typed) => find(typed).map((person) => ({ value: person.id, text: row(person) }))
  }, [book, phone.version()])
}

interface HouseholdProps {
  readonly field: string
  readonly label: string
  readonly hint?: string
  readonly context: FormContext
  readonly offered: readonly HouseholdId[]
  readonly without?: HouseholdId | undefined
}

/** A household of one's areas that is not closed. */
export function HouseholdBox({ context, offered, without, ...box }: HouseholdProps): VNode {
  const { words, notebook } = context
  const { book, phone } = notebook
  const textOf = (id: HouseholdId): string => {
    const household = book.households.get(id)
    const head = household?.head === undefined ? undefined : book.people.get(household.head)
    return [words.households.row(household?.number ?? ''), ...(head === undefined ? [] : [nameOf(words, head)])].join(' · ')
  }
  const find = useMemo(() => {
    const search = openSearch(book)
    return (typed: string) =>
      (typed.trim() === '' ? [] : search.find(typed))
        .filter(({ household }) => household.closed === undefined && household.id !== without)
        .map(({ household }) => ({ value: household.id, text: textOf(household.id) }))
  }, [book, phone.version()])
  return (
    <SearchBox
      {...box}
      offered={offered.map((id) => ({ value: id, text: textOf(id) }))}
      others={words.forms.fields.otherHousehold}
      search={words.forms.fields.findHousehold}
      find={find}
      textOf={(id) => {
        const household = findHouseholdIn(book, id)
        return household === undefined ? undefined : textOf(household.id)
      }}
    />
  )
}

/** Somebody by the text that stands in a box. */
export function findPersonIn(book: Book, id: string | undefined): OpenPerson | undefined {
  const read = PersonId.safeParse(id)
  return read.success ? book.people.get(read.data) : undefined
}

/** A household by the text that stands in a box. */
export function findHouseholdIn(book: Book, id: string | undefined) {
  const read = HouseholdId.safeParse(id)
  return read.success ? book.households.get(read.data) : undefined
}
