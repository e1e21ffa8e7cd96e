import { afterAll, expect, test } from 'vitest';

import { openTestDatabase } from '../fixture-database.ts';

const database = await openTestDatabase({ empty: true });
afterAll(() => database.drop());

test('a spec has a database of its own, as an ordinary role, with fsync on', async () => {
  const { rows } = await database.pool.query<{ database: string; superuser: string; fsync: string }>(
    `SELECT current_database() AS database, current_setting('is_superuser') AS superuser, current_setting('fsync') AS fsync`,
  );
  expect(rows).toEqual([{ database: database.settings.database, superuser: 'off', fsync: 'on' }]);
});

test('two databases do not see each other', async () => {
  const other = await openTestDatabase({ empty: true });
  await database.pool.query('CREATE TABLE only_here (id int)');
  const { rows } = await other.pool.query<{ found: string | null }>(`SELECT to_regclass('only_here')::text AS found`);
  expect(rows).toEqual([{ found: null }]);
  await other.drop();
});
