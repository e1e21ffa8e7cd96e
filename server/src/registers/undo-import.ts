import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '@sotay/domain/kernel/actor';
import { asHousehold, FactId } from '@sotay/domain/kernel/ids';
import type { AreaId, DeviceId, HouseholdId, RegistryId, SubjectId } from '@sotay/domain/kernel/ids';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import type { Fact } from '@sotay/domain/kinds';
import { readFact } from '@sotay/domain/kinds';

import { withScope } from '../access/with-scope.ts';
import type { Database } from '../db/schema.ts';
import { admitInside } from '../log/admit.ts';
import { ownArrival } from '../log/arrival.ts';
import { lockHead } from '../log/head.ts';
import { noteInAudit } from '../people/audit.ts';

/** A register that was taken in, as it stands in the database. */
export type Batch = { readonly id: DeviceId; readonly registry: RegistryId; readonly area: AreaId; readonly firstSeq: number; readonly lastSeq: number; readonly isUndone: boolean };

export async function findBatch(db: Kysely<Database>, id: string): Promise<Batch | undefined> {
  const row = await withScope(db, 'every', (trx) => trx.selectFrom('import_batch').selectAll().where(sql`batch_id::text`, '=', id).executeTakeFirst());
  if (row === undefined) return undefined;
  return { id: row.batch_id, registry: row.registry_id, area: row.area_id, firstSeq: row.first_seq, lastSeq: row.last_seq, isUndone: row.undone_at !== null };
}

export type UndoRequest = {
  readonly actor: Actor;
  readonly today: PlainDate;
  /** UTC milliseconds. */
  readonly now: number;
  /** Whether households about which something was noted since are left as they are; else one of them stops the whole. */
  readonly isExceptNoted: boolean;
};

export type Undone = {
  readonly households: number;
  readonly people: number;
  /** Numbers of households about which, or about whose people, something was noted since. */
  readonly noted: readonly string[];
  readonly isWritten: boolean;
};

const CHUNK = 1_000;
const REASON = 'Hoàn tác một lần nhập sổ từ Excel.';

/**
 * Takes a register back: every fact of the batch is withdrawn, the last first, in one transaction. The notes stay readable, and no longer count.
 * Households of which somebody has noted something since are not torn from under it.
 */
export async function undoImport(db: Kysely<Database>, batch: Batch, { actor, today, now, isExceptNoted }: UndoRequest): Promise<Undone> {
  return withScope(db, { registries: [batch.registry] }, async (trx) => {
    await lockHead(trx, batch.registry, today);
    const facts = await factsOf(trx, batch);
    const noted = await notedSince(trx, batch);
    const households = householdsNoted(facts, noted);
    const taken = facts.filter((fact) => !fact.about.some((id) => households.subjects.has(id)));
    const count = (type: string): number => taken.filter((fact) => fact.type === type).length;
    const isWritten = taken.length > 0 && (isExceptNoted || households.numbers.length === 0);
    if (isWritten) {
      const backwards = taken.toReversed();
      for (let index = 0; index < backwards.length; index += CHUNK) {
        const some = backwards.slice(index, index + CHUNK).map((fact) => ownArrival(withdrawalOf(fact, batch.id, actor, today, now)));
        await admitInside(trx, batch.registry, some, { actor, device: batch.id, today, now, newId: () => FactId.parse(uuidv7({ msecs: now })), sentBy: actor.user });
      }
      await sql`UPDATE import_batch SET undone_at = ${new Date(now)} WHERE registry_id = ${batch.registry} AND batch_id = ${batch.id}`.execute(trx);
      await noteInAudit(trx, now, actor.user, 'register-import-undone', { kind: 'area', id: batch.area });
    }
    return { households: count('household-registered'), people: count('person-registered'), noted: households.numbers, isWritten };
  });
}

async function factsOf(trx: Transaction<Database>, { registry, firstSeq, lastSeq, id }: Batch): Promise<Fact[]> {
  const rows = await trx
    .selectFrom('log')
    .select('body')
    .where('registry_id', '=', registry)
    .where('seq', '>=', firstSeq)
    .where('seq', '<=', lastSeq)
    .orderBy('seq')
    .execute();
  return rows.flatMap(({ body }) => {
    const read = readFact(JSON.parse(body));
    return read.kind === 'known' && read.fact.device === id ? [read.fact] : [];
  });
}

async function notedSince(trx: Transaction<Database>, { registry, firstSeq, lastSeq }: Batch): Promise<Set<SubjectId>> {
  const { rows } = await sql<{ subject_id: SubjectId }>`
    SELECT DISTINCT later.subject_id FROM about AS later
    WHERE later.registry_id = ${registry} AND later.seq > ${lastSeq} AND EXISTS (
      SELECT FROM about AS own WHERE own.registry_id = ${registry} AND own.subject_id = later.subject_id AND own.seq BETWEEN ${firstSeq} AND ${lastSeq})`.execute(trx);
  return new Set(rows.map((row) => row.subject_id));
}

/** The households that something was noted about since, with everybody of the batch in them. */
function householdsNoted(facts: readonly Fact[], noted: ReadonlySet<SubjectId>): { numbers: string[]; subjects: Set<SubjectId> } {
  const numbers = new Map<HouseholdId, string>();
  const touched = new Set<SubjectId>();
  const people = facts.filter((fact) => fact.type === 'person-registered');
  for (const fact of facts) if (fact.type === 'household-registered') numbers.set(fact.data.household, fact.data.number);
  for (const { data } of people) {
    if ([data.person, data.household].some((id) => noted.has(id))) touched.add(data.household);
  }
  for (const household of numbers.keys()) if (noted.has(household)) touched.add(household);
  const subjects = new Set<SubjectId>([...touched, ...people.flatMap(({ data }) => (touched.has(data.household) ? [data.person] : []))]);
  return { numbers: [...touched].map((household) => numbers.get(asHousehold(household)) ?? ''), subjects };
}

function withdrawalOf(fact: Fact, device: DeviceId, actor: Actor, today: PlainDate, now: number): Fact {
  return {
    id: FactId.parse(uuidv7({ msecs: now })),
    type: 'fact-withdrawn',
    v: 1,
    area: fact.area,
    about: fact.about,
    occurredOn: today,
    recordedAt: now,
    recordedBy: actor.user,
    device,
    via: 'office',
    data: { fact: fact.id, reason: REASON },
  };
}
