import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date';
import { areaId, deviceId, factId, personId, registryId, unitId, userId } from '@sotay/domain/testing/ids';
import { birth, household, mother, person } from '@sotay/domain/testing/drafts';
import { PROTOCOL, SyncResponse } from '@sotay/domain/sync/protocol';
import { unpackEntries } from '@sotay/domain/sync/columns';
import { Collaborators, DsxReport } from '@sotay/domain/wire/reports';
import type { HeldNote } from '@sotay/domain/wire/reports';

import { buildApp } from '../../src/app.ts';
import type { App } from '../../src/http/app-type.ts';
import { cookieName } from '../../src/http/session-cookie.ts';
import { openRecoveryKey } from '../../src/people/recovery-key.ts';
import { openSession } from '../../src/people/session.ts';
import { factsOf, NOW, openVillage } from '../log/village.ts';
import type { Village } from '../log/village.ts';

let village: Village;
let app: App;
let clock = NOW;
const folder = mkdtempSync(join(tmpdir(), 'sotay-sync-'));
const cookies = new Map<string, string>();

beforeAll(async () => {
  village = await openVillage();
  const recoveryKey = await openRecoveryKey(folder);
  app = await buildApp({ db: village.db, now: () => clock, publicUrl: undefined, recoveryKey, logLevel: 'silent', rateScale: 1000 });
  for (const name of ['Hoa', 'Lan', 'Mai', 'officer', 'officer bên']) {
    cookies.set(name, await openSession(village.db, userId(name), name.startsWith('officer') ? null : deviceId(name), NOW));
  }
});
afterAll(async () => {
  await app.close();
  await village.drop();
  rmSync(folder, { recursive: true });
});

async function call(name: string, method: 'GET' | 'POST', url: string, body?: unknown) {
  const response = await app.inject({
    method,
    url,
    cookies: { [cookieName(undefined)]: cookies.get(name) ?? '' },
    ...(body === undefined ? {} : { payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  return { status: response.statusCode, body: response.json() as unknown };
}

const request = (name: string, facts: readonly unknown[], more: object = {}) => ({
  protocol: PROTOCOL,
  epoch: null,
  device: deviceId(name),
  cursors: {},
  unsent: { count: facts.length, oldest: facts.length === 0 ? null : NOW - 1000 },
  facts,
  ...more,
});

describe('POST /api/sync', () => {
  test('takes notes and gives what is new in one round trip; the next one gives nothing', async () => {
    const facts = factsOf(household('1', { as: 'h' }), mother({ as: 'm' }), birth({ as: 'b' }));
    const { status, body } = await call('Hoa', 'POST', '/api/sync', request('Hoa', facts));
    expect(status).toBe(200);
    const answer = SyncResponse.parse(body);
    expect(answer.verdicts.map((verdict) => verdict.status)).toEqual(['accepted', 'accepted', 'accepted']);
    const page = answer.areas[areaId('1')];
    if (page === undefined || 'closed' in page) throw new Error('no page');
    expect(unpackEntries(page.entries).map(({ raw }) => raw)).toEqual(facts);
    const again = SyncResponse.parse((await call('Hoa', 'POST', '/api/sync', request('Hoa', [], { epoch: answer.epoch, cursors: { [areaId('1')]: page.cursor } }))).body);
    expect(again.areas[areaId('1')]).toMatchObject({ cursor: page.cursor, newcomers: [], gone: [], more: false });
  });

  /** Verifies: SYNC-2 */
  test('without a session, or with one that has expired, answers 401 and takes nothing', async () => {
    const facts = factsOf(household('later', { as: 'later' }));
    expect(await call('nobody', 'POST', '/api/sync', request('Hoa', facts))).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    clock = NOW + 40 * 86_400_000;
    expect(await call('Hoa', 'POST', '/api/sync', request('Hoa', facts))).toMatchObject({ status: 401 });
    clock = NOW;
    expect(await village.rows('SELECT FROM log WHERE fact_id = $1', [factId('later')])).toEqual([]);
    expect(await call('Hoa', 'POST', '/api/sync', request('Hoa', facts))).toMatchObject({ status: 200, body: { verdicts: [{ status: 'accepted' }] } });
  });

  test('of a registry that another version has counted by its rules answers that it is not ready, writes nothing, and takes the notes when they come again', async () => {
    const [before, ...facts] = factsOf(household('by these rules', { as: 'by these rules', data: { number: '76' } }), household('by other rules', { as: 'by other rules', data: { number: '77' } }));
    expect(await call('Hoa', 'POST', '/api/sync', request('Hoa', [before]))).toMatchObject({ status: 200 });
    await village.rows('UPDATE registry_head SET rules_version = rules_version + 1');
    const refused = await call('Hoa', 'POST', '/api/sync', request('Hoa', facts));
    const held = await village.rows('SELECT FROM log WHERE fact_id = $1', [factId('by other rules')]);
    await village.rows('UPDATE registry_head SET rules_version = rules_version - 1');
    expect(refused).toMatchObject({ status: 503, body: { code: 'not-ready' } });
    expect(held).toEqual([]);
    expect(await call('Hoa', 'POST', '/api/sync', request('Hoa', facts))).toMatchObject({ status: 200, body: { verdicts: [{ status: 'accepted' }] } });
  });

  test.each([
    ['10,000 facts at once', { facts: Array.from({ length: 10_000 }, () => ({})) }, 400],
    ['201 facts', { facts: Array.from({ length: 201 }, () => ({})) }, 400],
    ['an unknown key', { colour: 'red' }, 400],
    ['a cursor that is none', { cursors: { [areaId('1')]: [1, 'x'] } }, 400],
    ['more than fits', { facts: ['x'.repeat(5_000_000)] }, 413],
  ])('refuses %s before anything of it is taken', async (_what, more, status) => {
    const before = await village.rows('SELECT FROM log');
    expect((await call('Hoa', 'POST', '/api/sync', request('Hoa', [], more))).status).toBe(status);
    expect(await village.rows('SELECT FROM log')).toHaveLength(before.length);
  });

  test('a fact of 1 MB is refused alone', async () => {
    const [good] = factsOf(household('good', { as: 'good' }));
    const { body } = await call('Hoa', 'POST', '/api/sync', request('Hoa', [{ ...good, id: factId('big'), because: 'x'.repeat(1_000_000) }, good], { unsent: { count: 3, oldest: NOW - 5000 } }));
    expect(SyncResponse.parse(body).verdicts).toMatchObject([{ status: 'refused', place: null }, { status: 'accepted' }]);
    const [device] = await village.rows<{ unsent: number; last_sync: Date }>('SELECT unsent, last_sync FROM device WHERE id = $1', [deviceId('Hoa')]);
    expect([device?.unsent, device?.last_sync.getTime()]).toEqual([2, NOW]);
  });

  test('another one\'s device is refused', async () => {
    expect(await call('Hoa', 'POST', '/api/sync', request('Lan', []))).toMatchObject({ status: 403, body: { code: 'device-of-another' } });
  });

  /** Verifies: SYNC-8 */
  test('another epoch closes every cursor and still takes the notes', async () => {
    const facts = factsOf(household('epoch', { as: 'epoch' }));
    const { body } = await call('Hoa', 'POST', '/api/sync', request('Hoa', facts, { epoch: '01890000-0000-7000-8000-000000000000', cursors: { [areaId('1')]: [1, 'a'.repeat(64)] } }));
    const answer = SyncResponse.parse(body);
    expect(answer.verdicts).toMatchObject([{ status: 'accepted' }]);
    expect(answer.areas).toEqual({ [areaId('1')]: { closed: 'epoch' } });
  });

  test('a revoked device delivers and is given nothing', async () => {
    await village.rows('UPDATE device SET revoked_at = now() WHERE id = $1', [deviceId('Mai')]);
    const facts = factsOf(household('m', { as: 'mais', area: '3', by: 'Mai' }));
    const { body } = await call('Mai', 'POST', '/api/sync', request('Mai', facts));
    expect(SyncResponse.parse(body)).toMatchObject({ verdicts: [{ status: 'accepted' }], areas: {}, more: false });
  });
});

describe('the officer', () => {
  test('sees the report of her commune, and who is behind a number', async () => {
    const { body } = await call('officer', 'GET', `/api/reports/dsx?unit=${unitId('xã')}&period=2026-03`);
    expect(body).toMatchObject({ form: '01-DSX', pack: 'tt01-2022', total: { births: 1, 'births-female': 1 }, areas: [{ number: '1' }, { number: '2', cells: { births: 0 } }] });
    expect((body as { counted: Record<string, number> }).counted[registryId('xã')]).toBeGreaterThan(2);
    const evidence = await call('officer', 'GET', `/api/reports/evidence?unit=${unitId('xã')}&period=2026-03&cell=births`);
    expect(evidence.body).toMatchObject({ sum: 1, subjects: [{ amount: 1, on: '2026-03-04', householdNumber: '1', label: null, sex: 'female', kind: 'person' }] });
    const subject = (evidence.body as { subjects: { subject: string }[] }).subjects[0]?.subject ?? '';
    const story = await call('officer', 'GET', `/api/register/subjects/${subject}/notes`);
    expect(story.body).toMatchObject({ subject, entries: [{ status: 'accepted', counts: true, raw: { id: factId('b') } }] });
    expect((await call('Mai', 'GET', `/api/register/subjects/${subject}/notes`)).status).toBe(403);
    expect((await call('officer bên', 'GET', `/api/register/subjects/${subject}/notes`)).status).toBe(404);
  });

  test('is told who is behind a private number, and what is private of somebody, only when she asks for it, and each time is written in the audit', async () => {
    const audited = () => village.rows<{ action: string; by_user: string; subject_kind: string; subject_id: string }>("SELECT action, by_user, subject_kind, subject_id FROM audit WHERE action LIKE 'private-%' ORDER BY id");
    const method = {
      id: factId('method'), type: 'method-started', v: 1, area: areaId('1'), about: [personId('mother')], occurredOn: '2026-05-04', recordedAt: NOW - 1000,
      recordedBy: userId('Hoa'), device: deviceId('Hoa'), via: 'phone', data: { person: personId('mother'), method: 'iud' },
    };
    const again = { ...method, id: factId('method again'), corrects: factId('method'), occurredOn: '2026-05-05', recordedAt: NOW - 500 };
    expect((await village.send('Hoa', [method, again])).map(({ status }) => status)).toEqual(['accepted', 'accepted']);
    // Somebody who may not withdraws it; what the officer says of that is as private as what it is about.
    const wrongly = { ...method, id: factId('method undone'), type: 'fact-withdrawn', recordedBy: userId('Former'), device: deviceId('Former'), data: { fact: again.id, reason: 'Ghi nhầm' } };
    await village.addUser('Former', 'collaborator', 'xã');
    await village.charge('Former', '1', '2025-01-01', '2026-01-31');
    expect(await village.send('Former', [wrongly])).toMatchObject([{ status: 'held' }]);
    const refused = { ...method, id: factId('undoing refused'), type: 'fact-settled', recordedBy: userId('officer'), device: deviceId('officer'), via: 'office', occurredOn: civilDayInVietnam(NOW), data: { fact: wrongly.id, verdict: 'refuse', reason: 'Không phải' } };
    expect(await village.send('officer', [refused])).toMatchObject([{ status: 'accepted' }]);
    const asked = `/api/reports/evidence?unit=${unitId('xã')}&period=2026-05&cell=couples-new-iud`;
    expect((await call('officer', 'GET', asked)).body).toMatchObject({ sum: 1, subjects: null });
    const notes = `/api/register/subjects/${personId('mother')}/notes`;
    const idsIn = (body: unknown) => (body as { entries: { raw: { id: string } }[] }).entries.map(({ raw }) => raw.id);
    expect(idsIn((await call('officer', 'GET', notes)).body).filter((id) => id === method.id || id === again.id || id === wrongly.id || id === refused.id)).toEqual([]);
    expect(await audited()).toEqual([]);
    expect((await call('officer bên', 'GET', `${asked}&private=1`)).status).toBe(403);
    expect((await call('officer bên', 'GET', `${notes}?private=1`)).status).toBe(404);
    expect(await audited()).toEqual([]);
    expect((await call('officer', 'GET', `${asked}&private=1`)).body).toMatchObject({ sum: 1, subjects: [{ subject: personId('mother'), amount: 1 }] });
    expect(idsIn((await call('officer', 'GET', `${notes}?private=1`)).body)).toEqual(expect.arrayContaining([method.id, again.id, wrongly.id, refused.id]));
    expect(await audited()).toEqual([
      { action: 'private-lists-opened', by_user: userId('officer'), subject_kind: 'unit', subject_id: unitId('xã') },
      { action: 'private-notes-opened', by_user: userId('officer'), subject_kind: 'person', subject_id: personId('mother') },
    ]);
  });

  test('sees the year by age and sex, who is behind each number of it, and who the collaborators are', async () => {
    const asked = `unit=${unitId('xã')}&period=2026`;
    const year = DsxReport.parse((await call('officer', 'GET', `/api/reports/dsx?${asked}`)).body);
    const [babies] = year.structure?.female ?? [];
    expect(babies).toBeGreaterThan(0);
    const evidence = await call('officer', 'GET', `/api/reports/evidence?${asked}&cell=residents&ages=0-4&sex=female`);
    expect(evidence.body).toMatchObject({ ages: '0-4', sex: 'female', sum: babies });
    expect((await call('officer', 'GET', `/api/reports/evidence?${asked}&cell=residents&ages=${encodeURIComponent('85+')}`)).status).toBe(200);
    for (const wrong of ['cell=births&ages=0-4', 'cell=residents&sex=male', 'cell=residents&ages=3-7', 'cell=residents&ages=0-4&sex=unknown', 'cell=collaborators']) {
      expect([wrong, (await call('officer', 'GET', `/api/reports/evidence?${asked}&${wrong}`)).status]).toEqual([wrong, 400]);
    }
    const { body } = await call('officer', 'GET', `/api/reports/collaborators?${asked}`);
    expect(Collaborators.parse(body).collaborators.map(({ name }) => name)).toEqual(['Hoa', 'Lan']);
    expect(year.total.collaborators).toBe(2);
    expect(DsxReport.parse((await call('officer', 'GET', `/api/reports/dsx?unit=${unitId('xã')}&period=2026-Q1`)).body).structure).toBeUndefined();
  });

  test('may not ask for a period that has not begun, nor for another commune', async () => {
    expect((await call('officer', 'GET', `/api/reports/dsx?unit=${unitId('xã')}&period=2027-01`)).status).toBe(400);
    expect((await call('officer', 'GET', `/api/reports/dsx?unit=${unitId('xã bên')}&period=2026-03`)).status).toBe(403);
    expect((await call('Lan', 'GET', `/api/reports/dsx?area=${areaId('1')}&period=2026-03`)).status).toBe(403);
    expect((await call('Hoa', 'GET', `/api/reports/dsx?area=${areaId('1')}&period=2026`)).status).toBe(200);
  });

  test('sees how fresh her areas are', async () => {
    const { body } = await call('officer', 'GET', '/api/areas');
    expect(body).toMatchObject([
      { number: '1', collaborators: ['Hoa'], lastSync: NOW, held: 0 },
      { number: '2', collaborators: ['Lan'], lastSync: null, unsent: 0, unsentSince: null, held: 0 },
    ]);
  });

  test('takes and refuses what is held and what fits no log, once', async () => {
    const late = factsOf(household('lan1', { as: 'future', on: '2026-12-24', area: '2', by: 'Lan' }), household('lan2', { as: 'future2', on: '2026-12-25', area: '2', by: 'Lan' }));
    const strange = factsOf(household('s1', { as: 'strange', area: '1', by: 'Lan' }), household('s2', { as: 'strange2', area: '1', by: 'Lan', on: '2026-12-26' }));
    const far = factsOf(household('s3', { as: 'far', area: '3', by: 'Lan' }));
    const orphan = factsOf(household('lan1', { as: 'future', on: '2026-12-24', area: '2', by: 'Lan' }), person('p', { as: 'orphan', household: 'lan1', area: '2', by: 'Lan', on: '2026-11-01' }));
    await village.send('Lan', [...late, ...strange, ...far, ...orphan.slice(1), { ...late[0], area: areaId('2'), id: factId('unread'), occurredOn: 'x' }]);
    const held = async () => (await call('officer', 'GET', '/api/notes/held')).body as HeldNote[];
    const listed = await held();
    expect(listed.map(({ fact, canTake, unplaced }) => [fact, canTake, unplaced !== null])).toEqual([
      [factId('future'), true, false],
      [factId('future2'), true, false],
      [factId('orphan'), true, false],
      [factId('unread'), false, false],
      [factId('strange'), true, true],
      [factId('strange2'), true, true],
      [factId('far'), false, true],
    ]);
    expect(listed[0]).toMatchObject({ sender: 'Lan', area: areaId('2'), problems: [{ code: 'in-future' }] });
    const settle = (note: object, verdict: string, by = 'officer') => call(by, 'POST', '/api/notes/settle', { ...note, verdict, reason: 'Đã hỏi lại' });
    const tray = (name: string) => ({ unplaced: listed.find(({ fact }) => fact === factId(name))?.unplaced });

    expect((await settle({ fact: factId('future') }, 'take', 'officer bên')).status).toBe(404);
    expect((await settle({ fact: factId('b') }, 'take')).status).toBe(409);
    expect((await settle({ fact: factId('unread') }, 'take')).status).toBe(409);
    expect((await settle({}, 'take')).status).toBe(400);
    expect(await settle({ fact: factId('future') }, 'take')).toMatchObject({ status: 200, body: { counts: true } });
    const length = (await village.rows('SELECT FROM log')).length;
    expect(await settle({ fact: factId('future') }, 'take')).toMatchObject({ status: 200 });
    expect(await village.rows('SELECT FROM log')).toHaveLength(length);
    expect(await settle({ fact: factId('future2') }, 'refuse')).toMatchObject({ status: 200, body: { counts: false } });
    expect(await settle({ fact: factId('unread') }, 'refuse')).toMatchObject({ status: 200 });
    expect(await settle(tray('strange'), 'take')).toMatchObject({ status: 200, body: { counts: true } });
    expect(await settle(tray('strange'), 'take')).toMatchObject({ status: 200, body: { counts: true } });
    expect(await settle(tray('strange2'), 'take')).toMatchObject({ status: 200, body: { counts: false } });
    expect((await settle(tray('far'), 'take')).status).toBe(409);
    expect(await settle(tray('far'), 'refuse')).toMatchObject({ status: 200 });
    expect((await settle(tray('far'), 'take')).status).toBe(409);
    expect((await held()).map(({ fact, seq }) => [fact, seq !== null])).toEqual([[factId('strange2'), true]]);
    expect(await village.rows(`SELECT number FROM household_row WHERE number IN ('lan1', 'lan2', 's1', 's2', 's3') ORDER BY number`)).toEqual([{ number: 'lan1' }, { number: 's1' }]);
    expect(await village.rows(`SELECT name FROM person_row WHERE name = 'Nguyễn Thị p'`)).toHaveLength(1);
    const [resent] = await village.send('Lan', strange.slice(0, 1));
    expect(resent).toMatchObject({ status: 'held', place: { unplaced: true } });
  });
});
