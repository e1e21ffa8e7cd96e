import type { Kysely } from 'kysely';
import type { UnitId } from '@sotay/domain/kernel/ids';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import type { UnitKind, UnitRef } from '@sotay/domain/wire/units';

import type { Database } from '../db/schema.ts';

type Span = { readonly from: PlainDate; readonly to: PlainDate | null };

/** A unit with everything that has dates, the earliest first. */
export type KnownUnit = Span & {
  readonly id: UnitId;
  readonly kind: UnitKind;
  readonly parent: UnitId | null;
  readonly path: string;
  readonly isInUse: boolean;
  readonly basis: string | null;
  readonly names: (Span & { readonly name: string; readonly basis: string | null })[];
  readonly codes: (Span & { readonly system: string; readonly code: string })[];
};

export function isOn({ from, to }: Span, day: PlainDate): boolean {
  return from <= day && (to === null || day <= to);
}

/** The units of these ids, in their order, by id; what nobody knows is not there. */
export async function readUnits(db: Kysely<Database>, ids: readonly UnitId[]): Promise<Map<UnitId, KnownUnit>> {
  const known = new Map<UnitId, KnownUnit>();
  if (ids.length === 0) return known;
  const list = [...new Set(ids)];
  const units = await db.selectFrom('unit').selectAll().where('id', 'in', list).execute();
  const names = await db.selectFrom('unit_name').selectAll().where('unit_id', 'in', list).orderBy('valid_from').execute();
  const codes = await db.selectFrom('unit_code').selectAll().where('unit_id', 'in', list).orderBy('valid_from').execute();
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  for (const id of list) {
    const unit = byId.get(id);
    if (unit === undefined) continue;
    known.set(id, {
      id,
      kind: unit.kind,
      parent: unit.parent_id,
      path: unit.path,
      isInUse: unit.in_use,
      basis: unit.basis,
      from: unit.valid_from,
      to: unit.valid_to,
      names: [],
      codes: [],
    });
  }
  for (const { unit_id, name, basis, valid_from, valid_to } of names) known.get(unit_id)?.names.push({ name, basis, from: valid_from, to: valid_to });
  for (const { unit_id, system, code, valid_from, valid_to } of codes) known.get(unit_id)?.codes.push({ system, code, from: valid_from, to: valid_to });
  return known;
}

/** What a unit is called on a day: before its first day by its first name and code, after its last by its last. */
export function stateOn({ names, codes, to }: KnownUnit, day: PlainDate): { name: string; code: string | null } {
  const asked = to !== null && to < day ? to : day;
  const at = <Dated extends Span>(list: readonly Dated[]): Dated | undefined => list.findLast(({ from }) => from <= asked) ?? list[0];
  return { name: at(names)?.name ?? '', code: at(codes)?.code ?? null };
}

/** The units on a path, those above first, without the country. */
export function idsOfPath(path: string, ids: ReadonlyMap<string, KnownUnit>): KnownUnit[] {
  return path.split('/').flatMap((id) => {
    const unit = ids.get(id);
    return unit === undefined || unit.kind === 'country' ? [] : [unit];
  });
}

/** The units named and all that stand above them. */
export async function readWithParents(db: Kysely<Database>, ids: readonly UnitId[]): Promise<Map<UnitId, KnownUnit>> {
  const known = await readUnits(db, ids);
  for (let missing = parentsMissing(known); missing.length > 0; missing = parentsMissing(known)) {
    const parents = await readUnits(db, missing);
    if (parents.size === 0) break;
    for (const [id, unit] of parents) known.set(id, unit);
  }
  return known;
}

function parentsMissing(known: ReadonlyMap<UnitId, KnownUnit>): UnitId[] {
  return [...known.values()].flatMap(({ parent }) => (parent === null || known.has(parent) ? [] : [parent]));
}

/** A unit as it is told to others, by the name and code of a day. */
export function refOn(unit: KnownUnit, day: PlainDate, known: ReadonlyMap<UnitId, KnownUnit>): UnitRef {
  const above = idsOfPath(unit.path, known).filter(({ id }) => id !== unit.id);
  return { unit: unit.id, kind: unit.kind, ...stateOn(unit, day), from: unit.from, to: unit.to, within: above.toReversed().map((each) => stateOn(each, day).name) };
}
