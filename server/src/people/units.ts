import { v7 as uuidv7 } from 'uuid';
import type { Kysely } from 'kysely';
import { UnitId } from '@sotay/domain/kernel/ids';
import type { UserId } from '@sotay/domain/kernel/ids';
import type { NewUnit, UnitSeen } from '@sotay/domain/wire/people';

import { Refused } from '../access/refused.ts';
import type { Database } from '../db/schema.ts';
import { noteInAudit } from './audit.ts';

/** The root of every tree of units: the same everywhere, so that two servers that begin at once make one. */
const COUNTRY = UnitId.parse('00000000-0000-4000-8000-000000000084');
/** The code list of provinces and communes (Quyết định 19/2025/QĐ-TTg). */
const CODES = 'qd19-2025';

async function getCountry(db: Kysely<Database>, validFrom: NewUnit['validFrom']): Promise<{ id: UnitId; path: string }> {
  const path = `${COUNTRY}/`;
  const made = await db
    .insertInto('unit')
    .values({ id: COUNTRY, kind: 'country', path, valid_from: validFrom })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n) await db.insertInto('unit_name').values({ unit_id: COUNTRY, valid_from: validFrom, name: 'Việt Nam' }).execute();
  return { id: COUNTRY, path };
}

async function getParent(db: Kysely<Database>, { kind, parent, validFrom }: NewUnit): Promise<{ id: UnitId; path: string }> {
  if (kind === 'province') {
    if (parent !== undefined && parent !== COUNTRY) throw new Refused('invalid-request');
    return getCountry(db, validFrom);
  }
  if (parent === undefined) throw new Refused('invalid-request');
  const found = await db.selectFrom('unit').select(['id', 'path']).where('id', '=', parent).where('kind', '=', 'province').executeTakeFirst();
  if (found === undefined) throw new Refused('not-found');
  return found;
}

/**
 * Adds a province or a commune of a province.
 * @throws Refused `invalid-request` for a commune without a province, `not-found` for a province nobody knows
 */
export async function createUnit(db: Kysely<Database>, unit: NewUnit, by: UserId, now: number): Promise<UnitSeen> {
  return db.transaction().execute(async (transaction) => {
    const parent = await getParent(transaction, unit);
    const id = UnitId.parse(uuidv7());
    const from = { unit_id: id, valid_from: unit.validFrom };
    await transaction.insertInto('unit').values({ id, parent_id: parent.id, kind: unit.kind, path: `${parent.path}${id}/`, valid_from: unit.validFrom }).execute();
    await transaction.insertInto('unit_name').values({ ...from, name: unit.name }).execute();
    if (unit.code !== undefined) await transaction.insertInto('unit_code').values({ ...from, system: CODES, code: unit.code }).execute();
    await noteInAudit(transaction, now, by, 'unit-created', { kind: 'unit', id });
    return { unit: id, kind: unit.kind, parent: parent.id, name: unit.name, code: unit.code ?? null };
  });
}

/** Every unit that stands, parents before their children, by the name it has. */
export async function listUnits(db: Kysely<Database>): Promise<UnitSeen[]> {
  return db
    .selectFrom('unit')
    .innerJoin('unit_name', (join) => join.onRef('unit_name.unit_id', '=', 'unit.id').on('unit_name.valid_to', 'is', null))
    .leftJoin('unit_code', (join) => join.onRef('unit_code.unit_id', '=', 'unit.id').on('unit_code.system', '=', CODES).on('unit_code.valid_to', 'is', null))
    .select(['unit.id as unit', 'unit.kind', 'unit.parent_id as parent', 'unit_name.name', 'unit_code.code'])
    .where('unit.valid_to', 'is', null)
    .orderBy('unit.path')
    .execute();
}
