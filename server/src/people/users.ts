import { v7 as uuidv7 } from 'uuid';
import type { Kysely } from 'kysely';
import { UserId } from '@sotay/domain/kernel/ids';
import type { UnitId } from '@sotay/domain/kernel/ids';
import type { NewUser, OneTimeLink, UserSeen } from '@sotay/domain/wire/people';

import { Refused } from '../access/refused.ts';
import type { Database } from '../db/schema.ts';
import { noteInAudit } from './audit.ts';
import { makePasswordLink } from './invitation.ts';
import { endSessionsOf } from './session.ts';
import type { Session } from './session.ts';
import { foldSignInName } from './sign-in-name.ts';

/** A user to be made in a commune, by whom, and where the link of the first password leads. */
export type Making = { readonly unit: UnitId; readonly by: Pick<Session, 'user' | 'role'>; readonly publicUrl: string };

/**
 * Makes a user without a password, and the link to set it. An officer makes collaborators; officers are made by an administrator.
 * @throws Refused `not-allowed`, `not-found` when the unit is no commune, `name-taken`
 */
export async function createUser(db: Kysely<Database>, user: NewUser, { unit, by, publicUrl }: Making, now: number): Promise<OneTimeLink> {
  if (user.role === 'officer' && by.role !== 'administrator') throw new Refused('not-allowed');
  const commune = await db.selectFrom('unit').select('id').where('id', '=', unit).where('kind', '=', 'commune').executeTakeFirst();
  if (commune === undefined) throw new Refused('not-found');
  const id = UserId.parse(uuidv7());
  await db.transaction().execute(async (transaction) => {
    const made = await transaction
      .insertInto('app_user')
      .values({ id, name: foldSignInName(user.name), full_name: user.fullName, role: user.role, unit_id: unit, must_change_password: false, created_at: new Date(now) })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) throw new Refused('name-taken');
    await noteInAudit(transaction, now, by.user, 'user-created', { kind: 'user', id });
  });
  return makePasswordLink(db, publicUrl, id, by.user, now);
}

/** The users of a commune, by role and sign-in name, with what each was ever responsible for. */
export async function listUsers(db: Kysely<Database>, unit: UnitId): Promise<UserSeen[]> {
  const users = await db
    .selectFrom('app_user')
    .select(['id', 'name', 'full_name', 'role', 'disabled_at', 'password_hash'])
    .where('unit_id', '=', unit)
    .orderBy('role')
    .orderBy('name')
    .execute();
  const held = await db
    .selectFrom('responsibility')
    .innerJoin('app_user', 'app_user.id', 'responsibility.user_id')
    .select(['responsibility.id', 'area_id as area', 'user_id', 'from_on as from', 'to_on as to'])
    .where('app_user.unit_id', '=', unit)
    .orderBy('from_on')
    .orderBy('responsibility.id')
    .execute();
  return users.map((user) => ({
    user: user.id,
    name: user.name,
    fullName: user.full_name,
    role: user.role,
    disabled: user.disabled_at !== null,
    hasPassword: user.password_hash !== null,
    responsibilities: held.flatMap(({ user_id: of, ...each }) => (of === user.id ? [each] : [])),
  }));
}

/** Shuts a user out at once, everywhere, or lets her in again. What her phone holds stays on it. @throws Refused `not-found`, `conflict` for oneself */
export async function setDisabled(db: Kysely<Database>, user: UserId, isDisabled: boolean, by: UserId, now: number): Promise<void> {
  if (user === by) throw new Refused('conflict');
  await db.transaction().execute(async (transaction) => {
    const changed = await transaction
      .updateTable('app_user')
      .set({ disabled_at: isDisabled ? new Date(now) : null })
      .where('id', '=', user)
      .executeTakeFirst();
    if (changed.numUpdatedRows !== 1n) throw new Refused('not-found');
    if (isDisabled) await endSessionsOf(transaction, user, now);
    await noteInAudit(transaction, now, by, isDisabled ? 'user-disabled' : 'user-enabled', { kind: 'user', id: user });
  });
}

/** @throws Refused `not-found` */
export async function requireUser(db: Kysely<Database>, user: UserId): Promise<void> {
  const row = await db.selectFrom('app_user').select('id').where('id', '=', user).executeTakeFirst();
  if (row === undefined) throw new Refused('not-found');
}
