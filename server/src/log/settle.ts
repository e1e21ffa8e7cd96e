import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '@sotay/domain/kernel/actor';
import type { FactId, RegistryId, UserId } from '@sotay/domain/kernel/ids';
import { isBlocked } from '@sotay/domain/kernel/problem';
import { readFact } from '@sotay/domain/kinds';
import type { NoteSettled } from '@sotay/domain/wire/reports';

import { withScope } from '../access/with-scope.ts';
import { Refused } from '../access/refused.ts';
import type { Database } from '../db/schema.ts';
import { admitInside } from './admit.ts';
import { ownArrival } from './arrival.ts';
import type { Placed } from './arrival.ts';
import { lockHead } from './head.ts';
import { settlementOf } from './judge.ts';
import type { Letting } from './judge.ts';
import { registriesOf } from './push.ts';
import type { Commune } from './tray.ts';

export type Word = { readonly verdict: 'take' | 'refuse'; readonly reason: string };

/**
 * The officer's word on a note held in a log of her commune: a fact of its own in the same log. The same word again changes nothing.
 * @throws Refused `not-found`, or `conflict` when it is not held or cannot be taken
 */
export async function settleHeld(db: Kysely<Database>, commune: Commune, id: FactId, word: Word, letting: Letting): Promise<NoteSettled> {
  const registry = await findRegistry(db, commune, id);
  if (registry === undefined) throw new Refused('not-found');
  return withScope(db, { registries: [registry] }, async (trx) => {
    await lockHead(trx, registry, letting.today);
    return settleInside(trx, registry, id, word, letting);
  });
}

async function findRegistry(db: Kysely<Database>, { registries, areas }: Commune, id: FactId): Promise<RegistryId | undefined> {
  if (registries.length === 0) return undefined;
  const row = await withScope(db, { registries }, (trx) =>
    trx.selectFrom('log').select('registry_id').where('registry_id', 'in', registries).where('fact_id', '=', id).where('area_id', 'in', areas).executeTakeFirst(),
  );
  return row?.registry_id;
}

type HeldRow = { status: 'accepted' | 'held'; body: string; area_id: Placed['area']; verdict: 'take' | 'refuse' | null; said_at: number | null };

async function settleInside(trx: Transaction<Database>, registry: RegistryId, id: FactId, { verdict, reason }: Word, letting: Letting): Promise<NoteSettled> {
  const { rows } = await sql<HeldRow>`
    SELECT log.status, log.body, log.area_id, said.verdict, said.said_at FROM log
    LEFT JOIN LATERAL (
      SELECT answer.body::jsonb #>> '{data,verdict}' AS verdict, (answer.body::jsonb ->> 'recordedAt')::bigint AS said_at FROM log AS answer
      WHERE answer.registry_id = ${registry} AND answer.target_id = ${id} AND answer.type = 'fact-settled' AND answer.status = 'accepted'
      ORDER BY said_at DESC, answer.fact_id DESC LIMIT 1) AS said ON true
    WHERE log.registry_id = ${registry} AND log.fact_id = ${id}`.execute(trx);
  const [row] = rows;
  const settled: NoteSettled = { verdict, counts: verdict === 'take' };
  if (row === undefined) throw new Refused('not-found');
  if (row.verdict === verdict) return settled;
  const reading = readFact(JSON.parse(row.body));
  if (row.status !== 'held' || (verdict === 'take' && reading.kind !== 'known')) throw new Refused('conflict');
  const about = reading.kind === 'known' ? reading.fact.about : [];
  // The later word speaks: a clock that was turned back must not let the earlier one stand.
  const now = Math.max(letting.now, (row.said_at ?? 0) + 1);
  const settlement = settlementOf({ id, area: row.area_id, about }, verdict, reason, { ...letting, now });
  const [outcome] = await admitInside(trx, registry, [ownArrival(settlement)], { ...letting, sentBy: letting.actor.user });
  if (outcome === undefined || 'isIdTaken' in outcome || outcome.status === 'held') throw new Refused('conflict');
  return settled;
}

/**
 * The officer's word on a note that fits no log. Taken, it enters the log of its area as held, with whoever noted it as its author, and her settlement
 * after it unless something else stands against it. The same word again changes nothing.
 * @throws Refused `not-found`, or `conflict` when it was settled otherwise or cannot be taken
 */
export async function settleUnplaced(db: Kysely<Database>, commune: Commune, id: number, word: Word, letting: Letting): Promise<NoteSettled> {
  const note = await db
    .selectFrom('unplaced')
    .innerJoin('app_user', 'app_user.id', 'unplaced.user_id')
    .select(['unplaced.user_id', 'unplaced.fact_id', 'unplaced.content_hash', 'unplaced.raw'])
    .where('unplaced.id', '=', id)
    .where('app_user.unit_id', '=', commune.unit)
    .executeTakeFirst();
  if (note === undefined) throw new Refused('not-found');
  if (word.verdict === 'refuse') return withScope(db, { registries: [] }, (trx) => mark(trx, id, word, letting, false));
  const reading = readFact(JSON.parse(note.raw));
  if (reading.kind !== 'known' || !commune.areas.includes(reading.fact.area)) throw new Refused('conflict');
  const { fact } = reading;
  const registry = (await registriesOf(db, [fact.area])).get(fact.area);
  if (registry === undefined) throw new Refused('conflict');
  const arrival: Placed = { index: 0, id: fact.id, area: fact.area, reading, body: note.raw, bytes: Buffer.byteLength(note.raw, 'utf8'), contentHash: note.content_hash };
  return withScope(db, { registries: [registry] }, async (trx) => {
    await lockHead(trx, registry, letting.today);
    const counts = await enter(trx, registry, arrival, note.user_id, word, letting);
    return mark(trx, id, word, letting, counts);
  });
}

/** @returns whether the note counts now */
async function enter(trx: Transaction<Database>, registry: RegistryId, arrival: Placed, sender: UserId, word: Word, letting: Letting): Promise<boolean> {
  const stranger: Actor = { user: sender, role: 'collaborator', responsibilities: [], communeAreas: [] };
  const [outcome] = await admitInside(trx, registry, [arrival], { ...letting, actor: stranger, sentBy: sender });
  if (outcome === undefined || 'isIdTaken' in outcome) throw new Refused('conflict');
  if (outcome.status === 'accepted') return true;
  if (isBlocked(outcome.problems.filter(({ code }) => code !== 'not-your-area'))) return false;
  return (await settleInside(trx, registry, arrival.id, word, letting)).counts;
}

async function mark(trx: Transaction<Database>, id: number, { verdict, reason }: Word, { actor, now }: Letting, counts: boolean): Promise<NoteSettled> {
  const before = await trx.selectFrom('unplaced').select('verdict').where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  if (before.verdict !== null && before.verdict !== verdict) throw new Refused('conflict');
  if (before.verdict === null) {
    await trx.updateTable('unplaced').set({ verdict, reason, settled_by: actor.user, settled_at: new Date(now) }).where('id', '=', id).execute();
  }
  return { verdict, counts };
}
