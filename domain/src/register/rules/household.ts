import type { Context, History } from '../../kernel/decide.ts'
import type { AreaId, HouseholdId, PersonId } from '../../kernel/ids.ts'
import { block, type Problem, warn } from '../../kernel/problem.ts'
import type { HouseholdChanged, HouseholdClosed, HouseholdRegistered, HouseholdSplit } from '../facts.ts'
import { householdKnown, personKnown } from '../known.ts'
import { findResidence } from '../person.ts'
import { placedProblems } from './coming.ts'
import { phoneProblems } from './numbers.ts'

/** An area's book has one household to a number; its phone is one that can ring. */
export function judgeHouseholdRegistered(fact: HouseholdRegistered, history: History, _context: Context): Problem[] {
  return [...numberProblems(fact.area, fact.data.number, fact.data.household, history), ...phoneProblems(fact.data.phone)]
}

function numberProblems(area: AreaId, number: string, household: HouseholdId, history: History): Problem[] {
  const others = history.numbered(area, number).filter((id) => id !== household && !isClosed(history, id))
  return others.length === 0 ? [] : [warn('number-taken', 'data.number', { number })]
}

/** Something must change; a new head is somebody of the household who is there. */
export function judgeHouseholdChanged(fact: HouseholdChanged, history: History, _context: Context): Problem[] {
  const { household: _self, ...changed } = fact.data
  if (Object.values(changed).every((value) => value === undefined)) return [block('nothing-changed', 'data')]
  const number = changed.number === undefined ? [] : numberProblems(fact.area, changed.number, fact.data.household, history)
  const phone = phoneProblems(changed.phone)
  return [...number, ...phone, ...(changed.head === undefined ? [] : headProblems(fact.data.household, changed.head, history))]
}

function headProblems(household: HouseholdId, head: PersonId, history: History): Problem[] {
  if (!householdKnown(history, household).people.includes(head)) return [block('not-of-this-household', 'data.head')]
  const person = personKnown(history, head)
  return person.status === 'dead' ? [warn('after-death', 'data.head', { on: person.death.on })] : []
}

function isClosed(history: History, id: HouseholdId): boolean {
  const household = householdKnown(history, id)
  return household.status === 'open' && household.closed !== undefined
}

/** Part of a household sets up its own: somebody goes, somebody stays, the number is free. */
export function judgeHouseholdSplit(fact: HouseholdSplit, history: History, _context: Context): Problem[] {
  const { household, from, number, people } = fact.data
  if (household === from) return [block('split-from-itself', 'data.household')]
  const going = new Set(people.map(({ person }) => person))
  const strangers = people.flatMap(({ person: id }, index) => {
    const person = personKnown(history, id)
    return person.status !== 'unopened' && !householdKnown(history, from).people.includes(id) ? [warn('not-of-this-household', `data.people.${index}`)] : []
  })
  const staying = livingIn(history, from).filter((id) => !going.has(id))
  return [
    ...numberProblems(fact.area, number, household, history),
    ...placedProblems(fact, people, household, history),
    ...strangers,
    ...(staying.length === 0 ? [warn('nobody-stays', 'data.people')] : []),
  ]
}

/** A household is closed once, when nobody lives in it any more. */
export function judgeHouseholdClosed(fact: HouseholdClosed, history: History, _context: Context): Problem[] {
  const { household: id } = fact.data
  const household = householdKnown(history, id)
  if (household.status === 'open' && household.closed !== undefined) return [warn('household-closed', 'data.household', { on: household.closed.on })]
  const count = livingIn(history, id).length
  return count === 0 ? [] : [warn('people-still-here', 'data.household', { count })]
}

/** Those who live in a household by all that is noted. */
function livingIn(history: History, id: HouseholdId): PersonId[] {
  return householdKnown(history, id).people.filter((one) => {
    const person = personKnown(history, one)
    return person.status === 'living' && person.household === id && person.joinedInto === undefined && findResidence(person) !== undefined
  })
}
