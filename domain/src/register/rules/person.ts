import type { Context, History } from '../../kernel/decide.ts'
import type { HouseholdId, PersonId } from '../../kernel/ids.ts'
import { earliestOf, type PartialDate } from '../../kernel/partial-date.ts'
import { daysBetween, type PlainDate } from '../../kernel/plain-date.ts'
import { block, type Problem, warn } from '../../kernel/problem.ts'
import { packFor } from '../../packs/in-force.ts'
import type { Relation } from '../../packs/tt01-2022/code-lists.ts'
import type { PersonChanged, PersonRegistered } from '../facts.ts'
import { householdKnown, personKnown } from '../known.ts'
import { findSpouse } from '../person.ts'
import { lifetimeProblems } from './lifetime.ts'
import { changedNumberProblems, paperProblems } from './numbers.ts'

/** An opening entry: born before it, one head a family household, ties to people who can be what they are said to be, papers that agree with it. */
export function judgePersonRegistered(fact: PersonRegistered, history: History, _context: Context): Problem[] {
  const { data } = fact
  return [
    ...bornProblems(fact.occurredOn, data.born, 'data.born'),
    ...headProblems(data, history),
    ...tieProblems(data, history, 'data'),
    ...paperProblems(data, 'data'),
  ]
}

/** A birth date against the day somebody enters the book. */
export function bornProblems(on: PlainDate, born: PartialDate, at: string): Problem[] {
  const earliest = earliestOf(born)
  const { longestLifeYears } = packFor(on)
  return [
    ...(earliest > on ? [block('before-birth', at, { born })] : []),
    ...(daysBetween(earliest, on) > longestLifeYears * 366 ? [warn('very-old', at, { years: longestLifeYears })] : []),
  ]
}

type Entering = { readonly person: PersonId; readonly household: HouseholdId; readonly relation: Relation }

/** A household has one head, and a collective one none. */
export function headProblems({ person, household: id, relation }: Entering, history: History, at = 'data.relation'): Problem[] {
  const household = householdKnown(history, id)
  if (household.status === 'unopened' || relation !== 'head') return []
  if (household.kind === 'collective') return [warn('collective-has-no-head', at)]
  return household.head !== undefined && household.head !== person ? [warn('head-already', at)] : []
}

type Tied = Pick<PersonRegistered['data'], 'person' | 'sex' | 'mother' | 'father' | 'spouse'>

/** @param path where the ties stand in the fact */
export function tieProblems({ person, mother, father, spouse, sex }: Tied, history: History, path: string): Problem[] {
  const problems: Problem[] = []
  for (const [tie, id] of [['mother', mother], ['father', father], ['spouse', spouse]] as const) {
    if (id === undefined) continue
    const at = `${path}.${tie}`
    const other = personKnown(history, id)
    const theirs = findSpouse(other)
    if (id === person) problems.push(block('own-relative', at))
    else if (other.status === 'unopened') problems.push(block('subject-unknown', at))
    else if (tie === 'mother' && other.sex === 'male') problems.push(block('mother-is-a-man', at))
    else if (tie === 'father' && other.sex === 'female') problems.push(block('father-is-a-woman', at))
    else if (tie === 'spouse' && other.sex === sex) problems.push(warn('spouse-same-sex', at))
    else if (tie === 'spouse' && theirs !== undefined && theirs !== person) problems.push(warn('already-married', at))
  }
  return problems
}

/** A change of basic information of somebody who is there to have it changed; something must change. */
export function judgePersonChanged(fact: PersonChanged, history: History, _context: Context): Problem[] {
  const changed = Object.keys(fact.data.new)
  if (changed.length === 0) return [block('nothing-changed', 'data.new')]
  const missing = Object.keys(fact.data.old).filter((key) => !changed.includes(key))
  if (missing.length > 0) return [block('nothing-changed', 'data.old')]
  return [...lifetimeProblems(fact, fact.data.person, history, 'data.person'), ...changedNumberProblems(fact, history)]
}
