import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { UserId } from '@sotay/domain/kernel/ids';
import { block } from '@sotay/domain/kernel/problem';
import type { Problem } from '@sotay/domain/kernel/problem';

import type { Database } from '../db/schema.ts';
import type { Arrival } from './arrival.ts';
import { canonical } from './canonical.ts';

/** Why something fits no log. */
export type Misfit = { readonly arrival: Arrival; readonly problems: readonly Problem[] };

/** The answer is the same whether the area exists or not: nobody learns here of areas that are not hers. */
export function misfitOfArea(arrival: Arrival): Misfit {
  return { arrival, problems: [block(arrival.area === undefined ? 'unreadable' : 'not-your-area', 'area')] };
}

/** The id is taken by other content; both are kept. */
export function misfitOfId(arrival: Arrival): Misfit {
  return { arrival, problems: [block('id-taken', 'id')] };
}

/** Keeps what fits no log in the tray of the sender's officer. What is there already stays as it is. */
export async function keepUnplaced(db: Kysely<Database>, user: UserId, misfits: readonly Misfit[], now: number): Promise<void> {
  if (misfits.length === 0) return;
  const { rows } = await sql<{ last_unplaced: number }>`
    UPDATE service SET last_unplaced = last_unplaced + ${misfits.length} WHERE id RETURNING last_unplaced`.execute(db);
  const first = (rows[0]?.last_unplaced ?? 0) - misfits.length + 1;
  await db
    .insertInto('unplaced')
    .values(
      misfits.map(({ arrival, problems }, index) => ({
        id: first + index,
        user_id: user,
        fact_id: arrival.id,
        content_hash: arrival.contentHash,
        area_id: arrival.area ?? null,
        received_at: new Date(now),
        problems: canonical(problems),
        raw: arrival.body,
        verdict: null,
        settled_by: null,
        settled_at: null,
        reason: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['user_id', 'fact_id', 'content_hash']).doNothing())
    .execute();
}
