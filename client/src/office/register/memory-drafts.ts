import type { UserId } from '@sotay/domain/kernel/ids'
import type { Drafts } from '../../store/drafts.ts'

const kept = new Map<string, unknown>()
let owner: UserId | undefined

/**
 * Half-filled forms, in the memory of the open page and nowhere else: a computer of the office is shared, and what is written to its disk stays there.
 * Another user finds nothing.
 */
export function memoryDrafts(user: UserId): Drafts {
  if (owner !== user) kept.clear()
  owner = user
  return {
    read: (key) => Promise.resolve(kept.get(key)),
    keep: (key, value) => Promise.resolve(void kept.set(key, value)),
    putAway: (key) => Promise.resolve(void kept.delete(key)),
  }
}

/** Whether something stands half filled, which closing the page would lose. */
export function hasDrafts(): boolean {
  return kept.size > 0
}
