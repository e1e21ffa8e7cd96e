import { civilDayInVietnam, plainDate } from '@sotay/domain/kernel/plain-date';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { listAreas } from '../../src/people/areas.ts';
import { importList } from '../../src/units/import-list.ts';
import { loadNationalUnits } from '../../src/units/load-national.ts';
import { openWorld } from '../fixture-app.ts';
import type { Client, World } from '../fixture-app.ts';

let world: World;
let officer: Client;
let administrator: Client;
beforeAll(async () => {
  world = await openWorld();
  await loadNationalUnits(world.db, world.clock.now);
  officer = await world.signIn('officer');
  administrator = await world.signIn('administrator');
});
afterAll(() => world.close());

test('a code without a day is an error that says so in Vietnamese', async () => {
  const answer = await officer.get('/api/units/search?code=00004');
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ code: 'code-without-date', type: 'urn:sotay:problem:code-without-date', title: 'Mã cần kèm ngày' });
});

test.each(['', '?name=a&code=00004&on=2025-07-01', '?on=2025-07-01', '?name=', '?name=a&on=2025-02-30', '?code=1&on=hôm nay', '?name=a&more=1', '?name=a&name=b', '?name=a&kind=hamlet', '?code=00004&on=2025-07-01&kind=commune'])('a search that says too little, too much or nonsense is refused: %s', async (query) => {
  expect((await officer.get(`/api/units/search${query}`)).body).toMatchObject({ status: 400, code: 'invalid-request' });
});

test('a code with a day gives the unit of that day', async () => {
  const before = await officer.get('/api/units/search?code=00004&on=2025-06-30');
  const after = await officer.get('/api/units/search?code=00004&on=2025-07-01');
  expect([before.body.units[0].name, after.body.units[0].name]).toEqual(['Phường Trúc Bạch', 'Phường Ba Đình']);
  const history = await officer.get(`/api/units/${before.body.units[0].unit}/history?on=2025-06-30`);
  expect(history.body).toMatchObject({ thatDay: { name: 'Phường Trúc Bạch' }, now: [{ name: 'Phường Ba Đình' }], exactSeries: { exists: 'no', because: 'holds-parts' } });
});

test('what is typed is text, whatever it is', async () => {
  for (const name of ["'; DROP TABLE unit; --", '%', '_', '\\', '<script>', '🙂', 'a'.repeat(120)]) {
    expect((await officer.get(`/api/units/search?name=${encodeURIComponent(name)}`)).status, name).toBe(200);
  }
  expect((await officer.get('/api/units/search?name=b%00')).status).toBe(400);
});

test('the history of what nobody knows is not found, and a day that is none is refused', async () => {
  expect((await officer.get('/api/units/00000000-0000-4000-8000-000000000001/history')).status).toBe(404);
  expect((await officer.get(`/api/units/${world.home}/history?on=2025-13-01`)).status).toBe(400);
  expect((await officer.get(`/api/units/${world.home}/history`)).body).toMatchObject({ thatDay: { name: 'Xã Nhà', within: ['Tỉnh Thử'] }, exactSeries: { exists: 'yes' } });
});

test('a commune of the list is taken into use by an administrator, gets an area and an officer, and is listed with its province', async () => {
  const today = civilDayInVietnam(world.clock.now);
  const found = await administrator.get(`/api/units/search?name=${encodeURIComponent('ea kao')}&on=${today}&kind=commune`);
  const [commune] = found.body.units;
  expect(commune).toMatchObject({ name: 'Phường Ea Kao', code: '24169', isInUse: false });
  expect((await officer.request('PUT', `/api/units/${commune.unit}/in-use`)).status).toBe(403);
  expect((await administrator.request('PUT', `/api/units/${commune.unit}/in-use`)).body).toMatchObject({ name: 'Phường Ea Kao' });
  expect((await administrator.post(`/api/units/${commune.unit}/areas`, { number: '1', name: 'Buôn Một', validFrom: '2026-01-01' })).status).toBe(201);
  expect((await administrator.post(`/api/units/${commune.unit}/users`, { name: 'eakao', fullName: 'Trần Ea Kao', role: 'officer' })).status).toBe(201);
  const listed = await administrator.get('/api/units');
  const shown = listed.body.find(({ unit }: { unit: string }) => unit === commune.unit);
  expect(listed.body.find(({ unit }: { unit: string }) => unit === shown.parent)).toMatchObject({ name: 'Tỉnh Đắk Lắk' });
  expect(listed.body.filter(({ kind }: { kind: string }) => kind === 'commune')).toHaveLength(3);
});

test('a name that begins later is not told before its day, and from then on everywhere', async () => {
  const rows = [`level,code,name,parent_code,valid_from`, `province,97,Tỉnh Lối Về,,2020-01-01`, `commune,97001,Xã Hôm Qua,97,2020-01-01`, `commune,97001,Phường Ngày Mai,97,2199-01-01`];
  await importList(world.db, { bytes: new TextEncoder().encode(rows.join('\n')), name: 'x.csv', isCommit: true }, world.clock.now);
  const { body } = await administrator.get('/api/units/search?code=97001&on=2020-01-01');
  const [{ unit }] = body.units;
  await administrator.request('PUT', `/api/units/${unit}/in-use`);
  const made = await administrator.post(`/api/units/${unit}/areas`, { number: '1', name: 'Thôn Một', validFrom: '2026-01-01' });
  const areas = async (today: string) => (await listAreas(world.db, unit, plainDate(today))).map(({ communeName }) => communeName);
  expect([made.body.communeName, ...(await areas('2026-11-25')), ...(await areas('2199-01-01'))]).toEqual(['Xã Hôm Qua', 'Xã Hôm Qua', 'Phường Ngày Mai']);
});

test('a commune that ended is not taken into use', async () => {
  const { body } = await administrator.get('/api/units/search?code=00001&on=2025-06-30');
  expect((await administrator.request('PUT', `/api/units/${body.units[0].unit}/in-use`)).body).toMatchObject({ status: 409, code: 'unit-ended' });
});

test('the openapi document tells of the search', async () => {
  const { body } = await officer.get('/api/openapi.json');
  expect(Object.keys(body.paths)).toEqual(expect.arrayContaining(['/api/units/search', '/api/units/{unit}/history', '/api/units/{unit}/in-use']));
});
