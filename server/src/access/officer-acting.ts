import { DeviceId, FactId } from '@sotay/domain/kernel/ids';
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date';
import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { v7 } from 'uuid';

import type { Database } from '../db/schema.ts';
import { getSession } from '../http/session-cookie.ts';
import type { Letting } from '../log/judge.ts';
import { registriesOf } from '../log/push.ts';
import type { Commune } from '../log/tray.ts';
import { Refused } from './refused.ts';

/** The device of facts that are made at the service itself, for an officer at a desk that keeps no book. */
const OFFICE = DeviceId.parse('00000000-0000-7000-8000-000000000000');

/** The commune of the officer who asks. @throws Refused `not-allowed` where somebody has none */
export async function communeOf(db: Kysely<Database>, request: FastifyRequest): Promise<Commune> {
  const { unit } = getSession(request);
  if (unit === null) throw new Refused('not-allowed');
  const { communeAreas: areas } = await request.actor();
  return { unit, areas, registries: [...new Set((await registriesOf(db, areas)).values())] };
}

/** By whom, on what and when the service makes a fact for whoever asks. @param at milliseconds UTC */
export async function lettingOf(request: FastifyRequest, at: number): Promise<Letting> {
  const device = getSession(request).device ?? OFFICE;
  return { actor: await request.actor(), device, today: civilDayInVietnam(at), now: at, newId: () => FactId.parse(v7()) };
}
