import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { AreaId, RegistryId, SubjectId } from '@sotay/domain/kernel/ids';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';

import type { Database } from '../db/schema.ts';

/** How an area stands to a subject: it is at home there, it was until a day, or it is no longer seen there. */
export type Sight = 'home' | PlainDate | 'gone';

export type SightChange = { readonly subject: SubjectId; readonly area: AreaId; readonly to: Sight };

/** How areas stand to subjects by the rows, links apart. */
export async function loadSight(trx: Transaction<Database>, registry: RegistryId, subjects: readonly SubjectId[]): Promise<Map<SubjectId, Map<AreaId, Sight>>> {
  const { rows } = await sql<{ subject_id: SubjectId; area_id: AreaId; left_on: PlainDate | null; is_left: boolean }>`
    SELECT subject_id, area_id, left_on, left_seq IS NOT NULL AS is_left FROM visible
    WHERE registry_id = ${registry} AND subject_id = ANY (${[...subjects]}::uuid[]) AND via = 'home'`.execute(trx);
  const sight = new Map<SubjectId, Map<AreaId, Sight>>();
  for (const { subject_id: subject, area_id: area, left_on: left, is_left: isLeft } of rows) {
    const areas = sight.get(subject) ?? new Map<AreaId, Sight>();
    areas.set(area, isLeft ? (left ?? 'gone') : 'home');
    sight.set(subject, areas);
  }
  return sight;
}

/**
 * Writes where subjects are and were at home. One that comes, or comes back, is seen from `seq` on with its whole history; of one that moved away what
 * happened up to the leaving day stays in sight, for the figures of that time are made of it; one that never was there after all is no longer seen.
 */
export async function changeHomes(trx: Transaction<Database>, registry: RegistryId, changes: readonly SightChange[], seq: number): Promise<void> {
  const [gone, home] = [changes.filter(({ to }) => to === 'gone'), changes.filter(({ to }) => to === 'home')];
  const left = changes.flatMap(({ subject, area, to }) => (to === 'gone' || to === 'home' ? [] : [{ subject, area, on: to }]));
  if (gone.length > 0) {
    await sql`
      UPDATE visible SET left_seq = ${seq}, left_on = NULL FROM unnest(${gone.map(({ subject }) => subject)}::uuid[], ${gone.map(({ area }) => area)}::uuid[]) AS went (subject, area)
      WHERE visible.registry_id = ${registry} AND visible.subject_id = went.subject AND visible.area_id = went.area AND via = 'home'`.execute(trx);
  }
  if (left.length > 0) {
    await sql`
      INSERT INTO visible (registry_id, subject_id, area_id, via, since_seq, left_on, left_seq)
      SELECT ${registry}::uuid, subject, area, 'home', ${seq}, left_day, ${seq}
      FROM unnest(${left.map(({ subject }) => subject)}::uuid[], ${left.map(({ area }) => area)}::uuid[], ${left.map(({ on }) => on)}::date[]) AS went (subject, area, left_day)
      ON CONFLICT (registry_id, subject_id, area_id, via) DO UPDATE SET left_on = excluded.left_on, left_seq = excluded.left_seq,
        since_seq = CASE WHEN visible.left_seq IS NULL THEN visible.since_seq ELSE excluded.since_seq END`.execute(trx);
  }
  if (home.length === 0) return;
  await sql`
    INSERT INTO visible (registry_id, subject_id, area_id, via, since_seq)
    SELECT ${registry}::uuid, subject, area, 'home', ${seq}
    FROM unnest(${home.map(({ subject }) => subject)}::uuid[], ${home.map(({ area }) => area)}::uuid[]) AS came (subject, area)
    ON CONFLICT (registry_id, subject_id, area_id, via) DO UPDATE SET since_seq = excluded.since_seq, left_on = NULL, left_seq = NULL`.execute(trx);
}

/**
 * Brings up to date which areas see `linked` because somebody who is or was at home there links to them; links and homes are written before.
 * @param renewed those of `linked` of whom more travels over a link than before: they are seen from `seq` on, with all of it
 */
export async function changeLinkSight(trx: Transaction<Database>, registry: RegistryId, linked: readonly SubjectId[], renewed: readonly SubjectId[], seq: number): Promise<void> {
  if (linked.length === 0) return;
  await sql`
    WITH wanted AS (
      SELECT DISTINCT link.linked_id AS subject, visible.area_id AS area FROM link
      JOIN visible ON visible.registry_id = ${registry} AND visible.subject_id = link.subject_id AND visible.via = 'home' AND (visible.left_seq IS NULL OR visible.left_on IS NOT NULL)
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
