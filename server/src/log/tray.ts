import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { asPerson } from '@sotay/domain/kernel/ids';
import type { AreaId, FactId, PersonId, RegistryId, UnitId, UserId } from '@sotay/domain/kernel/ids';
import { readFact } from '@sotay/domain/kinds';
import type { HeldNote } from '@sotay/domain/wire/reports';

import { withScope } from '../access/with-scope.ts';
import type { Database } from '../db/schema.ts';
import { factOf } from './arrival.ts';
import { isUnsettled } from './freshness.ts';
import { Problems } from './load.ts';

/** Whose tray it is: an officer's commune, with its areas and their registries. */
export type Commune = { readonly unit: UnitId; readonly areas: readonly AreaId[]; readonly registries: readonly RegistryId[] };

type Row = {
  fact: FactId;
  area: AreaId | null;
  seq: number | null;
  received_at: number;
  sent_by: UserId;
  problems: string;
  raw: string;
  unplaced: number | null;
};

const MOST_NOTES = 200;

/** Held notes that nobody has settled, oldest first: those of the logs of the commune's areas, and those of its people that fit no log. */
export async function listHeld(db: Kysely<Database>, { unit, areas, registries }: Commune, skip = 0): Promise<HeldNote[]> {
  return withScope(db, { registries }, async (trx) => {
    const { rows } = await sql<Row>`
      SELECT fact_id AS fact, area_id AS area, seq, received_at, sent_by, problems, body AS raw, NULL::bigint AS unplaced FROM log
      WHERE registry_id = ANY (${[...registries]}::uuid[]) AND area_id = ANY (${[...areas]}::uuid[]) AND status = 'held' AND ${isUnsettled}
      UNION ALL
      SELECT fact_id, area_id, NULL, received_at, user_id, problems, raw, id FROM unplaced
      WHERE verdict IS NULL AND user_id IN (SELECT id FROM app_user WHERE unit_id = ${unit})
      ORDER BY received_at, unplaced NULLS FIRST, seq LIMIT ${MOST_NOTES} OFFSET ${skip}`.execute(trx);
    const read = rows.map((row) => ({ row, raw: JSON.parse(row.raw) as unknown }));
    const told = read.map(({ row, raw }) => ({ row, raw, reading: readFact(raw) }));
    const people = [...new Set(told.flatMap(({ reading }) => factOf(reading)?.about ?? []))].map((id) => asPerson(id));
    const labels = await labelsOf(trx, registries, people);
    const senders = await sendersOf(trx, [...new Set(rows.map((row) => row.sent_by))]);
    return told.map(({ row, raw, reading }) => ({
      fact: row.fact,
      area: row.area,
      seq: row.seq,
      receivedAt: row.received_at,
      sender: senders.get(row.sent_by) ?? '',
      problems: Problems.parse(JSON.parse(row.problems)),
      canTake: reading.kind === 'known' && (row.unplaced === null || areas.includes(reading.fact.area)) && !row.problems.includes('"id-taken"'),
      raw,
      unplaced: row.unplaced,
      subjects: (factOf(reading)?.about ?? []).flatMap((id) => {
        const subject = asPerson(id);
        return labels.has(subject) ? [{ subject, label: labels.get(subject) ?? null }] : [];
      }),
    }));
  });
}

async function labelsOf(db: Kysely<Database>, registries: readonly RegistryId[], people: readonly PersonId[]): Promise<Map<PersonId, string | null>> {
  if (people.length === 0 || registries.length === 0) return new Map();
  const rows = await db.selectFrom('person_row').select(['person_id', 'name']).where('registry_id', 'in', registries).where('person_id', 'in', people).execute();
  return new Map(rows.map((row) => [row.person_id, row.name]));
}

async function sendersOf(db: Kysely<Database>, users: readonly UserId[]): Promise<Map<UserId, string>> {
  if (users.length === 0) return new Map();
  const rows = await db.selectFrom('app_user').select(['id', 'full_name']).where('id', 'in', users).execute();
  return new Map(rows.map((row) => [row.id, row.full_name]));
}
