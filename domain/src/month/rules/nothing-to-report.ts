import type { Context, History } from '../../kernel/decide.ts'
import { firstDay } from '../../kernel/period.ts'
import { block, type Problem, warn } from '../../kernel/problem.ts'
import type { NothingToReport } from '../facts.ts'

/** "Không phát sinh" of a month that has begun, for sections in which nothing is noted. */
export function judgeNothingToReport(fact: NothingToReport, history: History, { today }: Context): Problem[] {
  const { month, sections } = fact.data
  if (firstDay(month) > today) return [block('month-to-come', 'data.month', { month })]
  const lines = history.lines(fact.area, month)
  return [...new Set(sections)].flatMap((section) => {
    const count = lines.get(section) ?? 0
    return count === 0 ? [] : [warn('section-not-empty', 'data.sections', { section, count })]
  })
}
