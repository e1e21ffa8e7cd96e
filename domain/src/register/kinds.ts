import type { Kind } from '../kernel/decide.ts'
import type { SubjectId } from '../kernel/ids.ts'
import {
  BirthReported,
  DeathReported,
  HouseholdChanged,
  HouseholdClosed,
  HouseholdRegistered,
  HouseholdSplit,
  PersonChanged,
  PersonRegistered,
  PersonsJoined,
  type RegisterFact,
} from './facts.ts'
import { DivorceReported, MarriageReported, type Party, SeparationReported } from './marriage-facts.ts'
import { AdoptionReported, ArrivalReported, DepartureReported, PersonMoved, ResidenceConfirmed } from './move-facts.ts'
import type { Newcomer } from './person-fields.ts'
import { REGISTER_RANKS } from './fold.ts'
import { householdKnown } from './known.ts'
import { judgeBirth } from './rules/birth.ts'
import { judgeAdoption, judgeArrival, judgeConfirmed, judgeMoved } from './rules/coming.ts'
import { judgeHouseholdChanged, judgeHouseholdClosed, judgeHouseholdRegistered, judgeHouseholdSplit } from './rules/household.ts'
import { judgeJoined } from './rules/joined.ts'
import { judgeDeath, judgeDeparture } from './rules/leaving.ts'
import { judgeMarriage, judgeParting } from './rules/marriage.ts'
import { judgePersonChanged, judgePersonRegistered } from './rules/person.ts'

const roles = ['collaborator', 'officer'] as const
const present = (...ids: readonly (SubjectId | undefined)[]): SubjectId[] => ids.filter((id) => id !== undefined)
const opens = (who: Newcomer): SubjectId[] => (who.kind === 'new' ? [who.person] : [])
const namedBy = (who: Newcomer): SubjectId[] => (who.kind === 'new' ? present(who.person, who.mother, who.father, who.spouse) : [who.person])
const partners = (...parties: readonly Party[]): SubjectId[] => parties.flatMap((party) => (party.kind === 'person' ? [party.person] : []))

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
  'arrival-reported': {
    schema: ArrivalReported,
    rank: REGISTER_RANKS['arrival-reported'],
    roles,
    about: ({ data }) => present(...namedBy(data.who), data.household, data.previous),
    opens: ({ data }) => opens(data.who),
    within: ({ data: { household } }) => [{ household }],
    beside: ({ data: { household } }, history) => householdKnown(history, household).people,
    judge: judgeArrival,
  },
  'person-moved': {
    schema: PersonMoved,
    rank: REGISTER_RANKS['person-moved'],
    roles,
    about: ({ data }) => [data.household, ...data.people.map(({ person }) => person)],
    opens: () => [],
    within: ({ data: { household } }) => [{ household }],
    judge: judgeMoved,
  },
  'adoption-reported': {
    schema: AdoptionReported,
    rank: REGISTER_RANKS['adoption-reported'],
    roles,
    about: ({ data }) => present(...namedBy(data.who), data.household, ...data.adopters),
    opens: ({ data }) => opens(data.who),
    within: ({ data: { household } }) => [{ household }],
    judge: judgeAdoption,
  },
  'residence-confirmed': {
    schema: ResidenceConfirmed,
    rank: REGISTER_RANKS['residence-confirmed'],
    roles,
    about: ({ data }) => [data.person],
    opens: () => [],
    within: ({ data: { person } }) => [{ person }],
    judge: judgeConfirmed,
  },
  'marriage-reported': {
    schema: MarriageReported,
    rank: REGISTER_RANKS['marriage-reported'],
    roles,
    about: ({ data }) => partners(data.wife, data.husband),
    opens: () => [],
    within: () => [],
    judge: judgeMarriage,
  },
  'separation-reported': {
    schema: SeparationReported,
    rank: REGISTER_RANKS['separation-reported'],
    roles,
    about: ({ data }) => present(data.wife, data.husband),
    opens: () => [],
    within: () => [],
    judge: judgeParting,
  },
  'divorce-reported': {
    schema: DivorceReported,
    rank: REGISTER_RANKS['divorce-reported'],
    roles,
    about: ({ data }) => present(data.wife, data.husband),
    opens: () => [],
    within: () => [],
    judge: judgeParting,
  },
  'persons-joined': {
    schema: PersonsJoined,
    rank: REGISTER_RANKS['persons-joined'],
    roles: ['officer'],
    about: ({ data }) => [data.person, data.duplicate],
    opens: () => [],
    within: ({ data: { person } }) => [{ person }],
    judge: judgeJoined,
  },
  'household-split': {
    schema: HouseholdSplit,
    rank: REGISTER_RANKS['household-split'],
    roles,
    about: ({ data }) => [data.household, data.from, ...data.people.map(({ person }) => person)],
    opens: ({ data }) => [data.household],
    within: ({ data }) => [{ household: data.from }, ...data.people.map(({ person }) => ({ person }))],
    beside: ({ data: { from } }, history) => householdKnown(history, from).people,
    judge: judgeHouseholdSplit,
  },
  'household-closed': {
    schema: HouseholdClosed,
    rank: REGISTER_RANKS['household-closed'],
    roles,
    about: ({ data }) => [data.household],
    opens: () => [],
    within: ({ data: { household } }) => [{ household }],
    beside: ({ data: { household } }, history) => householdKnown(history, household).people,
    judge: judgeHouseholdClosed,
  },
} as const satisfies { [T in RegisterFact['type']]: Kind<Extract<RegisterFact, { type: T }>> }
