import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { asHousehold, asPerson } from '@sotay/domain/kernel/ids';
import type { RegistryId, SubjectId } from '@sotay/domain/kernel/ids';
import type { Noted } from '@sotay/domain/kernel/effective';
import { readFact } from '@sotay/domain/kinds';
import type { Fact } from '@sotay/domain/kinds';
import { householdFrom, personFrom } from '@sotay/domain/register/fold';

import { householdRow, personRow } from '../../rows/register-rows.ts';

/** What the officer's lists of the register look by and show. */
const STATEMENTS = [
  // folded: the words of the name without marks, each after a space. is_here: neither dead nor gone, and no second entry of somebody else.
  `ALTER TABLE person_row ADD COLUMN folded text NOT NULL DEFAULT ''`,
  `ALTER TABLE person_row ADD COLUMN is_here boolean NOT NULL DEFAULT true`,
  `CREATE INDEX person_row_household ON person_row (registry_id, household_id)`,

  `ALTER TABLE household_row ADD COLUMN head_id uuid`,
  `ALTER TABLE household_row ADD COLUMN representative text`,
  `ALTER TABLE household_row ADD COLUMN closed_on date`,
];

/** The columns follow from the log, as the rest of their rows does: rows that are older than they are folded once more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  await sql`SELECT set_config('sotay.every', 'on', true)`.execute(db);
  const { rows } = await sql<{ registry_id: RegistryId }>`SELECT registry_id FROM registry_head`.execute(db);
  for (const { registry_id: registry } of rows) await fill(db, registry);
  await sql`SELECT set_config('sotay.every', 'off', true)`.execute(db);
}

async function fill(db: Kysely<unknown>, registry: RegistryId): Promise<void> {
  for (const [subject, noted] of await readLog(db, registry)) {
    const person = personFrom(asPerson(subject), noted);
    const household = householdFrom(asHousehold(subject), noted);
    if (person.status !== 'unopened') {
      const { folded, isHere } = personRow(person);
      await sql`UPDATE person_row SET folded = ${folded}, is_here = ${isHere} WHERE registry_id = ${registry} AND person_id = ${subject}`.execute(db);
    } else if (household.status === 'open') {
      const { head, representative, closedOn } = householdRow(household);
      await sql`
        UPDATE household_row SET head_id = ${head}, representative = ${representative}, closed_on = ${closedOn}
        WHERE registry_id = ${registry} AND household_id = ${subject}`.execute(db);
    }
  }
}

async function readLog(db: Kysely<unknown>, registry: RegistryId): Promise<Map<SubjectId, Noted<Fact>[]>> {
  const bySubject = new Map<SubjectId, Noted<Fact>[]>();
  const { rows } = await sql<{ body: string; status: 'accepted' | 'held' }>`SELECT body, status FROM log WHERE registry_id = ${registry} ORDER BY seq`.execute(db);
  for (const { body, status } of rows) {
    const reading = readFact(JSON.parse(body));
    if (reading.kind !== 'known') continue;
    for (const subject of reading.fact.about) bySubject.set(subject, [...(bySubject.get(subject) ?? []), { fact: reading.fact, status }]);
  }
  return bySubject;
}
