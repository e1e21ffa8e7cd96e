import { effective, type Noted } from '../kernel/effective.ts'
import type { AnyFact } from '../kernel/fact.ts'
import type { WorkFact } from './facts.ts'

const TYPES: Record<WorkFact['type'], true> = { 'visit-made': true, 'counselling-given': true, 'supplies-given': true, 'task-given': true, 'task-answered': true }

/** Whether a fact, already parsed, is one that this version of the handbook counts; a later version of a type is not. */
export function isWorkFact(fact: AnyFact): fact is WorkFact {
  return fact.v === 1 && Object.hasOwn(TYPES, fact.type)
}

/** The facts of the handbook that count among those noted, in no particular order. `noted` holds with a fact all that corrects, withdraws or settles it. */
export function workFacts(noted: readonly Noted[]): WorkFact[] {
  return effective(noted).filter(isWorkFact)
}
