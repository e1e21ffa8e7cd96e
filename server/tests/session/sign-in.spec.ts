import { DeviceId } from '@sotay/domain/kernel/ids';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, describe, expect, test } from 'vitest';

import { waitAfter } from '../../src/people/attempts.ts';
import { openWorld, PASSWORD } from '../fixture-app.ts';

const world = await openWorld();
afterAll(() => world.close());
const { clock } = world;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('signing in', () => {
  test('tells a collaborator who she is and what is in her charge, and not what is in others\'', async () => {
    const lan = await world.signIn('lan');
    const { status, body } = await lan.get('/api/session');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      user: world.users.lan,
      name: 'lan',
      fullName: 'Nguyễn Thị Lan',
      role: 'collaborator',
      responsibilities: [{ area: world.first.area, from: '2020-01-01' }],
      communeAreas: [],
      areas: [{ area: world.first.area, number: '1', name: 'Thôn Đông', commune: world.home, communeName: 'Xã Nhà' }],
      commune: null,
      mustChangePassword: false,
      isDeviceRevoked: false,
      serverTime: clock.now,
    });
    expect(Object.keys(body.people).toSorted()).toEqual([world.users.lan, world.users.officer].toSorted());
  });

  test('tells an officer every area of her commune and who works there', async () => {
    const officer = await world.signIn('officer');
    const { body } = await officer.get('/api/session');
    expect(body).toMatchObject({ role: 'officer', communeAreas: [world.first.area, world.second.area], commune: { unit: world.home, name: 'Xã Nhà' } });
    expect(Object.keys(body.people).toSorted()).toEqual([world.users.lan, world.users.hoa, world.users.officer].toSorted());
  });

  test('the cookie is out of reach of scripts and of other sites; of the token only a hash is kept', async () => {
    const client = world.client();
    const answer = await client.post('/api/session', { name: 'officer', password: PASSWORD });
    expect(answer.headers['set-cookie']).toMatch(/^sotay=[A-Za-z0-9_-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    const kept = await world.database.pool.query(`SELECT session::text AS all FROM session`);
    expect(JSON.stringify(kept.rows)).not.toContain(client.cookie);
    expect(JSON.stringify(kept.rows)).not.toContain(Buffer.from(String(client.cookie)).toString('hex'));
  });

  test('a name typed decomposed, in capitals or with spaces around finds its user', async () => {
    await world.db.updateTable('app_user').set({ name: 'hoà bình' }).where('id', '=', world.users.hoa).execute();
    for (const typed of ['hoà bình'.normalize('NFD'), ' HOÀ  BÌNH ', 'Hoà Bình']) {
      expect((await world.client().post('/api/session', { name: typed, password: PASSWORD })).status, typed).toBe(200);
    }
    await world.db.updateTable('app_user').set({ name: 'hoa' }).where('id', '=', world.users.hoa).execute();
  });

  test('a password typed decomposed is the same password', async () => {
    expect((await world.client().post('/api/session', { name: 'hoa', password: PASSWORD.normalize('NFD') })).status).toBe(200);
  });

  test('SQL and HTML in a name are just text that nobody has', async () => {
    for (const name of [`' OR 1=1 --`, `lan'; DROP TABLE session; --`, '<script>alert(1)</script>', 'lan\u200b']) {
      const answer = await world.client().post('/api/session', { name, password: PASSWORD });
      expect(answer).toMatchObject({ status: 401, body: { code: 'wrong-credentials' } });
      expect(answer.text).not.toContain(name);
    }
  });

  test('a wrong password and a name that nobody has get the same answer', async () => {
    const known = await world.client().post('/api/session', { name: 'mai', password: 'sai mật khẩu' });
    const unknown = await world.client().post('/api/session', { name: 'không-ai', password: 'sai mật khẩu' });
    expect({ ...known.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
    expect(known.status).toBe(unknown.status);
  });

  test('for a name that nobody has it takes as long', async () => {
    const time = async (name: string): Promise<number> => {
      const started = performance.now();
      await world.client().post('/api/session', { name, password: 'sai mật khẩu' });
      return performance.now() - started;
    };
    await time('khởi-động');
    const [known, unknown]: number[][] = [[], []];
    for (let round = 0; round < 4; round += 1) {
      known?.push(await time('other-officer'));
      unknown?.push(await time(`nobody-${round}`));
    }
    const least = (times: number[] | undefined): number => Math.min(...(times ?? []));
    // Without the dummy hash it would be a tenth.
    expect(least(unknown)).toBeGreaterThan(least(known) / 3);
    await world.db.deleteFrom('attempt').execute();
  });

  test('a session that was there before, planted or one\'s own, does not become the new one', async () => {
    const planted = world.client();
    planted.cookie = 'A'.repeat(43);
    const fixed = planted.cookie;
    await planted.post('/api/session', { name: 'officer', password: PASSWORD });
    expect(planted.cookie).not.toBe(fixed);
    const attacker = await world.signIn('mai');
    const stolen = attacker.cookie;
    const victim = world.client();
    victim.cookie = stolen;
    await victim.post('/api/session', { name: 'officer', password: PASSWORD });
    expect(victim.cookie).not.toBe(stolen);
    expect((await attacker.get('/api/session')).status).toBe(401);
  });
});

describe('guessing', () => {
  test('after five wrong passwords a name waits, longer each time, up to fifteen minutes', async () => {
    expect([4, 5, 6, 7, 30].map((failures) => waitAfter(failures, 5))).toEqual([0, 5_000, 10_000, 20_000, 15 * MINUTE]);
    const guess = async (password: string) => world.client().post('/api/session', { name: 'mai', password });
    for (let tries = 0; tries < 5; tries += 1) expect((await guess('sai')).status).toBe(401);
    const waiting = await guess(PASSWORD);
    expect(waiting).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    expect(Number(waiting.headers['retry-after'])).toBe(5);
    clock.now += 5_001;
    expect((await guess('sai')).status).toBe(401);
    expect(Number((await guess('sai')).headers['retry-after'])).toBe(10);
    clock.now += 10_001;
    expect((await guess(PASSWORD)).status).toBe(200);
    expect((await guess('sai')).status).toBe(401);
  });

  test('guesses made at the same time gain nothing', async () => {
    await world.db.deleteFrom('attempt').execute();
    const answers = await Promise.all(Array.from({ length: 12 }, () => world.client().post('/api/session', { name: 'nobody', password: 'sai' })));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  test('a stranger who guesses does not lock her out of her own phone', async () => {
    await world.db.deleteFrom('attempt').execute();
    const lan = await world.signIn('lan');
    for (let tries = 0; tries < 6; tries += 1) await world.client().post('/api/session', { name: 'lan', password: 'sai' });
    expect((await world.client().post('/api/session', { name: 'lan', password: PASSWORD })).status).toBe(429);
    expect((await world.client().post('/api/session', { name: 'lan', password: PASSWORD, device: lan.device })).status).toBe(200);
  });

  test('an address that tries many names waits too', async () => {
    await world.db.deleteFrom('attempt').execute();
    const statuses: number[] = [];
    for (let tries = 0; tries < 42; tries += 1) statuses.push((await world.client().post('/api/session', { name: `name-${tries}`, password: 'sai' })).status);
    expect(statuses.slice(0, 40)).toEqual(Array.from({ length: 40 }, () => 401));
    expect(statuses.slice(40)).toEqual([429, 429]);
    await world.db.deleteFrom('attempt').execute();
  });

  test('neither names nor addresses are kept with the count', async () => {
    await world.client().post('/api/session', { name: 'mai', password: 'sai' });
    const { rows } = await world.database.pool.query(`SELECT attempt::text AS all FROM attempt`);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/mai|127\.0\.0\.1/);
    await world.db.deleteFrom('attempt').execute();
  });
});

describe('a session', () => {
  test('on a phone lasts thirty days from the last request; in the office twelve hours from signing in', async () => {
    const [lan, officer] = [await world.signIn('lan'), await world.signIn('officer')];
    clock.now += 11 * 60 * MINUTE;
    expect((await officer.get('/api/session')).status).toBe(200);
    clock.now += 2 * 60 * MINUTE;
    expect(await officer.get('/api/session')).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    for (let weeks = 0; weeks < 4; weeks += 1) {
      clock.now += 20 * DAY;
      expect((await lan.get('/api/session')).status).toBe(200);
    }
    clock.now += 31 * DAY;
    const late = await lan.get('/api/session');
    expect(late).toMatchObject({ status: 401, body: { code: 'not-signed-in', title: 'Cần đăng nhập' } });
    expect(late.body.detail).toContain('vẫn nằm an toàn trong máy');
  });

  test('gets another token after a day; the old one is good for what is on its way, then no more', async () => {
    const lan = await world.signIn('lan');
    const old = lan.cookie;
    clock.now += DAY + 1;
    const [answer, beside] = await Promise.all([lan.get('/api/session'), lan.get('/api/session')]);
    expect([answer, beside].filter(({ headers }) => headers['set-cookie'] !== undefined)).toHaveLength(1);
    expect(lan.cookie).not.toBe(old);
    const slow = world.client();
    slow.cookie = old;
    expect((await slow.get('/api/session')).status).toBe(200);
    expect((await lan.get('/api/session')).status).toBe(200);
    clock.now += MINUTE;
    slow.cookie = old;
    expect((await slow.get('/api/session')).status).toBe(200);
    clock.now += 2 * MINUTE;
    slow.cookie = old;
    expect((await slow.get('/api/session')).status).toBe(401);
    expect((await lan.get('/api/session')).status).toBe(200);
  });

  test('goes on when the answer with the fresh token was lost on the way', async () => {
    const lan = await world.signIn('lan');
    const old = lan.cookie;
    clock.now += DAY + 1;
    await lan.get('/api/session');
    lan.cookie = old;
    clock.now += 3 * 60 * MINUTE;
    expect((await lan.get('/api/session')).status).toBe(200);
    expect(lan.cookie).not.toBe(old);
    expect((await lan.get('/api/session')).status).toBe(200);
  });

  test('ends by signing out, here or everywhere', async () => {
    const [here, there] = [await world.signIn('lan'), await world.signIn('lan')];
    const stolen = world.client();
    stolen.cookie = here.cookie;
    expect((await here.delete('/api/session')).status).toBe(204);
    expect(here.cookie).toBeUndefined();
    expect((await stolen.get('/api/session')).status).toBe(401);
    expect((await there.get('/api/session')).status).toBe(200);
    const again = await world.signIn('lan');
    expect((await again.delete('/api/session/all')).status).toBe(204);
    expect((await there.get('/api/session')).status).toBe(401);
    expect((await (await world.signIn('hoa')).get('/api/session')).status).toBe(200);
  });

  test('a changed password gives another token and signs out everywhere else', async () => {
    const [here, there] = [await world.signIn('mai'), await world.signIn('mai')];
    const old = here.cookie;
    expect(await here.post('/api/session/password', { old: 'sai', new: 'Gạo-mới-2026' })).toMatchObject({ status: 401, body: { code: 'wrong-credentials' } });
    for (const weak of ['ngắn', 'password', PASSWORD]) expect(await here.post('/api/session/password', { old: PASSWORD, new: weak })).toMatchObject({ status: 422, body: { code: 'weak-password' } });
    expect((await here.post('/api/session/password', { old: PASSWORD, new: 'Gạo-mới-2026' })).status).toBe(200);
    expect(here.cookie).not.toBe(old);
    expect((await here.get('/api/session')).status).toBe(200);
    expect((await there.get('/api/session')).status).toBe(401);
    expect((await world.client().post('/api/session', { name: 'mai', password: PASSWORD })).status).toBe(401);
    expect((await here.post('/api/session/password', { old: 'Gạo-mới-2026', new: PASSWORD })).status).toBe(200);
  });

  test('a forced change of the password stands before everything else', async () => {
    await world.db.updateTable('app_user').set({ must_change_password: true }).where('id', '=', world.users.officer).execute();
    const officer = await world.signIn('officer');
    expect((await officer.get('/api/session')).body.mustChangePassword).toBe(true);
    expect(await officer.get(`/api/units/${world.home}/users`)).toMatchObject({ status: 403, body: { code: 'password-must-change' } });
    expect((await officer.post('/api/session/password', { old: PASSWORD, new: 'Gạo-mới-2026' })).status).toBe(200);
    expect((await officer.get(`/api/units/${world.home}/users`)).status).toBe(200);
    await officer.post('/api/session/password', { old: 'Gạo-mới-2026', new: PASSWORD });
  });

  test('a token of nonsense, empty or of a megabyte is nobody\'s', async () => {
    for (const cookie of ['x', '', 'A'.repeat(43), '%00%ff', 'B'.repeat(5_000)]) {
      const client = world.client();
      client.cookie = cookie;
      expect((await client.get('/api/session')).status, cookie.slice(0, 10)).toBe(401);
    }
  });

  test('over https its cookie has __Host- and Secure', async () => {
    const safe = await openWorld({ publicUrl: 'https://sotay.example.vn' });
    const answer = await safe.client().post('/api/session', { name: 'lan', password: PASSWORD, device: DeviceId.parse(uuidv7()) });
    expect(answer.headers['set-cookie']).toMatch(/^__Host-sotay=[A-Za-z0-9_-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    await safe.close();
  });
});
