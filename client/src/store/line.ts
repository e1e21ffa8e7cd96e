import { type Fact, readFact } from '@sotay/domain/kinds'
import type { AnyFact } from '@sotay/domain/kernel/fact'
import { type AreaId, FactId, type RegistryId, type SubjectId } from '@sotay/domain/kernel/ids'
import type { Problem } from '@sotay/domain/kernel/problem'
import type { Cursor, Entry } from '@sotay/domain/sync/protocol'
import type { Me } from '@sotay/domain/wire/session'
import type { Snapshot } from './phone-state.ts'

/**
 * What can happen to a phone, as its journal tells it. The phone's state is the fold of its lines (`phone-state.ts`); one record of the
 * shelf holds the lines that belong together.
 */
export type Line =
  /** She noted something: the fact and its place in the outbox are this one line (SYNC-1). */
  | { readonly kind: 'noted'; readonly fact: Fact }
  /** The service said where facts stand, and which log it speaks of. */
  | { readonly kind: 'answered'; readonly epoch: string; readonly offset: number; readonly at: number; readonly verdicts: readonly Standing[] }
  /** One page of an area's feed with the cursor after it (SYNC-5). */
  | {
      readonly kind: 'page'
      readonly area: AreaId
      readonly registry: RegistryId
      readonly cursor: Cursor
      readonly entries: readonly KeptEntry[]
      readonly newcomers: readonly SubjectId[]
      readonly gone: readonly SubjectId[]
    }
  | { readonly kind: 'lost'; readonly area: AreaId }
  /** The log is another one than before, or records did not open: pull anew, and send again what the log does not hold (SYNC-8). */
  | { readonly kind: 'restarted'; readonly mended?: number }
  /** Every feed has been read to its end since the restart. */
  | { readonly kind: 'caught-up' }
  | { readonly kind: 'me'; readonly me: Me; readonly offset: number }
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }

/** Where a fact that was sent stands. */
export interface Standing {
  readonly id: FactId
  readonly standing: 'accepted' | 'held' | 'unplaced' | 'refused'
  readonly problems: readonly Problem[]
}

/** An entry of a log as the phone keeps it: read where this version can read it, as it came where it cannot (SYNC-9). */
export interface KeptEntry {
  readonly status: 'accepted' | 'held'
  readonly seq: number
  readonly receivedAt: number
  readonly problems: readonly Problem[]
  readonly read:
    | { readonly as: 'known'; readonly fact: Fact }
    | { readonly as: 'newer'; readonly fact: AnyFact }
    | { readonly as: 'unread'; readonly id: FactId | null; readonly raw: unknown }
}

/** Reads an entry as far as this version of the app can. Never throws. */
export function keepEntry(entry: Entry): KeptEntry {
  const { status, seq, receivedAt, problems, raw } = entry
  return { status, seq, receivedAt, problems, read: readEntry(raw) }
}

function readEntry(raw: unknown): KeptEntry['read'] {
  const reading = readFact(raw)
  switch (reading.kind) {
    case 'known':
      return { as: 'known', fact: reading.fact }
    case 'newer':
      return { as: 'newer', fact: reading.fact }
    case 'unreadable': {
      const id = typeof raw === 'object' && raw !== null && 'id' in raw ? FactId.safeParse(raw.id) : undefined
      return { as: 'unread', id: id?.success === true ? id.data : null, raw }
    }
  }
}

/** The same entry as a later version of the app may read it. */
export function readAgain(entry: KeptEntry): KeptEntry {
  switch (entry.read.as) {
    case 'known':
      return entry
    case 'newer':
      return { ...entry, read: readEntry(entry.read.fact) }
    case 'unread':
      return { ...entry, read: readEntry(entry.read.raw) }
  }
}

/** Lines as they come back from the shelf. What a seal opens is what this app closed, so it is trusted and not read field by field. */
export function linesFrom(value: unknown): readonly Line[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- authenticated by the seal; parsed when it was written
  return value as readonly Line[]
}
