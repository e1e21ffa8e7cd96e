import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deviceId, userId } from '@sotay/domain/testing/ids';

import { buildApp } from '../../src/app.ts';
import { cookieName } from '../../src/http/session-cookie.ts';
import { openRecoveryKey } from '../../src/people/recovery-key.ts';
import { openSession } from '../../src/people/session.ts';
import { NOW, openVillage } from '../log/village.ts';

/** The village with its app in front and everybody signed in, an administrator too. `clock` may be moved. */
export type OfficeDesk = Awaited<ReturnType<typeof openOfficeDesk>>;

/** Whatever JSON.parse gives: what an answer holds is for its spec to say. */
type Json = ReturnType<typeof JSON.parse>;

export async function openOfficeDesk() {
  const village = await openVillage();
  const folder = mkdtempSync(join(tmpdir(), 'sotay-desk-'));
  const clock = { now: NOW };
  const lines: string[] = [];
  const logTo = { write: (line: string) => void lines.push(line) };
  const app = await buildApp({ db: village.db, now: () => clock.now, publicUrl: undefined, recoveryKey: await openRecoveryKey(folder), logTo, rateScale: 1000 });
  await village.db
    .insertInto('app_user')
    .values({ id: userId('administrator'), name: 'administrator', full_name: 'administrator', role: 'administrator', unit_id: null, must_change_password: false, created_at: new Date(NOW) })
    .execute();
  const cookies = new Map<string, string>();
  for (const name of ['Hoa', 'Lan', 'Mai', 'officer', 'officer bên', 'administrator']) {
    cookies.set(name, await openSession(village.db, userId(name), ['Hoa', 'Lan', 'Mai'].includes(name) ? deviceId(name) : null, NOW));
  }

  async function call(name: string | undefined, method: 'GET' | 'POST', url: string, body?: unknown): Promise<{ status: number; body: Json }> {
    const response = await app.inject({
      method,
      url,
      ...(name === undefined ? {} : { cookies: { [cookieName(undefined)]: cookies.get(name) ?? '' } }),
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    return { status: response.statusCode, body: response.json() };
  }

  async function close(): Promise<void> {
    await app.close();
    await village.drop();
    rmSync(folder, { recursive: true });
  }
  return { village, clock, call, log: () => lines.join(''), close };
}
