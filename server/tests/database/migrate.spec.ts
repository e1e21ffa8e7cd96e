import type { Kysely, Migration } from 'kysely';
import { afterAll, expect, test } from 'vitest';

import { MigrationFailed, migrate } from '../../src/db/migrate.ts';
import { migrations } from '../../src/db/migrations/list.ts';
import { openTestDatabase } from '../fixture-database.ts';

const makes = (table: string): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema.createTable(table).addColumn('id', 'uuid').execute();
  },
});
const fails: Migration = { up: (db: Kysely<unknown>) => db.schema.createTable('half').addColumn('id', 'uuid').execute().then(() => Promise.reject(new Error('in the middle'))) };

const opened: Awaited<ReturnType<typeof openTestDatabase>>[] = [];
async function empty(): Promise<Awaited<ReturnType<typeof openTestDatabase>>> {
  const database = await openTestDatabase({ empty: true });
  opened.push(database);
  return database;
}
afterAll(() => Promise.all(opened.map((database) => database.drop())));

async function tables({ pool }: Awaited<ReturnType<typeof openTestDatabase>>): Promise<string[]> {
  const { rows } = await pool.query<{ tablename: string }>(`SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'kysely%' ORDER BY 1`);
  return rows.map((row) => row.tablename);
}

test('all of this version run on an empty database, and once only', async () => {
  const database = await empty();
  expect(await migrate(database.db)).toEqual(Object.keys(migrations));
  expect(await migrate(database.db)).toEqual([]);
});

test('one that is added later runs alone', async () => {
  const database = await empty();
  await migrate(database.db, { '0001-a': makes('a') });
  expect(await migrate(database.db, { '0001-a': makes('a'), '0002-b': makes('b') })).toEqual(['0002-b']);
  expect(await tables(database)).toEqual(['a', 'b']);
});

test('two servers that start together do not run them twice', async () => {
  const database = await empty();
  const list = { '0001-a': makes('a'), '0002-b': makes('b') };
  const ran = await Promise.all([migrate(database.another().db, list), migrate(database.another().db, list), migrate(database.another().db, list)]);
  expect(ran.flat().toSorted()).toEqual(['0001-a', '0002-b']);
});

test('one that fails leaves the database as it was, and is named', async () => {
  const database = await empty();
  await migrate(database.db, { '0001-a': makes('a') });
  const attempt = migrate(database.db, { '0001-a': makes('a'), '0002-b': makes('b'), '0003-fails': fails });
  await expect(attempt).rejects.toMatchObject({ name: 'MigrationFailed', vi: expect.stringContaining('0003-fails'), en: expect.stringContaining('in the middle') });
  expect(await tables(database)).toEqual(['a']);
});

test('a database of a newer version is refused', async () => {
  const database = await empty();
  await migrate(database.db, { '0001-a': makes('a'), '0002-b': makes('b') });
  await expect(migrate(database.db, { '0001-a': makes('a') })).rejects.toBeInstanceOf(MigrationFailed);
  await expect(migrate(database.db, { '0001-a': makes('a') })).rejects.toThrow('phiên bản Sổ tay mới hơn');
});
