import type { FactOf } from '../kinds.ts'
import type { Method, NewbornCondition, NotUsingReason, PregnancyEnd, PrenatalCondition, ScreeningResult } from '../packs/tt01-2022/code-lists.ts'
import { NEWBORN_CONDITIONS, PRENATAL_CONDITIONS } from '../packs/tt01-2022/code-lists.ts'
import type { PlanningFact } from '../planning/facts.ts'
import type { Draft, Told } from './drafts.ts'
import { personId } from './ids.ts'

type Over<T extends PlanningFact['type']> = Partial<Told> & { readonly data?: Partial<FactOf<T>['data']> }

export function started(name: string, method: Method, on: string, over: Over<'method-started'> = {}): Draft {
  const { data, ...told } = over
  return { type: 'method-started', on, ...told, data: { person: personId(name), method, ...data } }
}

export function stopped(name: string, method: Method, on: string, over: Over<'method-stopped'> = {}): Draft {
  const { data, ...told } = over
  return { type: 'method-stopped', on, ...told, data: { person: personId(name), method, ...data } }
}

export function declined(name: string, reason: NotUsingReason, on: string, over: Over<'method-declined'> = {}): Draft {
  const { data, ...told } = over
  return { type: 'method-declined', on, ...told, data: { person: personId(name), reason, ...data } }
}

/** A pregnancy found, by default which one is not known. */
export function pregnancy(name: string, on: string, over: Over<'pregnancy-reported'> = {}): Draft {
  const { data, ...told } = over
  return { type: 'pregnancy-reported', on, ...told, data: { person: personId(name), which: 'unknown', ...data } }
}

export function pregnancyEnded(name: string, outcome: PregnancyEnd, on: string, over: Over<'pregnancy-ended'> = {}): Draft {
  const { data, ...told } = over
  return { type: 'pregnancy-ended', on, ...told, data: { person: personId(name), outcome, ...data } }
}

/** A screening before birth, by default of all four conditions, normal, at 12 weeks. */
export function prenatal(name: string, on: string, results = all<PrenatalCondition>(PRENATAL_CONDITIONS), over: Over<'prenatal-screened'> = {}): Draft {
  const { data, ...told } = over
  return { type: 'prenatal-screened', on, ...told, data: { person: personId(name), window: '12', results, ...data } }
}

/** A screening of a newborn, by default of all five conditions, normal. */
export function newborn(name: string, on: string, results = all<NewbornCondition>(NEWBORN_CONDITIONS), over: Over<'newborn-screened'> = {}): Draft {
  const { data, ...told } = over
  return { type: 'newborn-screened', on, ...told, data: { person: personId(name), results, ...data } }
}

export function elderExamined(name: string, on: string, over: Over<'elder-examined'> = {}): Draft {
  const { data, ...told } = over
  return { type: 'elder-examined', on, ...told, data: { person: personId(name), ...data } }
}

export function premaritalExamined(name: string, on: string, over: Over<'premarital-examined'> = {}): Draft {
  const { data, ...told } = over
  return { type: 'premarital-examined', on, ...told, data: { person: personId(name), ...data } }
}

function all<C extends string>(conditions: readonly C[]): Partial<Record<C, ScreeningResult>> {
  const results: Partial<Record<C, ScreeningResult>> = {}
  for (const condition of conditions) results[condition] = 'normal'
  return results
}
