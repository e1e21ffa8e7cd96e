import { unitSearchText } from '@sotay/domain/vietnamese/unit-name';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/**
 * The units of the country with their dates, and what went where when they were merged or split.
 *
 * A unit's territory never changes: where it does, another unit begins and `unit_succession` says what of the former ones it holds. Its name may change,
 * and its code too. The last name of a unit has no end, so that whoever worked in it can still be told where; its codes end with it.
 */
const STATEMENTS = [
  `ALTER TABLE unit DROP CONSTRAINT unit_kind_known`,
  `ALTER TABLE unit ADD CONSTRAINT unit_kind_known CHECK (kind IN ('country', 'province', 'district', 'commune', 'hamlet'))`,
  // in_use: somebody works in it here, or it was added by hand; the rest of the national list stands behind the search.
  `ALTER TABLE unit ADD COLUMN in_use boolean NOT NULL DEFAULT true`,
  `ALTER TABLE unit ADD COLUMN basis text`,
  `CREATE INDEX unit_parent ON unit (parent_id)`,

  // folded: the name as it is looked for (domain/vietnamese/unit-name.ts).
  `ALTER TABLE unit_name ADD COLUMN folded text COLLATE "C" NOT NULL DEFAULT ''`,
  `ALTER TABLE unit_name ADD COLUMN basis text`,

  // share: all of from_unit, a part of it, or 'main': all or most of it, by a list that names one place for each.
  `CREATE TABLE unit_succession (
    from_unit uuid NOT NULL,
    to_unit uuid NOT NULL,
    took_effect_on date NOT NULL,
    share text COLLATE "C" NOT NULL,
    basis text,
    CONSTRAINT unit_succession_pk PRIMARY KEY (from_unit, to_unit),
    CONSTRAINT unit_succession_share_known CHECK (share IN ('full', 'part', 'main')),
    CONSTRAINT unit_succession_forward CHECK (from_unit <> to_unit))`,
  `CREATE INDEX unit_succession_to ON unit_succession (to_unit)`,
  `ALTER TABLE unit_succession ADD CONSTRAINT unit_succession_from_fk FOREIGN KEY (from_unit) REFERENCES unit (id)`,
  `ALTER TABLE unit_succession ADD CONSTRAINT unit_succession_to_fk FOREIGN KEY (to_unit) REFERENCES unit (id)`,

  // Which lists were taken in, so that a start asks one row and not fourteen thousand.
  `CREATE TABLE unit_list (
    name text COLLATE "C" NOT NULL,
    version text COLLATE "C" NOT NULL,
    loaded_at timestamptz NOT NULL,
    CONSTRAINT unit_list_pk PRIMARY KEY (name, version))`,
];

type NameRow = { unit_id: string; valid_from: string; name: string };

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  const { rows } = await sql<NameRow>`SELECT unit_id, valid_from, name FROM unit_name`.execute(db);
  for (const { unit_id, valid_from, name } of rows) {
    await sql`UPDATE unit_name SET folded = ${unitSearchText(name)} WHERE unit_id = ${unit_id} AND valid_from = ${valid_from}`.execute(db);
  }
}
