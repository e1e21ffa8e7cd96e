import type { Context, History } from '../../kernel/decide.ts'
import { firstDay, lastDay } from '../../kernel/period.ts'
import { block, type Problem, warn } from '../../kernel/problem.ts'
import type { MonthSigned } from '../facts.ts'
import { signatureOf } from '../month.ts'

/** A signature under a month that has begun, hardly before it is over; once, though a later one is allowed and speaks. */
export function judgeMonthSigned(fact: MonthSigned, history: History, { today }: Context): Problem[] {
  const { month } = fact.data
  if (firstDay(month) > today) return [block('month-to-come', 'data.month', { month })]
  const problems: Problem[] = []
  if (fact.occurredOn <= lastDay(month)) problems.push(warn('month-not-over', 'data.month', { month, on: lastDay(month) }))
  const before = signatureOf(history.aboutNobody(fact.area), month)
  if (before !== undefined) problems.push(warn('signed-already', 'data.month', { month, on: before.occurredOn }))
  return problems
}
