import { DeviceId } from '@sotay/domain/kernel/ids';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, describe, expect, test } from 'vitest';

import { actorOf } from '../../src/people/actor.ts';
import { firstAdministratorLink } from '../../src/people/first-administrator.ts';
import { openWorld, PASSWORD } from '../fixture-app.ts';

const world = await openWorld();
afterAll(() => world.close());
const tokenOf = (link: string): string => String(link.split('#')[1]);
const audited = async (): Promise<string[]> => (await world.db.selectFrom('audit').select('action').orderBy('at').orderBy('id').execute()).map(({ action }) => action);

describe('an empty service', () => {
  test('is set up from the first link to a collaborator\'s first sign-in', async () => {
    const empty = await openWorld();
    for (const table of ['session', 'responsibility', 'device', 'invitation', 'app_user', 'area', 'registry'] as const) await empty.db.deleteFrom(table).execute();
    const useless = String(await firstAdministratorLink(empty.db, 'http://localhost:8080'));
    const link = String(await firstAdministratorLink(empty.db, 'http://localhost:8080'));
    expect(link).toMatch(/^http:\/\/localhost:8080\/moi#[A-Za-z0-9_-]{43}$/);
    const admin = empty.client();
    const who = { password: PASSWORD, name: 'Quản-Trị', fullName: 'Trần Thị Quản' };
    expect(await admin.post('/api/session/link', { token: tokenOf(useless), ...who })).toMatchObject({ status: 410, body: { code: 'link-used-up' } });
    expect((await admin.post('/api/session/link/look', { token: tokenOf(link) })).body).toEqual({ purpose: 'first-administrator', name: null, fullName: null });
    expect(await admin.post('/api/session/link', { token: tokenOf(link), password: PASSWORD })).toMatchObject({ status: 400 });
    expect((await admin.post('/api/session/link', { token: tokenOf(link), ...who })).body).toMatchObject({ role: 'administrator', name: 'quản-trị' });
    expect((await empty.client().post('/api/session/link', { token: tokenOf(link), ...who })).status).toBe(410);
    expect(await firstAdministratorLink(empty.db, 'http://localhost:8080')).toBeUndefined();

    const province = (await admin.post('/api/units', { kind: 'province', name: 'Đắk Lắk', validFrom: '2025-07-01', code: '66' })).body;
    const commune = (await admin.post('/api/units', { kind: 'commune', name: 'Xã Ea Kar', parent: province.unit, validFrom: '2025-07-01' })).body;
    const area = (await admin.post(`/api/units/${commune.unit}/areas`, { number: '7', name: 'Buôn <b>M\'Um</b>', validFrom: '2025-07-01' })).body;
    expect(area).toMatchObject({ number: '7', name: 'Buôn <b>M\'Um</b>', communeName: 'Xã Ea Kar' });
    const other = (await admin.post(`/api/units/${commune.unit}/areas`, { number: '8', name: 'Buôn Sứk', validFrom: '2025-07-01' })).body;
    const registries = await empty.db.selectFrom('area').select('registry_id').where('id', 'in', [area.area, other.area]).execute();
    expect(new Set(registries.map((row) => row.registry_id)).size).toBe(1);
    const invited = (await admin.post(`/api/units/${commune.unit}/users`, { name: 'Viên', fullName: 'H\'Viên Êban', role: 'officer' })).body;

    const officer = empty.client();
    expect((await officer.post('/api/session/link/look', { token: tokenOf(invited.link) })).body).toMatchObject({ purpose: 'password', name: 'viên', fullName: 'H\'Viên Êban' });
    expect((await officer.post('/api/session/link', { token: tokenOf(invited.link), password: 'viên' })).body.code).toBe('weak-password');
    expect((await officer.post('/api/session/link', { token: tokenOf(invited.link), password: PASSWORD })).body).toMatchObject({ role: 'officer', communeAreas: [area.area, other.area] });
    const collaborator = (await officer.post(`/api/units/${commune.unit}/users`, { name: 'h nguyệt', fullName: 'H\'Nguyệt', role: 'collaborator' })).body;
    expect((await officer.post(`/api/units/${commune.unit}/responsibilities`, { area: area.area, user: collaborator.user, from: '2026-01-01' })).status).toBe(201);

    const phone = empty.client();
    const signedIn = await phone.post('/api/session/link', { token: tokenOf(collaborator.link), password: PASSWORD, device: uuidv7() });
    expect(signedIn.body).toMatchObject({ role: 'collaborator', areas: [{ area: area.area }], responsibilities: [{ area: area.area, from: '2026-01-01' }] });
    expect(signedIn.headers['set-cookie']).toMatch(/Max-Age=2592000/);
    await empty.close();
  });
});

describe('links', () => {
  test('expire after 24 hours, and a new one ends the old', async () => {
    const officer = await world.signIn('officer');
    const [first, second] = [await officer.post(`/api/users/${world.users.hoa}/link`), await officer.post(`/api/users/${world.users.hoa}/link`)];
    expect((await world.client().post('/api/session/link/look', { token: tokenOf(first.body.link) })).status).toBe(410);
    const before = world.clock.now;
    world.clock.now += 24 * 3_600_000 + 1;
    expect((await world.client().post('/api/session/link', { token: tokenOf(second.body.link), password: PASSWORD })).status).toBe(410);
    world.clock.now = before;
    const hoa = await world.signIn('hoa');
    expect((await world.client().post('/api/session/link', { token: tokenOf(second.body.link), password: 'Gạo-mới-2026' })).status).toBe(200);
    expect((await hoa.get('/api/session')).status).toBe(401);
    await world.db.updateTable('app_user').set((column) => ({ password_hash: column.selectFrom('app_user as same').select('same.password_hash').where('same.id', '=', world.users.lan) })).where('id', '=', world.users.hoa).execute();
  });

  test('used twice at once, work once', async () => {
    const officer = await world.signIn('officer');
    const { link } = (await officer.post(`/api/users/${world.users.hoa}/link`)).body;
    const answers = await Promise.all([1, 2, 3].map(() => world.client().post('/api/session/link', { token: tokenOf(link), password: PASSWORD })));
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '410', '410']);
  });
});

describe('users', () => {
  test('an officer makes collaborators of her commune and nobody else', async () => {
    const officer = await world.signIn('officer');
    expect((await officer.post(`/api/units/${world.home}/users`, { name: 'thảo', fullName: 'Vũ Thị Thảo', role: 'collaborator' })).status).toBe(201);
    expect(await officer.post(`/api/units/${world.home}/users`, { name: 'sếp', fullName: 'X', role: 'officer' })).toMatchObject({ status: 403 });
    expect(await officer.post(`/api/units/${world.other}/users`, { name: 'ngoài', fullName: 'X', role: 'collaborator' })).toMatchObject({ status: 403 });
    expect(await officer.post(`/api/units/${world.home}/users`, { name: 'quản', fullName: 'X', role: 'administrator' })).toMatchObject({ status: 400 });
  });

  test('a sign-in name is taken however it is typed', async () => {
    const officer = await world.signIn('officer');
    for (const name of ['THẢO', 'thảo'.normalize('NFD'), 'thảo ']) {
      expect(await officer.post(`/api/units/${world.home}/users`, { name, fullName: 'X', role: 'collaborator' })).toMatchObject({ status: 409, body: { code: 'name-taken' } });
    }
    for (const name of [`'; DROP TABLE app_user; --`, '<img src=x>', 'a\u0000b', '']) {
      expect((await officer.post(`/api/units/${world.home}/users`, { name, fullName: 'X', role: 'collaborator' })).status).toBe(400);
    }
  });

  test('SQL, HTML and apostrophes in a full name are kept as they are', async () => {
    const officer = await world.signIn('officer');
    const fullName = `H'Hen'); DROP TABLE app_user; -- <script>alert(1)</script>`;
    await officer.post(`/api/units/${world.home}/users`, { name: 'hen', fullName, role: 'collaborator' });
    const list = (await officer.get(`/api/units/${world.home}/users`)).body;
    expect(list.map((user: { fullName: string }) => user.fullName)).toContain(fullName);
    expect(list.every((user: { user: string }) => user.user !== world.users.mai)).toBe(true);
    expect(JSON.stringify(list)).not.toContain('$argon2');
  });

  test('a disabled user is out at once and may come back; nobody disables herself', async () => {
    const [officer, admin] = [await world.signIn('officer'), await world.signIn('administrator')];
    const lan = await world.signIn('lan');
    expect((await officer.put(`/api/users/${world.users.lan}/disabled`, { disabled: true })).status).toBe(204);
    expect((await lan.get('/api/session')).status).toBe(401);
    expect(await world.client().post('/api/session', { name: 'lan', password: PASSWORD, device: lan.device })).toMatchObject({ status: 401, body: { code: 'wrong-credentials' } });
    expect((await officer.put(`/api/users/${world.users.lan}/disabled`, { disabled: false })).status).toBe(204);
    expect((await world.client().post('/api/session', { name: 'lan', password: PASSWORD, device: lan.device })).status).toBe(200);
    expect((await admin.put(`/api/users/${world.users.administrator}/disabled`, { disabled: true })).status).toBe(409);
    expect((await admin.put(`/api/users/${uuidv7()}/disabled`, { disabled: true })).status).toBe(404);
    expect(await audited()).toEqual(expect.arrayContaining(['user-created', 'password-link-made', 'password-set', 'user-disabled', 'user-enabled']));
  });

  test('one who leaves an old token in another role\'s browser gets nothing of it', async () => {
    const lan = await world.signIn('lan');
    for (const [method, url] of [['GET', `/api/units/${world.home}/users`], ['POST', `/api/units`], ['GET', `/api/units/${world.home}/devices`]] as const) {
      expect(await lan.request(method, url)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    }
  });
});

describe('responsibility', () => {
  const session = () => ({ user: world.users.hoa, role: 'collaborator' as const, unit: world.home });

  test('is dated, closed and never deleted; the actor has them all', async () => {
    const officer = await world.signIn('officer');
    const given = await officer.post(`/api/units/${world.home}/responsibilities`, { area: world.first.area, user: world.users.hoa, from: '2026-03-01' });
    expect(given.status).toBe(201);
    expect(await officer.post(`/api/units/${world.home}/responsibilities`, { area: world.first.area, user: world.users.hoa, from: '2026-05-01' })).toMatchObject({ status: 409, body: { code: 'already-responsible' } });
    const path = `/api/units/${world.home}/responsibilities/${given.body.id}`;
    expect(await officer.patch(path, { to: '2026-02-28' })).toMatchObject({ status: 422, body: { code: 'dates-impossible' } });
    expect(await officer.patch(path, { to: '2026-02-31' })).toMatchObject({ status: 400 });
    expect((await officer.patch(path, { to: '2026-06-30' })).status).toBe(204);
    expect((await officer.patch(path, { to: '2026-07-30' })).status).toBe(409);
    expect((await officer.post(`/api/units/${world.home}/responsibilities`, { area: world.first.area, user: world.users.hoa, from: '2026-07-01', to: '2026-07-31' })).status).toBe(201);
    expect((await actorOf(world.db, session())).responsibilities).toEqual([
      { area: world.second.area, from: '2020-01-01' },
      { area: world.first.area, from: '2026-03-01', to: '2026-06-30' },
      { area: world.first.area, from: '2026-07-01', to: '2026-07-31' },
    ]);
  });

  test('given twice at once is given once', async () => {
    const officer = await world.signIn('officer');
    const give = () => officer.post(`/api/units/${world.home}/responsibilities`, { area: world.second.area, user: world.users.lan, from: '2026-10-01' });
    expect((await Promise.all([give(), give(), give()])).map(({ status }) => String(status)).toSorted()).toEqual(['201', '409', '409']);
  });

  test('joins only people and areas of the commune', async () => {
    const officer = await world.signIn('officer');
    for (const given of [
      { area: world.foreign.area, user: world.users.lan, from: '2026-01-01' },
      { area: world.first.area, user: world.users.mai, from: '2026-01-01' },
      { area: world.first.area, user: world.users.officer, from: '2026-01-01' },
    ]) expect((await officer.post(`/api/units/${world.home}/responsibilities`, given)).status).toBe(404);
    const theirs = await world.db.selectFrom('responsibility').select('id').where('user_id', '=', world.users.mai).executeTakeFirstOrThrow();
    expect((await officer.patch(`/api/units/${world.home}/responsibilities/${theirs.id}`, { to: '2026-06-30' })).status).toBe(404);
  });

  test('an area\'s number is free in another commune and taken in its own', async () => {
    const admin = await world.signIn('administrator');
    expect(await admin.post(`/api/units/${world.home}/areas`, { number: '2', name: 'Thôn Nam', validFrom: '2026-01-01' })).toMatchObject({ status: 409, body: { code: 'number-taken' } });
    expect((await admin.post(`/api/units/${world.other}/areas`, { number: '2', name: 'Thôn Hạ', validFrom: '2026-01-01' })).status).toBe(201);
    expect((await admin.post(`/api/units/${world.province}/areas`, { number: '2', name: 'Thôn Hạ', validFrom: '2026-01-01' })).status).toBe(404);
    expect((await admin.get('/api/units')).body.filter((unit: { kind: string }) => unit.kind === 'country')).toHaveLength(1);
  });
});

describe('devices', () => {
  test('an office session that registers a phone becomes the phone\'s, with a token of its own', async () => {
    const lan = world.client();
    await lan.post('/api/session', { name: 'lan', password: PASSWORD });
    const old = lan.cookie;
    const device = DeviceId.parse(uuidv7());
    const made = await lan.post('/api/devices', { device, name: 'Máy của Lan' });
    expect(made.status).toBe(204);
    expect(made.headers['set-cookie']).toMatch(/Max-Age=2592000/);
    expect(lan.cookie).not.toBe(old);
    expect((await lan.get('/api/devices')).body.find((each: { device: string }) => each.device === device)).toMatchObject({ name: 'Máy của Lan', unsent: 0, lastSync: null, revoked: false, canRecover: false });
  });

  test('keep the book of one person', async () => {
    const lan = await world.signIn('lan');
    expect(await world.client().post('/api/session', { name: 'hoa', password: PASSWORD, device: lan.device })).toMatchObject({ status: 403, body: { code: 'device-of-another' } });
    expect(await (await world.signIn('hoa')).post('/api/devices', { device: lan.device, name: 'x' })).toMatchObject({ status: 403, body: { code: 'device-of-another' } });
  });

  test('a revoked one is given nothing and still delivers', async () => {
    const [lan, officer] = [await world.signIn('lan'), await world.signIn('officer')];
    expect((await officer.post(`/api/devices/${lan.device}/revoke`)).status).toBe(204);
    const me = await lan.get('/api/session');
    expect(me.body).toMatchObject({ isDeviceRevoked: true, areas: [], people: { [world.users.lan]: 'Nguyễn Thị Lan' } });
    for (const url of ['/api/devices', '/api/devices/recovery-key']) expect(await lan.get(url)).toMatchObject({ status: 403, body: { code: 'device-revoked' } });
    const delivered = await lan.post('/api/sync', { protocol: 1, epoch: null, device: lan.device, cursors: {}, unsent: { count: 1, oldest: world.clock.now }, facts: [{ id: uuidv7() }] });
    expect(delivered).toMatchObject({ status: 200, body: { areas: {}, verdicts: [{ index: 0 }] } });
    expect((await (await officer.get(`/api/units/${world.home}/devices`)).body).find((each: { device: string }) => each.device === lan.device)).toMatchObject({ revoked: true });
    const again = world.client();
    expect((await again.post('/api/session', { name: 'lan', password: PASSWORD, device: lan.device })).body).toMatchObject({ isDeviceRevoked: true });
    expect(await audited()).toContain('device-revoked');
  });
});
