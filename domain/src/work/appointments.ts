import type { HouseholdId } from '../kernel/ids.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { VisitMade, WorkFact } from './facts.ts'

/** A household that is to be visited, and the day agreed on. */
export interface Appointment {
  readonly household: HouseholdId
  readonly on: PlainDate
}

/** Of each household the day agreed on at its last visit, where no visit followed; the earliest first. @param facts those that count */
export function appointmentsOf(facts: readonly WorkFact[]): Appointment[] {
  const last = new Map<HouseholdId, VisitMade>()
  for (const fact of facts) {
    if (fact.type !== 'visit-made') continue
    const before = last.get(fact.data.household)
    if (before === undefined || isLater(fact, before)) last.set(fact.data.household, fact)
  }
  return [...last.values()]
    .flatMap(({ data: { household, next } }) => (next === undefined ? [] : [{ household, on: next }]))
    .sort((a, b) => (a.on !== b.on ? (a.on < b.on ? -1 : 1) : a.household < b.household ? -1 : 1))
}

function isLater(a: VisitMade, b: VisitMade): boolean {
  return a.occurredOn !== b.occurredOn ? a.occurredOn > b.occurredOn : a.recordedAt !== b.recordedAt ? a.recordedAt > b.recordedAt : a.id > b.id
}
