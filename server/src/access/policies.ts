import type { Kysely } from 'kysely';
import { isResponsible } from '@sotay/domain/access/author';
import type { Actor } from '@sotay/domain/kernel/actor';
import { AreaId, DeviceId, UnitId, UserId } from '@sotay/domain/kernel/ids';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';

import type { Database } from '../db/schema.ts';
import type { Session } from '../people/session.ts';

/** What a policy may look at: who asks, and what the address of the request names. Bodies are judged where they are understood. */
export type Asking = {
  readonly db: Kysely<Database>;
  readonly session: Session;
  readonly actor: () => Promise<Actor>;
  /** A value of the path, or else of the query, when it is one piece of text. */
  readonly named: (name: string) => string | undefined;
  readonly today: PlainDate;
};

/** One sentence about who may use a route, and the check that makes it true. A route without one cannot exist. */
export type Policy = {
  readonly sentence: string;
  /** True: without signing in. */
  readonly isOpen: boolean;
  /** Also with a password that must be changed first, and from a revoked device. */
  readonly isForRestricted: boolean;
  readonly allows: (asking: Asking) => boolean | Promise<boolean>;
};

function policy(sentence: string, allows: Policy['allows'], more: Partial<Pick<Policy, 'isOpen' | 'isForRestricted'>> = {}): Policy {
  return { sentence, isOpen: false, isForRestricted: false, allows, ...more };
}

export const anyone = policy('anyone', () => true, { isOpen: true, isForRestricted: true });

export const signedIn = policy('anyone signed in', () => true);

/** To see who one is, change the password, sign out. */
export const signedInAtAll = policy('anyone signed in, also with a password to change or on a revoked device', () => true, { isForRestricted: true });

/** To send notes: a revoked device still delivers what it holds; what it may not have, the route does not give. */
export const notes = policy('a collaborator or an officer; a revoked device may deliver only', ({ session }) => session.role !== 'administrator' && !session.mustChangePassword, {
  isForRestricted: true,
});

export const officer = policy('an officer', ({ session }) => session.role === 'officer');

export const administrator = policy('an administrator', ({ session }) => session.role === 'administrator');

export const officerOrAdministrator = policy('an officer or an administrator', ({ session }) => session.role !== 'collaborator');

export const officerOfUnit = policy('the officer of the unit', (asking) => isOfficerOfUnit(asking));

export const officerOfUnitOrAdministrator = policy(
  'the officer of the unit, or an administrator',
  (asking) => asking.session.role === 'administrator' || isOfficerOfUnit(asking),
);

/** People of an area or of a unit, exactly one of which is named: whoever is responsible for the area today, and the officer. An administrator reads no residents. */
export const readsAreaOrUnit = policy('who is responsible for the area today, or the officer of the unit', (asking) =>
  asking.named('unit') === undefined ? isInChargeOfArea(asking) : asking.named('area') === undefined && isOfficerOfUnit(asking),
);

/** People of one area, which is named. An administrator reads no residents. */
export const readsArea = policy('who is responsible for the area today, or the officer of its commune', (asking) => isInChargeOfArea(asking));

export const ownDevice = policy('the user of the device', async ({ db, session, named }) => {
  const device = DeviceId.safeParse(named('device'));
  if (!device.success) return false;
  const row = await db.selectFrom('device').select('user_id').where('id', '=', device.data).executeTakeFirst();
  return row?.user_id === session.user;
});

export const officerOfDevice = policy('the officer of the commune whose collaborator has the device', async ({ db, session, named }) => {
  const device = DeviceId.safeParse(named('device'));
  if (!device.success || session.role !== 'officer') return false;
  const row = await db
    .selectFrom('device')
    .innerJoin('app_user', 'app_user.id', 'device.user_id')
    .select(['app_user.unit_id', 'app_user.role'])
    .where('device.id', '=', device.data)
    .executeTakeFirst();
  return row !== undefined && row.role === 'collaborator' && row.unit_id === session.unit;
});

export const officerOfUserOrAdministrator = policy('the officer of the collaborator\'s commune, or an administrator', async ({ db, session, named }) => {
  const user = UserId.safeParse(named('user'));
  if (!user.success || session.role === 'collaborator') return false;
  if (session.role === 'administrator') return true;
  const row = await db.selectFrom('app_user').select(['unit_id', 'role']).where('id', '=', user.data).executeTakeFirst();
  return row !== undefined && row.role === 'collaborator' && row.unit_id === session.unit;
});

function isOfficerOfUnit({ session, named }: Asking): boolean {
  const unit = UnitId.safeParse(named('unit'));
  return unit.success && session.role === 'officer' && session.unit === unit.data;
}

async function isInChargeOfArea({ actor, named, today }: Asking): Promise<boolean> {
  const area = AreaId.safeParse(named('area'));
  return area.success && isResponsible(await actor(), area.data, today);
}
