import type { Context, History } from '../../kernel/decide.ts'
import { block, type Problem, warn } from '../../kernel/problem.ts'
import { lifetimeProblems } from '../../register/rules/lifetime.ts'
import type { CounsellingGiven } from '../facts.ts'

/** Counselling: somebody heard it, each named once and alive; who is counselled face to face has a name. */
export function judgeCounselling(fact: CounsellingGiven, history: History, _context: Context): Problem[] {
  const { heard, mode } = fact.data
  if (heard.kind === 'counts') {
    if (heard.male + heard.female === 0) return [block('nobody-heard', 'data.heard')]
    return mode === 'direct' ? [warn('direct-without-names', 'data.heard')] : []
  }
  if (new Set(heard.people).size !== heard.people.length) return [block('named-twice', 'data.heard')]
  return heard.people.flatMap((person) => lifetimeProblems(fact, person, history, 'data.heard'))
}
