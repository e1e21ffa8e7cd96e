import { v7 as uuidv7 } from 'uuid';
import type { Kysely } from 'kysely';
import type { Role } from '@sotay/domain/kernel/actor';
import type { DeviceId, UnitId, UserId } from '@sotay/domain/kernel/ids';

import { instant } from '../db/schema/column.ts';
import type { Database } from '../db/schema.ts';
import { makeToken, tokenHash } from './token.ts';

/** Somebody signed in, as one request finds it. */
export type Session = {
  readonly id: string;
  readonly user: UserId;
  readonly role: Role;
  /** The commune of an officer or a collaborator. */
  readonly unit: UnitId | null;
  /** The registered device signed in from; null in the office. */
  readonly device: DeviceId | null;
  /** A revoked device may deliver its notes and sign out, and is given nothing. */
  readonly isDeviceRevoked: boolean;
  readonly mustChangePassword: boolean;
  /** A token that takes the place of the one sent, to be set as cookie. */
  readonly freshToken: string | undefined;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Collaborators are off line for weeks; each request on a device begins the time anew. In the office: one working day from signing in. */
const DEVICE_SESSION_MS = 30 * DAY;
const OFFICE_SESSION_MS = 12 * HOUR;

/** A token is exchanged after a day. The old one is good until the new one has been seen, then two minutes more for requests in flight. */
const ROTATE_AFTER_MS = DAY;
const OFFER_AGAIN_AFTER_MS = MINUTE;
const IN_FLIGHT_MS = 2 * MINUTE;
const TOUCH_AFTER_MS = 5 * MINUTE;

/** Seconds that the browser should keep the cookie of a session. */
export function cookieAge(device: DeviceId | null): number {
  return (device === null ? OFFICE_SESSION_MS : DEVICE_SESSION_MS) / 1000;
}

/** Signs a user in: a session of its own with a token of its own, whatever the browser sent before. `now`: UTC milliseconds. */
export async function openSession(db: Kysely<Database>, user: UserId, device: DeviceId | null, now: number): Promise<string> {
  const token = makeToken();
  const at = new Date(now);
  await db
    .insertInto('session')
    .values({
      id: uuidv7(),
      token_hash: tokenHash(token),
      user_id: user,
      device_id: device,
      created_at: at,
      rotated_at: at,
      last_seen_at: at,
      expires_at: new Date(now + cookieAge(device) * 1000),
    })
    .execute();
  return token;
}

/**
 * The session of a token; undefined when there is none, or it has ended or expired, or its user is disabled. Notes that it was seen, and hands out a
 * fresh token when the one sent is a day old.
 */
export async function findSession(db: Kysely<Database>, token: string, now: number): Promise<Session | undefined> {
  const hash = tokenHash(token);
  const row = await db
    .selectFrom('session')
    .innerJoin('app_user', 'app_user.id', 'session.user_id')
    .leftJoin('device', 'device.id', 'session.device_id')
    .select([
      'session.id',
      'session.token_hash',
      'session.next_hash',
      'session.previous_until',
      'session.rotated_at',
      'session.last_seen_at',
      'session.device_id',
      'app_user.id as user',
      'app_user.role',
      'app_user.unit_id',
      'app_user.must_change_password',
      'device.revoked_at',
    ])
    .where((where) => where.or([where('session.token_hash', '=', hash), where('session.next_hash', '=', hash), where('session.previous_hash', '=', hash)]))
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', instant(now))
    .where('app_user.disabled_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const isCurrent = row.token_hash.equals(hash);
  const isNext = row.next_hash?.equals(hash) === true;
  if (!isCurrent && !isNext && (row.previous_until ?? 0) <= now) return undefined;
  if (isNext) await promote(db, row.id, hash, now);
  const offeredAt = row.next_hash === null ? row.rotated_at + ROTATE_AFTER_MS : row.rotated_at + OFFER_AGAIN_AFTER_MS;
  const freshToken = isCurrent && offeredAt <= now ? await offerToken(db, row.id, row.rotated_at, now) : undefined;
  if (row.last_seen_at + TOUCH_AFTER_MS <= now) await touch(db, row.id, row.device_id, now);
  return {
    id: row.id,
    user: row.user,
    role: row.role,
    unit: row.unit_id,
    device: row.device_id,
    isDeviceRevoked: row.revoked_at !== null,
    mustChangePassword: row.must_change_password,
    freshToken,
  };
}

/** The new token was seen: it takes over, and the old one is good for requests in flight only. */
async function promote(db: Kysely<Database>, id: string, next: Buffer, now: number): Promise<void> {
  await db
    .updateTable('session')
    .set((column) => ({ previous_hash: column.ref('token_hash'), previous_until: new Date(now + IN_FLIGHT_MS), token_hash: next, next_hash: null }))
    .where('id', '=', id)
    .where('next_hash', '=', next)
    .execute();
}

/** Of requests at the same time one gets the fresh token; were its answer lost, a later request gets another. */
async function offerToken(db: Kysely<Database>, id: string, rotatedAt: number, now: number): Promise<string | undefined> {
  const token = makeToken();
  const { numUpdatedRows } = await db
    .updateTable('session')
    .set({ next_hash: tokenHash(token), rotated_at: new Date(now) })
    .where('id', '=', id)
    .where('rotated_at', '=', instant(rotatedAt))
    .executeTakeFirst();
  return numUpdatedRows === 1n ? token : undefined;
}

async function touch(db: Kysely<Database>, id: string, device: DeviceId | null, now: number): Promise<void> {
  const seen = { last_seen_at: new Date(now) };
  await db
    .updateTable('session')
    .set(device === null ? seen : { ...seen, expires_at: new Date(now + DEVICE_SESSION_MS) })
    .where('id', '=', id)
    .execute();
  if (device !== null) await db.updateTable('device').set({ last_seen: new Date(now) }).where('id', '=', device).execute();
}

export async function endSession(db: Kysely<Database>, id: string, now: number): Promise<void> {
  await db.updateTable('session').set({ ended_at: new Date(now) }).where('id', '=', id).where('ended_at', 'is', null).execute();
}

/** Signs a user out everywhere. */
export async function endSessionsOf(db: Kysely<Database>, user: UserId, now: number): Promise<void> {
  await db.updateTable('session').set({ ended_at: new Date(now) }).where('user_id', '=', user).where('ended_at', 'is', null).execute();
}
