import type { Kysely } from 'kysely';
import type { AreaId } from '@sotay/domain/kernel/ids';
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import type { AreaSeen, Me } from '@sotay/domain/wire/session';

import type { Database } from '../db/schema.ts';
import { nameHeldOn } from '../units/name-today.ts';
import { actorOf } from './actor.ts';
import type { Session } from './session.ts';

/** The areas named, with the name that their commune has today. */
async function seeAreas(db: Kysely<Database>, ids: readonly AreaId[], today: PlainDate): Promise<AreaSeen[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('area')
    .innerJoin('unit_name', (join) => join.onRef('unit_name.unit_id', '=', 'area.unit_id').on('unit_name.valid_from', '=', nameHeldOn(today)))
    .select(['area.id as area', 'area.number', 'area.name', 'area.unit_id as commune', 'unit_name.name as communeName'])
    .where('area.id', 'in', [...ids])
    .orderBy('area.number')
    .orderBy('area.id')
    .execute();
}

/** The full names of whoever is or was responsible for the areas, and of the officers of their communes: those whose notes one may see. */
async function namePeople(db: Kysely<Database>, areas: readonly AreaId[], session: Session): Promise<Record<string, string>> {
  const ids = [...areas];
  const rows = await db
    .selectFrom('app_user')
    .select(['id', 'full_name'])
    .where((where) =>
      where.or([
        where('id', '=', session.user),
        ...(ids.length === 0
          ? []
          : [
              where('id', 'in', where.selectFrom('responsibility').select('user_id').where('area_id', 'in', ids)),
              where.and([where('role', '=', 'officer'), where('unit_id', 'in', where.selectFrom('area').select('unit_id').where('id', 'in', ids))]),
            ]),
      ]),
    )
    .orderBy('id')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.id, row.full_name]));
}

/** Who is signed in, what is in that person's charge, and the names to show with it. A revoked device is told its user only. */
export async function readMe(db: Kysely<Database>, session: Session, now: number): Promise<Me> {
  const today = civilDayInVietnam(now);
  const actor = await actorOf(db, session);
  const held = [...new Set([...actor.communeAreas, ...actor.responsibilities.map((each) => each.area)])];
  const shown = session.isDeviceRevoked ? [] : held;
  const { name, full_name: fullName } = await db.selectFrom('app_user').select(['name', 'full_name']).where('id', '=', session.user).executeTakeFirstOrThrow();
  const commune =
    session.role === 'officer' && session.unit !== null
      ? await db.selectFrom('unit_name').select(['unit_id as unit', 'name']).where('unit_id', '=', session.unit).where('valid_from', '=', nameHeldOn(today)).executeTakeFirst()
      : undefined;
  return {
    user: session.user,
    name,
    fullName,
    role: session.role,
    responsibilities: [...actor.responsibilities],
    communeAreas: [...actor.communeAreas],
    areas: await seeAreas(db, shown, today),
    commune: commune ?? null,
    people: await namePeople(db, shown, session),
    mustChangePassword: session.mustChangePassword,
    isDeviceRevoked: session.isDeviceRevoked,
    serverTime: now,
  };
}
