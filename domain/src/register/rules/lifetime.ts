import type { History } from '../../kernel/decide.ts'
import type { AnyFact } from '../../kernel/fact.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { earliestOf } from '../../kernel/partial-date.ts'
import { block, type Problem, warn } from '../../kernel/problem.ts'
import { deedsAfter, personBefore, personKnown } from '../known.ts'

/**
 * What holds for everything that happens to a person: not before birth (cannot be), hardly after death or departure.
 * @param at the field that names the person
 */
export function lifetimeProblems(fact: AnyFact, id: PersonId, history: History, at: string): Problem[] {
  const person = personKnown(history, id)
  if (person.status === 'unopened') return []
  const problems: Problem[] = []
  if (fact.occurredOn < earliestOf(person.born)) problems.push(block('before-birth', 'occurredOn', { born: person.born }))
  const before = personBefore(history, id, fact)
  if (before.status === 'dead') problems.push(warn('after-death', at, { on: before.death.on }))
  if (before.status === 'living' && before.departure !== undefined) {
    problems.push(warn('after-departure', at, { on: before.departure.on }))
  }
  return problems
}

/** What is noted to have happened to somebody after this fact, which is an end. */
export function followedProblems(fact: AnyFact, id: PersonId, history: History): Problem[] {
  const deeds = deedsAfter(history, id, fact)
  const first = deeds[0]
  return first === undefined ? [] : [warn('facts-follow', 'occurredOn', { count: deeds.length, on: first.occurredOn })]
}
