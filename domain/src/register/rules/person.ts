import type { Context, History } from '../../kernel/decide.ts'
import { earliestOf } from '../../kernel/partial-date.ts'
import { daysBetween } from '../../kernel/plain-date.ts'
import { block, type Problem, warn } from '../../kernel/problem.ts'
import { packFor } from '../../packs/in-force.ts'
import type { PersonChanged, PersonRegistered } from '../facts.ts'
import { householdKnown, personKnown } from '../known.ts'
import { lifetimeProblems } from './lifetime.ts'
import { changedNumberProblems, registeredNumberProblems } from './numbers.ts'

/** An opening entry: born before it, one head a family household, ties to people who can be what they are said to be, papers that agree with it. */
export function judgePersonRegistered(fact: PersonRegistered, history: History, _context: Context): Problem[] {
  const { data } = fact
  const problems: Problem[] = []
  const earliest = earliestOf(data.born)
  if (earliest > fact.occurredOn) problems.push(block('before-birth', 'data.born', { born: data.born }))
  const { longestLifeYears } = packFor(fact.occurredOn)
  if (daysBetween(earliest, fact.occurredOn) > longestLifeYears * 366) {
    problems.push(warn('very-old', 'data.born', { years: longestLifeYears }))
  }
  problems.push(...headProblems(fact, history), ...tieProblems(fact, history), ...registeredNumberProblems(fact))
  return problems
}

function headProblems(fact: PersonRegistered, history: History): Problem[] {
  const household = householdKnown(history, fact.data.household)
  if (household.status === 'unopened') return []
  if (household.kind === 'collective') {
    return fact.data.relation === 'head' ? [warn('collective-has-no-head', 'data.relation')] : []
  }
  if (fact.data.relation !== 'head') return []
  return household.head !== undefined && household.head !== fact.data.person ? [warn('head-already', 'data.relation')] : []
}

function tieProblems(fact: PersonRegistered, history: History): Problem[] {
  const { person, mother, father, spouse, sex } = fact.data
  const problems: Problem[] = []
  for (const [tie, id] of [['mother', mother], ['father', father], ['spouse', spouse]] as const) {
    if (id === undefined) continue
    const at = `data.${tie}`
    const other = personKnown(history, id)
    if (id === person) problems.push(block('own-relative', at))
    else if (other.status === 'unopened') problems.push(block('subject-unknown', at))
    else if (tie === 'mother' && other.sex === 'male') problems.push(block('mother-is-a-man', at))
    else if (tie === 'father' && other.sex === 'female') problems.push(block('father-is-a-woman', at))
    else if (tie === 'spouse' && other.sex === sex) problems.push(warn('spouse-same-sex', at))
    else if (tie === 'spouse' && other.spouse !== undefined && other.spouse !== person) problems.push(warn('already-married', at))
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
