import type { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { withScope } from '../../src/access/with-scope.ts';
import type { Database } from '../../src/db/schema.ts';
import { isEmpty, loadDemo, makeSignIns } from '../../src/demo/load-demo.ts';
import { verify } from '../../src/log/verify.ts';
import { signIn } from '../../src/people/sign-in.ts';
import { openTestDatabase } from '../fixture-database.ts';
import type { TestDatabase } from '../fixture-database.ts';

/** A load takes some seconds, and longer where other specs run beside it. */
const LOADING_MS = 240_000;

async function rows(db: Kysely<Database>) {
  return withScope(db, 'every', (trx) => trx.selectFrom('log').select(['status', 'problems', 'body', 'type', 'area_id']).orderBy('seq').execute());
}

// The middle of a month, the first day of a year, a leap day: dates follow the day of loading.
test.each(['2026-11-23T03:00:00Z', '2027-01-01T00:30:00Z', '2028-02-29T16:59:00Z'])(
  'a demonstration loaded at %s has three areas of some 220 households and admits every note as it is meant',
  async (at) => {
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
      expect(await db.selectFrom('unplaced').selectAll().execute()).toHaveLength(1);
      const areas = log.filter(({ type, body }) => type === 'household-registered' && !body.includes('"corrects"')).map(({ area_id: area }) => area);
      const sizes = [...new Set(areas)].map((area) => areas.filter((other) => other === area).length);
      expect(sizes.map((size) => Math.abs(size - 220) < 30)).toEqual([true, true, true]);
      expect(log.length).toBeGreaterThan(3000);
      const births = log.filter(({ type, body, status }) => type === 'birth-reported' && status === 'accepted' && body.includes(`"occurredOn":"${at.slice(0, 8)}`));
      expect(births.length).toBeGreaterThan(0);
      // Nothing is noted later than now, and nothing earlier than the book.
      const instants = log.map(({ body }) => Number(/"recordedAt":(\d+)/.exec(body)?.[1]));
      expect(Math.max(...instants)).toBeLessThanOrEqual(Date.parse(at));
      expect(log.filter(({ type, body }) => type !== 'method-started' && (/"occurredOn":"(.{10})"/.exec(body)?.[1] ?? '') < openingOf(at))).toEqual([]);
      expect((await verify(db)).differences).toEqual([]);
    } finally {
      await database.drop();
    }
  },
  LOADING_MS,
);

/** The first day of the 24 months of which the month of loading is the last. */
function openingOf(at: string): string {
  const inVietnam = new Date(Date.parse(at) + 7 * 3_600_000);
  return new Date(Date.UTC(inVietnam.getUTCFullYear(), inVietnam.getUTCMonth() - 23, 1)).toISOString().slice(0, 10);
}

let database: TestDatabase;
const now = Date.parse('2026-11-23T03:00:00Z');
const users = makeSignIns();
beforeAll(async () => {
  database = await openTestDatabase();
  await loadDemo(database.db, users, now);
}, LOADING_MS);
afterAll(async () => database.drop());

test('each of its users signs in with the password made for them, and with no other', async () => {
  expect(users.map(({ name }) => name)).toEqual(['quantri', 'vienchuc', 'hoa', 'lan', 'tham']);
  expect(new Set(users.map(({ password }) => password)).size).toBe(users.length);
  for (const { name, password } of users) {
    await expect(signIn(database.db, { name, password }, '127.0.0.1', now)).resolves.toHaveProperty('token');
    await expect(signIn(database.db, { name, password: `${password}x` }, '127.0.0.1', now)).rejects.toThrow('wrong-credentials');
  }
});

test('it shows a girl noted as a boy and put right six months ago', async () => {
  const notes = (await rows(database.db)).filter(({ type, body }) => type === 'birth-reported' && body.includes('Minh Tuệ') && body.includes('"occurredOn":"2026-05-05"'));
  expect(notes.map(({ body }) => [body.includes('"corrects"'), /"sex":"(\w+)"/.exec(body)?.[1]])).toEqual([[false, 'male'], [true, 'female']]);
});
