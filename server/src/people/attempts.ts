import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

import { Refused } from '../access/refused.ts';
import { instant } from '../db/schema/column.ts';
import type { Database } from '../db/schema.ts';

/** How many tries are free, and after how many seconds of quiet they are forgotten. Then each failure doubles the wait, from 5 seconds to 15 minutes. */
type Patience = { readonly free: number; readonly forgetAfterMs: number };

export const NAME_PATIENCE: Patience = { free: 5, forgetAfterMs: 24 * 3_600_000 };
/** Many people share the address of a station or of a carrier. */
export const ADDRESS_PATIENCE: Patience = { free: 40, forgetAfterMs: 3_600_000 };

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** Milliseconds to wait after so many failures in a row. */
export function waitAfter(failures: number, free: number): number {
  return failures < free ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(20, failures - free));
}

/** What is counted, as a hash: neither names nor addresses are kept. */
export function attemptKey(kind: 'name' | 'address' | 'device' | 'recovery' | 'link', value: string): Buffer {
  return createHash('sha256').update(`${kind}\0${value}`).digest();
}

/**
 * Counts a try as failed before it is made, so that many at once gain nothing; `forgive` takes it back when it succeeds. `now`: UTC milliseconds.
 * @throws Refused `too-many-requests` with the seconds left, while its key waits
 */
export async function countAttempt(db: Kysely<Database>, key: Buffer, patience: Patience, now: number): Promise<void> {
  const outcome = await db.transaction().execute(async (transaction) => {
    const at = new Date(now);
    const fresh = { key, failures: 0, last_at: at, blocked_until: at };
    await transaction.insertInto('attempt').values(fresh).onConflict((conflict) => conflict.column('key').doNothing()).execute();
    const row = await transaction.selectFrom('attempt').selectAll().where('key', '=', key).forUpdate().executeTakeFirst();
    const known = row === undefined || row.last_at + patience.forgetAfterMs <= now ? { failures: 0, blocked_until: now } : row;
    if (known.failures >= patience.free && known.blocked_until > now) return known.blocked_until - now;
    const failures = known.failures + 1;
    await transaction
      .updateTable('attempt')
      .set({ failures, last_at: at, blocked_until: new Date(now + waitAfter(failures, patience.free)) })
      .where('key', '=', key)
      .execute();
    return 0;
  });
  if (outcome > 0) throw new Refused('too-many-requests', outcome / 1000);
}

/** The tries of a key are forgotten: it succeeded. */
export async function forgetAttempts(db: Kysely<Database>, key: Buffer): Promise<void> {
  await db.deleteFrom('attempt').where('key', '=', key).execute();
}

/** One try of a key did not fail after all; the others still count. */
export async function forgiveAttempt(db: Kysely<Database>, key: Buffer, now: number): Promise<void> {
  await db
    .updateTable('attempt')
    .set({ failures: sql`greatest(failures - 1, 0)`, blocked_until: new Date(now) })
    .where('key', '=', key)
    .execute();
}

/** Drops what is long forgotten. */
export async function sweepAttempts(db: Kysely<Database>, now: number): Promise<void> {
  await db.deleteFrom('attempt').where('last_at', '<', instant(now - NAME_PATIENCE.forgetAfterMs)).execute();
}
