import { presumedDay } from '@sotay/domain/kernel/partial-date'
import { ageOn, type PlainDate } from '@sotay/domain/kernel/plain-date'
import { packFor } from '@sotay/domain/packs/in-force'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { nameOf } from '../i18n/naming.ts'
import type { OpenPerson } from '../store/book.ts'
import { membersInOrder } from '../store/search.ts'
import button from '../ui/button.module.css'
import css from '../ui/choice-field.module.css'
import type { Form, FormContext } from './form.ts'
import { ChoiceBox, useFilling } from './form-boxes.tsx'

/** Completed years on a day. */
export function yearsOf(person: OpenPerson, today: PlainDate): number {
  return ageOn(presumedDay(person.born), today)
}

/** A woman of the age of "phụ nữ 15–49 tuổi". */
export function isOfChildbearingAge(person: OpenPerson, today: PlainDate): boolean {
  const { from, below } = packFor(today).marriedWomenAge
  const years = yearsOf(person, today)
  return person.sex === 'female' && years >= from && years < below
}

/** The person of a form of one person, from her page or as noted before. */
export function whomOf({ person, corrects }: FormContext): string {
  return corrects === undefined ? (person?.id ?? '') : ''
}

/** Everybody of the household, and those of the note that is put right. */
function everybody({ household, person, notebook, corrects }: FormContext): OpenPerson[] {
  const members = household === undefined ? [] : membersInOrder(notebook.book, household)
  const noted = [...notebook.book.people.values()].filter((one) => corrects?.about.includes(one.id) === true)
  return [...new Set([...(person === undefined ? [] : [person]), ...noted, ...members])]
}

/** Whom a note that is put right is about; on a new one the person is known already. Whom it is usually about first, everybody a tap away. */
export function WhomBox({ context, suits }: { readonly context: FormContext; readonly suits: NonNullable<Form['suits']> }): VNode | null {
  const { words, notebook, corrects, person } = context
  const { values, problemOf } = useFilling()
  const [isOpen, setOpen] = useState(false)
  if (corrects === undefined && person !== undefined) {
    const problem = problemOf('whom')
    return problem === undefined ? null : (
      <p id="box-whom" class={css.problem}>
        <span aria-hidden="true">⚠ </span>
        {nameOf(words, person)}: {problem}
      </p>
    )
  }
  const all = everybody(context)
  const likely = all.filter((one) => one.id === values['whom'] || suits(one, notebook.today()))
  return (
    <>
      <ChoiceBox field="whom" label={words.forms.fields.whom} options={(isOpen ? all : likely).map((one) => ({ value: one.id, text: nameOf(words, one) }))} />
      {!isOpen && likely.length < all.length && (
        <button type="button" class={button.quiet} onClick={() => setOpen(true)}>
          {words.forms.fields.someoneElse}
        </button>
      )}
    </>
  )
}

/** Those of the household of one sex who are grown up, a person's own husband or wife first. */
export function partnersOf(context: FormContext, of: OpenPerson | undefined): OpenPerson[] {
  const { notebook } = context
  const own = of === undefined ? undefined : [...notebook.book.people.values()].find((one) => one.id === of.spouse || one.spouse === of.id)
  const adults = everybody(context).filter((one) => one.sex !== of?.sex && yearsOf(one, notebook.today()) >= packFor(notebook.today()).marriedWomenAge.from)
  return [...new Set([...(own === undefined ? [] : [own]), ...adults])]
}
