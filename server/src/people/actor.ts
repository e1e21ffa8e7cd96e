import type { Kysely } from 'kysely';
import type { Actor } from '@sotay/domain/kernel/actor';

import type { Database } from '../db/schema.ts';
import type { Session } from './session.ts';

/** Everything that `decide` and the policies ask of whoever is signed in, as it stands in the database at this moment. */
export async function actorOf(db: Kysely<Database>, session: Pick<Session, 'user' | 'role' | 'unit'>): Promise<Actor> {
  const { user, role, unit } = session;
  if (role === 'officer' && unit !== null) {
    const areas = await db.selectFrom('area').select('id').where('unit_id', '=', unit).orderBy('number').execute();
    return { user, role, responsibilities: [], communeAreas: areas.map((area) => area.id) };
  }
  if (role !== 'collaborator') return { user, role, responsibilities: [], communeAreas: [] };
  const rows = await db
    .selectFrom('responsibility')
    .select(['area_id', 'from_on', 'to_on'])
    .where('user_id', '=', user)
    .orderBy('from_on')
    .orderBy('id')
    .execute();
  const responsibilities = rows.map(({ area_id: area, from_on: from, to_on: to }) => (to === null ? { area, from } : { area, from, to }));
  return { user, role, responsibilities, communeAreas: [] };
}
