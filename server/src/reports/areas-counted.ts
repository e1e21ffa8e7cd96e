import type { Kysely } from 'kysely';
import { readableAreas } from '@sotay/domain/access/author';
import type { Actor } from '@sotay/domain/kernel/actor';
import type { AreaId, RegistryId, UnitId } from '@sotay/domain/kernel/ids';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';

import type { Database } from '../db/schema.ts';

/** An area of a report, with the registry whose log tells its people. */
export type AreaCounted = { readonly id: AreaId; readonly registry: RegistryId; readonly number: string; readonly name: string };

/** What a report is asked for: one area, or a unit with all areas at or below it. */
export type ReportOf = { readonly area: AreaId } | { readonly unit: UnitId };

/** The areas of a report by number; undefined when the area or unit does not exist. */
export async function findAreasCounted(db: Kysely<Database>, of: ReportOf): Promise<AreaCounted[] | undefined> {
  const areas = db.selectFrom('area').innerJoin('unit', 'unit.id', 'area.unit_id').select(['area.id', 'area.registry_id as registry', 'area.number', 'area.name']).orderBy('area.number').orderBy('area.id');
  if ('area' in of) {
    const found = await areas.where('area.id', '=', of.area).execute();
    return found.length === 0 ? undefined : found;
  }
  const unit = await db.selectFrom('unit').select('path').where('id', '=', of.unit).executeTakeFirst();
  if (unit === undefined) return undefined;
  // Below a unit = a range of text: paths end in "/", and "0" is what follows "/".
  return areas.where('unit.path', '>=', unit.path).where('unit.path', '<', `${unit.path.slice(0, -1)}0`).execute();
}

/** Those of the areas that an actor may read on a day. */
export function readableOf(areas: readonly AreaCounted[], actor: Actor, today: PlainDate): AreaCounted[] {
  const readable = new Set(readableAreas(actor, today));
  return areas.filter(({ id }) => readable.has(id));
}

export function registriesOfAreas(areas: readonly AreaCounted[]): RegistryId[] {
  return [...new Set(areas.map(({ registry }) => registry))];
}
