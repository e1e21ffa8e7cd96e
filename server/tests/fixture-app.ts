import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';

import type { AreaId, DeviceId, UnitId, UserId } from '@sotay/domain/kernel/ids';
import { DeviceId as DeviceIdSchema, UserId as UserIdSchema } from '@sotay/domain/kernel/ids';
import { plainDate } from '@sotay/domain/kernel/plain-date';
import type { AreaSeen } from '@sotay/domain/wire/session';
import { v7 as uuidv7 } from 'uuid';

import { buildApp } from '../src/app.ts';
import type { AppOptions } from '../src/app.ts';
import type { App } from '../src/http/app-type.ts';
import { createArea } from '../src/people/areas.ts';
import { hashPassword } from '../src/people/password.ts';
import { openRecoveryKey } from '../src/people/recovery-key.ts';
import type { RecoveryKey } from '../src/people/recovery-key.ts';
import { giveResponsibility } from '../src/people/responsibilities.ts';
import { createUnit } from '../src/people/units.ts';
import { openTestDatabase } from './fixture-database.ts';
import type { TestDatabase } from './fixture-database.ts';

/**
 * The whole app on a fresh database, with a province, two communes and everybody in it:
 *
 * - commune `home`: areas `first` and `second`; `officer`, `lan` (collaborator of `first`), `hoa` (of `second`);
 * - commune `other`: area `foreign`; `otherOfficer`, `mai` (collaborator of `foreign`);
 * - `administrator`.
 *
 * Everybody is responsible since 1 January 2020 and has the password `PASSWORD`. A `Client` keeps its cookies as a browser does:
 *
 * ```ts
 * const world = await openWorld();
 * afterAll(() => world.close());
 * const lan = await world.signIn('lan');                       // on her phone: lan.device
 * const answer = await lan.post('/api/sync', { … });           // { status, body, headers }
 * const url = await world.listen();                            // for a browser: http://127.0.0.1:…
 * ```
 */
export const PASSWORD = 'Lúa-chín-2026';

export type Name = 'administrator' | 'officer' | 'lan' | 'hoa' | 'otherOfficer' | 'mai';

/** Whatever JSON.parse gives: what an answer holds is for its spec to say. */
type Json = ReturnType<typeof JSON.parse>;

export type Answer = { readonly status: number; readonly body: Json; readonly headers: Record<string, unknown>; readonly text: string };

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

/** One browser: keeps cookies, sends what a page of our own would send. */
export class Client {
  readonly #app: App;
  #cookies = new Map<string, string>();
  device: DeviceId | undefined;

  constructor(app: App) {
    this.#app = app;
  }

  async request(method: Method, url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.#app.inject({
      method,
      url,
      headers: { 'sec-fetch-site': 'same-origin', ...(cookie === '' ? {} : { cookie }), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const { name, value, maxAge } of answer.cookies) {
      if (value === '' || maxAge === 0) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const isJson = String(answer.headers['content-type']).includes('json') && answer.body !== '';
    return { status: answer.statusCode, body: isJson ? answer.json() : undefined, headers: answer.headers, text: answer.body };
  }

  get(url: string): Promise<Answer> {
    return this.request('GET', url);
  }
  post(url: string, body?: unknown): Promise<Answer> {
    return this.request('POST', url, body);
  }
  put(url: string, body?: unknown): Promise<Answer> {
    return this.request('PUT', url, body);
  }
  patch(url: string, body?: unknown): Promise<Answer> {
    return this.request('PATCH', url, body);
  }
  delete(url: string): Promise<Answer> {
    return this.request('DELETE', url);
  }

  /** The session's cookie, to look at or to set. */
  get cookie(): string | undefined {
    return this.#cookies.get('sotay') ?? this.#cookies.get('__Host-sotay');
  }
  set cookie(value: string | undefined) {
    if (value === undefined) this.#cookies.clear();
    else this.#cookies.set('sotay', value);
  }
}

export type World = {
  readonly app: App;
  readonly database: TestDatabase;
  readonly db: TestDatabase['db'];
  readonly province: UnitId;
  readonly home: UnitId;
  readonly other: UnitId;
  readonly first: AreaSeen;
  readonly second: AreaSeen;
  readonly foreign: AreaSeen;
  readonly users: Readonly<Record<Name, UserId>>;
  readonly recoveryKey: RecoveryKey;
  /** The clock of the service, UTC milliseconds; may be moved. */
  readonly clock: { now: number };
  /** Everything that the log said so far. */
  readonly log: () => string;
  /** A browser nobody has signed in with. */
  readonly client: () => Client;
  /** Signs in: a collaborator on a phone of her own (`device`), others in the office. */
  readonly signIn: (name: Name, device?: DeviceId) => Promise<Client>;
  /** Listens on loopback, for a browser; returns the address without a final slash. */
  readonly listen: () => Promise<string>;
  readonly close: () => Promise<void>;
};

const SINCE = plainDate('2020-01-01');

const FULL_NAMES: Readonly<Record<Name, string>> = {
  administrator: 'Trần Quản Trị',
  officer: 'Phạm Thị Viên',
  lan: 'Nguyễn Thị Lan',
  hoa: "H'Hoa Niê",
  otherOfficer: 'Lê Văn Chức',
  mai: 'Đỗ Thị Mai',
};

/** What one signs in with. */
function signInNameOf(name: Name): string {
  return name === 'otherOfficer' ? 'other-officer' : name;
}

async function fill({ db }: TestDatabase, now: number): Promise<Omit<World, 'app' | 'database' | 'db' | 'recoveryKey' | 'clock' | 'log' | 'client' | 'signIn' | 'listen' | 'close'>> {
  const by = UserIdSchema.parse(uuidv7());
  const province = (await createUnit(db, { kind: 'province', name: 'Tỉnh Thử', validFrom: SINCE }, by, now)).unit;
  const home = (await createUnit(db, { kind: 'commune', name: 'Xã Nhà', parent: province, validFrom: SINCE }, by, now)).unit;
  const other = (await createUnit(db, { kind: 'commune', name: 'Xã Khác', parent: province, validFrom: SINCE }, by, now)).unit;
  const first = await createArea(db, home, { number: '1', name: 'Thôn Đông', validFrom: SINCE }, by, now);
  const second = await createArea(db, home, { number: '2', name: 'Thôn Đoài', validFrom: SINCE }, by, now);
  const foreign = await createArea(db, other, { number: '1', name: 'Thôn Thượng', validFrom: SINCE }, by, now);
  const hash = await hashPassword(PASSWORD);
  const make = async (name: Name, role: 'administrator' | 'officer' | 'collaborator', unit: UnitId | null, area?: AreaId): Promise<UserId> => {
    const id = UserIdSchema.parse(uuidv7());
    await db
      .insertInto('app_user')
      .values({ id, name: signInNameOf(name), full_name: FULL_NAMES[name], role, unit_id: unit, password_hash: hash, must_change_password: false, created_at: new Date(now) })
      .execute();
    if (area !== undefined && unit !== null) await giveResponsibility(db, unit, { area, user: id, from: SINCE }, by, now);
    return id;
  };
  const users = {
    administrator: await make('administrator', 'administrator', null),
    officer: await make('officer', 'officer', home),
    lan: await make('lan', 'collaborator', home, first.area),
    hoa: await make('hoa', 'collaborator', home, second.area),
    otherOfficer: await make('otherOfficer', 'officer', other),
    mai: await make('mai', 'collaborator', other, foreign.area),
  };
  return { province, home, other, first, second, foreign, users };
}

/** @param options what differs from the app as it runs: a log level, a built client, a public URL, more routes */
export async function openWorld(options: Partial<AppOptions> = {}): Promise<World> {
  const database = await openTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'sotay-world-'));
  const clock = { now: Date.now() };
  const lines: string[] = [];
  const logTo = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const filled = await fill(database, clock.now);
  const recoveryKey = await openRecoveryKey(folder);
  const app = await buildApp({ db: database.db, now: () => clock.now, publicUrl: undefined, recoveryKey, logTo, rateScale: 100, ...options });
  const signIn = async (name: Name, device?: DeviceId): Promise<Client> => {
    const client = new Client(app);
    const isCollaborator = name === 'lan' || name === 'hoa' || name === 'mai';
    const on = device ?? (isCollaborator ? DeviceIdSchema.parse(uuidv7()) : undefined);
    const answer = await client.post('/api/session', { name: signInNameOf(name), password: PASSWORD, ...(on === undefined ? {} : { device: on }) });
    if (answer.status !== 200) throw new Error(`${name} could not sign in: ${answer.text}`);
    client.device = on;
    return client;
  };
  return {
    app,
    database,
    db: database.db,
    recoveryKey,
    ...filled,
    clock,
    log: () => lines.join(''),
    client: () => new Client(app),
    signIn,
    listen: async () => {
      await app.listen({ host: '127.0.0.1', port: 0 });
      const address = app.server.address();
      return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '';
    },
    close: async () => {
      await app.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
