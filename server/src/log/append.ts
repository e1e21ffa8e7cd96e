import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import { settledBy, targetOf } from '@sotay/domain/kernel/effective';
import type { FactId, RegistryId, UserId } from '@sotay/domain/kernel/ids';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';

import type { Database } from '../db/schema.ts';
import { factOf, shelvesOf } from './arrival.ts';
import { canonical, chainHash } from './canonical.ts';
import type { Head } from './head.ts';
import type { Judged } from './judge.ts';

export type Appended = { readonly seq: number; readonly judged: Judged };

/**
 * Writes entries at the end of a registry's log, numbered on from the head and each chained to the one before. The caller holds the lock.
 * @param targetOn when the fact of an id happened, for those that correct or take back
 * @returns the head after them, and each entry with its place
 */
export async function append(
  trx: Transaction<Database>,
  registry: RegistryId,
  head: Head,
  judged: readonly Judged[],
  { sentBy, receivedAt, targetOn }: { readonly sentBy: UserId; readonly receivedAt: number; readonly targetOn: (id: FactId) => PlainDate | undefined },
): Promise<{ head: Head; appended: Appended[] }> {
  let { seq, hash } = head;
  const rows = judged.map((one) => {
    const fact = factOf(one.arrival.reading);
    const target = fact === undefined ? undefined : (settledBy(fact)?.fact ?? targetOf(fact));
    const problems = canonical(one.problems);
    seq += 1;
    hash = chainHash(hash, { seq, receivedAt, status: one.status, problems, body: one.arrival.body });
    return { seq, hash, problems, one, fact, target, targetOn: target === undefined ? undefined : targetOn(target) };
  });
  const at = new Date(receivedAt);
  await sql`
    INSERT INTO log (registry_id, sent_by, received_at, seq, fact_id, area_id, status, problems, body, bytes, content_hash, hash, type, occurred_on, target_id, target_on)
    SELECT ${registry}::uuid, ${sentBy}::uuid, ${at}::timestamptz, came.* FROM unnest(
      ${rows.map((row) => row.seq)}::bigint[], ${rows.map((row) => row.one.arrival.id)}::uuid[], ${rows.map((row) => row.one.arrival.area)}::uuid[], ${rows.map((row) => row.one.status)}::text[],
      ${rows.map((row) => row.problems)}::text[], ${rows.map((row) => row.one.arrival.body)}::text[], ${rows.map((row) => row.one.arrival.bytes)}::int[],
      ${rows.map((row) => row.one.arrival.contentHash)}::bytea[], ${rows.map((row) => row.hash)}::bytea[], ${rows.map((row) => row.fact?.type ?? null)}::text[],
      ${rows.map((row) => row.fact?.occurredOn ?? null)}::date[], ${rows.map((row) => row.target ?? null)}::uuid[], ${rows.map((row) => row.targetOn ?? null)}::date[]) AS came`.execute(trx);
  const about = rows.flatMap((row) => shelvesOf(row.fact).map((subject) => ({ subject, seq: row.seq })));
  if (about.length > 0) {
    await sql`
      INSERT INTO about (registry_id, subject_id, seq)
      SELECT ${registry}::uuid, came.* FROM unnest(${about.map((row) => row.subject)}::uuid[], ${about.map((row) => row.seq)}::bigint[]) AS came`.execute(trx);
  }
  return { head: { ...head, seq, hash }, appended: rows.map((row) => ({ seq: row.seq, judged: row.one })) };
}
