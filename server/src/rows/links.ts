import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { RegistryId, SubjectId } from '@sotay/domain/kernel/ids';

import type { Database } from '../db/schema.ts';

export type LinkChange = { readonly subject: SubjectId; readonly linked: SubjectId };

/** Writes what came and what went of the ties between subjects. */
export async function changeLinks(trx: Transaction<Database>, registry: RegistryId, came: readonly LinkChange[], gone: readonly LinkChange[]): Promise<void> {
  if (gone.length > 0) {
    await sql`
      DELETE FROM link USING unnest(${gone.map(({ subject }) => subject)}::uuid[], ${gone.map(({ linked }) => linked)}::uuid[]) AS gone (subject, linked)
      WHERE link.registry_id = ${registry} AND link.subject_id = gone.subject AND link.linked_id = gone.linked`.execute(trx);
  }
  if (came.length > 0) {
    await sql`
      INSERT INTO link (registry_id, subject_id, linked_id)
      SELECT ${registry}::uuid, came.* FROM unnest(${came.map(({ subject }) => subject)}::uuid[], ${came.map(({ linked }) => linked)}::uuid[]) AS came`.execute(trx);
  }
}
