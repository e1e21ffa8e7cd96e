import type { ImportTables } from './schema/imports.ts';
import type { LogTables } from './schema/log.ts';
import type { PeopleTables } from './schema/people.ts';

/**
 * Every table of the database, for Kysely. Each group of tables is declared in its own file under `schema/` and joins here:
 * `export interface Database extends PeopleTables, LogTables {}`.
 *
 * `date` columns are strings, `bigint` and `numeric` numbers, `timestamptz` an `Instant` (parsers.ts).
 */
export interface Database extends PeopleTables, LogTables, ImportTables {}
