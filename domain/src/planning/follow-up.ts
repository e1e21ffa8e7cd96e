import type { FactId, PersonId } from '../kernel/ids.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { Channel, Method, NotUsingReason, PregnancyEnd, ServicePlace, StopReason } from '../packs/tt01-2022/code-lists.ts'
import type { BirthReported, DeathReported } from '../register/facts.ts'
import type { MethodStarted, MethodStopped, NewbornScreened, PlanningFact, PregnancyEnded, PregnancyReported, PrenatalScreened } from './facts.ts'

/**
 * What a person's follow-up comes to: the fold of the planning facts about that person and of the register facts that end something, in fold order.
 *
 * 1. `evolve` accepts any history and never judges. Death ends it: what is noted after it changes nothing.
 * 2. Male sterilisation goes its own way beside the other methods, so that of a husband nothing else need be known. Among the others one runs at a time: a
 *    start closes the one that runs, on the same day, sterilisation too; a start of what runs already is passed over.
 * 3. A stop of what is not known to run is a spell whose beginning nobody noted. Who kept it against the warning says that it happened.
 * 4. One pregnancy is open at a time: a report while one is open is passed over. A live birth noted as such ends it, also one of the day it was found.
 * 5. A loss counts for itself, whether or not the pregnancy was noted.
 */
export interface FollowUp {
  readonly id: PersonId
  /** In order of their beginning, of both ways; the last one of a way may run. */
  readonly methods: readonly MethodSpell[]
  readonly pregnancies: readonly Pregnancy[]
  readonly losses: readonly Loss[]
  /** Screenings before birth that belong to no pregnancy noted. */
  readonly loose: readonly PrenatalScreening[]
  readonly newborn: readonly NewbornScreening[]
  readonly elder: readonly Examination[]
  readonly premarital: readonly Examination[]
  /** Why nothing is used, as last told; no more once a method is begun. */
  readonly declined?: { readonly on: PlainDate; readonly fact: FactId; readonly reason: NotUsingReason }
  readonly lastBirth?: { readonly on: PlainDate; readonly fact: FactId }
  readonly died?: PlainDate
}

export interface MethodSpell {
  readonly method: Method
  /** Absent where only the stop was noted. */
  readonly from?: PlainDate
  readonly started?: FactId
  readonly where?: ServicePlace
  readonly channel?: Channel
  /** The first day on which it is no more. */
  readonly until?: PlainDate
  readonly ended?: { readonly how: 'stopped' | 'switched' | 'death'; readonly fact: FactId; readonly reason?: StopReason }
}

export interface Pregnancy {
  readonly found: PlainDate
  readonly fact: FactId
  readonly which: number | 'unknown'
  readonly lastPeriod?: PlainDate
  readonly due?: PlainDate
  readonly ended?: { readonly on: PlainDate; readonly how: 'birth' | 'death' | PregnancyEnd; readonly fact: FactId }
  readonly screenings: readonly PrenatalScreening[]
}

export interface Loss {
  readonly on: PlainDate
  readonly outcome: PregnancyEnd
  readonly fact: FactId
  /** Absent where the pregnancy was not noted. */
  readonly which?: number | 'unknown'
}

export interface PrenatalScreening {
  readonly on: PlainDate
  readonly fact: FactId
  readonly window: PrenatalScreened['data']['window']
  readonly results: PrenatalScreened['data']['results']
  readonly where?: ServicePlace
}

export interface NewbornScreening {
  readonly on: PlainDate
  readonly fact: FactId
  readonly results: NewbornScreened['data']['results']
  readonly where?: ServicePlace
}

export interface Examination {
  readonly on: PlainDate
  readonly fact: FactId
  readonly where?: ServicePlace
  readonly note?: string
}

/** What the fold takes up: planning facts, and of the register what ends something. */
export type FollowedFact = PlanningFact | BirthReported | DeathReported

export function noFollowUp(id: PersonId): FollowUp {
  return { id, methods: [], pregnancies: [], losses: [], loose: [], newborn: [], elder: [], premarital: [] }
}

/** The state after one more fact. Never throws and never judges. */
export function evolve(state: FollowUp, fact: FollowedFact): FollowUp {
  if (state.died !== undefined || subjectOf(fact) !== state.id) return state
  switch (fact.type) {
    case 'method-started':
      return afterStart(state, fact)
    case 'method-stopped':
      return afterStop(state, fact)
    case 'method-declined':
      return { ...state, declined: { on: fact.occurredOn, fact: fact.id, reason: fact.data.reason } }
    case 'pregnancy-reported':
      return afterFound(state, fact)
    case 'pregnancy-ended':
      return afterLoss(state, fact)
    case 'prenatal-screened':
      return afterScreening(state, fact)
    case 'newborn-screened':
      return { ...state, newborn: [...state.newborn, { ...happened(fact), results: fact.data.results }] }
    case 'elder-examined':
      return { ...state, elder: [...state.elder, { ...happened(fact), ...(fact.data.note === undefined ? {} : { note: fact.data.note }) }] }
    case 'premarital-examined':
      return { ...state, premarital: [...state.premarital, happened(fact)] }
    case 'birth-reported':
      return { ...ended(state, { on: fact.occurredOn, how: 'birth', fact: fact.id }), lastBirth: { on: fact.occurredOn, fact: fact.id } }
    case 'death-reported':
      return afterDeath(state, fact)
  }
}

/** Whose follow-up a fact changes: of a birth the mother's. */
function subjectOf(fact: FollowedFact): PersonId | undefined {
  if (fact.type !== 'birth-reported') return fact.data.person
  const { mother, child } = fact.data
  return mother.kind === 'person' && mother.person !== child ? mother.person : undefined
}

function happened(fact: { readonly occurredOn: PlainDate; readonly id: FactId; readonly data: { readonly where?: ServicePlace } }): Examination {
  return { on: fact.occurredOn, fact: fact.id, ...(fact.data.where === undefined ? {} : { where: fact.data.where }) }
}

/** The spell that runs of the way a method goes: his sterilisation, or everything else. */
export function runningBeside(methods: readonly MethodSpell[], method: Method): MethodSpell | undefined {
  return methods.findLast((spell) => isHis(spell.method) === isHis(method) && spell.until === undefined)
}

/** Whether a method is his: followed at the man, counted at his wife. */
export function isHis(method: Method): boolean {
  return method === 'male-sterilisation'
}

function afterStart(state: FollowUp, fact: MethodStarted): FollowUp {
  const { method, where, channel } = fact.data
  const running = runningBeside(state.methods, method)
  if (running?.method === method) return state
  const begun: MethodSpell = {
    method,
    from: fact.occurredOn,
    started: fact.id,
    ...(where === undefined ? {} : { where }),
    ...(channel === undefined ? {} : { channel }),
  }
  const { declined: _answered, ...others } = state
  return { ...others, methods: [...closed(state.methods, running, fact.occurredOn, { how: 'switched', fact: fact.id }), begun] }
}

function afterStop(state: FollowUp, fact: MethodStopped): FollowUp {
  const { method, reason } = fact.data
  const running = runningBeside(state.methods, method)
  const end = { how: 'stopped', fact: fact.id, ...(reason === undefined ? {} : { reason }) } as const
  if (running?.method === method) return { ...state, methods: closed(state.methods, running, fact.occurredOn, end) }
  return { ...state, methods: [...state.methods, { method, until: fact.occurredOn, ended: end }] }
}

function closed(methods: readonly MethodSpell[], running: MethodSpell | undefined, until: PlainDate, end: NonNullable<MethodSpell['ended']>): MethodSpell[] {
  return methods.map((spell) => (spell === running ? { ...spell, until, ended: end } : spell))
}

/** The pregnancy that is not over. */
export function openPregnancy(state: FollowUp): Pregnancy | undefined {
  return state.pregnancies.find((pregnancy) => pregnancy.ended === undefined)
}

function afterFound(state: FollowUp, fact: PregnancyReported): FollowUp {
  if (openPregnancy(state) !== undefined) return state
  const { which, lastPeriod, due } = fact.data
  const since = lastPeriod ?? fact.occurredOn
  const found: Pregnancy = {
    found: fact.occurredOn,
    fact: fact.id,
    which,
    ...(lastPeriod === undefined ? {} : { lastPeriod }),
    ...(due === undefined ? {} : { due }),
    screenings: state.loose.filter((screening) => screening.on >= since),
  }
  const open = { ...state, pregnancies: [...state.pregnancies, found], loose: state.loose.filter((screening) => screening.on < since) }
  return state.lastBirth?.on === fact.occurredOn ? ended(open, { ...state.lastBirth, how: 'birth' }) : open
}

function ended(state: FollowUp, end: NonNullable<Pregnancy['ended']>): FollowUp {
  return { ...state, pregnancies: state.pregnancies.map((pregnancy) => (pregnancy.ended === undefined ? { ...pregnancy, ended: end } : pregnancy)) }
}

function afterLoss(state: FollowUp, fact: PregnancyEnded): FollowUp {
  const { outcome } = fact.data
  const open = openPregnancy(state)
  const loss: Loss = { on: fact.occurredOn, outcome, fact: fact.id, ...(open === undefined ? {} : { which: open.which }) }
  return { ...ended(state, { on: fact.occurredOn, how: outcome, fact: fact.id }), losses: [...state.losses, loss] }
}

function afterScreening(state: FollowUp, fact: PrenatalScreened): FollowUp {
  const screening: PrenatalScreening = { ...happened(fact), window: fact.data.window, results: fact.data.results }
  const open = openPregnancy(state)
  if (open === undefined) return { ...state, loose: [...state.loose, screening] }
  return {
    ...state,
    pregnancies: state.pregnancies.map((pregnancy) => (pregnancy === open ? { ...pregnancy, screenings: [...pregnancy.screenings, screening] } : pregnancy)),
  }
}

function afterDeath(state: FollowUp, fact: DeathReported): FollowUp {
  const end = { on: fact.occurredOn, how: 'death', fact: fact.id } as const
  const methods = state.methods.map((spell): MethodSpell => (spell.until === undefined ? { ...spell, until: end.on, ended: { how: 'death', fact: fact.id } } : spell))
  return { ...ended(state, end), methods, died: fact.occurredOn }
}
