import { period } from '@sotay/domain/kernel/period';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { withScope } from '../../src/access/with-scope.ts';
import { generate } from '../../src/cli/generate.ts';
import { planRegistries } from '../../src/generate/generate.ts';
import { loadRegistry, makeProvince } from '../../src/generate/load-registry.ts';
import { verify } from '../../src/log/verify.ts';
import { makeInvitation, openLink } from '../../src/people/invitation.ts';
import { openTestDatabase } from '../fixture-database.ts';
import type { TestDatabase } from '../fixture-database.ts';

const NOW = Date.parse('2026-11-23T03:00:00Z');

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => database.drop());

async function administrator() {
  const { db } = database;
  const { token } = await makeInvitation(db, 'first-administrator', null, NOW);
  await openLink(db, { token, password: 'ruộng bậc thang', name: 'quantri', fullName: 'Nguyễn Quản Trị' }, NOW);
  return (await db.selectFrom('app_user').select('id').executeTakeFirstOrThrow()).id;
}

test('a generated commune goes into the database by the way of every note: all accepted, every figure as the log has it', async () => {
  const { db } = database;
  const admin = await administrator();
  const province = await makeProvince(db, admin, NOW);
  const [plan] = planRegistries({ people: 900, seed: 'nạp', until: period('2026-11'), end: NOW });
  if (plan === undefined) throw new RangeError('no commune');
  const { facts, accepted } = await loadRegistry(db, plan, province, admin, NOW);
  expect(facts).toBeGreaterThan(1_100);
  expect(accepted).toBe(facts);
  const log = await withScope(db, 'every', (trx) => trx.selectFrom('log').select(['status', 'type']).execute());
  expect(log).toHaveLength(facts);
  expect(log.filter(({ status }) => status !== 'accepted')).toEqual([]);
  expect(await db.selectFrom('area').select('number').execute()).toHaveLength(plan.areas.length);
  expect((await verify(db)).differences).toEqual([]);
}, 180_000);

test('a database that has an area already is left alone', async () => {
  const environment = { DATABASE_URL: database.url, SOTAY_DATA: '/nonexistent' };
  const said: string[] = [];
  const run = generate.run(['--people', '100', '--seed', '1', '--until', '2026-11', '--into-database'], { out: (line) => said.push(line), err: (line) => said.push(line), environment });
  await expect(run).rejects.toThrow('chưa có địa bàn nào');
  expect(said).toEqual([]);
});
