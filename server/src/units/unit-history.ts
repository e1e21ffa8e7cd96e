import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { UnitId } from '@sotay/domain/kernel/ids';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import type { ExactSeries, Share, Succession, UnitHistory, UnitRef } from '@sotay/domain/wire/units';
import { compareText } from '@sotay/domain/vietnamese/name-order';

import type { Database } from '../db/schema.ts';
import { exactSeriesOf } from './exact-series.ts';
import type { SeriesVerdict } from './exact-series.ts';
import { isOn, readWithParents, refOn } from './read-units.ts';
import type { KnownUnit } from './read-units.ts';
import type { ListedSuccession } from './unit-list.ts';

type EdgeRow = { from_unit: UnitId; to_unit: UnitId; took_effect_on: PlainDate; share: Share; basis: string | null };

/** Every succession that can be reached from the units, forwards or backwards. */
async function readEdges(db: Kysely<Database>, from: readonly UnitId[], way: 'forwards' | 'backwards'): Promise<ListedSuccession[]> {
  if (from.length === 0) return [];
  const [near, far] = way === 'forwards' ? [sql.ref('from_unit'), sql.ref('to_unit')] : [sql.ref('to_unit'), sql.ref('from_unit')];
  const { rows } = await sql<EdgeRow>`
    WITH RECURSIVE walk AS (
      SELECT * FROM unit_succession WHERE ${near} = ANY (${from}::uuid[])
      UNION SELECT step.* FROM unit_succession step JOIN walk ON step.${near} = walk.${far})
    SELECT * FROM walk`.execute(db);
  return rows.map(({ from_unit, to_unit, took_effect_on, share, basis }) => ({ from: from_unit, to: to_unit, on: took_effect_on, share, basis }));
}

/** The communes of a district or the like, which say where it went when its level ended. */
async function readChildren(db: Kysely<Database>, unit: UnitId): Promise<UnitId[]> {
  const rows = await db.selectFrom('unit').select('id').where('parent_id', '=', unit).execute();
  return rows.map(({ id }) => id);
}

/**
 * What a unit was on a day, what it is today, which parts went where, and whether its figures can be followed across.
 * Undefined for a unit that nobody knows.
 */
export async function readUnitHistory(db: Kysely<Database>, id: UnitId, on: PlainDate, today: PlainDate): Promise<UnitHistory | undefined> {
  const own = await readEdges(db, [id], 'forwards');
  const isDissolved = own.length === 0;
  const forwards = isDissolved ? await readEdges(db, await readChildren(db, id), 'forwards') : own;
  const reached = [id, ...forwards.map(({ to }) => to)];
  const backwards = await readEdges(db, reached, 'backwards');
  // Where else the former ones went.
  const sides = await readEdges(db, backwards.map(({ from }) => from), 'forwards');
  const edges = [...new Map([...own, ...forwards, ...backwards, ...sides].map((edge) => [`${edge.from} ${edge.to}`, edge])).values()];
  const known = await readWithParents(db, [id, ...edges.flatMap(({ from, to }) => [from, to])]);
  const unit = known.get(id);
  if (unit === undefined) return undefined;
  const stands = isOn(unit, today);
  const isGone = unit.to !== null && unit.to < today;
  const after = isGone ? [...new Set(forwards.map(({ to }) => to))] : [];
  const now = stands ? [id] : after.filter((each) => isOn(known.get(each) ?? unit, today));
  const tell = (each: UnitId, day: PlainDate): UnitRef[] => {
    const found = known.get(each);
    return found === undefined ? [] : [refOn(found, day, known)];
  };
  // What takes effect later breaks nothing yet.
  const inEffect = edges.filter((edge) => edge.on <= (unit.from > today ? unit.from : today));
  const verdict = verdictOf(id, now, { isGone, isDissolved }, inEffect);
  return {
    on,
    thatDay: isOn(unit, on) ? refOn(unit, on, known) : null,
    unit: refOn(unit, unit.to ?? today, known),
    basis: unit.basis,
    names: unit.names.map(({ name, basis, from, to }) => ({ name, basis, from, to: to ?? unit.to })),
    codes: unit.codes.map(({ system, code, from, to }) => ({ system, code, from, to })),
    now: sorted(now.flatMap((each) => tell(each, today))),
    cameFrom: stepsOf(edges.filter(({ to }) => to === id), 'from', known),
    wentTo: stepsOf(edges.filter(({ from }) => from === id), 'to', known),
    exactSeries: tellSeries(verdict, (each) => tell(each, known.get(each)?.to ?? today)),
  };
}

function verdictOf(id: UnitId, now: readonly UnitId[], { isGone, isDissolved }: { isGone: boolean; isDissolved: boolean }, edges: readonly ListedSuccession[]): SeriesVerdict {
  if (!isGone) return exactSeriesOf(id, edges);
  const [only, ...others] = now;
  if (isDissolved) return { exists: 'no', because: 'level-ended', parts: now };
  if (only === undefined || others.length > 0) return { exists: 'no', because: 'was-split', parts: now };
  return exactSeriesOf(only, edges);
}

function stepsOf(edges: readonly ListedSuccession[], side: 'from' | 'to', known: ReadonlyMap<UnitId, KnownUnit>): Succession[] {
  const steps = edges.flatMap(({ on, share, basis, ...edge }): Succession[] => {
    const other = known.get(edge[side]);
    return other === undefined ? [] : [{ unit: refOn(other, side === 'to' ? on : (other.to ?? on), known), on, share, basis }];
  });
  return steps.toSorted((a, b) => compareText(a.on, b.on) || compareText(a.unit.name, b.unit.name));
}

function tellSeries(verdict: SeriesVerdict, tell: (id: UnitId) => UnitRef[]): ExactSeries {
  if (verdict.exists === 'yes') return { exists: 'yes' };
  if (verdict.exists === 'unknown') return { exists: 'unknown', because: 'main-targets-only' };
  return { exists: 'no', because: verdict.because, parts: sorted(verdict.parts.flatMap(tell)) };
}

function sorted(units: readonly UnitRef[]): UnitRef[] {
  return units.toSorted((a, b) => compareText(a.name, b.name));
}
