import * as z from 'zod/mini'
import { packColumn, unpackColumn } from './column.ts'
import { IdReader, IdWriter, PackedIds } from './id-dictionary.ts'
import { MalformedColumns } from './malformed-columns.ts'
import { Entry, type PackedEntries } from './protocol.ts'

/** A page by columns: so many entries, the ids they use, and the rest as one column of objects. */
const Page = z.strictObject({
  count: z.int().check(z.nonnegative(), z.maximum(100_000)),
  ids: PackedIds,
  entries: z.unknown(),
})

/** Entries as they travel. Lossless: `unpackEntries` gives them back as they were. */
export function packEntries(entries: readonly Entry[]): PackedEntries {
  const ids = new IdWriter()
  const packed = packColumn(entries, ids)
  return { count: entries.length, ids: ids.packed(), entries: packed }
}

/** The entries of a page. @throws MalformedColumns when it is not a page of entries */
export function unpackEntries(packed: PackedEntries): Entry[] {
  const page = Page.safeParse(packed)
  if (!page.success) throw new MalformedColumns('a page that is none')
  const entries = unpackColumn(page.data.entries, page.data.count, new IdReader(page.data.ids))
  const read = z.array(Entry).safeParse(entries)
  if (!read.success) throw new MalformedColumns('an entry that is none')
  return read.data
}
