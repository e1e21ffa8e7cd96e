import type { Kysely } from 'kysely';

import type { Database } from '../db/schema.ts';
import { linkTo, makeInvitation } from './invitation.ts';

/**
 * The link by which the first administrator comes in, while there is none: single use, good for 24 hours; each call makes the earlier one useless.
 * Undefined once there is an administrator. @param publicUrl where the server is reached, without a final slash
 */
export async function firstAdministratorLink(db: Kysely<Database>, publicUrl: string, now: number = Date.now()): Promise<string | undefined> {
  return db.transaction().execute(async (transaction) => {
    const administrator = await transaction.selectFrom('app_user').select('id').where('role', '=', 'administrator').executeTakeFirst();
    if (administrator !== undefined) return undefined;
    const { token } = await makeInvitation(transaction, 'first-administrator', null, now);
    return linkTo(publicUrl, token);
  });
}
