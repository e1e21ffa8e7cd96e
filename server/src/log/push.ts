import type { Kysely } from 'kysely';
import { everHad, readableAreas } from '@sotay/domain/access/author';
import type { AreaId, RegistryId } from '@sotay/domain/kernel/ids';
import type { Problem } from '@sotay/domain/kernel/problem';
import type { Verdict } from '@sotay/domain/sync/protocol';

import type { Database } from '../db/schema.ts';
import { admit } from './admit.ts';
import type { Sending } from './admit.ts';
import { isPlaced, isRefusal, receive } from './arrival.ts';
import type { Placed, Refusal } from './arrival.ts';
import { keepUnplaced, misfitOfArea, misfitOfId } from './unplaced.ts';
import type { Misfit } from './unplaced.ts';

/** The registries of areas that exist. */
export async function registriesOf(db: Kysely<Database>, areas: readonly AreaId[]): Promise<Map<AreaId, RegistryId>> {
  if (areas.length === 0) return new Map();
  const rows = await db.selectFrom('area').select(['id', 'registry_id']).where('id', 'in', [...areas]).execute();
  return new Map(rows.map((row) => [row.id, row.registry_id]));
}

/**
 * Takes in what a phone sent: one transaction per registry, in the order of the outbox, then the tray for what fits no log.
 * @returns a verdict for every fact sent, in the order sent (SYNC-2)
 */
export async function push(db: Kysely<Database>, facts: readonly unknown[], sending: Sending): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const misfits: Misfit[] = [];
  const readable = readableAreas(sending.actor, sending.today);
  const batches = new Map<RegistryId, Placed[]>();
  const received = facts.map((raw, index) => receive(raw, index));
  const areas = received.flatMap((one) => (isRefusal(one) || one.area === undefined || !everHad(sending.actor, one.area) ? [] : [one.area]));
  const registries = await registriesOf(db, [...new Set(areas)]);
  for (const one of received) {
    if (isRefusal(one)) {
      verdicts.push(refusalVerdict(one));
      continue;
    }
    const registry = one.area === undefined || !everHad(sending.actor, one.area) ? undefined : registries.get(one.area);
    if (registry === undefined || !isPlaced(one)) misfits.push(misfitOfArea(one));
    else batches.set(registry, [...(batches.get(registry) ?? []), one]);
  }
  for (const [registry, batch] of batches) {
    for (const outcome of await admit(db, registry, batch, sending)) {
      if ('isIdTaken' in outcome) misfits.push(misfitOfId(outcome.arrival));
      else {
        const { arrival, status, seq, problems } = outcome;
        verdicts.push({ index: arrival.index, id: arrival.id, status, place: { registry, seq }, problems: arrival.area !== undefined && readable.includes(arrival.area) ? [...problems] : toldOutside(problems) });
      }
    }
  }
  await keepUnplaced(db, sending.sentBy, misfits, sending.now);
  verdicts.push(...misfits.map((misfit) => misfitVerdict(misfit)));
  return verdicts.sort((a, b) => a.index - b.index);
}

/** What a former collaborator is told of a note in the book of an area that she may not read any more: why it is held, not what the book says of people. */
function toldOutside(problems: readonly Problem[]): Problem[] {
  const blocks = problems.filter(({ severity }) => severity === 'block');
  const hers = blocks.filter(({ code }) => code === 'not-your-area');
  return hers.length > 0 ? hers : blocks;
}

function refusalVerdict({ index, id, problems }: Refusal): Verdict {
  return { index, id: id ?? null, status: 'refused', place: null, problems: [...problems] };
}

function misfitVerdict({ arrival, problems }: Misfit): Verdict {
  return { index: arrival.index, id: arrival.id, status: 'held', place: { unplaced: true }, problems: [...problems] };
}
