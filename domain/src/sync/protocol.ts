import * as z from 'zod/mini'
import { AreaId, DeviceId, FactId, RegistryId, SubjectId } from '../kernel/ids.ts'
import { LATEST_INSTANT } from '../kernel/fact.ts'
import { Problem } from '../kernel/problem.ts'

/**
 * `POST /api/sync`: the whole of what a phone and the service say to each other, one round trip on an ordinary day (sync.md).
 *
 * 1. Only the envelope is read strictly; each fact is then read alone, so that one bad fact never stops the others.
 * 2. Every fact sent has one verdict: a place (in a log, or `unplaced`) or `refused`. What has a place leaves the outbox.
 * 3. An area's feed is a list of entries by position = max(seq of the entry, seq at which its subject came into the area's sight). A cursor is the
 *    last position applied with the hash of the log there; a page is cut between positions only. An area without a cursor starts from 0.
 */
export const PROTOCOL = 1

/** The most facts one request may carry, and the most bytes one fact may have as JSON. */
export const MOST_FACTS_A_PUSH = 200
export const LARGEST_FACT_BYTES = 16_384

/** SHA-256 as 64 hexadecimal digits. */
const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const Seq = z.int().check(z.nonnegative())

export const Cursor = z.tuple([Seq, Hash])
export type Cursor = z.infer<typeof Cursor>

export const SyncRequest = z.strictObject({
  protocol: z.int().check(z.positive()),
  /** What the server last named itself; null before the first answer. */
  epoch: z.nullable(z.uuid()),
  device: DeviceId,
  cursors: z.record(AreaId, Cursor),
  /** What the outbox held when the request was made, the facts of this request included: shown to the officer as unsent and since when. */
  unsent: z.strictObject({ count: z.int().check(z.nonnegative(), z.maximum(1_000_000)), oldest: z.nullable(z.int().check(z.nonnegative(), z.maximum(LATEST_INSTANT))) }),
  /** In outbox order. */
  facts: z.array(z.unknown()).check(z.maxLength(MOST_FACTS_A_PUSH)),
})
export type SyncRequest = z.infer<typeof SyncRequest>

/**
 * Where a fact that was sent stands. `accepted` and `held` have a place; `refused` has none: the phone keeps the fact sealed, shows it and stops sending
 * it. `id` is null when no id could be read; `index` is its place in the request.
 */
export const Verdict = z.strictObject({
  index: z.int().check(z.nonnegative()),
  id: z.nullable(FactId),
  status: z.enum(['accepted', 'held', 'refused']),
  place: z.nullable(z.union([z.strictObject({ registry: RegistryId, seq: Seq }), z.strictObject({ unplaced: z.literal(true) })])),
  problems: z.array(Problem),
})
export type Verdict = z.infer<typeof Verdict>

/** One entry of a log as it travels. `raw` is the fact as noted, which a later version of the app may read better than this one. */
export const Entry = z.strictObject({
  seq: Seq,
  position: Seq,
  status: z.enum(['accepted', 'held']),
  /** Milliseconds UTC. */
  receivedAt: z.int(),
  problems: z.array(Problem),
  raw: z.unknown(),
})
export type Entry = z.infer<typeof Entry>

/** Entries by columns (`columns.ts`): a page of a thousand costs a third less than rows. */
export const PackedEntries = z.record(z.string(), z.unknown())
export type PackedEntries = z.infer<typeof PackedEntries>

export const AreaPage = z.strictObject({
  registry: RegistryId,
  entries: PackedEntries,
  /** Subjects that came into the area's sight after the cursor sent; their whole visible history is among the entries. */
  newcomers: z.array(SubjectId),
  /** Subjects that left the area's sight: hidden, not deleted. */
  gone: z.array(SubjectId),
  /** The cursor after this page. */
  cursor: Cursor,
  /** Whether the feed goes on after this page. */
  more: z.boolean(),
})
export type AreaPage = z.infer<typeof AreaPage>

/** `lost`: no longer in one's charge. `epoch`: the cursor is not of this log; start from 0 and send all of one's own facts again. */
export const ClosedArea = z.strictObject({ closed: z.enum(['lost', 'epoch']) })
export type ClosedArea = z.infer<typeof ClosedArea>

export const SyncResponse = z.strictObject({
  protocol: z.int(),
  epoch: z.uuid(),
  /** Milliseconds UTC. */
  serverTime: z.int(),
  verdicts: z.array(Verdict),
  areas: z.record(AreaId, z.union([AreaPage, ClosedArea])),
  /** Whether any area's feed goes on, so that the phone asks again at once. */
  more: z.boolean(),
})
export type SyncResponse = z.infer<typeof SyncResponse>
