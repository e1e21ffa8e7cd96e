import { DeviceId, FactId } from '@sotay/domain/kernel/ids';
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date';
import { HeldNote, HeldQuery, NoteSettled, SettleNote } from '@sotay/domain/wire/reports';
import type { FastifyRequest } from 'fastify';
import { v7 } from 'uuid';
import * as z from 'zod/mini';

import { officer } from '../access/policies.ts';
import { Refused } from '../access/refused.ts';
import type { App, Deps } from '../http/app-type.ts';
import { getSession } from '../http/session-cookie.ts';
import { registriesOf } from '../log/push.ts';
import { settleHeld, settleUnplaced } from '../log/settle.ts';
import { listHeld } from '../log/tray.ts';
import type { Commune } from '../log/tray.ts';

/** The device of facts that are made at the service itself, for an officer at a desk that keeps no book. */
const OFFICE = DeviceId.parse('00000000-0000-7000-8000-000000000000');

/** `/api/notes`: held notes, taken or refused by the officer of the commune. */
export function noteRoutes(app: App, { db, now }: Deps): void {
  async function communeOf(request: FastifyRequest): Promise<Commune> {
    const { unit } = getSession(request);
    if (unit === null) throw new Refused('not-allowed');
    const { communeAreas: areas } = await request.actor();
    return { unit, areas, registries: [...new Set((await registriesOf(db, areas)).values())] };
  }

  app.get(
    '/api/notes/held',
    { config: { policy: officer }, schema: { summary: 'Held notes that nobody has settled', querystring: HeldQuery, response: { 200: z.array(HeldNote) } } },
    async (request) => listHeld(db, await communeOf(request), request.query.skip),
  );

  app.post('/api/notes/settle', { config: { policy: officer }, schema: { summary: 'Take or refuse a held note', body: SettleNote, response: { 200: NoteSettled } } }, async (request) => {
    const { fact, unplaced, ...word } = request.body;
    const at = now();
    const device = getSession(request).device ?? OFFICE;
    const letting = { actor: await request.actor(), device, today: civilDayInVietnam(at), now: at, newId: () => FactId.parse(v7()) };
    const commune = await communeOf(request);
    if (fact !== undefined && unplaced === undefined) return settleHeld(db, commune, fact, word, letting);
    if (unplaced !== undefined && fact === undefined) return settleUnplaced(db, commune, unplaced, word, letting);
    throw new Refused('invalid-request');
  });
}
