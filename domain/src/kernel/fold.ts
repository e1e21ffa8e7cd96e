import { effective, type Noted } from './effective.ts'
import type { AnyFact } from './fact.ts'

/** Where a type of fact stands among those of one day: openings of a subject, then whatever happens, then its end. */
export type Rank = 'opening' | 'other' | 'end'

const PLACE: Record<Rank, number> = { opening: 0, other: 1, end: 2 }

/**
 * The order in which facts are folded: `occurredOn`, rank, `recordedAt`, `id`. It depends on the facts alone, never on their arrival.
 * @returns negative when `a` comes first
 */
export function foldOrder(rank: (fact: AnyFact) => Rank) {
  return (a: AnyFact, b: AnyFact): number => {
    if (a.occurredOn !== b.occurredOn) return a.occurredOn < b.occurredOn ? -1 : 1
    const place = PLACE[rank(a)] - PLACE[rank(b)]
    if (place !== 0) return place
    if (a.recordedAt !== b.recordedAt) return a.recordedAt - b.recordedAt
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
  }
}

/** The facts that count, in fold order. */
export function inOrder<F extends AnyFact>(noted: readonly Noted<F>[], rank: (fact: AnyFact) => Rank): F[] {
  return effective(noted).sort(foldOrder(rank))
}
