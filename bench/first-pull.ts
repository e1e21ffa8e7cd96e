import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { unpackEntries, packEntries } from '@sotay/domain/sync/columns'
import type { Entry } from '@sotay/domain/sync/protocol'
import { areaBook } from './area-book.ts'

const brotli = (text: string, quality: number) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length
const kb = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`

/** P2: the bytes of a first pull, in pages of a thousand entries, against the same columns at brotli's best and against rows. */
export function benchFirstPull(): Promise<string[]> {
  const lines = [250, 500].map((households) => {
    const facts = areaBook(households, households * 24)
    const entries = facts.map((raw, index): Entry => ({ seq: index + 1, position: index + 1, status: 'accepted', receivedAt: raw.recordedAt + 40_000, problems: [], raw }))
    const pages = Array.from({ length: Math.ceil(entries.length / 1000) }, (_, page) => entries.slice(page * 1000, (page + 1) * 1000))
    const packed = pages.map((page) => JSON.stringify(packEntries(page)))
    const sum = (texts: readonly string[], size: (text: string) => number) => texts.reduce((total, text) => total + size(text), 0)
    const sent = sum(packed, (text) => brotli(text, 5))
    const best = sum(packed, (text) => brotli(text, 11))
    const rows = sum(
      pages.map((page) => JSON.stringify(page)),
      (text) => brotli(text, 5),
    )
    const began = performance.now()
    for (const text of packed) unpackEntries(JSON.parse(text) as Record<string, unknown>)
    const spent = performance.now() - began
    return [
      `first pull, ${households * 4} people, ${facts.length} facts, ${pages.length} pages: ${kb(sent)} · same columns at brotli 11 ${kb(best)} · ratio ${(sent / best).toFixed(2)} (bar 1.20)`,
      `  against rows at brotli 5: ${kb(rows)} · ratio ${(sent / rows).toFixed(2)};  gzip ${kb(sum(packed, (text) => gzipSync(text).length))};  unpacked in ${spent.toFixed(0)} ms`,
    ]
  })
  return Promise.resolve(lines.flat())
}
