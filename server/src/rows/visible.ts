import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { AreaId, RegistryId, SubjectId } from '@sotay/domain/kernel/ids';

import type { Database } from '../db/schema.ts';

/** A subject with the area of its effective opening, or without one, and the one that its row says. */
export type Home = { readonly subject: SubjectId; readonly home: AreaId | undefined; readonly stood: AreaId | undefined };

/** The areas in which subjects are at home by the rows. */
export async function loadHomes(trx: Transaction<Database>, registry: RegistryId, subjects: readonly SubjectId[]): Promise<Map<SubjectId, AreaId>> {
  const { rows } = await sql<{ subject_id: SubjectId; area_id: AreaId }>`
    SELECT subject_id, area_id FROM visible
    WHERE registry_id = ${registry} AND subject_id = ANY (${[...subjects]}::uuid[]) AND via = 'home' AND left_seq IS NULL`.execute(trx);
  return new Map(rows.map((row) => [row.subject_id, row.area_id]));
}

/**
 * Writes where subjects are at home. One that comes, or comes back, is seen from `seq` on with its whole history; one that goes is no longer seen.
 * @param changed subjects whose home is another than their row says
 */
export async function changeHomes(trx: Transaction<Database>, registry: RegistryId, changed: readonly Home[], seq: number): Promise<void> {
  if (changed.length === 0) return;
  const left = changed.filter(({ stood }) => stood !== undefined);
  if (left.length > 0) {
    await sql`
      UPDATE visible SET left_seq = ${seq}, left_on = NULL
      WHERE registry_id = ${registry} AND subject_id = ANY (${left.map(({ subject }) => subject)}::uuid[]) AND via = 'home' AND left_seq IS NULL`.execute(trx);
  }
  const homes = changed.flatMap(({ subject, home }) => (home === undefined ? [] : [{ subject, home }]));
  if (homes.length === 0) return;
  await sql`
    INSERT INTO visible (registry_id, subject_id, area_id, via, since_seq)
    SELECT ${registry}::uuid, subject, area, 'home', ${seq}
    FROM unnest(${homes.map(({ subject }) => subject)}::uuid[], ${homes.map(({ home }) => home)}::uuid[]) AS came (subject, area)
    ON CONFLICT (registry_id, subject_id, area_id, via) DO UPDATE SET since_seq = excluded.since_seq, left_on = NULL, left_seq = NULL`.execute(trx);
}

/**
 * Brings up to date which areas see `linked` because somebody at home there links to them; links and homes are written before.
 * @param renewed those of `linked` of whom more travels over a link than before: they are seen from `seq` on, with all of it
 */
export async function changeLinkSight(trx: Transaction<Database>, registry: RegistryId, linked: readonly SubjectId[], renewed: readonly SubjectId[], seq: number): Promise<void> {
  if (linked.length === 0) return;
  await sql`
    WITH wanted AS (
      SELECT DISTINCT link.linked_id AS subject, visible.area_id AS area FROM link
      JOIN visible ON visible.registry_id = ${registry} AND visible.subject_id = link.subject_id AND visible.via = 'home' AND visible.left_seq IS NULL
      WHERE link.registry_id = ${registry} AND link.linked_id = ANY (${[...linked]}::uuid[])),
    gone AS (
      UPDATE visible SET left_seq = ${seq}, left_on = NULL
      WHERE registry_id = ${registry} AND subject_id = ANY (${[...linked]}::uuid[]) AND via = 'link' AND left_seq IS NULL
        AND NOT EXISTS (SELECT FROM wanted WHERE wanted.subject = visible.subject_id AND wanted.area = visible.area_id))
    INSERT INTO visible (registry_id, subject_id, area_id, via, since_seq)
    SELECT ${registry}::uuid, subject, area, 'link', ${seq} FROM wanted
    ON CONFLICT (registry_id, subject_id, area_id, via) DO UPDATE SET since_seq = excluded.since_seq, left_on = NULL, left_seq = NULL
      WHERE visible.left_seq IS NOT NULL OR visible.subject_id = ANY (${[...renewed]}::uuid[])`.execute(trx);
}
