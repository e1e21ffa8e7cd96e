import type { Messages } from '../../i18n/vi.ts'
import { nameOf } from '../../i18n/naming.ts'
import type { OfficeRegisterWords } from '../../i18n/office-register-vi.ts'
import { showDate } from '../../i18n/show-date.ts'
import type { OpenPerson } from '../../store/book.ts'
import { areaNameOf, type Home } from './home.ts'

/** `partly`: as far as both are known they agree, as a year does with a day of it. */
export type Mark = 'same' | 'partly' | 'differs' | 'oneMissing' | 'bothMissing'

/** One item of two entries on one line. */
export interface Compared {
  readonly label: string
  readonly left: string | undefined
  readonly right: string | undefined
  readonly mark: Mark
}

/** Two entries of the register side by side, the same items on the same lines. What is not known on one side is neither the same nor another. */
export function compareEntries(left: OpenPerson, right: OpenPerson, home: Home, words: Messages, register: OfficeRegisterWords): Compared[] {
  const { rows } = register.join
  const [a, b] = [itemsOf(left, home, words, register), itemsOf(right, home, words, register)]
  return ROWS.map((row) => {
    const mark = row === 'born' ? markOfDates(left.born, right.born) : markOf(a[row], b[row])
    return { label: rows[row], left: a[row], right: b[row], mark }
  })
}

const ROWS = [
  'name', 'sex', 'born', 'household', 'area', 'relation', 'marital', 'mother', 'father', 'spouse', 'ethnicity', 'nationality', 'education', 'insuranceNumber',
  'nationalId', 'state', 'since',
] as const satisfies readonly (keyof OfficeRegisterWords['join']['rows'])[]

type Items = Readonly<Record<(typeof ROWS)[number], string | undefined>>

export function markOf(left: string | undefined, right: string | undefined): Mark {
  if (left === undefined && right === undefined) return 'bothMissing'
  if (left === undefined || right === undefined) return 'oneMissing'
  return left === right ? 'same' : 'differs'
}

/** The same of two dates, each perhaps a year or a month alone. */
export function markOfDates(left: string, right: string): Mark {
  if (left === right) return 'same'
  return left.startsWith(right) || right.startsWith(left) ? 'partly' : 'differs'
}

function itemsOf(person: OpenPerson, home: Home, words: Messages, register: OfficeRegisterWords): Items {
  const household = home.book.households.get(person.household)
  const called = (id: OpenPerson['id'] | undefined): string | undefined => {
    const other = id === undefined ? undefined : home.book.people.get(id)
    return other === undefined ? undefined : nameOf(words, other)
  }
  const known = <T extends string>(code: T | undefined, texts: Readonly<Record<T, string>>): string | undefined => (code === undefined || code === 'unknown' ? undefined : texts[code])
  const mother = person.mother?.kind === 'person' ? called(person.mother.person) : person.mother?.kind === 'elsewhere' ? words.person.motherElsewhere(person.mother.name, person.mother.commune) : undefined
  const since = person.residences[0]?.from
  return {
    name: person.name?.full,
    sex: words.codes.sexes[person.sex],
    born: words.person.born(person.born, person.bornAbout),
    household: household === undefined ? undefined : words.household.title(household.number),
    area: areaNameOf(home.me, person.area, register.area),
    relation: known(person.relation, words.codes.relations),
    marital: known(person.marital, words.codes.maritals),
    mother,
    father: called(person.father),
    spouse: called(person.unions.at(-1)?.spouse ?? person.spouse),
    ethnicity: person.ethnicity,
    nationality: person.nationality,
    education: known(person.education, words.codes.educations),
    insuranceNumber: person.insuranceNumber,
    nationalId: person.nationalId,
    state: stateOf(person, register),
    since: since === undefined ? undefined : showDate(since),
  }
}

function stateOf(person: OpenPerson, { join }: OfficeRegisterWords): string {
  if (person.joinedInto !== undefined) return join.joined
  if (person.status === 'dead') return join.dead(person.death.on)
  return person.departure === undefined ? join.here : join.gone(person.departure.on)
}
