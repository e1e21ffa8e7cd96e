import type { History } from '../../kernel/decide.ts'
import type { AnyFact } from '../../kernel/fact.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { presumedDay } from '../../kernel/partial-date.ts'
import { ageOn, type PlainDate } from '../../kernel/plain-date.ts'
import { block, type Problem, warn } from '../../kernel/problem.ts'
import { packFor } from '../../packs/in-force.ts'
import { coupleSpells } from '../../register/couple.ts'
import { personKnown } from '../../register/known.ts'
import type { Person } from '../../register/person.ts'
import { areaOn, countedSpells } from '../../register/residence.ts'
import { lifetimeProblems } from '../../register/rules/lifetime.ts'

/** Somebody whom the book knows. */
export type Opened = Exclude<Person, { status: 'unopened' }>

/** Undefined where the book does not know the person, which is told for every type of fact (`decide`). */
export function findOpened(history: History, id: PersonId): Opened | undefined {
  const person = personKnown(history, id)
  return person.status === 'unopened' ? undefined : person
}

/** What holds for every fact of the follow-up: within the lifetime, while she or he is here. */
export function subjectProblems(fact: AnyFact, id: PersonId, history: History): Problem[] {
  return lifetimeProblems(fact, id, history, 'data.person')
}

/** What only a woman can have noted of her. */
export function womanProblems(person: Opened): Problem[] {
  return person.sex === 'female' ? [] : [block('not-a-woman', 'data.person')]
}

export function ageAt(person: Opened, day: PlainDate): number {
  return ageOn(presumedDay(person.born), day)
}

/**
 * A method is of a woman of 15–49 in a couple (domain.md §4). One begun before the book knows her is asked about as of the first day on which she counts;
 * of a woman who counts nowhere that day nothing is asked, for whether she is in a couple is known only of who lives here.
 */
export function coupleProblems(woman: Opened, day: PlainDate, history: History): Problem[] {
  const { from, below } = packFor(day).marriedWomenAge
  const age = ageAt(woman, day)
  if (age < from || age >= below) return [warn('woman-not-of-the-age', 'data.person', { age, from, to: below - 1 })]
  const linked = (id: PersonId): Person => personKnown(history, id)
  const spells = countedSpells(woman, linked)
  const first = spells[0]
  const asked = first !== undefined && first.opened === 'book' && first.from > day ? first.from : day
  if (areaOn(spells, asked) === undefined || ageAt(woman, asked) >= below) return []
  const isInCouple = coupleSpells(woman, linked).some((spell) => spell.from <= asked && (spell.until === undefined || asked < spell.until))
  return isInCouple ? [] : [warn('not-in-a-couple', 'data.person')]
}
