import type { AnyFact } from '../kernel/fact.ts'
import type { PersonId } from '../kernel/ids.ts'
import type { Sex } from '../packs/tt01-2022/code-lists.ts'
import { caseFolded, withoutMarks } from '../vietnamese/letters.ts'
import { APOSTROPHES, TONES } from '../vietnamese/name-search.ts'
import { isRegisterFact } from './fold.ts'
import type { OpenedPerson } from './person.ts'

/** What tells whether two entries may be one person (domain.md §5). */
export interface Likeness {
  readonly full: string
  readonly given: string
  readonly sex: Sex
  readonly born: string
}

/** A person's likeness by the book; undefined for one without a name yet, or whose name is another area's. */
export function likenessOf({ name, sex, born }: OpenedPerson): Likeness | undefined {
  return name === undefined ? undefined : { ...name, sex, born }
}

/** Whom a fact opens as somebody of a name: an entry of the book, or who comes from outside. A child's birth is nobody's coming. */
export function openedIn(fact: AnyFact): { readonly person: PersonId; readonly likeness: Likeness } | undefined {
  if (!isRegisterFact(fact)) return undefined
  const told = fact.type === 'person-registered' ? fact.data : fact.type === 'arrival-reported' || fact.type === 'adoption-reported' ? fact.data.who : undefined
  return told === undefined || !('name' in told) ? undefined : { person: told.person, likeness: { ...told.name, sex: told.sex, born: told.born } }
}

/** A name however it is typed: case, spaces, the kind of apostrophe and the place of the tone make no difference (Hoà is Hòa), every other mark does. */
export function spellingKey(name: string): string {
  return plainly(name)
    .split(/\s+/)
    .map((word) => {
      const apart = word.normalize('NFD')
      return `${apart.replace(TONES, '').normalize('NFC')}${(apart.match(TONES) ?? []).join('')}`
    })
    .join(' ')
}

/** By what entries are looked up before they are compared: the given name without marks, year and sex. */
export function likenessKey({ given, sex, born }: Likeness): string {
  return `${bareKey(given)}|${born.slice(0, 4)}|${sex}`
}

/** Whether two entries have the same given name, sex and year of birth: enough to look at the rest, and no more. */
export function isAlike(a: Likeness, b: Likeness): boolean {
  const key = keyFor(a, b)
  return a.sex === b.sex && a.born.slice(0, 4) === b.born.slice(0, 4) && key(a.given) === key(b.given)
}

/**
 * Whether two entries of one household, or of one paper, are one person: same sex, given name and birth year, a surname that agrees, and dates of birth that do not
 * contradict each other. Middle names do not matter, nor marks where one of the two was typed without any. Outside a household this is no more than likeness:
 * "Nguyễn Thị Lan" exists many times in a commune.
 */
export function isSamePerson(a: Likeness, b: Likeness): boolean {
  const key = keyFor(a, b)
  return a.sex === b.sex && agree(a.born, b.born) && key(a.given) === key(b.given) && key(surname(a.full)) === key(surname(b.full))
}

/** Whether an entry elsewhere is worth a question: as above, and the middle names agree too. */
export function isNamesake(a: Likeness, b: Likeness): boolean {
  const key = keyFor(a, b)
  return a.sex === b.sex && agree(a.born, b.born) && key(a.full) === key(b.full)
}

function keyFor(a: Likeness, b: Likeness): (name: string) => string {
  return [a.full, b.full].some((full) => withoutMarks(full) === caseFolded(full)) ? bareKey : spellingKey
}

function bareKey(name: string): string {
  return withoutMarks(plainly(name))
}

function plainly(name: string): string {
  return caseFolded(name).replace(APOSTROPHES, "'").trim().replace(/\s+/g, ' ')
}

function surname(full: string): string {
  return full.trim().split(/\s+/)[0] ?? ''
}

/** Whether two dates can be one, each known as far as it is: `1948` agrees with `1948-03-02`. */
function agree(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a)
}
