import type { Kind } from '../kernel/decide.ts'
import { type MonthFact, MonthSigned, NothingToReport } from './facts.ts'
import { judgeNothingToReport } from './rules/nothing-to-report.ts'
import { judgeMonthSigned } from './rules/month-signed.ts'

/** An officer notes them from a paper slip. */
const roles = ['collaborator', 'officer'] as const
const nobody = () => []

/** The facts by which a collaborator ends a month: both about nobody, of the area. */
export const monthKinds = {
  'nothing-to-report': { schema: NothingToReport, rank: 'other', roles, about: nobody, opens: nobody, within: nobody, judge: judgeNothingToReport },
  'month-signed': { schema: MonthSigned, rank: 'other', roles, about: nobody, opens: nobody, within: nobody, judge: judgeMonthSigned },
} as const satisfies { [T in MonthFact['type']]: Kind<Extract<MonthFact, { type: T }>> }
