import { RegistryId } from '@sotay/domain/kernel/ids';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { scopeStatements, withScope } from '../../src/access/with-scope.ts';
import { distribution } from '../../src/db/distribution.ts';
import { openTestDatabase } from '../fixture-database.ts';

const database = await openTestDatabase();
afterAll(() => database.drop());
const [ours, theirs] = [RegistryId.parse(uuidv7()), RegistryId.parse(uuidv7())];

const count = sql<{ count: number }>`SELECT count(*)::int AS count FROM fenced`;

beforeAll(async () => {
  await sql`CREATE TABLE fenced (registry_id uuid NOT NULL, id uuid NOT NULL, PRIMARY KEY (registry_id, id))`.execute(database.db);
  for (const statement of scopeStatements('fenced')) await sql.raw(statement).execute(database.db);
  for (const registry of [ours, theirs]) {
    await withScope(database.db, { registries: [registry] }, (db) => sql`INSERT INTO fenced VALUES (${registry}, ${uuidv7()})`.execute(db));
  }
});

describe('the fence behind the policies', () => {
  test('a query without scope sees nothing, though the rows are there', async () => {
    expect((await count.execute(database.db)).rows).toEqual([{ count: 0 }]);
    expect((await withScope(database.db, 'every', (db) => count.execute(db))).rows).toEqual([{ count: 2 }]);
  });

  test('a scope sees its registries and no others', async () => {
    expect((await withScope(database.db, { registries: [ours] }, (db) => count.execute(db))).rows).toEqual([{ count: 1 }]);
    expect((await withScope(database.db, { registries: [ours, theirs] }, (db) => count.execute(db))).rows).toEqual([{ count: 2 }]);
    expect((await withScope(database.db, { registries: [] }, (db) => count.execute(db))).rows).toEqual([{ count: 0 }]);
  });

  test('a scope ends with its transaction, also when that fails, on the same connection', async () => {
    const one = database.another(1);
    await withScope(one.db, { registries: [ours] }, (db) => count.execute(db));
    expect((await count.execute(one.db)).rows).toEqual([{ count: 0 }]);
    await expect(withScope(one.db, 'every', () => Promise.reject(new Error('stop')))).rejects.toThrow('stop');
    expect((await count.execute(one.db)).rows).toEqual([{ count: 0 }]);
    await one.close();
  });

  test('nothing is written, moved or deleted outside the scope', async () => {
    const outside = withScope(database.db, { registries: [ours] }, (db) => sql`INSERT INTO fenced VALUES (${theirs}, ${uuidv7()})`.execute(db));
    await expect(outside).rejects.toThrow(/row-level security/);
    const deleted = await withScope(database.db, { registries: [ours] }, (db) => sql`DELETE FROM fenced WHERE registry_id = ${theirs}`.execute(db));
    expect(deleted.numAffectedRows).toBe(0n);
  });

  test('several queries of a snapshot see one moment, whatever is written between them; of others each sees its own', async () => {
    const all = { registries: [ours, theirs] };
    const counts = (isSnapshot: boolean) =>
      withScope(database.db, all, async (db) => {
        const before = await count.execute(db);
        const id = uuidv7();
        await withScope(database.db, { registries: [ours] }, (other) => sql`INSERT INTO fenced VALUES (${ours}, ${id})`.execute(other));
        const after = await count.execute(db);
        await withScope(database.db, { registries: [ours] }, (other) => sql`DELETE FROM fenced WHERE id = ${id}`.execute(other));
        return [before.rows[0]?.count, after.rows[0]?.count];
      }, isSnapshot);
    expect(await counts(true)).toEqual([2, 2]);
    expect(await counts(false)).toEqual([2, 3]);
  });

  test('every distributed table of the migrations stands behind it, forced', async () => {
    const { rows } = await sql<{ name: string; isFenced: boolean }>`
      SELECT relname AS name, relrowsecurity AND relforcerowsecurity AND EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = pg_class.oid) AS "isFenced"
      FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`.execute(database.db);
    const distributed = Object.entries(distribution).flatMap(([name, placement]) => (placement === 'distributed' ? [name] : []));
    expect(distributed.length).toBeGreaterThan(0);
    for (const name of distributed) expect(rows.find((row) => row.name === name), name).toEqual({ name, isFenced: true });
  });

  test('the application is neither superuser nor exempt from it', async () => {
    const { rows } = await sql<object>`SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user`.execute(database.db);
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  });

  test('the audit is added to and never changed', async () => {
    await sql`INSERT INTO audit VALUES (${uuidv7()}, now(), NULL, 'user-created', 'user', ${uuidv7()})`.execute(database.db);
    await expect(sql`UPDATE audit SET action = 'x'`.execute(database.db)).rejects.toThrow(/permission denied/);
    await expect(sql`DELETE FROM audit`.execute(database.db)).rejects.toThrow(/permission denied/);
    await expect(sql`TRUNCATE audit`.execute(database.db)).rejects.toThrow(/permission denied/);
  });
});
