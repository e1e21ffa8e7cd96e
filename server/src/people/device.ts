import type { Kysely } from 'kysely';
import type { DeviceId, UnitId, UserId } from '@sotay/domain/kernel/ids';
import type { DeviceSeen } from '@sotay/domain/wire/people';

import { Refused } from '../access/refused.ts';
import type { Database } from '../db/schema.ts';
import { noteInAudit } from './audit.ts';

/** Whose device it is and whether it is revoked; undefined for one never seen. */
export async function findDevice(db: Kysely<Database>, device: DeviceId): Promise<{ user: UserId; isRevoked: boolean } | undefined> {
  const row = await db.selectFrom('device').select(['user_id', 'revoked_at']).where('id', '=', device).executeTakeFirst();
  return row === undefined ? undefined : { user: row.user_id, isRevoked: row.revoked_at !== null };
}

/**
 * Makes a device known as its user's, or notes that it was seen again. Its id was made on it. A device keeps the book of one person, for ever.
 * @throws Refused `device-of-another`
 */
export async function enrolDevice(db: Kysely<Database>, device: DeviceId, user: UserId, name: string | undefined, now: number): Promise<void> {
  const at = new Date(now);
  const made = await db
    .insertInto('device')
    .values({ id: device, user_id: user, name: name ?? '', first_seen: at, last_seen: at, unsent: 0 })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n) return noteInAudit(db, now, user, 'device-registered', { kind: 'device', id: device });
  const seen = await db
    .updateTable('device')
    .set(name === undefined ? { last_seen: at } : { last_seen: at, name })
    .where('id', '=', device)
    .where('user_id', '=', user)
    .executeTakeFirst();
  if (seen.numUpdatedRows !== 1n) throw new Refused('device-of-another');
  return undefined;
}

/** What a device said of its outbox when it synchronised. Instants in UTC milliseconds. */
export type SyncedDevice = { readonly device: DeviceId; readonly user: UserId; readonly unsent: number; readonly unsentSince: number | null };

/** Notes that a device synchronised and what it still holds, for the officer's list. */
export async function noteSync(db: Kysely<Database>, { device, user, unsent, unsentSince }: SyncedDevice, now: number): Promise<void> {
  const at = new Date(now);
  await db
    .updateTable('device')
    .set({ last_seen: at, last_sync: at, unsent, unsent_since: unsentSince === null ? null : new Date(unsentSince) })
    .where('id', '=', device)
    .where('user_id', '=', user)
    .execute();
}

/** From now on the device is given nothing; it may still deliver. */
export async function revokeDevice(db: Kysely<Database>, device: DeviceId, by: UserId, now: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('device')
      .set({ revoked_at: new Date(now) })
      .where('id', '=', device)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 1n) await noteInAudit(transaction, now, by, 'device-revoked', { kind: 'device', id: device });
  });
}

function devices(db: Kysely<Database>) {
  return db
    .selectFrom('device')
    .innerJoin('app_user', 'app_user.id', 'device.user_id')
    .leftJoin('device_key', 'device_key.device_id', 'device.id')
    .select(['device.id', 'device.user_id', 'device.name', 'first_seen', 'last_seen', 'last_sync', 'unsent', 'unsent_since', 'revoked_at', 'device_key.device_id as key'])
    .orderBy('last_seen', 'desc')
    .orderBy('device.id');
}

type Row = Awaited<ReturnType<ReturnType<typeof devices>['execute']>>[number];

function seen(row: Row): DeviceSeen {
  return {
    device: row.id,
    user: row.user_id,
    name: row.name,
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    lastSync: row.last_sync,
    unsent: row.unsent,
    unsentSince: row.unsent_since,
    revoked: row.revoked_at !== null,
    canRecover: row.key !== null,
  };
}

/** The devices of a unit's collaborators, last seen first. */
export async function listDevicesOfUnit(db: Kysely<Database>, unit: UnitId): Promise<DeviceSeen[]> {
  return (await devices(db).where('app_user.unit_id', '=', unit).where('app_user.role', '=', 'collaborator').execute()).map(seen);
}

/** One's own devices, last seen first. */
export async function listDevicesOfUser(db: Kysely<Database>, user: UserId): Promise<DeviceSeen[]> {
  return (await devices(db).where('device.user_id', '=', user).execute()).map(seen);
}
