import type { Kysely } from 'kysely';
import type { ChangePassword } from '@sotay/domain/wire/session';

import { Refused } from '../access/refused.ts';
import type { Database } from '../db/schema.ts';
import { attemptKey, countAttempt, forgetAttempts, NAME_PATIENCE } from './attempts.ts';
import { noteInAudit } from './audit.ts';
import { hashPassword, isPassword, requireGoodPassword } from './password.ts';
import { endSessionsOf, openSession } from './session.ts';
import type { Session } from './session.ts';

/**
 * Changes the password of whoever is signed in and signs out everywhere else.
 * @returns the token of the session that goes on
 * @throws Refused `wrong-credentials`, `weak-password`, `too-many-requests`
 */
export async function changePassword(db: Kysely<Database>, session: Session, passwords: ChangePassword, now: number): Promise<string> {
  const user = await db.selectFrom('app_user').select(['name', 'password_hash']).where('id', '=', session.user).executeTakeFirstOrThrow();
  const key = attemptKey('name', user.name);
  await countAttempt(db, key, NAME_PATIENCE, now);
  if (!(await isPassword(user.password_hash, passwords.old))) throw new Refused('wrong-credentials');
  await forgetAttempts(db, key);
  if (passwords.new.normalize('NFC') === passwords.old.normalize('NFC')) throw new Refused('weak-password');
  requireGoodPassword(passwords.new, user.name);
  const hash = await hashPassword(passwords.new);
  return db.transaction().execute(async (transaction) => {
    await transaction.updateTable('app_user').set({ password_hash: hash, must_change_password: false }).where('id', '=', session.user).execute();
    await endSessionsOf(transaction, session.user, now);
    await noteInAudit(transaction, now, session.user, 'password-changed', { kind: 'user', id: session.user });
    return openSession(transaction, session.user, session.device, now);
  });
}
