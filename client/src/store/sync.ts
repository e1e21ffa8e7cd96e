import { AreaId, type DeviceId } from '@sotay/domain/kernel/ids'
import { MalformedColumns } from '@sotay/domain/sync/column'
import { unpackEntries } from '@sotay/domain/sync/columns'
import { type AreaPage, MOST_FACTS_A_PUSH, PROTOCOL, type SyncRequest, SyncResponse, type Verdict } from '@sotay/domain/sync/protocol'
import { type KeptEntry, keepEntry, type Line, type Standing } from './line.ts'
import { type OwnNote, type PhoneState, unsent } from './phone-state.ts'
import type { Phone } from './phone.ts'

/** The way to the service: one request, and what came of it. Never throws for what a network does. */
export interface Wire {
  sync(request: SyncRequest): Promise<WireAnswer>
}

export type WireAnswer =
  | { readonly kind: 'answer'; readonly body: unknown }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'too-old' }
  /** The request as a whole was not taken. */
  | { readonly kind: 'not-taken' }
  | { readonly kind: 'later'; readonly afterMs: number }
  | { readonly kind: 'unreachable' }

export type RoundEnd = Exclude<WireAnswer['kind'], 'answer'> | 'done' | 'more'

/** The most bytes of facts in one request; on a slow line a shorter request is lost less often. */
const MOST_BYTES_A_PUSH = 256 * 1024

/**
 * One round with the service: sends what waits, in order, and takes up verdicts and pages, each page with its cursor in a record of its own (SYNC-5).
 * A cut anywhere leaves what was written before it; the next round asks for the rest, and sending again is harmless (SYNC-3).
 * @param most how many facts to send; fewer when a whole request was not taken
 * @param skip how many of the outbox to pass over, when its first was not taken even alone
 */
export async function syncRound(phone: Phone, device: DeviceId, wire: Wire, most = MOST_FACTS_A_PUSH, skip = 0): Promise<RoundEnd> {
  await phone.catchUp()
  const notes = toSend(phone.state, most, skip)
  const request = requestOf(phone.state, device, notes)
  const sentAt = phone.ports.now()
  const answer = await wire.sync(request)
  if (answer.kind !== 'answer') return answer.kind
  const read = SyncResponse.safeParse(answer.body)
  if (!read.success) return 'later'
  const before = progress(phone.state)
  const midway = sentAt + (phone.ports.now() - sentAt) / 2
  const areas = readAreas(read.data)
  if (areas === undefined) return 'later'
  await apply(phone, { ...read.data, areas }, notes, Math.round(read.data.serverTime - midway))
  const isMore = read.data.more || phone.state.rebuilding || unsent(phone.state).length > skip
  if (!isMore) return 'done'
  return progress(phone.state) === before ? 'later' : 'more'
}

/** What changes whenever a round has brought anything: an answer that brings nothing is not asked for again at once. */
function progress(state: PhoneState): string {
  return JSON.stringify([state.generation, state.rebuilding, unsent(state).length, ...state.cursors])
}

/** What goes into the next request. While a log is read anew, what the former log had answered waits to see whether this one holds it. */
function toSend(state: PhoneState, most: number, skip: number): OwnNote[] {
  const ready = unsent(state).filter((note) => note.standing === 'waiting' || !state.rebuilding)
  const chosen: OwnNote[] = []
  let bytes = 0
  for (const note of ready.slice(skip, skip + most)) {
    bytes += JSON.stringify(note.fact).length
    if (chosen.length > 0 && bytes > MOST_BYTES_A_PUSH) break
    chosen.push(note)
  }
  return chosen
}

function requestOf(state: PhoneState, device: DeviceId, notes: readonly OwnNote[]): SyncRequest {
  const waiting = unsent(state)
  return {
    protocol: PROTOCOL,
    epoch: state.epoch,
    device,
    cursors: Object.fromEntries(state.cursors),
    unsent: { count: waiting.length, oldest: waiting.length === 0 ? null : Math.min(...waiting.map(({ fact }) => fact.recordedAt)) },
    facts: notes.map(({ fact }) => fact),
  }
}

type ReadPage = { readonly closed: 'lost' | 'epoch' } | (Omit<AreaPage, 'entries'> & { readonly entries: readonly KeptEntry[] })
type ReadResponse = Omit<SyncResponse, 'areas'> & { readonly areas: ReadonlyMap<AreaId, ReadPage> }

/** The pages with their entries unpacked and read; nothing when one of them is not a page of entries. */
function readAreas(response: SyncResponse): Map<AreaId, ReadPage> | undefined {
  try {
    return new Map(
      Object.entries(response.areas).map(([area, page]) => [
        AreaId.parse(area),
        'closed' in page ? page : { ...page, entries: unpackEntries(page.entries).map(keepEntry) },
      ]),
    )
  } catch (error) {
    if (error instanceof MalformedColumns) return undefined
    throw error
  }
}

/** Writes what an answer says: verdicts first, then page by page. */
async function apply(phone: Phone, response: ReadResponse, sent: readonly OwnNote[], offset: number): Promise<void> {
  const { epoch, serverTime, areas, verdicts, more } = response
  const isOtherLog = phone.state.epoch !== null && phone.state.epoch !== epoch
  const isLogGone = isOtherLog || [...areas.values()].some((area) => 'closed' in area && area.closed === 'epoch')
  const standings = standingsOf(verdicts, sent)
  await phone.write((state) => {
    const news = isLogGone || standings.length > 0 || state.epoch !== epoch || isStale(state, serverTime, offset)
    if (!news) return []
    const answered: Line = { kind: 'answered', epoch, offset, at: serverTime, verdicts: standings }
    return isLogGone ? [{ kind: 'restarted' }, answered] : [answered]
  })
  if (isLogGone) return
  for (const [area, page] of areas) await phone.write((state) => pageLines(state, area, page))
  // A revoked device is given nothing, which is not the end of any feed.
  if (phone.state.rebuilding && !more && areas.size > 0) await phone.write((state) => (state.rebuilding ? [{ kind: 'caught-up' }] : []))
}

const STALE_MS = 10 * 60_000
const OFFSET_MS = 60_000

/** Whether it is worth a record that the service answered with nothing new. */
function isStale(state: PhoneState, serverTime: number, offset: number): boolean {
  return serverTime - (state.lastAnswer ?? 0) > STALE_MS || Math.abs(offset - (state.offset ?? 0)) > OFFSET_MS
}

/** Verdicts on what was really sent, each of the fact at its place in the request; what has no place and is not refused stays in the outbox (SYNC-2). */
function standingsOf(verdicts: readonly Verdict[], sent: readonly OwnNote[]): Standing[] {
  return verdicts.flatMap(({ index, id, status, place, problems }): Standing[] => {
    const note = sent[index]
    if (note === undefined || (id !== null && id !== note.fact.id)) return []
    if (status === 'refused') return [{ id: note.fact.id, standing: 'refused', problems }]
    if (place === null) return []
    return [{ id: note.fact.id, standing: 'unplaced' in place ? 'unplaced' : status, problems }]
  })
}

function pageLines(state: PhoneState, area: AreaId, page: ReadPage): readonly Line[] {
  if ('closed' in page) return page.closed === 'lost' && !state.lost.has(area) ? [{ kind: 'lost', area }] : []
  const { registry, cursor, newcomers, gone, entries } = page
  const before = state.cursors.get(area)
  const isNothing = entries.length + newcomers.length + gone.length === 0 && before?.[0] === cursor[0] && before[1] === cursor[1]
  return isNothing && !state.lost.has(area) ? [] : [{ kind: 'page', area, registry, cursor, entries, newcomers, gone }]
}
