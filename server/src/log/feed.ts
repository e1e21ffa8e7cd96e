import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { AreaId, RegistryId, SubjectId } from '@sotay/domain/kernel/ids';
import type { Cursor, Entry } from '@sotay/domain/sync/protocol';

import type { Database } from '../db/schema.ts';
import { GENESIS } from './canonical.ts';
import { Problems } from './load.ts';

/**
 * An area's feed of its registry's log (docs/decisions/0007).
 *
 * 1. An entry noted in the area stands at its seq. An entry about a subject that the area sees stands at the greater of its seq and the seq since which
 *    the subject is seen; where several are seen, the least of these.
 * 2. Of a subject that has left only what happened up to the leaving day is there; of one that is no longer seen at all, nothing.
 * 3. Whatever is written later stands later than every cursor handed out, so a page needs no snapshot across its queries.
 * 4. A page holds whole positions: as many as fit, one at least.
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

type FeedRow = {
  seq: number;
  position: number;
  status: 'accepted' | 'held';
  received_at: number;
  problems: string;
  body: string;
  bytes: number;
  places: number;
};

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
  const rows = await readRows(db, registry, area, from, head.seq, room);
  const last = rows.at(-1);
  const more = last !== undefined && rows.length < last.places;
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

async function readRows(db: Kysely<Database>, registry: RegistryId, area: AreaId, from: number, head: number, room: number): Promise<FeedRow[]> {
  const { rows } = await sql<FeedRow>`
    WITH seen AS MATERIALIZED (
      SELECT subject_id, since_seq, left_on FROM visible
      WHERE registry_id = ${registry} AND area_id = ${area} AND since_seq <= ${head} AND (left_seq IS NULL OR left_on IS NOT NULL)),
    placed AS (
      SELECT log.seq, log.seq AS position FROM log WHERE log.registry_id = ${registry} AND log.area_id = ${area} AND log.seq > ${from} AND log.seq <= ${head}
      UNION ALL
      SELECT log.seq, seen.since_seq FROM seen
        JOIN about ON about.registry_id = ${registry} AND about.subject_id = seen.subject_id AND about.seq <= seen.since_seq
        JOIN log ON log.registry_id = ${registry} AND log.seq = about.seq
        WHERE seen.since_seq > ${from} AND log.area_id <> ${area} AND (seen.left_on IS NULL OR least(log.occurred_on, log.target_on) <= seen.left_on)
      UNION ALL
      SELECT log.seq, log.seq FROM about
        JOIN seen ON seen.subject_id = about.subject_id AND seen.since_seq < about.seq
        JOIN log ON log.registry_id = ${registry} AND log.seq = about.seq
        WHERE about.registry_id = ${registry} AND about.seq > ${from} AND about.seq <= ${head}
          AND log.area_id <> ${area} AND (seen.left_on IS NULL OR least(log.occurred_on, log.target_on) <= seen.left_on)),
    entry AS (
      SELECT placed.seq, min(placed.position) AS position, min(log.bytes) AS bytes FROM placed
      JOIN log ON log.registry_id = ${registry} AND log.seq = placed.seq GROUP BY placed.seq),
    paged AS (
      SELECT seq, position, count(*) OVER (ORDER BY position) AS entries, sum(bytes) OVER (ORDER BY position) AS size,
        min(position) OVER () AS first_position, count(*) OVER () AS places FROM entry)
    SELECT log.seq, paged.position, log.status, log.received_at, log.problems, log.body, log.bytes, paged.places
    FROM paged JOIN log ON log.registry_id = ${registry} AND log.seq = paged.seq
    WHERE (paged.entries <= ${MOST_ENTRIES_A_PAGE} AND paged.size <= ${room}) OR paged.position = paged.first_position
    ORDER BY paged.position, log.seq`.execute(db);
  return rows;
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
