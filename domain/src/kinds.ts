import type { Kind } from './kernel/decide.ts'
import { type AnyFact, Envelope } from './kernel/fact.ts'
import { FactSettled, FactWithdrawn } from './kernel/taking-back.ts'
import type { MonthFact } from './month/facts.ts'
import { monthKinds } from './month/kinds.ts'
import type { PlanningFact } from './planning/facts.ts'
import { planningKinds } from './planning/kinds.ts'
import type { RegisterFact } from './register/facts.ts'
import { registerKinds } from './register/kinds.ts'
import type { WorkFact } from './work/facts.ts'
import { workKinds } from './work/kinds.ts'

/** Every fact that this version notes, judges and folds. */
export type Fact = RegisterFact | PlanningFact | WorkFact | MonthFact | FactWithdrawn | FactSettled
export type FactType = Fact['type']
export type FactOf<T extends FactType> = Extract<Fact, { type: T }>

const nothing = () => []

/** Every type of fact with its schema, rules, rank and subjects; a type that lacks one does not build. */
export const kinds = {
  ...registerKinds,
  ...planningKinds,
  ...workKinds,
  ...monthKinds,
  'fact-withdrawn': {
    schema: FactWithdrawn,
    rank: 'other',
    roles: ['collaborator', 'officer'],
    about: nothing,
    opens: nothing,
    within: nothing,
    judge: nothing,
  },
  'fact-settled': {
    schema: FactSettled,
    rank: 'other',
    roles: ['officer'],
    about: nothing,
    opens: nothing,
    within: nothing,
    judge: nothing,
  },
} as const satisfies { [T in FactType]: Kind<FactOf<T>> }

export function isFactType(type: string): type is FactType {
  return Object.hasOwn(kinds, type)
}

/**
 * What came in from outside, as far as it can be read.
 * - `known`: a fact of a type and version that this app knows, brought to NFC.
 * - `newer`: an envelope of a type or version it does not know: kept, passed on, shown, not folded (SYNC-9).
 * - `unreadable`: everything else, with the paths at which it is not what it should be.
 */
export type Reading =
  | { readonly kind: 'known'; readonly fact: Fact }
  | { readonly kind: 'newer'; readonly fact: AnyFact }
  | { readonly kind: 'unreadable'; readonly at: readonly string[] }

/** Reads a fact from anything. Never throws. */
export function readFact(raw: unknown): Reading {
  const envelope = Envelope.safeParse(raw)
  if (!envelope.success) return { kind: 'unreadable', at: pathsOf(envelope.error.issues) }
  const { type, v } = envelope.data
  if (!isFactType(type) || v !== 1) return { kind: 'newer', fact: envelope.data }
  const read = kinds[type].schema.safeParse(raw)
  if (!read.success) return { kind: 'unreadable', at: pathsOf(read.error.issues) }
  return { kind: 'known', fact: read.data }
}

function pathsOf(issues: readonly { readonly path: readonly PropertyKey[] }[]): string[] {
  return [...new Set(issues.map((issue) => issue.path.map(String).join('.')))].slice(0, 20)
}
