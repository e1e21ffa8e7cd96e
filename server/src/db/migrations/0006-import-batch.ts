import { sql } from 'kysely';
import type { Kysely } from 'kysely';

import { scopeStatements } from '../../access/with-scope.ts';

/** Registers that were taken in from a file, so that one can be taken back as a whole. */
const STATEMENTS = [
  // first_seq, last_seq: its entries in the registry's log, which stand together. file_hash: SHA-256; neither the file nor its name is kept.
  `CREATE TABLE import_batch (
    registry_id uuid NOT NULL,
    batch_id uuid NOT NULL,
    area_id uuid NOT NULL,
    by_user uuid NOT NULL,
    committed_at timestamptz NOT NULL,
    first_seq bigint NOT NULL,
    last_seq bigint NOT NULL,
    file_hash bytea NOT NULL,
    undone_at timestamptz,
    CONSTRAINT import_batch_pk PRIMARY KEY (registry_id, batch_id))`,
  ...scopeStatements('import_batch'),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
