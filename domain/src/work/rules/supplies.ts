import type { Context, History } from '../../kernel/decide.ts'
import { type Problem, warn } from '../../kernel/problem.ts'
import { personKnown } from '../../register/known.ts'
import { lifetimeProblems } from '../../register/rules/lifetime.ts'
import type { SuppliesGiven } from '../facts.ts'

/** Supplies put into somebody's hand: alive and here; pills are taken by women; what is free costs nothing. */
export function judgeSupplies(fact: SuppliesGiven, history: History, _context: Context): Problem[] {
  const { person: id, product, channel, money } = fact.data
  const problems = lifetimeProblems(fact, id, history, 'data.person')
  const person = personKnown(history, id)
  if (product === 'pill' && person.status !== 'unopened' && person.sex === 'male') problems.push(warn('pill-for-a-man', 'data.product'))
  if (channel === 'free' && money !== undefined && money > 0) problems.push(warn('paid-though-free', 'data.money', { money }))
  return problems
}
