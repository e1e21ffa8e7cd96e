import type { Kind } from '../kernel/decide.ts'
import {
  ElderExamined,
  MethodDeclined,
  MethodStarted,
  MethodStopped,
  NewbornScreened,
  type PlanningFact,
  PregnancyEnded,
  PregnancyReported,
  PremaritalExamined,
  PrenatalScreened,
} from './facts.ts'
import { judgeMethodDeclined, judgeMethodStarted, judgeMethodStopped } from './rules/method.ts'
import { judgePregnancyEnded, judgePregnancyReported } from './rules/pregnancy.ts'
import { judgeElderExamined, judgeNewbornScreened, judgePremaritalExamined, judgePrenatalScreened } from './rules/screening.ts'

/** Each is about one person, in whose book it is noted, and opens nobody. */
const ofOnePerson = {
  rank: 'other',
  roles: ['collaborator', 'officer'],
  about: ({ data }: PlanningFact) => [data.person],
  opens: () => [],
  within: ({ data: { person } }: PlanningFact) => [{ person }],
} as const

/** Every type of fact of the follow-up, complete: the compiler refuses a type that lacks a part. */
export const planningKinds = {
  'method-started': { schema: MethodStarted, ...ofOnePerson, judge: judgeMethodStarted },
  'method-stopped': { schema: MethodStopped, ...ofOnePerson, judge: judgeMethodStopped },
  'method-declined': { schema: MethodDeclined, ...ofOnePerson, judge: judgeMethodDeclined },
  'pregnancy-reported': { schema: PregnancyReported, ...ofOnePerson, judge: judgePregnancyReported },
  'pregnancy-ended': { schema: PregnancyEnded, ...ofOnePerson, judge: judgePregnancyEnded },
  'prenatal-screened': { schema: PrenatalScreened, ...ofOnePerson, judge: judgePrenatalScreened },
  'newborn-screened': { schema: NewbornScreened, ...ofOnePerson, judge: judgeNewbornScreened },
  'elder-examined': { schema: ElderExamined, ...ofOnePerson, judge: judgeElderExamined },
  'premarital-examined': { schema: PremaritalExamined, ...ofOnePerson, judge: judgePremaritalExamined },
} as const satisfies { [T in PlanningFact['type']]: Kind<Extract<PlanningFact, { type: T }>> }
