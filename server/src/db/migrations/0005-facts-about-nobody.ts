import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/**
 * Facts about nobody stand in `about` under their area (docs/decisions/0016), so that a judge finds them without reading the area's log. What the log
 * holds of them already is written there too: notes that took back what was not there.
 */
const STATEMENTS = [
  `SELECT set_config('sotay.every', 'on', true)`,
  `INSERT INTO about (registry_id, subject_id, seq)
    SELECT log.registry_id, log.area_id, log.seq FROM log
    WHERE log.type IS NOT NULL AND NOT EXISTS (SELECT FROM about WHERE about.registry_id = log.registry_id AND about.seq = log.seq)`,
  `SELECT set_config('sotay.every', 'off', true)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
