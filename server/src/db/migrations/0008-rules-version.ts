import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/**
 * By which rules a registry's contributions and cells were counted (docs/decisions/0021). Those of before count as made by the first: they are counted once
 * more than perhaps is needed.
 */
const STATEMENTS = [`ALTER TABLE registry_head ADD COLUMN rules_version int NOT NULL DEFAULT 1`];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
