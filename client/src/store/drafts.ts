import type { Seal } from './seal.ts'

/** Where half-written notes lie, sealed, until they are noted or put away. */
export interface DraftShelf {
  readonly get: (key: string) => Promise<Uint8Array<ArrayBuffer> | undefined>
  readonly put: (key: string, sealed: Uint8Array<ArrayBuffer>) => Promise<unknown>
  readonly delete: (key: string) => Promise<void>
}

export interface Drafts {
  readonly read: (key: string) => Promise<unknown>
  /** Keeps a draft as it stands; of several in quick succession only the last need reach the disk. Resolves when this or a later one has. */
  readonly keep: (key: string, value: unknown) => Promise<void>
  /** Puts a draft away, once it is a note or given up. */
  readonly putAway: (key: string) => Promise<void>
}

export function openDrafts(shelf: DraftShelf, seal: Seal): Drafts {
  const waiting = new Map<string, { value: unknown } | undefined>()
  const writing = new Map<string, Promise<void>>()

  async function write(key: string): Promise<void> {
    while (waiting.has(key)) {
      const next = waiting.get(key)
      waiting.delete(key)
      if (next === undefined) await shelf.delete(key)
      else await shelf.put(key, await seal.close(next.value))
    }
  }

  async function schedule(key: string, next: { value: unknown } | undefined): Promise<void> {
    waiting.set(key, next)
    const run = writing.get(key) ?? write(key).finally(() => writing.delete(key))
    writing.set(key, run)
    await run
  }

  return {
    async read(key) {
      const sealed = await shelf.get(key)
      return sealed === undefined ? undefined : seal.open(sealed)
    },
    keep: (key, value) => schedule(key, { value }),
    putAway: (key) => schedule(key, undefined),
  }
}
