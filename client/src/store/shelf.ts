/**
 * Where a phone keeps its journal: numbered sealed records, one after the other, 1, 2, 3 …
 *
 * 1. `append` and `compact` are all or nothing, and on the disk before they resolve (SYNC-1).
 * 2. A number is given once: of two writers of one number the second is told `ShelfTaken` and nothing changes.
 * 3. There is no deleting. `compact` puts one record in the place of those that it replaces, in the same transaction.
 */
export interface Shelf {
  /** The records numbered above `after`, in order. */
  read(after: number): Promise<readonly ShelfRecord[]>
  /** Adds the record of the next number. @throws ShelfTaken, ShelfFull */
  append(record: ShelfRecord): Promise<void>
  /** Puts `record` in place of all records up to its number. @throws ShelfTaken when a later record is there, ShelfFull */
  compact(record: ShelfRecord): Promise<void>
}

export interface ShelfRecord {
  readonly n: number
  readonly sealed: Uint8Array<ArrayBuffer>
}

/** Another tab has written the record of this number; read again, then write the next. */
export class ShelfTaken extends Error {
  override readonly name = 'ShelfTaken'
}

/** The device has no room left. What was to be written is not written; nothing else is lost. */
export class ShelfFull extends Error {
  override readonly name = 'ShelfFull'
}

/** A shelf in memory, for specs and models; it keeps copies, as a disk does. */
export function memoryShelf(): Shelf {
  let records: ShelfRecord[] = []
  const last = () => records.at(-1)?.n ?? 0
  const copy = ({ n, sealed }: ShelfRecord): ShelfRecord => ({ n, sealed: sealed.slice() })
  return {
    read: (after) => Promise.resolve(records.filter((record) => record.n > after).map(copy)),
    append(record) {
      if (record.n !== last() + 1) return Promise.reject(new ShelfTaken(`record ${record.n} after ${last()}`))
      records.push(copy(record))
      return Promise.resolve()
    },
    compact(record) {
      if (record.n !== last()) return Promise.reject(new ShelfTaken(`compacting to ${record.n} of ${last()}`))
      records = [copy(record)]
      return Promise.resolve()
    },
  }
}
