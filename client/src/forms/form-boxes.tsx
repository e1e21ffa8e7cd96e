import { addDays, dayOf, monthOf, type PlainDate, yearOf } from '@sotay/domain/kernel/plain-date'
import { createContext, type JSX, type VNode } from 'preact'
import { useContext } from 'preact/hooks'
import { useWords } from '../i18n/field-words.ts'
import { isClockOff } from '../store/phone.ts'
import { useKeeping } from '../store/use-keeping.ts'
import { CheckField } from '../ui/check-field.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { DateBoxes, type TypedDate } from '../ui/date-boxes.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import css from './form.module.css'
import { typedDate, type Values } from './form.ts'

/** The boxes of the form on the screen. */
export interface Filling {
  readonly values: Values
  readonly set: (changes: Values) => void
  readonly problemOf: (field: string) => string | undefined
}

const Current = createContext<Filling>({ values: {}, set: () => {}, problemOf: () => undefined })
export const FillingProvider = Current.Provider

export function useFilling(): Filling {
  return useContext(Current)
}

interface BoxProps {
  readonly field: string
  readonly label: string
  readonly hint?: string | undefined
}

/** A line of text. */
export function TextBox({ field, input, ...more }: BoxProps & { readonly input?: JSX.InputHTMLAttributes<HTMLInputElement> }): VNode {
  const { values, set, problemOf } = useFilling()
  return (
    <div id={`box-${field}`}>
      <TextField {...more} value={values[field] ?? ''} onValue={(value) => set({ [field]: value })} problem={problemOf(field)} input={{ autocomplete: 'off', ...input }} />
    </div>
  )
}

type Options = readonly { readonly value: string; readonly text: string }[]

/** One of a few, all in sight. */
export function ChoiceBox({ field, options, ...more }: BoxProps & { readonly options: Options }): VNode {
  const { values, set, problemOf } = useFilling()
  return <ChoiceField id={`box-${field}`} {...more} options={options} value={values[field] ?? ''} onValue={(value) => set({ [field]: value })} problem={problemOf(field)} />
}

/** One of many. */
export function SelectBox({ field, options, ...more }: BoxProps & { readonly options: Options }): VNode {
  const words = useWords().forms
  const { values, set, problemOf } = useFilling()
  return (
    <div id={`box-${field}`}>
      <SelectField
        {...more}
        options={[{ value: '', text: words.choose }, ...options]}
        value={values[field] ?? ''}
        onValue={(value) => set({ [field]: value })}
        problem={problemOf(field)}
      />
    </div>
  )
}

/** Something that is so or not. */
export function CheckBox({ field, label }: BoxProps): VNode {
  const { values, set } = useFilling()
  return (
    <div id={`box-${field}`} class={css.check}>
      <CheckField label={label} isChecked={values[field] === 'yes'} onChecked={(isChecked) => set({ [field]: isChecked ? 'yes' : '' })} />
    </div>
  )
}

/** A full date, with today and yesterday one tap away unless the clock cannot be believed or it is seldom one of them. */
export function DateBox({ field, label, isPartial = false, offersDays = !isPartial, hint }: BoxProps & { readonly isPartial?: boolean; readonly offersDays?: boolean }): VNode {
  const words = useWords().forms
  const notebook = useKeeping()
  const { values, set, problemOf } = useFilling()
  const today = notebook.today()
  const offers = !offersDays || isClockOff(notebook.phone) ? [] : [offer(words.today, today), offer(words.yesterday, addDays(today, -1))]
  const { day, month, year } = words
  return (
    <DateBoxes
      id={`box-${field}`}
      label={label}
      hint={hint}
      words={{ day, month, year }}
      value={typedDate(values, field)}
      onValue={(date) => set({ [`${field}.day`]: date.day, [`${field}.month`]: date.month, [`${field}.year`]: date.year })}
      problem={problemOf(field)}
      offers={offers}
    />
  )
}

function offer(text: string, day: PlainDate): { text: string; date: TypedDate } {
  return { text, date: { day: String(dayOf(day)).padStart(2, '0'), month: String(monthOf(day)).padStart(2, '0'), year: String(yearOf(day)) } }
}

/** A code list as options. */
export function optionsOf<T extends string>(codes: readonly T[], texts: Readonly<Record<T, string>>): { value: T; text: string }[] {
  return codes.map((code) => ({ value: code, text: capital(texts[code]) }))
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
