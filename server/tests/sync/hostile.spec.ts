import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { FactId } from '@sotay/domain/kernel/ids';
import type { DeviceId } from '@sotay/domain/kernel/ids';
import { plainDate } from '@sotay/domain/kernel/plain-date';
import { PROTOCOL } from '@sotay/domain/sync/protocol';
import { areaId, deviceId, factId, householdId, personId, registryId, unitId } from '@sotay/domain/testing/ids';
import { birth, household, mother } from '@sotay/domain/testing/drafts';
import { v7 } from 'uuid';

import { Loaded } from '../../src/log/load.ts';
import { settleHeld } from '../../src/log/settle.ts';
import { verify } from '../../src/log/verify.ts';
import { openWorld, PASSWORD } from '../fixture-app.ts';
import type { World } from '../fixture-app.ts';
import { factsOf, NOW, openVillage } from '../log/village.ts';
import type { Village } from '../log/village.ts';

const commune = { unit: unitId('xã'), areas: [areaId('1'), areaId('2')], registries: [registryId('xã')] };

describe('the log', () => {
  let village: Village;
  beforeAll(async () => {
    village = await openVillage();
    await village.send('Hoa', factsOf(household('1'), mother(), birth({ as: 'b' })));
  });
  afterAll(() => village.drop());

  async function settle(id: string, verdict: 'take' | 'refuse', now: number) {
    const letting = { actor: await village.actor('officer'), device: deviceId('officer'), today: plainDate('2026-11-23'), now, newId: () => FactId.parse(v7()) };
    return settleHeld(village.db, commune, FactId.parse(id), { verdict, reason: 'Đã hỏi lại' }, letting);
  }

  async function residents(): Promise<number> {
    const [row] = await village.rows<{ sum: number }>(`SELECT count(*)::int AS sum FROM contribution WHERE cell = 'residents'`);
    return row?.sum ?? 0;
  }

  test('counts no child twice when the officer is asked to take a correction that does not name the child it corrects', async () => {
    const correction = { ...factsOf(household('1'), mother(), birth({ as: 'c', child: 'other' }))[2], corrects: factId('b'), about: [personId('other'), householdId('1')] };
    expect(await village.send('Hoa', [correction])).toMatchObject([{ status: 'held' }]);
    const before = await residents();
    await expect(settle(factId('c'), 'take', NOW)).rejects.toMatchObject({ code: 'conflict' });
    expect(await residents()).toBe(before);
  });

  test('lets the later word of the officer stand when the clock of the service was turned back', async () => {
    await village.send('Lan', factsOf(household('mai', { as: 'of Lan', area: '2', by: 'Hoa' })));
    const before = await village.rows<{ count: number }>('SELECT count(*)::int AS count FROM household_row');
    expect(await settle(factId('of Lan'), 'refuse', NOW)).toEqual({ verdict: 'refuse', counts: false });
    expect(await settle(factId('of Lan'), 'take', NOW - 3_600_000)).toEqual({ verdict: 'take', counts: true });
    expect(await village.rows('SELECT count(*)::int AS count FROM household_row')).toEqual([{ count: (before[0]?.count ?? 0) + 1 }]);
  });

  test('is not read from end to end by a long line of notes that wait for one another', async () => {
    const [, one] = factsOf(household('1'), mother());
    const line = Array.from({ length: 100 }, (_, n) => {
      const people = [personId(`w${n}`), personId(`w${n + 1}`)];
      return { ...one, id: v7(), type: 'departure-reported', occurredOn: '2026-05-01', data: { people, destination: 'abroad' }, about: people };
    });
    await village.send('Hoa', line);
    const load = vi.spyOn(Loaded.prototype, 'load');
    const [first] = await village.send('Hoa', [{ ...line[0], id: v7() }]);
    expect(first?.status).toBe('held');
    expect(load.mock.calls.length).toBeLessThan(10);
    load.mockRestore();
  });

  test('has one word of two officers who settle at once, also while the same note is sent again', async () => {
    const [note] = factsOf(household('raced', { as: 'raced', area: '2', by: 'Hoa' }));
    await village.send('Lan', [note]);
    const words = await Promise.allSettled([settle(factId('raced'), 'take', NOW + 1), settle(factId('raced'), 'refuse', NOW + 1), village.send('Lan', [note]), settle(factId('raced'), 'take', NOW + 1)]);
    expect(words.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled']);
    const said = await village.rows<{ verdict: string }>(`SELECT body::jsonb #>> '{data,verdict}' AS verdict FROM log WHERE target_id = $1 ORDER BY seq`, [factId('raced')]);
    const rows = await village.rows('SELECT FROM household_row WHERE household_id = $1', [householdId('raced')]);
    expect(rows).toHaveLength(said.at(-1)?.verdict === 'take' ? 1 : 0);
    expect((await verify(village.db)).differences).toEqual([]);
  });

  test('has every stored row as it follows from it, whatever impossible things the officer takes', async () => {
    const [home, hers, born] = factsOf(household('7', { as: 'h7' }), mother({ as: 'm7', household: '7', data: { person: personId('m7') } }), birth({ as: 'b7', household: '7', child: 'c7', mother: 'm7' }));
    const [asPerson, asHousehold, ownMother, ahead, early] = [v7(), v7(), v7(), v7(), v7()];
    const sent = [
      home,
      hers,
      born,
      { ...hers, id: asPerson, data: { ...hers?.data, person: householdId('7') }, about: [householdId('7')] },
      { ...home, id: asHousehold, data: { ...home?.data, household: personId('m7'), number: '8' }, about: [personId('m7')] },
      { ...born, id: ownMother, data: { ...born?.data, child: personId('own'), mother: { kind: 'person', person: personId('own') } }, about: [personId('own'), householdId('7')] },
      { ...born, id: ahead, occurredOn: '2199-12-31', data: { ...born?.data, child: personId('ahead') }, about: [personId('ahead'), householdId('7'), personId('m7')] },
      { ...born, id: early, occurredOn: '1800-01-01', data: { ...born?.data, child: personId('early') }, about: [personId('early'), householdId('7'), personId('m7')] },
    ];
    const verdicts = await village.send('Hoa', sent);
    expect(verdicts.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted', 'held', 'held', 'held', 'held', 'held']);
    for (const id of [asPerson, asHousehold, ownMother, ahead, early]) await settle(id, 'take', NOW).catch((error: unknown) => expect(error).toMatchObject({ code: 'conflict' }));
    expect((await verify(village.db)).differences).toEqual([]);
  });

  test('with a broken entry or without its head is told by verify, which reads on', async () => {
    const broken = await openVillage();
    await broken.send('Hoa', factsOf(household('1'), mother()));
    await broken.send('Mai', factsOf(household('3', { area: '3', by: 'Mai', as: 'of Mai' })));
    await broken.rows(`UPDATE log SET body = 'no json' WHERE seq = 2`);
    await broken.rows('UPDATE log SET occurred_on = $1, type = $2 WHERE seq = 1 AND registry_id = $3', ['2001-01-01', 'moon-landed', registryId('xã')]);
    await broken.rows('DELETE FROM registry_head WHERE registry_id = $1', [registryId('xã bên')]);
    const { differences } = await verify(broken.db);
    const told = differences.map(({ table, at }) => `${table} ${at}`);
    expect(told).toEqual(expect.arrayContaining(['log seq 2 body', 'log seq 2 hash', 'log seq 1 columns', 'registry_head head']));
    await broken.drop();
  });
});

describe('a hostile phone', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const asking = (device: DeviceId | undefined, more: object = {}) => ({ protocol: PROTOCOL, epoch: null, device, cursors: {}, unsent: { count: 0, oldest: null }, facts: [], ...more });

  test('that says it holds notes from no day of the calendar is refused as a whole, and the officer still reads her areas', async () => {
    const lan = await world.signIn('lan');
    for (const unsent of [{ count: 1, oldest: Number.MAX_SAFE_INTEGER }, { count: 1, oldest: 8.64e15 }, { count: 1, oldest: -8.64e15 }, { count: 1, oldest: 4e14 }, { count: 2 ** 40, oldest: 1 }]) {
      expect((await lan.post('/api/sync', asking(lan.device, { unsent }))).status).toBe(400);
    }
    expect((await (await world.signIn('officer')).get('/api/areas')).status).toBe(200);
  });

  test('that was revoked is given nothing by a session that was opened without it', async () => {
    const lan = await world.signIn('lan');
    const officer = await world.signIn('officer');
    expect((await officer.post(`/api/devices/${lan.device}/revoke`)).status).toBe(204);
    const elsewhere = world.client();
    await elsewhere.post('/api/session', { name: 'lan', password: PASSWORD });
    const answer = await elsewhere.post('/api/sync', asking(lan.device));
    expect([answer.status, answer.body.areas]).toEqual([200, {}]);
  });

  test('that packs its request is refused before anything is unpacked', async () => {
    const lan = await world.signIn('lan');
    const bomb = await world.app.inject({ method: 'POST', url: '/api/sync', headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', 'sec-fetch-site': 'same-origin', cookie: `sotay=${lan.cookie}` }, payload: gzipSync(Buffer.alloc(20_000_000, 32)) });
    expect(bomb.statusCode).toBe(400);
  });

  test('that asks for addresses that are none gets a refusal, not a fault', async () => {
    const lan = await world.signIn('lan');
    for (const url of ['/%ff', '/%E0%A4%A', '/api/%ff', '/%00', '/api/register/subjects/%00/notes', '/%61pi/session']) expect((await lan.get(url)).status).toBeLessThan(500);
    expect((await lan.post('/api/session', { name: 'a\u0000b', password: 'x\u0000\ud800' })).status).toBe(400);
    expect((await lan.post('/api/session', { name: 'ab', password: 'x\u0000\ud800' })).status).toBe(401);
  });
});
