import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { AreaId, RegistryId, SubjectId } from '@sotay/domain/kernel/ids';

import type { Database } from '../db/schema.ts';

/** An entry that belongs to an area's feed for the sake of somebody at home there, and since when it does. */
export type Owed = { readonly seq: number; readonly bytes: number; readonly mother: SubjectId; readonly since: number };

/**
 * That a child is the same person as another, and what answers that, owed to the area of the mother where the child itself is not seen: a birth counts in the
 * area of the mother, by the birth note that names her, and no more once the child is another's duplicate. The model of phones found this.
 * @param mothers who is or was at home in the area
 */
export async function joinsOfBorn(db: Kysely<Database>, registry: RegistryId, area: AreaId, mothers: readonly SubjectId[], head: number): Promise<Owed[]> {
  const { rows: born } = await sql<{ child: SubjectId; mother: SubjectId }>`
    SELECT subject_id AS child, linked_id AS mother FROM link
    WHERE registry_id = ${registry} AND linked_id = ANY (${[...mothers]}::uuid[]) AND NOT EXISTS (
      SELECT FROM visible WHERE visible.registry_id = ${registry} AND visible.area_id = ${area} AND visible.subject_id = link.subject_id
        AND (visible.left_seq IS NULL OR visible.left_on IS NOT NULL))`.execute(db);
  if (born.length === 0) return [];
  const children = born.map(({ child }) => child);
  const { rows: joins } = await sql<{ child: SubjectId; seq: number; bytes: number }>`
    SELECT about.subject_id AS child, log.seq, log.bytes FROM about
    JOIN log ON log.registry_id = ${registry} AND log.seq = about.seq
    LEFT JOIN log AS target ON target.registry_id = ${registry} AND target.fact_id = log.target_id
    WHERE about.registry_id = ${registry} AND about.subject_id = ANY (${children}::uuid[]) AND about.seq <= ${head} AND log.area_id <> ${area}
      AND coalesce(target.type, log.type) = 'persons-joined'`.execute(db);
  if (joins.length === 0) return [];
  const joined = new Set(joins.map(({ child }) => child));
  const pairs = born.filter(({ child }) => joined.has(child));
  const { rows: told } = await sql<{ child: SubjectId; mother: SubjectId; since: number }>`
    SELECT pair.child, pair.mother, min(about.seq) AS since
    FROM unnest(${pairs.map(({ child }) => child)}::uuid[], ${pairs.map(({ mother }) => mother)}::uuid[]) AS pair (child, mother)
    JOIN about ON about.registry_id = ${registry} AND about.subject_id = pair.child
    JOIN about AS hers ON hers.registry_id = ${registry} AND hers.subject_id = pair.mother AND hers.seq = about.seq
    GROUP BY pair.child, pair.mother`.execute(db);
  return joins.flatMap(({ child, ...join }) => told.filter((one) => one.child === child).map(({ mother, since }) => ({ ...join, mother, since })));
}
