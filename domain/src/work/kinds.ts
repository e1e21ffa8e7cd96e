import type { Kind } from '../kernel/decide.ts'
import { householdKnown } from '../register/known.ts'
import { CounsellingGiven, SuppliesGiven, TaskAnswered, TaskGiven, VisitMade, type WorkFact } from './facts.ts'
import { judgeCounselling } from './rules/counselling.ts'
import { judgeSupplies } from './rules/supplies.ts'
import { judgeTaskAnswered, judgeTaskGiven } from './rules/task.ts'
import { judgeVisit } from './rules/visit.ts'

const roles = ['collaborator', 'officer'] as const
const nobody = () => []

/** Every type of fact of the handbook. A talk, a group counted by sex and a task are about nobody: they belong to the area. */
export const workKinds = {
  'visit-made': {
    schema: VisitMade,
    rank: 'other',
    roles,
    about: ({ data }) => [data.household],
    opens: nobody,
    within: ({ data: { household } }) => [{ household }],
    beside: ({ data: { household } }, history) => householdKnown(history, household).people,
    judge: judgeVisit,
  },
  'counselling-given': {
    schema: CounsellingGiven,
    rank: 'other',
    roles,
    about: ({ data: { heard } }) => (heard.kind === 'people' ? [...new Set(heard.people)] : []),
    opens: nobody,
    within: ({ data: { heard } }) => (heard.kind === 'people' ? heard.people.map((person) => ({ person })) : []),
    judge: judgeCounselling,
  },
  'supplies-given': {
    schema: SuppliesGiven,
    rank: 'other',
    roles,
    about: ({ data }) => [data.person],
    opens: nobody,
    within: ({ data: { person } }) => [{ person }],
    judge: judgeSupplies,
  },
  'task-given': { schema: TaskGiven, rank: 'other', roles: ['officer'], about: nobody, opens: nobody, within: nobody, judge: judgeTaskGiven },
  'task-answered': { schema: TaskAnswered, rank: 'other', roles, about: nobody, opens: nobody, within: nobody, judge: judgeTaskAnswered },
} as const satisfies { [T in WorkFact['type']]: Kind<Extract<WorkFact, { type: T }>> }
