import { v7 as uuidv7 } from 'uuid';
import type { Kysely } from 'kysely';
import type { UnitId, UserId } from '@sotay/domain/kernel/ids';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import type { NewResponsibility } from '@sotay/domain/wire/people';

import { Refused } from '../access/refused.ts';
import type { Database } from '../db/schema.ts';
import { noteInAudit } from './audit.ts';

/**
 * Gives a collaborator of a commune one of its areas, from a day and perhaps to a day. Several may hold one area (a stand-in).
 * @returns the id of the responsibility
 * @throws Refused `not-found` when area or collaborator are not of the commune, `dates-impossible`, `already-responsible` when she holds it on one of the days
 */
export async function giveResponsibility(db: Kysely<Database>, unit: UnitId, given: NewResponsibility, by: UserId, now: number): Promise<string> {
  const { area, user, from, to } = given;
  if (to !== undefined && to < from) throw new Refused('dates-impossible');
  return db.transaction().execute(async (transaction) => {
    const holder = await transaction
      .selectFrom('app_user')
      .select('id')
      .where('id', '=', user)
      .where('unit_id', '=', unit)
      .where('role', '=', 'collaborator')
      .forUpdate()
      .executeTakeFirst();
    const held = await transaction.selectFrom('area').select('id').where('id', '=', area).where('unit_id', '=', unit).executeTakeFirst();
    if (holder === undefined || held === undefined) throw new Refused('not-found');
    const others = await transaction.selectFrom('responsibility').select(['from_on', 'to_on']).where('area_id', '=', area).where('user_id', '=', user).execute();
    const overlaps = others.some((other) => (to === undefined || other.from_on <= to) && (other.to_on === null || from <= other.to_on));
    if (overlaps) throw new Refused('already-responsible');
    const id = uuidv7();
    await transaction.insertInto('responsibility').values({ id, area_id: area, user_id: user, from_on: from, to_on: to ?? null }).execute();
    await noteInAudit(transaction, now, by, 'responsibility-given', { kind: 'responsibility', id });
    return id;
  });
}

/**
 * Sets the last day of a responsibility of a commune that still lasts. It is closed, never deleted: notes of its days stay hers.
 * @throws Refused `not-found`, `conflict` when it is closed already, `dates-impossible` before its first day
 */
export async function endResponsibility(db: Kysely<Database>, unit: UnitId, id: string, to: PlainDate, by: UserId, now: number): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const held = await transaction
      .selectFrom('responsibility')
      .innerJoin('area', 'area.id', 'responsibility.area_id')
      .select(['from_on', 'to_on'])
      .where('responsibility.id', '=', id)
      .where('area.unit_id', '=', unit)
      .executeTakeFirst();
    if (held === undefined) throw new Refused('not-found');
    if (held.to_on !== null) throw new Refused('conflict');
    if (to < held.from_on) throw new Refused('dates-impossible');
    await transaction.updateTable('responsibility').set({ to_on: to }).where('id', '=', id).where('to_on', 'is', null).execute();
    await noteInAudit(transaction, now, by, 'responsibility-ended', { kind: 'responsibility', id });
  });
}
