import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { DraftShelf } from './drafts.ts'
import { type Shelf, ShelfFull, type ShelfRecord, ShelfTaken } from './shelf.ts'
import type { VaultShelf } from './vault.ts'

/** What one person's book on this device is made of. Everything but `vault` is sealed. */
interface BookSchema extends DBSchema {
  journal: { key: number; value: ShelfRecord }
  drafts: { key: string; value: Uint8Array<ArrayBuffer> }
  /** The locks of the seal: wrapped keys, salt, device key, wrong attempts. */
  vault: { key: string; value: unknown }
}

export type BookDatabase = IDBPDatabase<BookSchema>

/** Opens the book of one user on this device; other users of the device have books of their own. */
export async function openDatabase(name: string): Promise<BookDatabase> {
  return openDB<BookSchema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('journal', { keyPath: 'n' })
      fresh.createObjectStore('drafts')
      fresh.createObjectStore('vault')
    },
  })
}

/** The journal in IndexedDB, each change one transaction that is on the disk before it resolves (`durability: strict`, SYNC-1). */
export function idbShelf(database: BookDatabase): Shelf {
  const change = async (work: (journal: JournalStore, last: number) => Promise<unknown>): Promise<void> => {
    const transaction = journalTransaction(database)
    try {
      const cursor = await transaction.store.openKeyCursor(null, 'prev')
      await work(transaction.store, cursor?.key ?? 0)
      await transaction.done
    } catch (cause) {
      await aborted(transaction)
      throw cause instanceof DOMException && cause.name === 'QuotaExceededError' ? new ShelfFull('no room on the device', { cause }) : cause
    }
  }
  return {
    read: (after) => database.getAll('journal', IDBKeyRange.lowerBound(after, true)),
    append: (record) =>
      change((journal, last) => {
        if (record.n !== last + 1) throw new ShelfTaken(`record ${record.n} after ${last}`)
        return journal.add(record)
      }),
    compact: (record) =>
      change(async (journal, last) => {
        if (record.n !== last) throw new ShelfTaken(`compacting to ${record.n} of ${last}`)
        await journal.delete(IDBKeyRange.upperBound(last))
        await journal.add(record)
      }),
  }
}

/** The lock's parts, on the disk before a write resolves. */
export function idbVault(database: BookDatabase): VaultShelf {
  return {
    get: (key) => database.get('vault', key),
    async put(values) {
      const transaction = database.transaction('vault', 'readwrite', { durability: 'strict' })
      for (const [key, value] of Object.entries(values)) void transaction.store.put(value, key)
      await transaction.done
    },
  }
}

export function idbDrafts(database: BookDatabase): DraftShelf {
  return {
    get: (key) => database.get('drafts', key),
    put: (key, sealed) => database.put('drafts', sealed, key),
    delete: (key) => database.delete('drafts', key),
  }
}

type JournalTransaction = ReturnType<typeof journalTransaction>
type JournalStore = JournalTransaction['store']
function journalTransaction(database: BookDatabase) {
  return database.transaction('journal', 'readwrite', { durability: 'strict' })
}

/** Waits until a transaction that failed has been undone. */
async function aborted(transaction: JournalTransaction): Promise<void> {
  try {
    transaction.abort()
  } catch {
    // It has ended already.
  }
  await transaction.done.catch(() => undefined)
}
