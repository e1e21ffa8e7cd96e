import { v7 as uuidv7 } from 'uuid';
import type { Kysely } from 'kysely';
import type { UserId } from '@sotay/domain/kernel/ids';

import type { Database } from '../db/schema.ts';

export type AuditAction =
  | 'unit-created'
  | 'unit-taken-into-use'
  | 'units-imported'
  | 'area-created'
  | 'user-created'
  | 'user-disabled'
  | 'user-enabled'
  | 'password-link-made'
  | 'password-set'
  | 'password-changed'
  | 'responsibility-given'
  | 'responsibility-ended'
  | 'device-registered'
  | 'device-revoked'
  | 'recovery-code-made'
  | 'recovery-code-wrong'
  | 'recovery-used'
  | 'register-imported'
  | 'register-import-undone'
  | 'private-notes-opened'
  | 'private-lists-opened';

type Subject = { readonly kind: 'unit' | 'area' | 'user' | 'responsibility' | 'device' | 'person'; readonly id: string };

/** Notes for ever who did what to whom, by ids alone; in the transaction of the deed. `at`: UTC milliseconds. */
export async function noteInAudit(db: Kysely<Database>, at: number, by: UserId | null, action: AuditAction, subject: Subject): Promise<void> {
  await db
    .insertInto('audit')
    .values({ id: uuidv7(), at: new Date(at), by_user: by, action, subject_kind: subject.kind, subject_id: subject.id })
    .execute();
}
