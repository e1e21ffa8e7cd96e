import { v7 as uuidv7 } from 'uuid';
import type { Kysely } from 'kysely';
import type { Role } from '@sotay/domain/kernel/actor';
import { DeviceId, FactId } from '@sotay/domain/kernel/ids';
import type { UnitId, UserId } from '@sotay/domain/kernel/ids';
import { addDays, civilDayInVietnam } from '@sotay/domain/kernel/plain-date';
import type { Fact } from '@sotay/domain/kinds';
import { REFORM } from '@sotay/domain/wire/units';

import type { Database } from '../db/schema.ts';
import { push } from '../log/push.ts';
import { actorOf } from '../people/actor.ts';
import { createArea } from '../people/areas.ts';
import { enrolDevice, noteSync } from '../people/device.ts';
import { makeInvitation, openLink } from '../people/invitation.ts';
import { giveResponsibility } from '../people/responsibilities.ts';
import { endSessionsOf } from '../people/session.ts';
import { createUnit, takeIntoUse } from '../people/units.ts';
import { createUser } from '../people/users.ts';
import { findUnitsByCode } from '../units/find-units.ts';
import { calendarOf } from './calendar.ts';
import { DEMO_EVENTS } from './events.ts';
import { FactMaker } from './facts.ts';
import type { Author } from './facts.ts';
import { DEMO_HOUSEHOLDS } from './households.ts';
import { makePassword } from './sign-ins.ts';
import type { SignIns } from './sign-ins.ts';

/** Who works in the demonstration: invented, like all others in it. */
export const DEMO_USERS = [
  { key: 'admin', name: 'quantri', fullName: 'Nguyễn Quản Trị', role: 'administrator' },
  { key: 'officer', name: 'vienchuc', fullName: 'Trần Thị Mai Phương', role: 'officer' },
  { key: 'hoa', name: 'hoa', fullName: "H'Hoa Niê Kdăm", role: 'collaborator' },
  { key: 'lan', name: 'lan', fullName: 'Nguyễn Thị Lan', role: 'collaborator' },
] as const satisfies readonly { key: string; name: string; fullName: string; role: Role }[];

/** A password for each of them. */
export function makeSignIns(): SignIns['users'] {
  return DEMO_USERS.map(({ name }) => ({ name, password: makePassword() }));
}

export async function isEmpty(db: Kysely<Database>): Promise<boolean> {
  return (await db.selectFrom('app_user').select('id').limit(1).executeTakeFirst()) === undefined;
}

/**
 * Loads the demonstration into an empty database: units, areas and users as the screens make them, then every note in the order in which it was made,
 * each admitted at its own time as its author's. @param now UTC milliseconds
 */
export async function loadDemo(db: Kysely<Database>, users: SignIns['users'], now: number): Promise<void> {
  const calendar = calendarOf(now);
  const passwordOf = (name: string): string => users.find((user) => user.name === name)?.password ?? makePassword();
  const [administrator, officer, hoa, lan] = DEMO_USERS;

  const first = await makeInvitation(db, 'first-administrator', null, now);
  await openLink(db, { token: first.token, password: passwordOf(administrator.name), name: administrator.name, fullName: administrator.fullName }, now);
  const { id: admin } = await db.selectFrom('app_user').select('id').where('role', '=', 'administrator').executeTakeFirstOrThrow();
  await endSessionsOf(db, admin, now);

  const unit = await takeCommune(db, admin, now);
  const upper = await createArea(db, unit, { number: '1', name: 'Buôn Ea Mrông', validFrom: calendar.opening }, admin, now);
  const lower = await createArea(db, unit, { number: '2', name: 'Thôn Tân Hòa', validFrom: calendar.opening }, admin, now);

  const add = async ({ name, fullName, role }: { name: string; fullName: string; role: 'officer' | 'collaborator' }): Promise<UserId> => {
    const { user, link } = await createUser(db, { name, fullName, role }, { unit, by: { user: admin, role: 'administrator' }, publicUrl: '' }, now);
    await openLink(db, { token: link.slice(link.indexOf('#') + 1), password: passwordOf(name) }, now);
    await endSessionsOf(db, user, now);
    return user;
  };
  const people = { officer: await add(officer), hoa: await add(hoa), lan: await add(lan) };
  await giveResponsibility(db, unit, { area: upper.area, user: people.hoa, from: calendar.opening }, admin, now);
  await giveResponsibility(db, unit, { area: lower.area, user: people.hoa, from: calendar.opening, to: calendar.day(9, 28) }, admin, now);
  await giveResponsibility(db, unit, { area: lower.area, user: people.lan, from: calendar.opening }, admin, now);

  const authors: Record<keyof typeof people, Author> = {
    officer: { user: people.officer, device: DeviceId.parse(uuidv7()), via: 'office' },
    hoa: { user: people.hoa, device: DeviceId.parse(uuidv7()), via: 'phone' },
    lan: { user: people.lan, device: DeviceId.parse(uuidv7()), via: 'phone' },
  };
  await enrolDevice(db, authors.hoa.device, people.hoa, 'Samsung Galaxy A05', calendar.instant(calendar.opening, 0));
  await enrolDevice(db, authors.lan.device, people.lan, 'OPPO A18', calendar.instant(calendar.opening, 0));

  const maker = new FactMaker(calendar, { upper: upper.area, lower: lower.area });
  const facts = DEMO_HOUSEHOLDS.flatMap((household) => maker.opening(household, household.area === 'upper' ? authors.hoa : authors.lan));
  facts.push(...DEMO_EVENTS.map((event) => maker.event(event, authors[event.by])));
  await pushAll(db, facts, unit, Object.values(authors), now);

  const hour = 3_600_000;
  await noteSync(db, { device: authors.hoa.device, user: people.hoa, unsent: 0, unsentSince: null }, now - 20 * hour);
  await noteSync(db, { device: authors.lan.device, user: people.lan, unsent: 2, unsentSince: calendar.instant(addDays(calendar.today, -3), 0) }, now - 70 * hour);
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

/** Sends the notes in the order of their making, those of one author and one day together. */
async function pushAll(db: Kysely<Database>, facts: readonly Fact[], unit: UnitId, authors: readonly Author[], now: number): Promise<void> {
  const inOrder = [...facts].sort((a, b) => a.recordedAt - b.recordedAt);
  const batches: Fact[][] = [];
  for (const fact of inOrder) {
    const batch = batches.at(-1);
    const last = batch?.at(-1);
    const isTogether = last !== undefined && last.recordedBy === fact.recordedBy && civilDayInVietnam(last.recordedAt) === civilDayInVietnam(fact.recordedAt);
    if (isTogether) batch?.push(fact);
    else batches.push([fact]);
  }
  for (const batch of batches) {
    const last = batch.at(-1);
    const author = authors.find(({ user }) => user === last?.recordedBy);
    if (last === undefined || author === undefined) continue;
    const role = author.via === 'office' ? 'officer' : 'collaborator';
    const actor = await actorOf(db, { user: author.user, role, unit });
    const receivedAt = Math.min(last.recordedAt + 1_000, now);
    const newId = (): FactId => FactId.parse(uuidv7({ msecs: receivedAt }));
    await push(db, batch, { actor, device: author.device, today: civilDayInVietnam(receivedAt), now: receivedAt, newId, sentBy: author.user });
  }
}
