import type { Context, History } from '../../kernel/decide.ts'
import type { AreaId, HouseholdId, PersonId } from '../../kernel/ids.ts'
import { block, type Problem, warn } from '../../kernel/problem.ts'
import type { HouseholdChanged, HouseholdRegistered } from '../facts.ts'
import { householdKnown, personKnown } from '../known.ts'
import { phoneProblems } from './numbers.ts'

/** An area's book has one household to a number; its phone is one that can ring. */
export function judgeHouseholdRegistered(fact: HouseholdRegistered, history: History, _context: Context): Problem[] {
  return [...numberProblems(fact.area, fact.data.number, fact.data.household, history), ...phoneProblems(fact.data.phone)]
}

function numberProblems(area: AreaId, number: string, household: HouseholdId, history: History): Problem[] {
  const others = history.numbered(area, number).filter((id) => id !== household)
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
