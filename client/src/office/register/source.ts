import type { AreaId, UserId } from '@sotay/domain/kernel/ids'
import type { UserSeen } from '@sotay/domain/wire/people'
import { createContext } from 'preact'

export const VIAS = ['office', 'paper', 'telephone'] as const
export type Via = (typeof VIAS)[number]

/** Where a note comes from: how it reached the office, and the collaborator who reports it, if one does. */
export interface Source {
  readonly via: Via
  readonly reportedBy: UserId | 'nobody'
}

/** What stays while one note after the other is made. */
export interface Noting {
  /** What was chosen last, for who types a heap of slips; nothing at first. */
  readonly source: Partial<Source>
  readonly choose: (source: Partial<Source>) => void
  /** Something was noted: lists are asked for again. */
  readonly noted: () => void
}

export const NotingContext = createContext<Noting>({ source: {}, choose: () => undefined, noted: () => undefined })

/** The collaborators who have an area today, then those who had it, by name. */
export function reportersOf(users: readonly UserSeen[], area: AreaId, today: string): { readonly user: UserId; readonly name: string; readonly isFormer: boolean }[] {
  return users
    .flatMap(({ user, fullName, role, responsibilities }) => {
      const held = responsibilities.filter((one) => one.area === area)
      if (role !== 'collaborator' || held.length === 0) return []
      return [{ user, name: fullName, isFormer: held.every(({ to }) => to !== null && to < today) }]
    })
    .sort((a, b) => Number(a.isFormer) - Number(b.isFormer) || a.name.localeCompare(b.name, 'vi'))
}

/** A source chosen in full for an area: a reporter of another area is no choice here. */
export function findSource({ via, reportedBy }: Partial<Source>, reporters: readonly { readonly user: UserId }[]): Source | undefined {
  if (via === undefined || reportedBy === undefined) return undefined
  return reportedBy === 'nobody' || reporters.some(({ user }) => user === reportedBy) ? { via, reportedBy } : undefined
}
