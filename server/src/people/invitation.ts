import { v7 as uuidv7 } from 'uuid';
import type { Kysely } from 'kysely';
import { UserId } from '@sotay/domain/kernel/ids';
import type { OneTimeLink } from '@sotay/domain/wire/people';
import type { LinkSeen, OpenLink } from '@sotay/domain/wire/session';

import { Refused } from '../access/refused.ts';
import { instant } from '../db/schema/column.ts';
import type { Database } from '../db/schema.ts';
import { noteInAudit } from './audit.ts';
import { enrolDevice } from './device.ts';
import { hashPassword, requireGoodPassword } from './password.ts';
import { endSessionsOf, openSession } from './session.ts';
import { foldSignInName } from './sign-in-name.ts';
import { makeToken, tokenHash } from './token.ts';

const LINK_LASTS_MS = 24 * 3_600_000;

/** Where a one-time link leads. The token is in the fragment: browsers send it to no server, and no log or Referer keeps it. */
export function linkTo(publicUrl: string, token: string): string {
  return `${publicUrl}/moi#${token}`;
}

/** Makes the only link that is good for this purpose and user: older ones end. Returns its token and when it expires (UTC milliseconds). */
export async function makeInvitation(db: Kysely<Database>, purpose: LinkSeen['purpose'], user: UserId | null, now: number): Promise<{ token: string; expiresAt: number }> {
  const token = makeToken();
  const expiresAt = now + LINK_LASTS_MS;
  await db
    .updateTable('invitation')
    .set({ used_at: new Date(now) })
    .where('purpose', '=', purpose)
    .where('user_id', user === null ? 'is' : '=', user)
    .where('used_at', 'is', null)
    .execute();
  await db
    .insertInto('invitation')
    .values({ token_hash: tokenHash(token), user_id: user, purpose, created_at: new Date(now), expires_at: new Date(expiresAt) })
    .execute();
  return { token, expiresAt };
}

/** A link by which a user sets a password once; noted as made by `by`. */
export async function makePasswordLink(db: Kysely<Database>, publicUrl: string, user: UserId, by: UserId, now: number): Promise<OneTimeLink> {
  return db.transaction().execute(async (transaction) => {
    const { token, expiresAt } = await makeInvitation(transaction, 'password', user, now);
    await noteInAudit(transaction, now, by, 'password-link-made', { kind: 'user', id: user });
    return { user, link: linkTo(publicUrl, token), expiresAt };
  });
}

async function findInvitation(db: Kysely<Database>, token: string, now: number) {
  return db
    .selectFrom('invitation')
    .leftJoin('app_user', 'app_user.id', 'invitation.user_id')
    .select(['invitation.purpose', 'invitation.user_id', 'app_user.name', 'app_user.full_name', 'app_user.disabled_at'])
    .where('token_hash', '=', tokenHash(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', instant(now))
    .where('app_user.disabled_at', 'is', null)
    .executeTakeFirst();
}

/** Whom a link is for; does not use it up. @throws Refused `link-used-up` */
export async function lookAtLink(db: Kysely<Database>, token: string, now: number): Promise<LinkSeen> {
  const invitation = await findInvitation(db, token, now);
  if (invitation === undefined) throw new Refused('link-used-up');
  return { purpose: invitation.purpose, name: invitation.name, fullName: invitation.full_name };
}

/**
 * Uses a link up: sets the password of its user (or makes the first administrator), signs out everywhere, signs in here.
 * @returns the token of the session
 * @throws Refused `link-used-up`, `weak-password`, `invalid-request` when the first administrator gave no names, `name-taken`, `device-of-another`
 */
export async function openLink(db: Kysely<Database>, opened: OpenLink, now: number): Promise<string> {
  const invitation = await findInvitation(db, opened.token, now);
  if (invitation === undefined) throw new Refused('link-used-up');
  const name = invitation.name ?? (opened.name === undefined ? undefined : foldSignInName(opened.name));
  if (name === undefined) throw new Refused('invalid-request');
  requireGoodPassword(opened.password, name);
  const hash = await hashPassword(opened.password);
  return db.transaction().execute(async (transaction) => {
    const used = await transaction
      .updateTable('invitation')
      .set({ used_at: new Date(now) })
      .where('token_hash', '=', tokenHash(opened.token))
      .where('used_at', 'is', null)
      .executeTakeFirst();
    if (used.numUpdatedRows !== 1n) throw new Refused('link-used-up');
    const user = invitation.user_id ?? (await makeFirstAdministrator(transaction, name, opened.fullName, now));
    await transaction.updateTable('app_user').set({ password_hash: hash, must_change_password: false }).where('id', '=', user).execute();
    await endSessionsOf(transaction, user, now);
    await noteInAudit(transaction, now, user, 'password-set', { kind: 'user', id: user });
    if (opened.device !== undefined) await enrolDevice(transaction, opened.device, user, undefined, now);
    return openSession(transaction, user, opened.device ?? null, now);
  });
}

async function makeFirstAdministrator(db: Kysely<Database>, name: string, fullName: string | undefined, now: number): Promise<UserId> {
  const other = await db.selectFrom('app_user').select('id').where('role', '=', 'administrator').executeTakeFirst();
  if (other !== undefined) throw new Refused('link-used-up');
  if (fullName === undefined) throw new Refused('invalid-request');
  const id = UserId.parse(uuidv7());
  const made = await db
    .insertInto('app_user')
    .values({ id, name, full_name: fullName, role: 'administrator', must_change_password: false, created_at: new Date(now) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) throw new Refused('name-taken');
  await noteInAudit(db, now, id, 'user-created', { kind: 'user', id });
  return id;
}
