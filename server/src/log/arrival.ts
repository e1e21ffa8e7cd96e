import type { AnyFact } from '@sotay/domain/kernel/fact';
import { AreaId, FactId } from '@sotay/domain/kernel/ids';
import type { SubjectId } from '@sotay/domain/kernel/ids';
import { block } from '@sotay/domain/kernel/problem';
import type { Problem } from '@sotay/domain/kernel/problem';
import { readFact } from '@sotay/domain/kinds';
import type { Fact, Reading } from '@sotay/domain/kinds';
import { LARGEST_FACT_BYTES } from '@sotay/domain/sync/protocol';

import { canonical, sha256 } from './canonical.ts';

/** Something sent whose id can be read: it has a place in a log, or in the tray. */
export type Arrival = {
  readonly index: number;
  readonly id: FactId;
  /** Absent where not even the area can be read. */
  readonly area: AreaId | undefined;
  readonly reading: Reading;
  /** Canonical JSON of the fact as read, or of what was sent where this version does not read it. */
  readonly body: string;
  readonly bytes: number;
  /** Of what was sent, so that sending again is known again whatever a later version reads. */
  readonly contentHash: Buffer;
};

/** An arrival of an area that its sender has or had: it goes into that area's log. */
export type Placed = Arrival & { readonly area: AreaId };

export function isPlaced(arrival: Arrival): arrival is Placed {
  return arrival.area !== undefined;
}

/** Something sent that has no place: too large, or without an id. */
export type Refusal = { readonly index: number; readonly id: FactId | undefined; readonly problems: readonly Problem[] };

export function isRefusal(received: Arrival | Refusal): received is Refusal {
  return 'problems' in received;
}

/** Facts are a few levels deep; what is nested deeper than this is no fact and could exhaust the stack of whoever reads it. */
const DEEPEST = 32;

/** Reads one fact of a push, alone. Never throws. */
export function receive(raw: unknown, index: number): Arrival | Refusal {
  const id = idOf(raw, 'id', FactId);
  if (id === undefined) return { index, id, problems: [block('without-id', 'id')] };
  if (isTooDeep(raw)) return { index, id, problems: [block('too-large', '')] };
  const sent = canonical(raw);
  const bytes = Buffer.byteLength(sent, 'utf8');
  if (bytes > LARGEST_FACT_BYTES) return { index, id, problems: [block('too-large', '', { bytes, most: LARGEST_FACT_BYTES })] };
  const reading = readFact(raw);
  const body = reading.kind === 'known' ? canonical(reading.fact) : sent;
  const area = reading.kind === 'unreadable' ? idOf(raw, 'area', AreaId) : reading.fact.area;
  return { index, id, area, reading, body, bytes: Buffer.byteLength(body, 'utf8'), contentHash: sha256(sent) };
}

/** A fact that the server makes itself. */
export function ownArrival(fact: Fact): Placed {
  const body = canonical(fact);
  return { index: -1, id: fact.id, area: fact.area, reading: { kind: 'known', fact }, body, bytes: Buffer.byteLength(body, 'utf8'), contentHash: sha256(body) };
}

/** An envelope that can be read, of whatever type. */
export function factOf(reading: Reading): AnyFact | undefined {
  return reading.kind === 'unreadable' ? undefined : reading.fact;
}

/** Where an entry is found in `about`: under each of its subjects; about nobody, under its area. */
export function shelvesOf(fact: AnyFact | undefined): (SubjectId | AreaId)[] {
  if (fact === undefined) return [];
  return fact.about.length === 0 ? [fact.area] : [...new Set(fact.about)];
}

function idOf<Id>(raw: unknown, key: string, schema: { safeParse: (value: unknown) => { success: true; data: Id } | { success: false } }): Id | undefined {
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, key)) return undefined;
  const value: unknown = Reflect.get(raw, key);
  const read = schema.safeParse(value);
  return read.success ? read.data : undefined;
}

function isTooDeep(raw: unknown): boolean {
  let level: unknown[] = [raw];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((value): unknown[] => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return false;
}
