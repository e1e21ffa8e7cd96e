import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import { unitSearchText } from '@sotay/domain/vietnamese/unit-name';

import type { Database } from '../db/schema.ts';
import { COUNTRY, COUNTRY_FROM } from './unit-list.ts';
import type { UnitList } from './unit-list.ts';

/** The country itself, above all of them. */
export async function storeCountry(db: Transaction<Database>): Promise<void> {
  await sql`INSERT INTO unit (id, kind, path, valid_from) VALUES (${COUNTRY}, 'country', ${`${COUNTRY}/`}, ${COUNTRY_FROM}) ON CONFLICT DO NOTHING`.execute(db);
  await sql`INSERT INTO unit_name (unit_id, valid_from, name, folded)
    SELECT ${COUNTRY}::uuid, ${COUNTRY_FROM}::date, 'Việt Nam', ${unitSearchText('Việt Nam')} WHERE NOT EXISTS (SELECT FROM unit_name WHERE unit_id = ${COUNTRY})`.execute(db);
}

/** Writes what is not there yet, not in use by anybody; what is, stays as it is. A statement for each table, whatever the length of the list. */
export async function storeList(db: Transaction<Database>, { units, names, codes, successions }: UnitList): Promise<void> {
  await storeCountry(db);
  const of = <Row, Value>(rows: readonly Row[], value: (row: Row) => Value): Value[] => rows.map(value);
  await sql`INSERT INTO unit (id, parent_id, kind, path, valid_from, valid_to, basis, in_use)
    SELECT listed.*, false FROM unnest(${of(units, ({ id }) => id)}::uuid[], ${of(units, ({ parent }) => parent)}::uuid[], ${of(units, ({ kind }) => kind)}::text[],
      ${of(units, ({ path }) => path)}::text[], ${of(units, ({ from }) => from)}::date[], ${of(units, ({ to }) => to)}::date[], ${of(units, ({ basis }) => basis)}::text[]) AS listed
    ON CONFLICT DO NOTHING`.execute(db);
  await sql`INSERT INTO unit_name (unit_id, valid_from, name, valid_to, folded, basis)
    SELECT * FROM unnest(${of(names, ({ unit }) => unit)}::uuid[], ${of(names, ({ from }) => from)}::date[], ${of(names, ({ name }) => name)}::text[],
      ${of(names, ({ to }) => to)}::date[], ${of(names, ({ name }) => unitSearchText(name))}::text[], ${of(names, ({ basis }) => basis)}::text[])
    ON CONFLICT DO NOTHING`.execute(db);
  await sql`INSERT INTO unit_code (unit_id, system, valid_from, code, valid_to)
    SELECT * FROM unnest(${of(codes, ({ unit }) => unit)}::uuid[], ${of(codes, ({ system }) => system)}::text[], ${of(codes, ({ from }) => from)}::date[],
      ${of(codes, ({ code }) => code)}::text[], ${of(codes, ({ to }) => to)}::date[])
    ON CONFLICT DO NOTHING`.execute(db);
  await sql`INSERT INTO unit_succession (from_unit, to_unit, took_effect_on, share, basis)
    SELECT * FROM unnest(${of(successions, ({ from }) => from)}::uuid[], ${of(successions, ({ to }) => to)}::uuid[], ${of(successions, ({ on }) => on)}::date[],
      ${of(successions, ({ share }) => share)}::text[], ${of(successions, ({ basis }) => basis)}::text[])
    ON CONFLICT DO NOTHING`.execute(db);
}
