import type { Context, History } from '../../kernel/decide.ts'
import { block, type Problem, warn } from '../../kernel/problem.ts'
import { householdKnown, personBefore } from '../../register/known.ts'
import { closedProblems } from '../../register/rules/coming.ts'
import { workFacts } from '../effective-work.ts'
import type { VisitMade } from '../facts.ts'

/** A call at a household: not before the book knows it, hardly where it is closed or nobody lives any more, once a day; the next one lies ahead (domain.md §2 "work"). */
export function judgeVisit(fact: VisitMade, history: History, _context: Context): Problem[] {
  const { household: id, met, lookedThrough, next } = fact.data
  const problems: Problem[] = []
  if (next !== undefined && next <= fact.occurredOn) problems.push(block('next-not-after', 'data.next', { on: fact.occurredOn }))
  if (met === 'absent' && lookedThrough) problems.push(warn('looked-through-absent', 'data.lookedThrough'))
  const household = householdKnown(history, id)
  if (household.status !== 'open') return problems
  if (fact.occurredOn < household.openedOn) problems.push(warn('before-book', 'occurredOn', { on: household.openedOn }))
  const closed = closedProblems(fact, id, history)
  problems.push(...closed)
  const people = household.people.map((person) => personBefore(history, person, fact)).filter((person) => person.status !== 'unopened')
  const isThere = people.some((person) => person.status === 'living' && person.departure === undefined && person.household === id)
  if (closed.length === 0 && met === 'met' && people.length > 0 && !isThere) problems.push(warn('nobody-lives-there', 'data.household'))
  const others = workFacts(history.about(id)).filter((other) => other.type === 'visit-made' && other.data.household === id && other.occurredOn === fact.occurredOn)
  if (others.length > 0) problems.push(warn('visited-already', 'occurredOn', { on: fact.occurredOn }))
  return problems
}
