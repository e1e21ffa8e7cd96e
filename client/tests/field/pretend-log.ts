import { createHash } from 'node:crypto'
import { type Fact, readFact } from '@sotay/domain/kinds'
import { AreaId, FactId, RegistryId } from '@sotay/domain/kernel/ids'
import { packEntries } from '@sotay/domain/sync/columns'
import type { Entry, SyncRequest, SyncResponse, Verdict } from '@sotay/domain/sync/protocol'

/** One registry's log in memory, as `POST /api/sync` answers from it: enough of the service for a phone's specs. It accepts whatever it can read. */
export interface PretendLog {
  answer(request: SyncRequest): SyncResponse
  /** Puts a fact into the log as if another phone had sent it. */
  append(raw: unknown, status?: 'accepted' | 'held'): void
  /** Forgets all after `keep` entries and becomes another log, as after a restore from a backup. */
  restore(keep: number): void
  readonly entries: Entry[]
  /** How each fact is judged that comes from now on. */
  judge: (raw: unknown) => Pick<Verdict, 'status' | 'problems'> & { readonly unplaced?: true }
}

const NO_HASH = '0'.repeat(64)

export function pretendLog(area: string, pageSize = 1000): PretendLog {
  const registry = RegistryId.parse('0193a000-0000-7000-8000-00000000000f')
  const areaId = AreaId.parse(area)
  let epoch = crypto.randomUUID() as string
  const entries: Entry[] = []
  const hashAt = (seq: number): string => (seq === 0 ? NO_HASH : createHash('sha256').update(`${epoch} ${seq}`).digest('hex'))
  const log: PretendLog = {
    entries,
    judge: () => ({ status: 'accepted', problems: [] }),
    append(raw, status = 'accepted') {
      const seq = entries.length + 1
      entries.push({ seq, position: seq, status, receivedAt: 1_780_000_000_000 + seq, problems: [], raw })
    },
    restore(keep) {
      entries.length = keep
      epoch = crypto.randomUUID()
    },
    answer(request) {
      const verdicts = request.facts.map((raw, index) => verdictOn(raw, index))
      const sent = request.cursors[areaId]
      const start = sent?.[0] ?? 0
      const isOther = sent !== undefined && (start > entries.length || sent[1] !== hashAt(start))
      const page = entries.slice(start, start + pageSize)
      const end = start + page.length
      const more = !isOther && end < entries.length
      return {
        protocol: 1, epoch, serverTime: Date.now(), verdicts, more,
        areas: isOther
          ? { [areaId]: { closed: 'epoch' } }
          : { [areaId]: { registry, entries: packEntries(page), newcomers: [], gone: [], cursor: [end, hashAt(end)], more } },
      }
    },
  }
  function verdictOn(raw: unknown, index: number): Verdict {
    const reading = readFact(raw)
    if (reading.kind === 'unreadable') return { index, id: null, status: 'refused', place: null, problems: [] }
    const id = FactId.parse(reading.fact.id)
    const before = entries.find((entry) => (entry.raw as Fact).id === id)
    if (before !== undefined) return { index, id, status: before.status, place: { registry, seq: before.seq }, problems: before.problems }
    const { unplaced, ...judged } = log.judge(raw)
    if (judged.status === 'refused') return { index, id, ...judged, place: null }
    if (unplaced) return { index, id, ...judged, place: { unplaced: true } }
    log.append(raw, judged.status)
    return { index, id, ...judged, place: { registry, seq: entries.length } }
  }
  return log
}
