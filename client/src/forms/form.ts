import type { AreaId } from '@sotay/domain/kernel/ids'
import { PartialDate } from '@sotay/domain/kernel/partial-date'
import { findPlainDate, type PlainDate } from '@sotay/domain/kernel/plain-date'
import type { Problem } from '@sotay/domain/kernel/problem'
import type { Fact, FactType } from '@sotay/domain/kinds'
import type { PersonName } from '@sotay/domain/register/person-fields'
import type { OpenHousehold } from '@sotay/domain/register/household'
import { guessGivenName } from '@sotay/domain/vietnamese/given-name'
import type { VNode } from 'preact'
import type { Messages } from '../i18n/vi.ts'
import type { OpenPerson } from '../store/book.ts'
import type { Keeping } from '../store/keeping.ts'
import type { TypedDate } from '../ui/date-boxes.tsx'

/** What stands in the boxes of a form, each as text; what a draft keeps. */
export type Values = Readonly<Record<string, string>>

export type FormProblemCode = keyof Messages['forms']['problems']

/** Something to put right before a note can be made of what stands in the boxes. */
export interface FieldProblem {
  readonly field: string
  readonly code: FormProblemCode
}

/** For whom or what a form is filled in. */
export interface FormContext {
  /** Where the note goes, and what is known there. */
  readonly notebook: Keeping
  readonly words: Messages
  readonly area: AreaId
  readonly household?: OpenHousehold
  readonly person?: OpenPerson
  /** The note that is put right. */
  readonly corrects?: Fact
  readonly newId: () => string
}

export interface Note {
  readonly occurredOn: PlainDate
  readonly data: unknown
  /** In whose book it is noted, where that is not the one from which the form was opened. */
  readonly area?: AreaId
}

/** One form: what stands in it at first, how it is read, and its boxes. */
export interface Form {
  readonly type: FactType
  readonly title: keyof Messages['forms']['titles']
  readonly blank: (context: FormContext) => Values
  /** The boxes of a note that is put right. */
  readonly filled: (fact: Fact) => Values
  readonly read: (values: Values, context: FormContext) => Note | readonly FieldProblem[]
  /** Which box a path of the fact stands in, where its first part does not say so. */
  readonly boxes: Readonly<Record<string, string>>
  /** A form with this is of one person, chosen before it opens; it says whom it is usually about. */
  readonly suits?: (person: OpenPerson, today: PlainDate) => boolean
  /** What stands in the boxes when one goes on with the next note of the same happening. */
  readonly again?: { readonly label: 'arrival'; readonly values: (fact: Fact, context: FormContext) => Values }
  /** Codes of warnings that the form has said on its face already, each with the reason that going on gives. They are not asked a second time. */
  readonly foretold?: (context: FormContext) => Readonly<Record<string, string>>
  readonly Fields: (props: { readonly context: FormContext }) => VNode
}

/** The box under which a problem stands. */
export function boxOf(form: Form, problem: Pick<Problem, 'at'>): string {
  if (problem.at === 'occurredOn') return 'on'
  const path = problem.at.replace(/^data\.?/, '')
  return form.boxes[path] ?? path.split('.')[0] ?? ''
}

/** What the question of a box is called; nothing for what concerns the whole note. */
export function labelOf(words: Messages, form: Form, field: string): string | undefined {
  const { fields, keep } = words.forms
  if (field === 'because') return keep
  if (field === 'on') return fields.on[form.title === 'person-change' || form.title === 'household-change' ? 'change' : form.title]
  if (field === 'place' && form.title === 'death') return fields.placeOfDeath
  if (field === 'place' && form.title === 'departure') return fields.toPlace
  const label = new Map<string, unknown>(Object.entries(fields)).get(field.split('.')[0] ?? field)
  return typeof label === 'string' ? label : undefined
}

/** Stands in a box while somebody, or a household, is being searched for. */
export const SEARCHING = 'searching'

/** Reads boxes one by one and collects what is missing. */
export class BoxReader {
  readonly problems: FieldProblem[] = []
  readonly values: Values
  constructor(values: Values) {
    this.values = values
  }

  /** The text of a box; nothing when it is empty. */
  find(field: string): string | undefined {
    const text = (this.values[field] ?? '').trim()
    return text === '' ? undefined : text
  }

  /** The text of a box that must not be empty. */
  get(field: string): string {
    return this.find(field) ?? this.#miss(field, 'missing')
  }

  /** One of a list; a problem when nothing is chosen. */
  choice<const T extends string>(field: string, options: readonly T[]): T | undefined {
    const chosen = this.findChoice(field, options)
    if (chosen === undefined) this.#miss(field, 'not-chosen')
    return chosen
  }

  /** What is chosen of a list that only the screen knows; a problem when nothing is. */
  choiceOfAny(field: string): string {
    return this.find(field) ?? this.#miss(field, 'not-chosen')
  }

  /** Somebody of the book, chosen from a list or searched for; nothing when nobody is. */
  findPerson(field: string): string | undefined {
    if (this.values[field] === SEARCHING) this.#miss(field, 'not-picked')
    return this.values[field] === SEARCHING ? undefined : this.find(field)
  }

  /** The same, of a box that must not be empty. */
  person(field: string): string {
    if (this.values[field] === SEARCHING) return this.#miss(field, 'not-picked')
    return this.choiceOfAny(field)
  }

  findChoice<const T extends string>(field: string, options: readonly T[]): T | undefined {
    return options.find((option) => option === this.values[field])
  }

  /** A full civil date from three boxes. */
  date(field: string): PlainDate | undefined {
    const { day, month, year } = typedDate(this.values, field)
    if (day === '' || month === '' || year === '') {
      this.#miss(field, 'missing-date')
      return undefined
    }
    const date = [day, month, year].every(isNumber) ? findPlainDate(Number(year), Number(month), Number(day)) : undefined
    if (date === undefined) this.#miss(field, 'no-such-day')
    return date
  }

  /** A full civil date from three boxes; nothing when all are empty. */
  findDate(field: string): PlainDate | undefined {
    const { day, month, year } = typedDate(this.values, field)
    return day === '' && month === '' && year === '' ? undefined : this.date(field)
  }

  /** A birth date as far as it is known: a year, with or without month and day. */
  partialDate(field: string): string | undefined {
    const { day, month, year } = typedDate(this.values, field)
    if (year === '') {
      this.#miss(field, 'missing-year')
      return undefined
    }
    const parts = [year, ...(month === '' ? [] : [month.padStart(2, '0')]), ...(day === '' ? [] : [day.padStart(2, '0')])]
    const text = month === '' && day !== '' ? '' : parts.join('-')
    if (!PartialDate.safeParse(text).success) this.#miss(field, 'no-such-day')
    return text
  }

  /** The same, of boxes that may all be empty. */
  findPartialDate(field: string): string | undefined {
    const { day, month, year } = typedDate(this.values, field)
    return day === '' && month === '' && year === '' ? undefined : this.partialDate(field)
  }

  /** A name with the given name by which one is called. */
  findName(field: string, given: string): PersonName | undefined {
    const full = this.find(field)
    return full === undefined ? undefined : { full, given: this.find(given) ?? guessGivenName(full) }
  }

  #miss(field: string, code: FormProblemCode): string {
    this.problems.push({ field, code })
    return ''
  }
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text)
}

/** The three boxes of a date. */
export function typedDate(values: Values, field: string): TypedDate {
  const part = (name: string): string => (values[`${field}.${name}`] ?? '').trim()
  return { day: part('day'), month: part('month'), year: part('year') }
}

/** A date as it stands in three boxes. */
export function dateBoxes(field: string, date: string): Values {
  const [year = '', month = '', day = ''] = date.split('-')
  return { [`${field}.day`]: day, [`${field}.month`]: month, [`${field}.year`]: year }
}

/** A name as it stands in its two boxes; the second is filled only where the first does not tell. */
export function nameBoxes(name: PersonName | undefined): Values {
  if (name === undefined) return {}
  return { name: name.full, given: name.given === guessGivenName(name.full) ? '' : name.given }
}

/** Leaves out what was not told. */
export function told<T extends Record<string, unknown>>(values: T): Partial<T> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same keys with the same values, fewer of them
  return Object.fromEntries(entries) as Partial<T>
}

/** The note, or what is missing for it. */
export function noteOf(reader: BoxReader, occurredOn: PlainDate | undefined, data: unknown, area?: AreaId): Note | readonly FieldProblem[] {
  if (reader.problems.length > 0 || occurredOn === undefined) return reader.problems
  return { occurredOn, data, ...(area === undefined ? {} : { area }) }
}
