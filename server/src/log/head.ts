import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { RegistryId } from '@sotay/domain/kernel/ids';
import { addMonths, monthContaining } from '@sotay/domain/kernel/period';
import type { Period } from '@sotay/domain/kernel/period';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import { RULES_VERSION } from '@sotay/domain/packs/in-force';

import type { Database } from '../db/schema.ts';
import { GENESIS } from './canonical.ts';

/** Where a registry's log stands, and the months whose periods have their cells. */
export type Head = { readonly seq: number; readonly hash: Buffer; readonly firstMonth: Period; readonly openedMonth: Period };

/** How far back a registry's reports go when nobody says otherwise. */
const MONTHS_BEFORE = 24;

/** Takes the lock under which a registry's log and all that follows from it is written; the first one makes the row. */
export async function lockHead(trx: Transaction<Database>, registry: RegistryId, today: PlainDate): Promise<Head> {
  const locked = await selectForUpdate(trx, registry);
  if (locked !== undefined) return locked;
  const month = monthContaining(today);
  await trx
    .insertInto('registry_head')
    .values({ registry_id: registry, seq: 0, hash: GENESIS, first_month: addMonths(month, -MONTHS_BEFORE), opened_month: month, rules_version: RULES_VERSION })
    .onConflict((conflict) => conflict.column('registry_id').doNothing())
    .execute();
  const made = await selectForUpdate(trx, registry);
  if (made === undefined) throw new HeadMissing(registry);
  return made;
}

/** The head row of a registry is out of sight: the transaction is not in the registry's scope. */
class HeadMissing extends Error {
  override readonly name = 'HeadMissing';

  constructor(registry: RegistryId) {
    super(`registry ${registry} has no head in this scope`);
  }
}

async function selectForUpdate(trx: Transaction<Database>, registry: RegistryId): Promise<Head | undefined> {
  const { rows } = await sql<{ seq: number; hash: Buffer; first_month: Period; opened_month: Period }>`
    SELECT seq, hash, first_month, opened_month FROM registry_head WHERE registry_id = ${registry} FOR UPDATE`.execute(trx);
  const [row] = rows;
  return row === undefined ? undefined : { seq: row.seq, hash: row.hash, firstMonth: row.first_month, openedMonth: row.opened_month };
}

/** Takes the lock of a registry that was counted by other rules than this version's. @returns undefined when it was not, or no more */
export async function lockOtherwiseCounted(trx: Transaction<Database>, registry: RegistryId): Promise<Head | undefined> {
  const locked = await selectForUpdate(trx, registry);
  if (locked === undefined) return undefined;
  const { rules_version: rules } = await trx.selectFrom('registry_head').select('rules_version').where('registry_id', '=', registry).executeTakeFirstOrThrow();
  return rules === RULES_VERSION ? undefined : locked;
}

/** Moves the head on; the caller holds the lock. */
export async function moveHead(trx: Transaction<Database>, registry: RegistryId, head: Head): Promise<void> {
  await sql`
    UPDATE registry_head SET seq = ${head.seq}, hash = ${head.hash}, opened_month = ${head.openedMonth} WHERE registry_id = ${registry}`.execute(trx);
}
