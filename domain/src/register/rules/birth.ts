import type { Context, History } from '../../kernel/decide.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { earliestOf, presumedDay } from '../../kernel/partial-date.ts'
import { ageOn, daysBetween } from '../../kernel/plain-date.ts'
import { block, type Problem, warn } from '../../kernel/problem.ts'
import { packFor } from '../../packs/in-force.ts'
import type { BirthReported } from '../facts.ts'
import { personBefore, personKnown } from '../known.ts'
import type { BirthGiven, Person } from '../person.ts'

/** What speaks against a birth: its mother's age and other births, the order told, a twin not marked (domain.md §4 "birth"). */
export function judgeBirth(fact: BirthReported, history: History, _context: Context): Problem[] {
  const { mother } = fact.data
  switch (mother.kind) {
    case 'unknown':
      return []
    case 'elsewhere':
      return mother.born === undefined ? [] : ageProblems(fact, mother.born, 'data.mother.born')
    case 'person':
      return judgeMother(fact, mother.person, history)
  }
}

function judgeMother(fact: BirthReported, id: PersonId, history: History): Problem[] {
  if (id === fact.data.child) return [block('own-mother', 'data.mother')]
  const mother = personKnown(history, id)
  if (mother.status === 'unopened') return [block('subject-unknown', 'data.mother')]
  if (mother.sex === 'male') return [block('mother-is-a-man', 'data.mother')]
  return [
    ...aliveProblems(personBefore(history, id, fact)),
    ...ageProblems(fact, mother.born, 'data.mother'),
    ...intervalProblems(fact, mother.births),
    ...orderProblems(fact, mother.births),
  ]
}

function aliveProblems(before: Person): Problem[] {
  if (before.status === 'dead') return [warn('mother-dead', 'data.mother', { on: before.death.on })]
  if (before.status === 'living' && before.departure !== undefined) {
    return [warn('after-departure', 'data.mother', { on: before.departure.on })]
  }
  return []
}

function ageProblems(fact: BirthReported, born: Parameters<typeof presumedDay>[0], at: string): Problem[] {
  const { from, to } = packFor(fact.occurredOn).motherUsualAge
  if (fact.occurredOn <= earliestOf(born)) return [block('mother-younger-than-child', at, { born })]
  const age = ageOn(presumedDay(born), fact.occurredOn)
  return age < from || age > to ? [warn('mother-unusual-age', at, { age, from, to })] : []
}

/** Her other births of a known day, this child's own earlier notes apart. */
function othersOf(fact: BirthReported, births: readonly BirthGiven[]): BirthGiven[] {
  return births.filter((birth) => birth.child !== fact.data.child && birth.on.length === 10)
}

function intervalProblems(fact: BirthReported, births: readonly BirthGiven[]): Problem[] {
  const fewest = packFor(fact.occurredOn).fewestDaysBetweenBirths
  const near = othersOf(fact, births).map((birth) => ({
    birth,
    days: Math.abs(daysBetween(presumedDay(birth.on), fact.occurredOn)),
  }))
  const sameDay = near.find(({ days }) => days === 0)
  if (sameDay !== undefined) {
    return fact.data.twin === true && sameDay.birth.twin ? [] : [warn('twin-not-marked', 'data.twin', { on: fact.occurredOn })]
  }
  const twinOvernight = (birth: BirthGiven, days: number) => days === 1 && fact.data.twin === true && birth.twin
  const soon = near.find(({ birth, days }) => days < fewest && !twinOvernight(birth, days))
  return soon === undefined ? [] : [warn('births-too-close', 'occurredOn', { days: soon.days, fewest, on: soon.birth.on })]
}

function orderProblems(fact: BirthReported, births: readonly BirthGiven[]): Problem[] {
  const { order } = fact.data
  if (order === 'unknown') return []
  const earlier = births.filter((birth) => birth.child !== fact.data.child && isEarlier(birth, fact))
  const told = earlier.map((birth) => birth.order).filter((known) => known !== 'unknown')
  const expected = told.length === 0 ? earlier.length + 1 : Math.max(...told) + 1
  const isWrong = told.length === 0 ? order < expected : order !== expected
  return isWrong ? [warn('order-not-next', 'data.order', { expected, order })] : []
}

/** Of twins of one day the one with the lower order is the earlier. */
function isEarlier(birth: BirthGiven, fact: BirthReported): boolean {
  const on = presumedDay(birth.on)
  if (on !== fact.occurredOn) return on < fact.occurredOn
  return birth.order !== 'unknown' && fact.data.order !== 'unknown' && birth.order < fact.data.order
}
