import type { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { withScope } from '../../src/access/with-scope.ts';
import type { Database } from '../../src/db/schema.ts';
import { DEMO_EVENTS } from '../../src/demo/events.ts';
import { DEMO_HOUSEHOLDS } from '../../src/demo/households.ts';
import { isEmpty, loadDemo, makeSignIns } from '../../src/demo/load-demo.ts';
import { signIn } from '../../src/people/sign-in.ts';
import { openTestDatabase } from '../fixture-database.ts';
import type { TestDatabase } from '../fixture-database.ts';

const FACTS = DEMO_HOUSEHOLDS.length + DEMO_HOUSEHOLDS.flatMap(({ people }) => people).length + DEMO_EVENTS.length;

async function rows(db: Kysely<Database>) {
  return withScope(db, 'every', (trx) => trx.selectFrom('log').select(['status', 'problems', 'body', 'type']).orderBy('seq').execute());
}

// The middle of a month, the first day of a year, a leap day: dates follow the day of loading.
test.each(['2026-11-23T03:00:00Z', '2027-01-01T00:30:00Z', '2028-02-29T16:59:00Z'])('a demonstration loaded at %s admits every note as it is meant', async (at) => {
  const database: TestDatabase = await openTestDatabase();
  try {
    const { db } = database;
    expect(await isEmpty(db)).toBe(true);
    await loadDemo(db, makeSignIns(), Date.parse(at));
    expect(await isEmpty(db)).toBe(false);
    const log = await rows(db);
    const blocked = log.filter(({ status }) => status === 'held');
    expect(blocked.map(({ problems }) => problems.match(/"code":"([a-z-]+)"/)?.[1])).toEqual(['not-your-area']);
    // One note fits no log.
    expect(log).toHaveLength(FACTS - 1);
    expect(await db.selectFrom('unplaced').selectAll().execute()).toHaveLength(1);
    const births = log.filter(({ type, body, status }) => type === 'birth-reported' && status === 'accepted' && body.includes(`"occurredOn":"${at.slice(0, 8)}`));
    expect(births.length).toBeGreaterThan(0);
  } finally {
    await database.drop();
  }
});

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => database.drop());

test('each of its users signs in with the password made for them, and with no other', async () => {
  const now = Date.parse('2026-11-23T03:00:00Z');
  const users = makeSignIns();
  expect(new Set(users.map(({ password }) => password)).size).toBe(users.length);
  await loadDemo(database.db, users, now);
  for (const { name, password } of users) {
    await expect(signIn(database.db, { name, password }, '127.0.0.1', now)).resolves.toHaveProperty('token');
    await expect(signIn(database.db, { name, password: `${password}x` }, '127.0.0.1', now)).rejects.toThrow('wrong-credentials');
  }
});
