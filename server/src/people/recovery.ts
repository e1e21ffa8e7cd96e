import { randomInt } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { DeviceId, UserId } from '@sotay/domain/kernel/ids';
import type { Recover, RecoveryCode, WrappedKey } from '@sotay/domain/wire/people';

import { Refused } from '../access/refused.ts';
import { instant } from '../db/schema/column.ts';
import type { Database } from '../db/schema.ts';
import { noteInAudit } from './audit.ts';
import { hashPassword, isPassword } from './password.ts';
import type { RecoveryKey } from './recovery-key.ts';

const CODE_LASTS_MS = 15 * 60_000;
const TRIES = 5;

/** Keeps the key of a phone's store, wrapped to the recovery key. A code already given ends. @throws Refused `bad-key` when wrapped to another key */
export async function keepWrappedKey(db: Kysely<Database>, device: DeviceId, { id, wrapped }: WrappedKey, recoveryKey: RecoveryKey, now: number): Promise<void> {
  if (id !== recoveryKey.publicKey.id) throw new Refused('bad-key');
  const key = { recovery_key_id: id, wrapped: Buffer.from(wrapped, 'base64url'), stored_at: new Date(now), code_hash: null, code_by: null, code_expires_at: null, code_tries: 0 };
  await db
    .insertInto('device_key')
    .values({ device_id: device, ...key })
    .onConflict((conflict) => conflict.column('device_id').doUpdateSet(key))
    .execute();
}

/**
 * Makes the one-time code for a device whose PIN is forgotten; the officer says it to her once she knows who she is. An earlier code ends.
 * @throws Refused `no-wrapped-key`
 */
export async function makeRecoveryCode(db: Kysely<Database>, device: DeviceId, by: UserId, now: number): Promise<RecoveryCode> {
  const code = String(randomInt(100_000_000)).padStart(8, '0');
  const expiresAt = now + CODE_LASTS_MS;
  const hash = await hashPassword(code);
  await db.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('device_key')
      .set({ code_hash: hash, code_by: by, code_expires_at: new Date(expiresAt), code_tries: 0 })
      .where('device_id', '=', device)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Refused('no-wrapped-key');
    await noteInAudit(transaction, now, by, 'recovery-code-made', { kind: 'device', id: device });
  });
  return { code, expiresAt };
}

/** Counts a try before it is made, so that many at once are still five. */
async function takeTry(db: Kysely<Database>, device: DeviceId, now: number) {
  return db
    .updateTable('device_key')
    .set((column) => ({ code_tries: column('code_tries', '+', 1) }))
    .where('device_id', '=', device)
    .where('code_hash', 'is not', null)
    .where('code_expires_at', '>', instant(now))
    .where('code_tries', '<', TRIES)
    .returning(['code_hash', 'wrapped', 'recovery_key_id'])
    .executeTakeFirst();
}

/**
 * Gives a phone the key of its store back, wrapped for the fresh key it sent, against the officer's code, once.
 * @returns the wrapped key as base64url
 * @throws Refused `code-wrong` (also when there is none, it expired or its tries are used up), `bad-key`
 */
export async function recover(db: Kysely<Database>, device: DeviceId, { code, publicKey }: Recover, recoveryKey: RecoveryKey, by: UserId, now: number): Promise<string> {
  const kept = await takeTry(db, device, now);
  if (!(await isPassword(kept?.code_hash, code)) || kept === undefined) {
    await noteInAudit(db, now, by, 'recovery-code-wrong', { kind: 'device', id: device });
    throw new Refused('code-wrong');
  }
  if (kept.recovery_key_id !== recoveryKey.publicKey.id) throw new Refused('bad-key');
  const wrapped = recoveryKey.rewrap(kept.wrapped, publicKey);
  await db.transaction().execute(async (transaction) => {
    const used = await transaction
      .updateTable('device_key')
      .set({ code_hash: null, code_expires_at: null })
      .where('device_id', '=', device)
      .where('code_hash', '=', kept.code_hash)
      .executeTakeFirst();
    if (used.numUpdatedRows !== 1n) throw new Refused('code-wrong');
    await noteInAudit(transaction, now, by, 'recovery-used', { kind: 'device', id: device });
  });
  return wrapped.toString('base64url');
}
