import { v7 as uuidv7 } from 'uuid';
import type { Kysely, Transaction } from 'kysely';
import { AreaId, RegistryId } from '@sotay/domain/kernel/ids';
import type { UnitId, UserId } from '@sotay/domain/kernel/ids';
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import type { NewArea } from '@sotay/domain/wire/people';
import type { AreaSeen } from '@sotay/domain/wire/session';

import { Refused } from '../access/refused.ts';
import type { Database } from '../db/schema.ts';
import { nameHeldOn } from '../units/name-today.ts';
import { noteInAudit } from './audit.ts';

/** The registry of a commune when it starts: that of its oldest area, else a new one. An area belongs to it for ever (domain.md §6). */
async function getRegistry(db: Transaction<Database>, unit: UnitId, now: number): Promise<RegistryId> {
  const first = await db.selectFrom('area').select('registry_id').where('unit_id', '=', unit).orderBy('id').limit(1).executeTakeFirst();
  if (first !== undefined) return first.registry_id;
  const id = RegistryId.parse(uuidv7());
  await db.insertInto('registry').values({ id, created_at: new Date(now) }).execute();
  return id;
}

/**
 * Adds an area to a commune.
 * @throws Refused `not-found` when the unit is no commune, `number-taken` when another valid area of the commune has the number
 */
export async function createArea(db: Kysely<Database>, unit: UnitId, { number, name, validFrom }: NewArea, by: UserId, now: number): Promise<AreaSeen> {
  return db.transaction().execute(async (transaction) => {
    // The commune's row is the lock under which the first area makes the registry.
    const commune = await transaction.selectFrom('unit').select('id').where('id', '=', unit).where('kind', '=', 'commune').forUpdate().executeTakeFirst();
    const named = await transaction.selectFrom('unit_name').select('name').where('unit_id', '=', unit).where('valid_from', '=', nameHeldOn(civilDayInVietnam(now))).executeTakeFirst();
    if (commune === undefined || named === undefined) throw new Refused('not-found');
    const taken = await transaction.selectFrom('area').select('id').where('unit_id', '=', unit).where('number', '=', number).where('valid_to', 'is', null).executeTakeFirst();
    if (taken !== undefined) throw new Refused('number-taken');
    const id = AreaId.parse(uuidv7());
    const registry = await getRegistry(transaction, unit, now);
    await transaction.insertInto('area').values({ id, registry_id: registry, unit_id: unit, number, name, valid_from: validFrom }).execute();
    await noteInAudit(transaction, now, by, 'area-created', { kind: 'area', id });
    return { area: id, number, name, commune: unit, communeName: named.name };
  });
}

/** The valid areas of a commune by number, with the name that it has today. */
export async function listAreas(db: Kysely<Database>, unit: UnitId, today: PlainDate): Promise<AreaSeen[]> {
  return db
    .selectFrom('area')
    .innerJoin('unit_name', (join) => join.onRef('unit_name.unit_id', '=', 'area.unit_id').on('unit_name.valid_from', '=', nameHeldOn(today)))
    .select(['area.id as area', 'area.number', 'area.name', 'area.unit_id as commune', 'unit_name.name as communeName'])
    .where('area.unit_id', '=', unit)
    .where('area.valid_to', 'is', null)
    .orderBy('area.number')
    .execute();
}
