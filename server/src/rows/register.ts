import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { RegistryId, SubjectId } from '@sotay/domain/kernel/ids';

import type { Database } from '../db/schema.ts';
import type { Derived } from './derive.ts';
import type { HouseholdRow, PersonRow } from './register-rows.ts';

/** Writes who the people and households are, for look-ups and labels; those whose opening no longer counts go. */
export async function writeRegister(trx: Transaction<Database>, registry: RegistryId, derived: ReadonlyMap<SubjectId, Derived>, known: ReadonlySet<SubjectId>): Promise<void> {
  const all = [...derived];
  await writePeople(trx, registry, all.flatMap(([, { person }]) => person ?? []));
  await writeHouseholds(trx, registry, all.flatMap(([, { household }]) => household ?? []));
  // By kind: corrections can make a person of an id that was a household's, and back.
  const [goneHouseholds, gonePeople] = (['household', 'person'] as const).map((kind) => all.flatMap(([id, one]) => (one[kind] === undefined && known.has(id) ? [id] : [])));
  if (gonePeople !== undefined && gonePeople.length > 0) await sql`DELETE FROM person_row WHERE registry_id = ${registry} AND person_id = ANY (${gonePeople}::uuid[])`.execute(trx);
  if (goneHouseholds !== undefined && goneHouseholds.length > 0) await sql`DELETE FROM household_row WHERE registry_id = ${registry} AND household_id = ANY (${goneHouseholds}::uuid[])`.execute(trx);
}

/** Those of the subjects who are men by the rows. */
export async function loadMen(db: Kysely<Database>, registry: RegistryId, subjects: readonly SubjectId[]): Promise<Set<SubjectId>> {
  if (subjects.length === 0) return new Set();
  const { rows } = await sql<{ person_id: SubjectId }>`
    SELECT person_id FROM person_row WHERE registry_id = ${registry} AND person_id = ANY (${[...subjects]}::uuid[]) AND sex = 'male'`.execute(db);
  return new Set(rows.map((row) => row.person_id));
}

/** Whether a subject is a household by the rows; an id is only ever a person's or a household's. */
export async function isHousehold(db: Kysely<Database>, registry: RegistryId, subject: SubjectId): Promise<boolean> {
  const { rows } = await sql`SELECT FROM household_row WHERE registry_id = ${registry} AND household_id = ${subject}`.execute(db);
  return rows.length > 0;
}

async function writePeople(trx: Transaction<Database>, registry: RegistryId, people: readonly PersonRow[]): Promise<void> {
  if (people.length === 0) return;
  await sql`
    INSERT INTO person_row (registry_id, person_id, area_id, household_id, name, sex, born, folded, is_here)
    SELECT ${registry}::uuid, came.* FROM unnest(
      ${people.map(({ id }) => id)}::uuid[], ${people.map(({ area }) => area)}::uuid[], ${people.map(({ household }) => household)}::uuid[],
      ${people.map(({ name }) => name)}::text[], ${people.map(({ sex }) => sex)}::text[], ${people.map(({ born }) => born)}::text[],
      ${people.map(({ folded }) => folded)}::text[], ${people.map(({ isHere }) => isHere)}::boolean[]) AS came
    ON CONFLICT (registry_id, person_id) DO UPDATE SET area_id = excluded.area_id, household_id = excluded.household_id, name = excluded.name, sex = excluded.sex, born = excluded.born,
        folded = excluded.folded, is_here = excluded.is_here
      WHERE (person_row.area_id, person_row.household_id, person_row.name, person_row.sex, person_row.born, person_row.folded, person_row.is_here)
        IS DISTINCT FROM (excluded.area_id, excluded.household_id, excluded.name, excluded.sex, excluded.born, excluded.folded, excluded.is_here)`.execute(trx);
}

async function writeHouseholds(trx: Transaction<Database>, registry: RegistryId, households: readonly HouseholdRow[]): Promise<void> {
  if (households.length === 0) return;
  await sql`
    INSERT INTO household_row (registry_id, household_id, area_id, number, kind, head_id, representative, closed_on)
    SELECT ${registry}::uuid, came.* FROM unnest(
      ${households.map(({ id }) => id)}::uuid[], ${households.map(({ area }) => area)}::uuid[], ${households.map(({ number }) => number)}::text[],
      ${households.map(({ kind }) => kind)}::text[], ${households.map(({ head }) => head)}::uuid[], ${households.map(({ representative }) => representative)}::text[],
      ${households.map(({ closedOn }) => closedOn)}::date[]) AS came
    ON CONFLICT (registry_id, household_id) DO UPDATE SET area_id = excluded.area_id, number = excluded.number, kind = excluded.kind,
        head_id = excluded.head_id, representative = excluded.representative, closed_on = excluded.closed_on
      WHERE (household_row.area_id, household_row.number, household_row.kind, household_row.head_id, household_row.representative, household_row.closed_on)
        IS DISTINCT FROM (excluded.area_id, excluded.number, excluded.kind, excluded.head_id, excluded.representative, excluded.closed_on)`.execute(trx);
}
