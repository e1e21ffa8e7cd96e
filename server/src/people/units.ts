import { v7 as uuidv7 } from 'uuid';
import type { Kysely } from 'kysely';
import { UnitId } from '@sotay/domain/kernel/ids';
import type { UserId } from '@sotay/domain/kernel/ids';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import type { NewUnit, UnitSeen } from '@sotay/domain/wire/people';
import type { UnitKind } from '@sotay/domain/wire/units';
import { compareText } from '@sotay/domain/vietnamese/name-order';
import { unitSearchText } from '@sotay/domain/vietnamese/unit-name';

import { Refused } from '../access/refused.ts';
import type { Database } from '../db/schema.ts';
import { storeCountry } from '../units/store-list.ts';
import { COUNTRY, codeSystemOn } from '../units/unit-list.ts';
import { readUnits, stateOn } from '../units/read-units.ts';
import { noteInAudit } from './audit.ts';

const LEVELS: readonly UnitKind[] = ['country', 'province', 'district', 'commune', 'hamlet'];

async function getParent(db: Kysely<Database>, { kind, parent, validFrom }: NewUnit): Promise<{ id: UnitId; path: string }> {
  if (kind === 'province') {
    if (parent !== undefined && parent !== COUNTRY) throw new Refused('invalid-request');
    return { id: COUNTRY, path: `${COUNTRY}/` };
  }
  if (parent === undefined) throw new Refused('invalid-request');
  const found = await db.selectFrom('unit').select(['id', 'path', 'valid_to']).where('id', '=', parent).where('kind', '=', 'province').executeTakeFirst();
  if (found === undefined) throw new Refused('not-found');
  if (found.valid_to !== null && found.valid_to < validFrom) throw new Refused('dates-impossible');
  return found;
}

/** Whether another unit of the level has the code on that day or later. */
async function isCodeTaken(db: Kysely<Database>, { kind, validFrom }: NewUnit, code: string): Promise<boolean> {
  const row = await db
    .selectFrom('unit_code')
    .innerJoin('unit', 'unit.id', 'unit_code.unit_id')
    .select('unit_code.unit_id')
    .where('unit.kind', '=', kind)
    .where('unit_code.code', '=', code)
    .where((where) => where.or([where('unit_code.valid_to', 'is', null), where('unit_code.valid_to', '>=', validFrom)]))
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Adds by hand a province or a commune of a province that the national list does not have.
 * @throws Refused `invalid-request` for a commune without a province, `not-found` for a province nobody knows, `dates-impossible` where that ended
 *   earlier, `code-taken` when the code is another unit's
 */
export async function createUnit(db: Kysely<Database>, unit: NewUnit, by: UserId, now: number): Promise<UnitSeen> {
  return db.transaction().execute(async (transaction) => {
    await storeCountry(transaction);
    const parent = await getParent(transaction, unit);
    if (unit.code !== undefined && (await isCodeTaken(transaction, unit, unit.code))) throw new Refused('code-taken');
    const id = UnitId.parse(uuidv7());
    const from = { unit_id: id, valid_from: unit.validFrom };
    await transaction.insertInto('unit').values({ id, parent_id: parent.id, kind: unit.kind, path: `${parent.path}${id}/`, valid_from: unit.validFrom }).execute();
    await transaction.insertInto('unit_name').values({ ...from, name: unit.name, folded: unitSearchText(unit.name) }).execute();
    if (unit.code !== undefined) await transaction.insertInto('unit_code').values({ ...from, system: codeSystemOn(unit.validFrom), code: unit.code }).execute();
    await noteInAudit(transaction, now, by, 'unit-created', { kind: 'unit', id });
    return { unit: id, kind: unit.kind, parent: parent.id, name: unit.name, code: unit.code ?? null, to: null };
  });
}

/**
 * Takes a commune of the national list into use here; once more changes nothing.
 * @throws Refused `not-found` when it is no commune, `unit-ended` when it is none any more
 */
export async function takeIntoUse(db: Kysely<Database>, unit: UnitId, by: UserId, now: number, today: PlainDate): Promise<UnitSeen> {
  return db.transaction().execute(async (transaction) => {
    const found = await transaction.selectFrom('unit').select(['in_use', 'valid_to']).where('id', '=', unit).where('kind', '=', 'commune').forUpdate().executeTakeFirst();
    if (found === undefined) throw new Refused('not-found');
    if (!found.in_use) {
      if (found.valid_to !== null && found.valid_to < today) throw new Refused('unit-ended');
      await transaction.updateTable('unit').set({ in_use: true }).where('id', '=', unit).execute();
      await noteInAudit(transaction, now, by, 'unit-taken-into-use', { kind: 'unit', id: unit });
    }
    return seeUnits(transaction, [unit], today).then(([seen]) => seen ?? Promise.reject(new Refused('not-found')));
  });
}

async function seeUnits(db: Kysely<Database>, ids: readonly UnitId[], today: PlainDate): Promise<UnitSeen[]> {
  const known = await readUnits(db, ids);
  return [...known.values()].map((unit) => {
    const { name, code } = stateOn(unit, today);
    return { unit: unit.id, kind: unit.kind, parent: unit.parent, name, code, to: unit.to };
  });
}

/** The country, the communes in use here and every province that stands or holds one of them, the greater before the smaller, by the name of the day. */
export async function listUnits(db: Kysely<Database>, today: PlainDate): Promise<UnitSeen[]> {
  const communes = db.selectFrom('unit').select('parent_id').where('kind', '=', 'commune').where('in_use', '=', true);
  const rows = await db
    .selectFrom('unit')
    .select('id')
    .where((where) =>
      where.or([
        where('kind', '=', 'country'),
        where.and([where('kind', 'in', ['commune', 'hamlet']), where('in_use', '=', true)]),
        where.and([where('kind', '=', 'province'), where.or([where('valid_to', 'is', null), where('valid_to', '>=', today)])]),
        where('id', 'in', communes.where('parent_id', 'is not', null).$castTo<{ parent_id: UnitId }>()),
      ]),
    )
    .execute();
  const seen = await seeUnits(db, rows.map(({ id }) => id), today);
  return seen.toSorted((a, b) => LEVELS.indexOf(a.kind) - LEVELS.indexOf(b.kind) || compareText(a.name, b.name) || compareText(a.unit, b.unit));
}
