import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { AreaId, RegistryId } from '@sotay/domain/kernel/ids';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import type { AreaFreshness } from '@sotay/domain/wire/reports';

import { withScope } from '../access/with-scope.ts';
import type { Database } from '../db/schema.ts';
import { readSignedMonths } from './signed-months.ts';

type Row = { area: AreaId; number: string; name: string; collaborators: string[]; lastSync: number | null; unsent: number; unsentSince: number | null };

/** The areas by number, each with who is in charge today, when a device of theirs last synchronised, what it said it still held, the notes held, and the months signed. */
export async function readFreshness(db: Kysely<Database>, registries: readonly RegistryId[], areas: readonly AreaId[], today: PlainDate): Promise<AreaFreshness[]> {
  if (areas.length === 0) return [];
  const { rows } = await sql<Row>`
    SELECT area.id AS area, area.number, area.name,
      coalesce(array_agg(DISTINCT app_user.full_name) FILTER (WHERE app_user.id IS NOT NULL), '{}') AS collaborators,
      max(device.last_sync) AS "lastSync", coalesce(sum(device.unsent), 0) AS unsent, min(device.unsent_since) FILTER (WHERE device.unsent > 0) AS "unsentSince"
    FROM area
    LEFT JOIN (SELECT DISTINCT area_id, user_id FROM responsibility WHERE from_on <= ${today} AND (to_on IS NULL OR to_on >= ${today})) AS charge ON charge.area_id = area.id
    LEFT JOIN app_user ON app_user.id = charge.user_id
    LEFT JOIN device ON device.user_id = app_user.id AND device.revoked_at IS NULL
    WHERE area.id = ANY (${[...areas]}::uuid[])
    GROUP BY area.id ORDER BY area.number, area.id`.execute(db);
  const held = await countHeld(db, registries, areas);
  const signed = await readSignedMonths(db, registries, areas);
  return rows.map((row) => ({ ...row, held: held.get(row.area) ?? 0, signed: signed.get(row.area) ?? [] }));
}

/** How many held notes of each area nobody has settled. */
async function countHeld(db: Kysely<Database>, registries: readonly RegistryId[], areas: readonly AreaId[]): Promise<Map<AreaId, number>> {
  return withScope(db, { registries }, async (trx) => {
    const { rows } = await sql<{ area_id: AreaId; held: number }>`
      SELECT area_id, count(*) AS held FROM log
      WHERE registry_id = ANY (${[...registries]}::uuid[]) AND area_id = ANY (${[...areas]}::uuid[]) AND status = 'held' AND ${isUnsettled}
      GROUP BY area_id`.execute(trx);
    return new Map(rows.map((row) => [row.area_id, row.held]));
  });
}

/** Whether nobody has settled the entry of `log`. */
export const isUnsettled = sql<boolean>`NOT EXISTS (
  SELECT FROM log AS answer WHERE answer.registry_id = log.registry_id AND answer.target_id = log.fact_id AND answer.type = 'fact-settled' AND answer.status = 'accepted')`;
