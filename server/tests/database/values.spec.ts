import { afterAll, expect, test } from 'vitest';

import { UnreadableValue } from '../../src/db/parsers.ts';
import { openTestDatabase } from '../fixture-database.ts';

const database = await openTestDatabase({ empty: true });
afterAll(() => database.drop());

async function read(expression: string): Promise<unknown> {
  const { rows } = await database.pool.query<{ value: unknown }>(`SELECT ${expression} AS value`);
  return rows[0]?.value;
}

test.each([
  [`date '2026-02-28'`, '2026-02-28'],
  [`date '0999-01-01'`, '0999-01-01'],
  [`array[date '2026-03-01', NULL]`, ['2026-03-01', null]],
  [`bigint '9007199254740991'`, 9_007_199_254_740_991],
  [`count(*)`, 1],
  [`array[1::bigint, 2::bigint]`, [1, 2]],
  [`'{}'::bigint[]`, []],
  [`numeric '-12.50'`, -12.5],
  [`sum(3::bigint)`, 3],
  [`array[0.1::numeric]`, [0.1]],
  [`timestamptz '2026-11-23 00:30:00.123+07'`, Date.UTC(2026, 10, 22, 17, 30, 0, 123)],
  [`array[timestamptz '1970-01-01 00:00:00+00']`, [0]],
])('%s is read as %o', async (expression, value) => {
  expect(await read(expression)).toEqual(value);
});

test('an instant is the same in whatever zone the session stands', async () => {
  const client = await database.pool.connect();
  for (const zone of ['Asia/Ho_Chi_Minh', 'Asia/Kolkata', 'America/St_Johns', 'UTC']) {
    await client.query(`SET timezone = '${zone}'`);
    const { rows } = await client.query<{ at: number }>(`SELECT timestamptz '2026-11-23 01:02:03+00' AS at`);
    expect([zone, rows[0]?.at]).toEqual([zone, Date.UTC(2026, 10, 23, 1, 2, 3)]);
  }
  client.release(true);
});

test.each([`bigint '9007199254740992'`, `numeric '1234567890.1234567'`, `numeric 'NaN'`, `timestamptz 'infinity'`, `array[array[1::bigint]]`])(
  '%s is refused rather than read wrongly',
  async (expression) => {
    await expect(read(expression)).rejects.toBeInstanceOf(UnreadableValue);
  },
);

test('a day written as a string comes back as that day, whatever the zone of this process', async () => {
  await database.pool.query('CREATE TABLE day (on_day date)');
  await database.pool.query('INSERT INTO day VALUES ($1)', ['2026-10-25']);
  expect(await read('(SELECT on_day FROM day)')).toBe('2026-10-25');
});
