import type { Kysely } from 'kysely';
import type { DeviceId, UserId } from '@sotay/domain/kernel/ids';
import type { SignIn } from '@sotay/domain/wire/session';

import { Refused } from '../access/refused.ts';
import type { Database } from '../db/schema.ts';
import { ADDRESS_PATIENCE, attemptKey, countAttempt, forgetAttempts, forgiveAttempt, NAME_PATIENCE, sweepAttempts } from './attempts.ts';
import { enrolDevice, findDevice } from './device.ts';
import { isPassword } from './password.ts';
import { openSession } from './session.ts';
import { foldSignInName } from './sign-in-name.ts';

/**
 * Signs somebody in. Tries are counted per address and per name; those from a phone known to be the user's are counted apart, so that a stranger
 * who guesses at a name cannot lock its owner out of the field.
 * @returns the token of a session of its own
 * @throws Refused `too-many-requests`, `wrong-credentials` (the same, in the same time, for a name nobody has), `device-of-another`
 */
export async function signIn(db: Kysely<Database>, { name, password, device }: SignIn, address: string, now: number): Promise<{ token: string; user: UserId }> {
  const folded = foldSignInName(name);
  const user = await db.selectFrom('app_user').select(['id', 'password_hash', 'disabled_at']).where('name', '=', folded).executeTakeFirst();
  const owner = device === undefined ? undefined : (await findDevice(db, device))?.user;
  const isOwnPhone = user !== undefined && owner === user.id;
  const byAddress = attemptKey('address', address);
  const byName = isOwnPhone ? attemptKey('device', String(device)) : attemptKey('name', folded);
  await countAttempt(db, byAddress, ADDRESS_PATIENCE, now);
  await countAttempt(db, byName, NAME_PATIENCE, now);
  const isRight = await isPassword(user?.password_hash, password);
  if (!isRight || user === undefined || user.disabled_at !== null) throw new Refused('wrong-credentials');
  if (owner !== undefined && owner !== user.id) throw new Refused('device-of-another');
  await forgetAttempts(db, byName);
  await forgiveAttempt(db, byAddress, now);
  await sweepAttempts(db, now);
  return { token: await openOn(db, user.id, device, now), user: user.id };
}

async function openOn(db: Kysely<Database>, user: UserId, device: DeviceId | undefined, now: number): Promise<string> {
  return db.transaction().execute(async (transaction) => {
    if (device !== undefined) await enrolDevice(transaction, device, user, undefined, now);
    return openSession(transaction, user, device ?? null, now);
  });
}
