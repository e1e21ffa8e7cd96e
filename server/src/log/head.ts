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

/**
 * Takes the lock under which a registry's log and all that follows from it is written; the first one makes the row.
 * @throws CountedOtherwise when another version has counted the registry anew: what this one writes would be figures of two rules in one row (docs/decisions/0021)
 */
export async function lockHead(trx: Transaction<Database>, registry: RegistryId, today: PlainDate): Promise<Head> {
  const locked = await selectForUpdate(trx, registry);
  if (locked !== undefined) return ownHead(registry, locked);
  const month = monthContaining(today);
  await trx
    .insertInto('registry_head')
    .values({ registry_id: registry, seq: 0, hash: GENESIS, first_month: addMonths(month, -MONTHS_BEFORE), opened_month: month, rules_version: RULES_VERSION })
    .onConflict((conflict) => conflict.column('registry_id').doNothing())
    .execute();
  const made = await selectForUpdate(trx, registry);
  if (made === undefined) throw new HeadMissing(registry);
  return ownHead(registry, made);
}

/** A registry is counted by the rules of another version than this one, which must write nothing to it. */
export class CountedOtherwise extends Error {
  override readonly name = 'CountedOtherwise';

  constructor(registry: RegistryId, rules: number) {
    super(`registry ${registry} is counted by rules ${rules}, and this version has rules ${RULES_VERSION}`);
  }
}

function ownHead(registry: RegistryId, { rules, ...head }: Locked): Head {
  if (rules !== RULES_VERSION) throw new CountedOtherwise(registry, rules);
  return head;
}

/** The head row of a registry is out of sight: the transaction is not in the registry's scope. */
class HeadMissing extends Error {
  override readonly name = 'HeadMissing';

  constructor(registry: RegistryId) {
    super(`registry ${registry} has no head in this scope`);
  }
}

type Locked = Head & { readonly rules: number };

async function selectForUpdate(trx: Transaction<Database>, registry: RegistryId): Promise<Locked | undefined> {
  const { rows } = await sql<{ seq: number; hash: Buffer; first_month: Period; opened_month: Period; rules_version: number }>`
    SELECT seq, hash, first_month, opened_month, rules_version FROM registry_head WHERE registry_id = ${registry} FOR UPDATE`.execute(trx);
  const [row] = rows;
  return row === undefined ? undefined : { seq: row.seq, hash: row.hash, firstMonth: row.first_month, openedMonth: row.opened_month, rules: row.rules_version };
}

/** Takes the lock of a registry that was counted by other rules than this version's. @returns undefined when it was not, or no more */
export async function lockOtherwiseCounted(trx: Transaction<Database>, registry: RegistryId): Promise<Head | undefined> {
  const locked = await selectForUpdate(trx, registry);
  if (locked === undefined || locked.rules === RULES_VERSION) return undefined;
  const { rules: _rules, ...head } = locked;
  return head;
}

/** Moves the head on; the caller holds the lock. */
export async function moveHead(trx: Transaction<Database>, registry: RegistryId, head: Head): Promise<void> {
  await sql`
    UPDATE registry_head SET seq = ${head.seq}, hash = ${head.hash}, opened_month = ${head.openedMonth} WHERE registry_id = ${registry}`.execute(trx);
}
