import type { Kysely } from 'kysely';
import type { UnitId, UserId } from '@sotay/domain/kernel/ids';
import { firstDay } from '@sotay/domain/kernel/period';
import { plainDate } from '@sotay/domain/kernel/plain-date';

import type { Database } from '../db/schema.ts';
import { loadBook } from '../demo/load-book.ts';
import type { Sender } from '../demo/load-book.ts';
import { createArea } from '../people/areas.ts';
import { enrolDevice } from '../people/device.ts';
import { giveResponsibility } from '../people/responsibilities.ts';
import { createUnit } from '../people/units.ts';
import { createUser } from '../people/users.ts';
import { midnightOf, dayOf } from './day.ts';
import { liveRegistry } from './generate.ts';
import type { RegistryPlan } from './generate.ts';

const REFORM = plainDate('2025-07-01');

/** Makes the province that the generated communes lie in. */
export async function makeProvince(db: Kysely<Database>, admin: UserId, now: number): Promise<UnitId> {
  return (await createUnit(db, { kind: 'province', name: 'Tỉnh thử', validFrom: REFORM }, admin, now)).unit;
}

/**
 * Makes a generated commune as the screens would (its areas, an officer, a collaborator an area, none with a password yet) and sends its notes through
 * the code that admits every note.
 * @returns notes made and accepted
 */
export async function loadRegistry(db: Kysely<Database>, plan: RegistryPlan, province: UnitId, admin: UserId, now: number): Promise<{ facts: number; accepted: number }> {
  const { unit } = await createUnit(db, { kind: 'commune', name: plan.name, code: plan.code, parent: province, validFrom: REFORM }, admin, now);
  const by = { user: admin, role: 'administrator' } as const;
  const userOf = async (name: string, fullName: string, role: 'officer' | 'collaborator'): Promise<UserId> => {
    await createUser(db, { name, fullName, role }, { unit, by, publicUrl: '' }, now);
    return (await db.selectFrom('app_user').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
  };
  const officer = { ...plan.officer, user: await userOf(`vc${plan.code}`, plan.officer.name, 'officer') };
  const senders: Sender[] = [{ user: officer.user, device: officer.device, role: 'officer' }];
  const areas: RegistryPlan['areas'][number][] = [];
  for (const area of plan.areas) {
    const from = firstDay(area.months.first);
    const made = await createArea(db, unit, { number: area.number, name: area.name, validFrom: from }, admin, now);
    const { collaborator } = area.authors;
    const user = await userOf(`ctv${plan.code}-${area.number}`, collaborator.name, 'collaborator');
    await giveResponsibility(db, unit, { area: made.area, user, from }, admin, now);
    await enrolDevice(db, collaborator.device, user, 'Máy thử', midnightOf(dayOf(from)));
    senders.push({ user, device: collaborator.device, role: 'collaborator' });
    areas.push({ ...area, area: made.area, authors: { collaborator: { ...collaborator, user }, officer } });
  }
  const facts = liveRegistry({ areas });
  return { facts: facts.length, accepted: await loadBook(db, facts, unit, senders, now) };
}
