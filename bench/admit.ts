import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { plainDate } from '@sotay/domain/kernel/plain-date';
import type { Cursor } from '@sotay/domain/sync/protocol';
import { PROTOCOL, SyncResponse } from '@sotay/domain/sync/protocol';
import type { Fact } from '@sotay/domain/kinds';
import { birth, household, person } from '@sotay/domain/testing/drafts';
import { Chance } from '@sotay/domain/testing/chance';
import type { Draft } from '@sotay/domain/testing/drafts';
import { historyOf, make } from '@sotay/domain/testing/given';
import { areaId, deviceId, registryId, unitId, userId } from '@sotay/domain/testing/ids';

import { withScope } from '../server/src/access/with-scope.ts';
import { buildApp } from '../server/src/app.ts';
import type { App } from '../server/src/http/app-type.ts';
import { connect } from '../server/src/db/connect.ts';
import type { Connected } from '../server/src/db/connect.ts';
import { startEmbedded } from '../server/src/db/embedded/start-embedded.ts';
import { migrate } from '../server/src/db/migrate.ts';
import { cookieName } from '../server/src/http/session-cookie.ts';
import { verify } from '../server/src/log/verify.ts';
import { openRecoveryKey } from '../server/src/people/recovery-key.ts';
import { openSession } from '../server/src/people/session.ts';

const REGISTRIES = 20;
const AREAS_EACH = 10;
const PUSH = 20;
const PUSHES_AN_AREA = 6;
const AT_ONCE = 50;
const NOW = Date.now();

type Phone = { readonly name: string; readonly pushes: readonly (readonly Fact[])[]; cookie: string; cursors: Record<string, Cursor> };

/** A book as it is noted at the doors: a household, its four people, a child born to the second of them; then the next. */
function bookOf(area: string): Fact[] {
  const facts: Fact[] = [];
  for (let index = 0; facts.length < PUSH * PUSHES_AN_AREA; index++) {
    const at = `${area}-${index}`;
    const told = { area, by: area };
    const drafts: Draft[] = [
      household(at, { ...told, as: `h ${at}` }),
      ...['a', 'b', 'c', 'd'].map((who) => person(`${who} ${at}`, { ...told, as: `${who} ${at}`, household: at, data: { marital: 'married' } })),
      birth({ ...told, as: `birth ${at}`, child: `child ${at}`, mother: `b ${at}`, household: at }),
    ];
    const noted: Fact[] = [];
    for (const draft of drafts) noted.push(make(draft, facts.length + noted.length, historyOf(noted.map((fact) => ({ fact, status: 'accepted' as const })))));
    facts.push(...noted);
  }
  return facts.slice(0, PUSH * PUSHES_AN_AREA);
}

async function settle({ db }: Connected): Promise<Phone[]> {
  const since = plainDate('2020-01-01');
  const at = new Date(NOW);
  const phones: Phone[] = [];
  for (let registry = 0; registry < REGISTRIES; registry++) {
    const commune = `xã ${registry}`;
    await db.insertInto('registry').values({ id: registryId(commune), created_at: at }).execute();
    await db.insertInto('unit').values({ id: unitId(commune), parent_id: null, kind: 'commune', path: `${unitId(commune)}/`, valid_from: since, valid_to: null }).execute();
    for (let index = 0; index < AREAS_EACH; index++) {
      const name = `${registry}.${index}`;
      await db.insertInto('area').values({ id: areaId(name), registry_id: registryId(commune), unit_id: unitId(commune), number: name, name, valid_from: since, valid_to: null }).execute();
      await db
        .insertInto('app_user')
        .values({ id: userId(name), name, full_name: name, role: 'collaborator', unit_id: unitId(commune), password_hash: null, must_change_password: false, disabled_at: null, created_at: at })
        .execute();
      await db.insertInto('device').values({ id: deviceId(name), user_id: userId(name), name, first_seen: at, last_seen: at, unsent: 0 }).execute();
      await db.insertInto('responsibility').values({ id: randomUUID(), area_id: areaId(name), user_id: userId(name), from_on: since, to_on: null }).execute();
      const facts = bookOf(name);
      const pushes = Array.from({ length: PUSHES_AN_AREA }, (_, push) => facts.slice(push * PUSH, (push + 1) * PUSH));
      phones.push({ name, pushes, cookie: await openSession(db, userId(name), deviceId(name), NOW), cursors: {} });
    }
  }
  // Phones call as they come, not commune by commune.
  return new Chance(1).shuffled(phones);
}

async function push(app: App, phone: Phone, facts: readonly Fact[]): Promise<number> {
  const began = performance.now();
  const response = await app.inject({
    method: 'POST',
    url: '/api/sync',
    cookies: { [cookieName(undefined)]: phone.cookie },
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify({ protocol: PROTOCOL, epoch: null, device: deviceId(phone.name), cursors: phone.cursors, unsent: { count: facts.length, oldest: NOW }, facts }),
  });
  const took = performance.now() - began;
  const answer = SyncResponse.parse(response.json());
  const accepted = answer.verdicts.filter(({ status }) => status === 'accepted').length;
  if (accepted !== facts.length) throw new Error(`only ${accepted} of ${facts.length} accepted: ${JSON.stringify(answer.verdicts).slice(0, 500)}`);
  for (const [area, page] of Object.entries(answer.areas)) if ('cursor' in page) phone.cursors[area] = page.cursor;
  return took;
}

/** Runs every task, `atOnce` at a time, in order. @returns seconds */
async function race(tasks: readonly (() => Promise<unknown>)[], atOnce: number): Promise<number> {
  const began = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let task = tasks[next++]; task !== undefined; task = tasks[next++]) await task();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return (performance.now() - began) / 1000;
}

/** The same rows of the log once more, by plain INSERTs of as many rows, one transaction each, into a table like it. @returns seconds */
async function insertPlainly(connected: Connected): Promise<number> {
  const { db, pool } = connected;
  await pool.query('CREATE TABLE plain_log (LIKE log INCLUDING ALL)');
  const rows = await withScope(db, 'every', (trx) => trx.selectFrom('log').selectAll().orderBy('registry_id').orderBy('seq').execute());
  const columns = Object.keys(rows[0] ?? {});
  const tasks = Array.from({ length: Math.ceil(rows.length / PUSH) }, (_, index) => async () => {
    const some = rows.slice(index * PUSH, (index + 1) * PUSH);
    const values = some.flatMap((row) => columns.map((column): unknown => (column === 'received_at' ? new Date(row.received_at) : Reflect.get(row, column))));
    const places = some.map((_row, at) => `(${columns.map((_column, place) => `$${at * columns.length + place + 1}`).join()})`).join();
    await pool.query({ name: `plain ${some.length}`, text: `INSERT INTO plain_log (${columns.join()}) VALUES ${places}`, values });
  });
  return race(tasks, AT_ONCE);
}

/** Facts admitted per second through `POST /api/sync` (bars.md S1), beside plain multi-row INSERT of the same log rows. */
export async function benchAdmit(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sotay-bench-'));
  // As root the database runs as somebody else, who must be able to pass.
  await chmod(folder, 0o711);
  const database = await startEmbedded({ folder: join(folder, 'data') });
  const connected = connect(database.application);
  try {
    await migrate(connected.db);
    const phones = await settle(connected);
    const app = await buildApp({ db: connected.db, now: Date.now, publicUrl: undefined, recoveryKey: await openRecoveryKey(folder), logLevel: 'silent', rateScale: 1e6 });
    const times: number[] = [];
    const rounds = Array.from({ length: PUSHES_AN_AREA }, (_, round) => phones.map((phone) => async () => times.push(await push(app, phone, phone.pushes[round] ?? []))));
    await race((rounds[0] ?? []).map((task) => task), AT_ONCE);
    times.length = 0;
    const measured = rounds.slice(1).flat();
    const seconds = await race(measured, AT_ONCE);
    const facts = measured.length * PUSH;
    await app.close();
    const plainSeconds = await insertPlainly(connected);
    const plain = (facts + phones.length * PUSH) / plainSeconds;
    times.sort((a, b) => a - b);
    const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
    const began = performance.now();
    const verified = await verify(connected.db);
    const verifySeconds = (performance.now() - began) / 1000;
    if (verified.differences.length > 0) throw new Error(`verify: ${verified.differences.length} differences`);
    const perSecond = facts / seconds;
    return [
      `S1 admitted ${Math.round(perSecond)} facts/s · plain INSERT ${Math.round(plain)} rows/s · 1/${(plain / perSecond).toFixed(1)}`,
      `S1 push of ${PUSH}, ${AT_ONCE} at once: p50 ${Math.round(times[Math.floor(times.length / 2)] ?? 0)} ms, p95 ${Math.round(p95)} ms`,
      `verify ${Math.round(verified.facts / verifySeconds)} facts/s, ${verified.rows} rows, ${verified.differences.length} differences`,
    ];
  } finally {
    await connected.close();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
