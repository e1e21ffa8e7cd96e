import type { Actor, Role } from '../kernel/actor.ts'
import type { AnyFact } from '../kernel/fact.ts'
import type { AreaId } from '../kernel/ids.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import { block, type Problem } from '../kernel/problem.ts'

/** Whether a collaborator was ever given an area; an officer has all of her commune's, an administrator none. */
export function everHad(actor: Actor, area: AreaId): boolean {
  return actor.role === 'officer' ? actor.communeAreas.includes(area) : actor.responsibilities.some((held) => held.area === area)
}

/** Whether the actor is responsible for an area on a day. */
export function isResponsible(actor: Actor, area: AreaId, day: PlainDate): boolean {
  if (actor.role === 'officer') return actor.communeAreas.includes(area)
  return actor.responsibilities.some((held) => held.area === area && held.from <= day && (held.to === undefined || day <= held.to))
}

/** The areas whose people an actor may read on a day. */
export function readableAreas(actor: Actor, day: PlainDate): AreaId[] {
  if (actor.role === 'officer') return [...actor.communeAreas]
  return [...new Set(actor.responsibilities.map((held) => held.area))].filter((area) => isResponsible(actor, area, day))
}

/**
 * Whether somebody may note a fact (domain.md §4 "author"): accepted where responsible for the area on the day it happened or on the day it is
 * received; the officer for any area of the commune. All else is held for the officer's hand-over tray.
 */
export function authorProblems(fact: AnyFact, roles: readonly Role[], actor: Actor, today: PlainDate): Problem[] {
  if (fact.recordedBy !== actor.user) return [block('another-author', 'recordedBy')]
  if (!roles.includes(actor.role)) return [block('role-may-not', 'type', { role: actor.role })]
  if (isResponsible(actor, fact.area, fact.occurredOn) || isResponsible(actor, fact.area, today)) return []
  return [block('not-your-area', 'area')]
}
