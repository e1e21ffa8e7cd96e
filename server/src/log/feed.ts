import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { AreaId, FactId, RegistryId, SubjectId } from '@sotay/domain/kernel/ids';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import type { Cursor, Entry } from '@sotay/domain/sync/protocol';

import type { Database } from '../db/schema.ts';
import { PLACED_IN_VAIN } from '../rows/derive.ts';
import { loadMen } from '../rows/register.ts';
import { joinsOfBorn } from './born-elsewhere.ts';
import { GENESIS } from './canonical.ts';
import { shownFrom } from './chains.ts';
import type { Answering } from './chains.ts';
import { isAnswer, isOfMethod, travelsOverLink } from './link-sight.ts';
import type { TypeOfNote } from './link-sight.ts';
import { Problems } from './load.ts';

/**
 * An area's feed of its registry's log (docs/decisions/0007).
 *
 * 1. An entry noted in the area stands at its seq. An entry about a subject that the area sees stands at the greater of its seq and the seq since which
 *    the subject is seen; where several are seen, the least of these.
 * 2. Of a subject seen only over a link the register's notes are there, and of a man those of his sterilisation (link-sight.ts).
 * 3. Of a subject whom a note of the area placed there in vain the same is there as over a link (rows/derive.ts). Of one that has left what happened up to
 *    the leaving day is there, with all that it corrects and that answers it (chains.ts), and that it is the same person as another, since that changes what
 *    was counted before, as it does of a child born to somebody of the area (born-elsewhere.ts); of one that is no longer seen at all, nothing.
 * 4. Whatever is written later stands later than every cursor handed out, so a page needs no snapshot across its queries.
 * 5. A page holds whole positions: as many as fit, one at least.
 */
export type Page = {
  readonly entries: readonly Entry[];
  /** Of the facts, as JSON. */
  readonly bytes: number;
  readonly newcomers: readonly SubjectId[];
  readonly gone: readonly SubjectId[];
  readonly cursor: Cursor;
  readonly more: boolean;
};

export const MOST_ENTRIES_A_PAGE = 1_000;
export const MOST_BYTES_A_PAGE = 262_144;

/** An entry of a feed and where it stands. */
type Place = { readonly seq: number; readonly position: number; readonly bytes: number };

type FeedRow = Place & { readonly status: 'accepted' | 'held'; readonly received_at: number; readonly problems: string; readonly body: string };

/** The rows of a page, and how many entries the feed has after the cursor in all. */
type Rows = { readonly rows: readonly FeedRow[]; readonly places: number };

type HeadRow = { seq: number; hash: string; stood: string | null };

/**
 * Reads the page after a cursor.
 * @param since where the reader stands; undefined: at the beginning
 * @returns undefined when the cursor is not of this log (SYNC-5, SYNC-8): beyond its head, or with another hash
 */
export async function readPage(db: Kysely<Database>, registry: RegistryId, area: AreaId, since: Cursor | undefined, room = MOST_BYTES_A_PAGE): Promise<Page | undefined> {
  const [from, hash] = since ?? [0, GENESIS.toString('hex')];
  const head = await readHead(db, registry, from);
  if (from > head.seq || head.stood !== hash) return undefined;
  if (from === head.seq) return { entries: [], bytes: 0, newcomers: [], gone: [], cursor: [from, hash], more: false };
  const { rows, places } = await readRows(db, registry, area, from, head.seq, room);
  const last = rows.at(-1);
  const more = last !== undefined && rows.length < places;
  const cursor: Cursor = more ? [last.position, await hashAt(db, registry, last.position)] : [head.seq, head.hash];
  const { newcomers, gone } = await readSight(db, registry, area, from, cursor[0]);
  return { entries: rows.map((row) => entryOf(row)), bytes: rows.reduce((sum, row) => sum + row.bytes, 0), newcomers, gone, cursor, more };
}

async function readHead(db: Kysely<Database>, registry: RegistryId, from: number): Promise<HeadRow> {
  const { rows } = await sql<HeadRow>`
    SELECT head.seq, encode(head.hash, 'hex') AS hash,
      CASE WHEN ${from}::bigint = 0 THEN ${GENESIS.toString('hex')} ELSE (SELECT encode(log.hash, 'hex') FROM log WHERE log.registry_id = ${registry} AND log.seq = ${from}) END AS stood
    FROM registry_head AS head WHERE head.registry_id = ${registry}`.execute(db);
  const genesis = GENESIS.toString('hex');
  return rows[0] ?? { seq: 0, hash: genesis, stood: from === 0 ? genesis : null };
}

type Seen = { readonly subject_id: SubjectId; readonly via: 'home' | 'link'; readonly since_seq: number; readonly left_on: PlainDate | null };
type Named = { readonly subject_id: SubjectId; readonly seq: number };
type Stood = TypeOfNote & Answering & { readonly bytes: number; readonly happened: PlainDate | null };

/**
 * The rows of a page. Several plain queries, each over one index and with the ids in hand, rather than one query that joins them: a registry without
 * statistics, as one that has just begun, made the planner loop over the whole log for each of its entries.
 */
async function readRows(db: Kysely<Database>, registry: RegistryId, area: AreaId, from: number, head: number, room: number): Promise<Rows> {
  const placed = await placesAfter(db, registry, area, from, head);
  const chosen = wholePositions(placed, room);
  if (chosen.length === 0) return { rows: [], places: 0 };
  const { rows } = await sql<Omit<FeedRow, 'position'>>`
    SELECT seq, status, received_at, problems, body, bytes FROM log WHERE registry_id = ${registry} AND seq = ANY (${chosen.map(({ seq }) => seq)}::bigint[])`.execute(db);
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  return {
    rows: chosen.flatMap(({ seq, position }) => {
      const row = bySeq.get(seq);
      return row === undefined ? [] : [{ ...row, position }];
    }),
    places: placed.length,
  };
}

/** Every entry of the feed after a cursor with its position, in order of position and seq. */
async function placesAfter(db: Kysely<Database>, registry: RegistryId, area: AreaId, from: number, head: number): Promise<Place[]> {
  const { rows: own } = await sql<Place>`
    SELECT seq, seq AS position, bytes FROM log WHERE registry_id = ${registry} AND area_id = ${area} AND seq > ${from} AND seq <= ${head}`.execute(db);
  const { rows: seen } = await sql<Seen>`
    SELECT subject_id, via, since_seq, left_on FROM visible
    WHERE registry_id = ${registry} AND area_id = ${area} AND since_seq <= ${head} AND (left_seq IS NULL OR left_on IS NOT NULL)`.execute(db);
  const named = await namingsOf(db, registry, seen, from, head);
  const foreign = await foreignEntries(db, registry, area, [...new Set(named.map(({ seq }) => seq))]);
  const men = await loadMen(db, registry, named.filter(({ seq }) => isOfMethod(foreign.get(seq) ?? NO_NOTE)).map(({ subject_id: subject }) => subject));
  const positions = foreignPositions(seen, named, foreign, men);
  const bytes = new Map([...foreign.values()].map((entry) => [entry.seq, entry.bytes]));
  const since = new Map(seen.filter(({ via }) => via === 'home').map((one) => [one.subject_id, one.since_seq]));
  for (const owed of await joinsOfBorn(db, registry, area, [...since.keys()], head)) {
    bytes.set(owed.seq, owed.bytes);
    positions.set(owed.seq, Math.min(positions.get(owed.seq) ?? Infinity, Math.max(owed.seq, owed.since, since.get(owed.mother) ?? 0)));
  }
  const others = [...positions].map(([seq, position]) => ({ seq, position, bytes: bytes.get(seq) ?? 0 }));
  return [...own, ...others.filter(({ position }) => position > from)].sort((a, b) => a.position - b.position || a.seq - b.seq);
}

const NO_NOTE: TypeOfNote = { type: null, target_type: null };

/** Those of the entries that were noted in other areas, with what withdrawals and settlements answer. */
async function foreignEntries(db: Kysely<Database>, registry: RegistryId, area: AreaId, seqs: readonly number[]): Promise<Map<number, Stood>> {
  if (seqs.length === 0) return new Map();
  const { rows } = await sql<Omit<Stood, 'target_type'>>`
    SELECT seq, fact_id, bytes, type, target_id, least(occurred_on, target_on) AS happened FROM log
    WHERE registry_id = ${registry} AND seq = ANY (${[...seqs]}::bigint[]) AND area_id <> ${area}`.execute(db);
  const answered = rows.flatMap(({ type, target_id: target }) => (target !== null && isAnswer(type) ? [target] : []));
  const types = await typesOf(db, registry, answered);
  return new Map(rows.map((row) => [row.seq, { ...row, target_type: row.target_id === null ? null : (types.get(row.target_id) ?? null) }]));
}

async function typesOf(db: Kysely<Database>, registry: RegistryId, facts: readonly FactId[]): Promise<Map<FactId, string | null>> {
  if (facts.length === 0) return new Map();
  const { rows } = await sql<{ fact_id: FactId; type: string | null }>`
    SELECT fact_id, type FROM log WHERE registry_id = ${registry} AND fact_id = ANY (${[...facts]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.fact_id, row.type]));
}

/**
 * Which entries name the subjects seen: all of those that came into sight after the cursor, the later ones of the others; and all again of who left and is
 * named since, for what comes later may answer what was not there.
 */
async function namingsOf(db: Kysely<Database>, registry: RegistryId, seen: readonly Seen[], from: number, head: number): Promise<Named[]> {
  const fresh = seen.filter((one) => one.since_seq > from).map((one) => one.subject_id);
  const known = seen.filter((one) => one.since_seq <= from).map((one) => one.subject_id);
  const { rows } = await sql<Named>`
    SELECT subject_id, seq FROM about WHERE registry_id = ${registry} AND subject_id = ANY (${fresh}::uuid[]) AND seq <= ${head}
    UNION SELECT subject_id, seq FROM about WHERE registry_id = ${registry} AND subject_id = ANY (${known}::uuid[]) AND seq > ${from} AND seq <= ${head}`.execute(db);
  const named = new Set(rows.map((row) => row.subject_id));
  const again = seen.filter((one) => one.left_on !== null && one.since_seq <= from && named.has(one.subject_id)).map((one) => one.subject_id);
  if (again.length === 0) return rows;
  const { rows: before } = await sql<Named>`
    SELECT subject_id, seq FROM about WHERE registry_id = ${registry} AND subject_id = ANY (${again}::uuid[]) AND seq <= ${from}`.execute(db);
  return [...rows, ...before];
}

/**
 * Where entries of other areas that name somebody seen stand, each at the least of its positions: of somebody who left what happened up to that day, in whole
 * chains, of somebody seen over a link only what travels over one.
 */
function foreignPositions(seen: readonly Seen[], named: readonly Named[], foreign: ReadonlyMap<number, Stood>, men: ReadonlySet<SubjectId>): Map<number, number> {
  const about = new Map<SubjectId, Stood[]>();
  for (const { subject_id: subject, seq } of named) {
    const entry = foreign.get(seq);
    if (entry === undefined) continue;
    const entries = about.get(subject);
    if (entries === undefined) about.set(subject, [entry]);
    else entries.push(entry);
  }
  const positions = new Map<number, number>();
  for (const { subject_id: subject, via, since_seq: since, left_on: left } of seen) {
    const isPart = via === 'link' || left === PLACED_IN_VAIN;
    const entries = (about.get(subject) ?? []).filter((entry) => !isPart || travelsOverLink(entry, men.has(subject)));
    const from = left === null ? undefined : shownFrom(entries, (entry) => isShownOfLeaver(entry, left));
    for (const { seq } of entries) {
      const shown = from === undefined ? seq : from.get(seq);
      if (shown !== undefined) positions.set(seq, Math.min(positions.get(seq) ?? Infinity, Math.max(seq, since, shown)));
    }
  }
  return positions;
}

function isShownOfLeaver(entry: Stood, left: PlainDate): boolean {
  return (entry.target_type ?? entry.type) === 'persons-joined' || (entry.happened !== null && entry.happened <= left);
}

/** As many whole positions as fit in a page, the first in any case. */
function wholePositions(placed: readonly Place[], room: number): Place[] {
  let [entries, bytes, fits] = [0, 0, 0];
  for (let start = 0; start < placed.length; ) {
    let end = start;
    for (; placed[end] !== undefined && placed[end]?.position === placed[start]?.position; end++) bytes += placed[end]?.bytes ?? 0;
    entries = end;
    if (start > 0 && (entries > MOST_ENTRIES_A_PAGE || bytes > room)) break;
    fits = end;
    start = end;
  }
  return placed.slice(0, fits);
}

async function hashAt(db: Kysely<Database>, registry: RegistryId, seq: number): Promise<string> {
  const { hash } = await db.selectFrom('log').select('hash').where('registry_id', '=', registry).where('seq', '=', seq).executeTakeFirstOrThrow();
  return hash.toString('hex');
}

/**
 * Who came into the area's sight between two positions with a history that the reader could not have followed, and who went out of it. A subject that
 * is first noted between them is no newcomer: it comes as its entries do.
 */
async function readSight(db: Kysely<Database>, registry: RegistryId, area: AreaId, from: number, to: number): Promise<{ newcomers: SubjectId[]; gone: SubjectId[] }> {
  if (from === 0) return { newcomers: [], gone: [] };
  const { rows } = await sql<{ subject_id: SubjectId; is_seen: boolean; is_older: boolean }>`
    SELECT visible.subject_id, bool_or(visible.left_seq IS NULL) AS is_seen,
      EXISTS (SELECT FROM about WHERE about.registry_id = ${registry} AND about.subject_id = visible.subject_id AND about.seq <= ${from}) AS is_older
    FROM visible WHERE visible.registry_id = ${registry} AND visible.area_id = ${area}
    GROUP BY visible.subject_id
    HAVING (bool_or(visible.left_seq IS NULL) AND min(visible.since_seq) FILTER (WHERE visible.left_seq IS NULL) BETWEEN ${from + 1} AND ${to})
      OR (NOT bool_or(visible.left_seq IS NULL) AND max(visible.left_seq) BETWEEN ${from + 1} AND ${to})`.execute(db);
  return {
    newcomers: rows.filter((row) => row.is_seen && row.is_older).map((row) => row.subject_id),
    gone: rows.filter((row) => !row.is_seen).map((row) => row.subject_id),
  };
}

function entryOf({ seq, position, status, received_at: receivedAt, problems, body }: FeedRow): Entry {
  return { seq, position, status, receivedAt, problems: Problems.parse(JSON.parse(problems)), raw: JSON.parse(body) };
}
