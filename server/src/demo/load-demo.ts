import { v7 as uuidv7 } from 'uuid';
import type { Kysely } from 'kysely';
import { DeviceId } from '@sotay/domain/kernel/ids';
import type { UnitId, UserId } from '@sotay/domain/kernel/ids';
import { monthContaining } from '@sotay/domain/kernel/period';
import { addDays, civilDayInVietnam } from '@sotay/domain/kernel/plain-date';
import { isFactType } from '@sotay/domain/kinds';
import { REFORM } from '@sotay/domain/wire/units';

import type { Database } from '../db/schema.ts';
import { inNotingOrder, liveArea } from '../generate/area.ts';
import { dayOf, midnightOf } from '../generate/day.ts';
import type { Author } from '../generate/emit.ts';
import type { Life } from '../generate/life.ts';
import { createArea } from '../people/areas.ts';
import { enrolDevice, noteSync } from '../people/device.ts';
import { makeInvitation, openLink } from '../people/invitation.ts';
import { giveResponsibility } from '../people/responsibilities.ts';
import { endSessionsOf } from '../people/session.ts';
import { createUnit, takeIntoUse } from '../people/units.ts';
import { createUser } from '../people/users.ts';
import { findUnitsByCode } from '../units/find-units.ts';
import { loadBook } from './load-book.ts';
import { DEMO_AREAS, DEMO_USERS, openingOf, planOf } from './plan.ts';
import { showNotes } from './show-notes.ts';
import { makePassword } from './sign-ins.ts';
import type { SignIns } from './sign-ins.ts';

/** A password for each of them. */
export function makeSignIns(): SignIns['users'] {
  return DEMO_USERS.map(({ name }) => ({ name, password: makePassword() }));
}

export async function isEmpty(db: Kysely<Database>): Promise<boolean> {
  return (await db.selectFrom('app_user').select('id').limit(1).executeTakeFirst()) === undefined;
}

/** Days since Hoa, who stood in for area 2, handed it back. */
const HANDED_BACK_DAYS = 270;
const HOUR_MS = 3_600_000;
const MODELS = { hoa: 'Samsung Galaxy A05', lan: 'OPPO A18', tham: 'Xiaomi Redmi 13C' } as const;

/**
 * Loads the demonstration into an empty database: units, areas and users as the screens make them, then 24 months of generated notes up to now, in the
 * order in which they were made, each admitted as its author's. @param now UTC milliseconds
 */
export async function loadDemo(db: Kysely<Database>, users: SignIns['users'], now: number): Promise<void> {
  const today = civilDayInVietnam(now);
  const until = monthContaining(today);
  const opening = openingOf(until);
  const passwordOf = (name: string): string => users.find((user) => user.name === name)?.password ?? makePassword();
  const [administrator, officerUser, hoaUser, lanUser, thamUser] = DEMO_USERS;

  const first = await makeInvitation(db, 'first-administrator', null, now);
  await openLink(db, { token: first.token, password: passwordOf(administrator.name), name: administrator.name, fullName: administrator.fullName }, now);
  const { id: admin } = await db.selectFrom('app_user').select('id').where('role', '=', 'administrator').executeTakeFirstOrThrow();
  await endSessionsOf(db, admin, now);

  const unit = await takeCommune(db, admin, now);
  const author = async ({ name, fullName, role }: { name: string; fullName: string; role: 'officer' | 'collaborator' }): Promise<Author> => {
    const { user, link } = await createUser(db, { name, fullName, role }, { unit, by: { user: admin, role: 'administrator' }, publicUrl: '' }, now);
    await openLink(db, { token: link.slice(link.indexOf('#') + 1), password: passwordOf(name) }, now);
    await endSessionsOf(db, user, now);
    return { user, device: DeviceId.parse(uuidv7()), via: role === 'officer' ? 'office' : 'phone', name: fullName };
  };
  const officer = await author(officerUser);
  const collaborators = { hoa: await author(hoaUser), lan: await author(lanUser), tham: await author(thamUser) };
  const live = async (plan: (typeof DEMO_AREAS)[number]): Promise<Life> => {
    const collaborator = collaborators[plan.by];
    const { area } = await createArea(db, unit, { number: plan.number, name: plan.name, validFrom: opening }, admin, now);
    await giveResponsibility(db, unit, { area, user: collaborator.user, from: opening }, admin, now);
    // Hoa stood in for area 2 and handed it back.
    if (plan.number === '2') await giveResponsibility(db, unit, { area, user: collaborators.hoa.user, from: opening, to: addDays(today, -HANDED_BACK_DAYS) }, admin, now);
    return liveArea({ ...planOf(plan, until, now - 60_000), area, authors: { collaborator, officer } }, isFactType);
  };
  const [upper, lower, third] = DEMO_AREAS;
  const lives = [await live(upper), await live(lower), await live(third)] as const;
  for (const key of ['hoa', 'lan', 'tham'] as const) await enrolDevice(db, collaborators[key].device, collaborators[key].user, MODELS[key], midnightOf(dayOf(opening)));

  showNotes([lives[0], lives[1]], collaborators, today, now);
  const facts = inNotingOrder(lives.flatMap(({ emitter }) => emitter.facts));
  const senders = [...Object.values(collaborators), officer].map(({ user, device, via }) => ({ user, device, role: via === 'office' ? ('officer' as const) : ('collaborator' as const) }));
  await loadBook(db, facts, unit, senders, now);

  const { hoa, lan, tham } = collaborators;
  await noteSync(db, { device: hoa.device, user: hoa.user, unsent: 0, unsentSince: null }, now - 20 * HOUR_MS);
  await noteSync(db, { device: tham.device, user: tham.user, unsent: 0, unsentSince: null }, now - 5 * HOUR_MS);
  await noteSync(db, { device: lan.device, user: lan.user, unsent: 2, unsentSince: midnightOf(dayOf(today) - 3) }, now - 70 * HOUR_MS);
}

/** The commune of the demonstration, from the national list; made by hand in a database without it. */
async function takeCommune(db: Kysely<Database>, admin: UserId, now: number): Promise<UnitId> {
  const today = civilDayInVietnam(now);
  const { units } = await findUnitsByCode(db, '24169', today);
  const listed = units.find(({ kind }) => kind === 'commune');
  if (listed !== undefined) return (await takeIntoUse(db, listed.unit, admin, now, today)).unit;
  const province = await createUnit(db, { kind: 'province', name: 'Tỉnh Đắk Lắk', code: '66', validFrom: REFORM }, admin, now);
  return (await createUnit(db, { kind: 'commune', name: 'Phường Ea Kao', code: '24169', parent: province.unit, validFrom: REFORM }, admin, now)).unit;
}
