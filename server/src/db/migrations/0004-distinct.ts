import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** A third kind of contribution: who did or underwent something in a period, counted once however often (docs/decisions/0011). `from_on`: its day. */
const STATEMENTS = [
  `ALTER TABLE contribution DROP CONSTRAINT contribution_kind_known`,
  `ALTER TABLE contribution ADD CONSTRAINT contribution_kind_known CHECK (kind IN ('flow', 'stock', 'distinct'))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
