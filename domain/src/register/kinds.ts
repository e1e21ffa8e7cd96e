import type { Kind } from '../kernel/decide.ts'
import type { SubjectId } from '../kernel/ids.ts'
import {
  BirthReported,
  DeathReported,
  HouseholdChanged,
  HouseholdRegistered,
  PersonChanged,
  PersonRegistered,
  type RegisterFact,
} from './facts.ts'
import { DepartureReported } from './move-facts.ts'
import { REGISTER_RANKS } from './fold.ts'
import { judgeBirth } from './rules/birth.ts'
import { judgeHouseholdChanged, judgeHouseholdRegistered } from './rules/household.ts'
import { judgeDeath, judgeDeparture } from './rules/leaving.ts'
import { judgePersonChanged, judgePersonRegistered } from './rules/person.ts'

const roles = ['collaborator', 'officer'] as const
const present = (...ids: readonly (SubjectId | undefined)[]): SubjectId[] => ids.filter((id) => id !== undefined)

/** Every type of fact of the register, complete: the compiler refuses a type that lacks a part. */
export const registerKinds = {
  'household-registered': {
    schema: HouseholdRegistered,
    rank: REGISTER_RANKS['household-registered'],
    roles,
    about: ({ data }) => [data.household],
    opens: ({ data }) => [data.household],
    within: () => [],
    judge: judgeHouseholdRegistered,
  },
  'household-changed': {
    schema: HouseholdChanged,
    rank: REGISTER_RANKS['household-changed'],
    roles,
    about: ({ data }) => present(data.household, data.head),
    opens: () => [],
    within: ({ data: { household } }) => [{ household }],
    judge: judgeHouseholdChanged,
  },
  'person-registered': {
    schema: PersonRegistered,
    rank: REGISTER_RANKS['person-registered'],
    roles,
    about: ({ data }) => present(data.person, data.household, data.mother, data.father, data.spouse),
    opens: ({ data }) => [data.person],
    within: ({ data: { household } }) => [{ household }],
    judge: judgePersonRegistered,
  },
  'person-changed': {
    schema: PersonChanged,
    rank: REGISTER_RANKS['person-changed'],
    roles,
    about: ({ data }) => [data.person],
    opens: () => [],
    within: ({ data: { person } }) => [{ person }],
    judge: judgePersonChanged,
  },
  'birth-reported': {
    schema: BirthReported,
    rank: REGISTER_RANKS['birth-reported'],
    roles,
    about: ({ data }) => present(data.child, data.household, data.mother.kind === 'person' ? data.mother.person : undefined),
    opens: ({ data }) => [data.child],
    within: ({ data: { household } }) => [{ household }],
    judge: judgeBirth,
  },
  'death-reported': {
    schema: DeathReported,
    rank: REGISTER_RANKS['death-reported'],
    roles,
    about: ({ data }) => [data.person],
    opens: () => [],
    within: ({ data: { person } }) => [{ person }],
    judge: judgeDeath,
  },
  'departure-reported': {
    schema: DepartureReported,
    rank: REGISTER_RANKS['departure-reported'],
    roles,
    about: ({ data }) => [...data.people],
    opens: () => [],
    within: ({ data }) => data.people.map((person) => ({ person })),
    judge: judgeDeparture,
  },
} as const satisfies { [T in RegisterFact['type']]: Kind<Extract<RegisterFact, { type: T }>> }
