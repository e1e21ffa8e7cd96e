import type { AreaId, UserId } from './ids.ts'
import type { PlainDate } from './plain-date.ts'

/** What somebody is in the service. A person may be officer here and collaborator there: one user, one role, one sign-in. */
export const ROLES = ['collaborator', 'officer', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** Responsibility of a user for an area, dated; `to` is its last day, absent while it lasts. */
export interface Responsibility {
  readonly area: AreaId
  readonly from: PlainDate
  readonly to?: PlainDate
}

/** Who is noting or asking. */
export interface Actor {
  readonly user: UserId
  readonly role: Role
  /** A collaborator's areas, past ones included. */
  readonly responsibilities: readonly Responsibility[]
  /** The areas of an officer's commune, all of which she may note for. */
  readonly communeAreas: readonly AreaId[]
}
