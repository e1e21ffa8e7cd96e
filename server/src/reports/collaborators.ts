import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { AreaId, UserId } from '@sotay/domain/kernel/ids';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import { compareText } from '@sotay/domain/vietnamese/name-order';
import type { Collaborators } from '@sotay/domain/wire/reports';

import type { Database } from '../db/schema.ts';
import type { AreaCounted } from './areas-counted.ts';

type Collaborator = Collaborators['collaborators'][number];

/**
 * Row 18: who is responsible for areas on a day, each once with all she holds of them, by name. Giving an area from or to a day moves the row of that
 * time; shutting somebody out does not, for she may have worked then.
 */
export async function findCollaborators(db: Kysely<Database>, areas: readonly AreaCounted[], day: PlainDate): Promise<Collaborator[]> {
  const { rows } = await sql<{ user: UserId; name: string; areas: AreaId[] }>`
    SELECT app_user.id AS "user", app_user.full_name AS name, array_agg(DISTINCT responsibility.area_id) AS areas FROM responsibility
    JOIN app_user ON app_user.id = responsibility.user_id
    WHERE responsibility.area_id = ANY (${areas.map(({ id }) => id)}::uuid[]) AND from_on <= ${day} AND (to_on IS NULL OR to_on >= ${day})
    GROUP BY app_user.id, app_user.full_name ORDER BY app_user.id`.execute(db);
  return rows.toSorted((a, b) => compareText(a.name, b.name));
}
