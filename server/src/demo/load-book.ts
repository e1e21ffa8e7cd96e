import { v7 as uuidv7 } from 'uuid';
import type { Kysely } from 'kysely';
import { FactId } from '@sotay/domain/kernel/ids';
import type { DeviceId, UnitId, UserId } from '@sotay/domain/kernel/ids';
import type { AnyFact } from '@sotay/domain/kernel/fact';
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date';

import type { Database } from '../db/schema.ts';
import { push } from '../log/push.ts';
import { actorOf } from '../people/actor.ts';

/** Who sends notes, and from where. */
export type Sender = { readonly user: UserId; readonly device: DeviceId; readonly role: 'collaborator' | 'officer' };

/** Notes that one sender sends together. */
type Batch = { readonly sender: Sender; readonly facts: AnyFact[] };

/** As a phone that comes to the station for the monthly review meeting. */
const MONTH_MS = 30 * 86_400_000;

/**
 * Sends notes as their authors would have, a month's together, each batch received just after its last note: through the code that admits every note.
 * @param facts in the order of their noting @param now UTC milliseconds: nothing is received later @returns how many were accepted
 */
export async function loadBook(db: Kysely<Database>, facts: readonly AnyFact[], unit: UnitId, senders: readonly Sender[], now: number): Promise<number> {
  let accepted = 0;
  for (const { sender, facts: batch } of batchesOf(facts, senders)) {
    const last = batch.at(-1);
    if (last === undefined) continue;
    const { user, device, role } = sender;
    const actor = await actorOf(db, { user, role, unit });
    const receivedAt = Math.min(last.recordedAt + 1_000, now);
    const newId = (): FactId => FactId.parse(uuidv7({ msecs: receivedAt }));
    const verdicts = await push(db, batch, { actor, device, today: civilDayInVietnam(receivedAt), now: receivedAt, newId, sentBy: user });
    accepted += verdicts.filter(({ status }) => status === 'accepted').length;
  }
  return accepted;
}

/**
 * Batches in an order in which whatever a note names was sent before it: who notes of somebody whom another noted since the last sending, or answers the
 * note of another, sends after that.
 * @param facts in the order of their noting
 */
export function* batchesOf(facts: readonly AnyFact[], senders: readonly Sender[]): Generator<Batch> {
  const byUser = new Map(senders.map((sender) => [sender.user, sender]));
  const open = new Map<UserId, Batch>();
  const touchedBy = new Map<string, UserId>();
  let since = 0;
  const close = (): Batch[] => {
    const batches = [...open.values()];
    open.clear();
    touchedBy.clear();
    return batches;
  };
  for (const fact of facts) {
    const { recordedBy: user, recordedAt, about } = fact;
    const meetsAnother = [...about, ...answeredBy(fact)].some((id) => (touchedBy.get(id) ?? user) !== user);
    if (meetsAnother || recordedAt - since > MONTH_MS) {
      yield* close();
      since = recordedAt;
    }
    const sender = byUser.get(user);
    if (sender === undefined) continue;
    const batch = open.get(user) ?? { sender, facts: [] };
    batch.facts.push(fact);
    open.set(user, batch);
    for (const id of [...about, fact.id]) touchedBy.set(id, user);
  }
  yield* close();
}

/** The notes that a note answers besides by its subjects: what it corrects or takes back, the task that it reports on. */
function answeredBy({ corrects, data }: AnyFact): string[] {
  const named = typeof data === 'object' && data !== null ? ['fact', 'task'].map((key): unknown => Reflect.get(data, key)) : [];
  return [corrects, ...named].filter((id) => typeof id === 'string');
}
