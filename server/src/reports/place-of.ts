import type { AreaId, UnitId } from '@sotay/domain/kernel/ids';
import type { Kysely } from 'kysely';

import type { Database } from '../db/schema.ts';

/** What a report is of, in the words of its head: "Địa bàn 2 Thôn Tân Hòa, Phường Ea Kao", or the unit alone, by the last name it has. */
export async function placeOf(db: Kysely<Database>, { unit, area }: { readonly unit?: UnitId; readonly area?: AreaId }): Promise<string> {
  const found = area === undefined ? undefined : await db.selectFrom('area').select(['number', 'name', 'unit_id']).where('id', '=', area).executeTakeFirst();
  const of = found?.unit_id ?? unit;
  const named = of === undefined ? undefined : await db.selectFrom('unit_name').select('name').where('unit_id', '=', of).where('valid_to', 'is', null).executeTakeFirst();
  return [found === undefined ? undefined : `Địa bàn ${found.number} ${found.name}`, named?.name].filter((part) => part !== undefined).join(', ');
}
