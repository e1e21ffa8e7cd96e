import { FactId } from '@sotay/domain/kernel/ids';
import type { DeviceId } from '@sotay/domain/kernel/ids';
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date';
import { LARGEST_FACT_BYTES, MOST_FACTS_A_PUSH, PROTOCOL, SyncRequest, SyncResponse } from '@sotay/domain/sync/protocol';
import type { Verdict } from '@sotay/domain/sync/protocol';
import type { Kysely } from 'kysely';
import { v7 } from 'uuid';

import { notes } from '../access/policies.ts';
import { Refused } from '../access/refused.ts';
import type { Database } from '../db/schema.ts';
import type { App, Deps } from '../http/app-type.ts';
import { getSession } from '../http/session-cookie.ts';
import { pull, readEpoch } from '../log/pull.ts';
import { push } from '../log/push.ts';
import { findDevice, noteSync } from '../people/device.ts';
import type { Session } from '../people/session.ts';

/** A push of the most and largest facts, with room for its envelope and for JSON written less tightly than ours. */
const BODY_LIMIT = MOST_FACTS_A_PUSH * LARGEST_FACT_BYTES + 512 * 1024;

/** `POST /api/sync`: what a phone sends, and what it has not seen (sync.md). */
export function syncRoutes(app: App, { db, now }: Deps): void {
  app.post(
    '/api/sync',
    { config: { policy: notes, rate: 'sync' }, bodyLimit: BODY_LIMIT, schema: { summary: 'Send notes, and read what is new', body: SyncRequest, response: { 200: SyncResponse } } },
    async (request) => {
      const { facts, device, cursors, epoch: told, unsent } = request.body;
      const session = getSession(request);
      const at = now();
      const today = civilDayInVietnam(at);
      const isRevoked = await requireOwnDevice(db, session, device);
      const actor = await request.actor();
      const epoch = await readEpoch(db);
      const newId = (): FactId => FactId.parse(v7({ msecs: at }));
      const verdicts = await push(db, facts, { actor, device, today, now: at, newId, sentBy: session.user });
      const pulled = isRevoked ? { areas: {}, more: false } : await pull(db, actor, today, cursors, told === null || told === epoch);
      await noteSync(db, { device, user: session.user, ...leftUnsent(unsent, verdicts) }, at);
      return { protocol: PROTOCOL, epoch, serverTime: at, verdicts, ...pulled };
    },
  );
}

/**
 * @returns whether the device, or the one signed in from, is revoked: it delivers and is given nothing, whichever session it comes with
 * @throws Refused `device-of-another`: a phone keeps the book of one person
 */
async function requireOwnDevice(db: Kysely<Database>, session: Session, device: DeviceId): Promise<boolean> {
  if (session.device === device) return session.isDeviceRevoked;
  const named = await findDevice(db, device);
  if (named?.user !== session.user) throw new Refused('device-of-another');
  return session.isDeviceRevoked || named.isRevoked;
}

/** What the outbox still holds once the device has this answer: what it did not send, and what was refused. */
function leftUnsent({ count, oldest }: SyncRequest['unsent'], verdicts: readonly Verdict[]): { unsent: number; unsentSince: number | null } {
  const gone = verdicts.filter(({ status }) => status !== 'refused').length;
  const unsent = Math.max(0, count - gone);
  return { unsent, unsentSince: unsent === 0 ? null : oldest };
}
