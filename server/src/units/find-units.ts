import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { UnitId } from '@sotay/domain/kernel/ids';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import { isBelow, isUnitNamed, searchWords, unitNameKey, unitQuery, unitRank } from '@sotay/domain/vietnamese/unit-name';
import { compareText } from '@sotay/domain/vietnamese/name-order';
import type { UnitFound, UnitKind, UnitsFound } from '@sotay/domain/wire/units';

import type { Database } from '../db/schema.ts';
import { idsOfPath, isOn, readWithParents, refOn } from './read-units.ts';
import type { KnownUnit } from './read-units.ts';

/** How many units an answer tells, and how many names are looked at closely for it. */
const MOST_TOLD = 50;
const MOST_READ = 1_000;

const ORDER: Readonly<Record<UnitKind, number>> = { country: 0, province: 1, district: 2, commune: 3, hamlet: 4 };

type Hit = { readonly unit: UnitId; readonly name: string; readonly day: PlainDate };

/**
 * Units by any spelling of their name, of `on` or of any time; the best first, those of today before those gone.
 * @param today the day by which units of any time are told where their own name has no end
 */
export async function findUnitsByName(db: Kysely<Database>, typed: string, on: PlainDate | undefined, today: PlainDate, kind?: UnitKind): Promise<UnitsFound> {
  const query = unitQuery(typed);
  const words = searchWords(query);
  if (words.length === 0) return { units: [], hasMore: false };
  const like = words.map((word) => `% ${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
  const { rows } = await sql<{ unit: UnitId; name: string; from: PlainDate; to: PlainDate | null; unit_to: PlainDate | null }>`
    SELECT unit_name.unit_id AS unit, unit_name.name, unit_name.valid_from AS "from", unit_name.valid_to AS "to", unit.valid_to AS unit_to
    FROM unit_name JOIN unit ON unit.id = unit_name.unit_id
    WHERE unit.kind <> 'country' AND (${kind ?? null}::text IS NULL OR unit.kind = ${kind ?? null}) AND unit_name.folded LIKE ALL (${like}::text[])
    AND (${on ?? null}::date IS NULL OR (${on ?? null}::date >= unit_name.valid_from AND ${on ?? null}::date <= coalesce(least(unit_name.valid_to, unit.valid_to), 'infinity')))
    ORDER BY length(unit_name.folded), unit_name.folded, unit.valid_to IS NOT NULL, unit.id, unit_name.valid_from DESC
    LIMIT ${MOST_READ + 1}`.execute(db);
  const hits: Hit[] = rows.slice(0, MOST_READ).filter(({ name }) => isUnitNamed(unitNameKey(name), query)).map(({ unit, name, from, to, unit_to }) => ({ unit, name, day: on ?? dayWithin(from, to ?? unit_to, today) }));
  const known = await readWithParents(db, hits.map(({ unit }) => unit));
  const isMeant = ({ unit }: Hit): boolean => query.above.length === 0 || isBelow(parentsOf(known.get(unit), known).flatMap(({ names }) => names.map(({ name }) => unitNameKey(name))), query);
  const ranked = hits.filter(isMeant).map((hit) => ({ hit, rank: unitRank(hit.name, query), unit: known.get(hit.unit) }));
  ranked.sort((a, b) => a.rank - b.rank || isGone(a.unit, today) - isGone(b.unit, today) || orderOf(a.unit) - orderOf(b.unit) || compareText(a.hit.name, b.hit.name));
  const told = [...new Map(ranked.toReversed().map((each) => [each.hit.unit, each])).values()].toReversed();
  return { units: told.slice(0, MOST_TOLD).flatMap(({ hit, unit }) => (unit === undefined ? [] : tell(unit, hit.day, known))), hasMore: told.length > MOST_TOLD || rows.length > MOST_READ };
}

/** The units that had a code on a day: one at most of each level, but for those added by hand. */
export async function findUnitsByCode(db: Kysely<Database>, code: string, on: PlainDate): Promise<UnitsFound> {
  const rows = await db
    .selectFrom('unit_code')
    .select('unit_id')
    .where('code', '=', code)
    .where('valid_from', '<=', on)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', on)]))
    .limit(MOST_TOLD)
    .execute();
  const ids = rows.map(({ unit_id }) => unit_id);
  const known = await readWithParents(db, ids);
  const units = ids.flatMap((id) => known.get(id) ?? []).filter((unit) => isOn(unit, on));
  return { units: units.toSorted((a, b) => orderOf(a) - orderOf(b)).flatMap((unit) => tell(unit, on, known)), hasMore: false };
}

function tell(unit: KnownUnit, day: PlainDate, known: ReadonlyMap<UnitId, KnownUnit>): UnitFound[] {
  return [{ ...refOn(unit, day, known), isInUse: unit.isInUse }];
}

function parentsOf(unit: KnownUnit | undefined, known: ReadonlyMap<UnitId, KnownUnit>): KnownUnit[] {
  return unit === undefined ? [] : idsOfPath(unit.path, known).filter(({ id }) => id !== unit.id);
}

/** Today where a span holds it, else its nearer end. */
function dayWithin(from: PlainDate, to: PlainDate | null, today: PlainDate): PlainDate {
  if (today < from) return from;
  return to !== null && to < today ? to : today;
}

function isGone(unit: KnownUnit | undefined, today: PlainDate): number {
  return unit !== undefined && isOn(unit, today) ? 0 : 1;
}

function orderOf(unit: KnownUnit | undefined): number {
  return unit === undefined ? 0 : ORDER[unit.kind];
}
