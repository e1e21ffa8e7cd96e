import { OfficeNote, OfficeNoteAnswer } from '@sotay/domain/wire/register';
import { HeldNote, HeldQuery, NoteSettled, SettleNote } from '@sotay/domain/wire/reports';
import * as z from 'zod/mini';

import { communeOf, lettingOf } from '../access/officer-acting.ts';
import { officer } from '../access/policies.ts';
import { Refused } from '../access/refused.ts';
import type { App, Deps } from '../http/app-type.ts';
import { noteAtOffice } from '../log/office-note.ts';
import { settleHeld, settleUnplaced } from '../log/settle.ts';
import { listHeld } from '../log/tray.ts';

/** Of a fact and its envelope. */
const BODY_LIMIT = 16 * 1024;

/** `/api/notes`: what the officer notes herself, and held notes, taken or refused by her. */
export function noteRoutes(app: App, { db, now }: Deps): void {
  app.get(
    '/api/notes/held',
    { config: { policy: officer }, schema: { summary: 'Held notes that nobody has settled', querystring: HeldQuery, response: { 200: z.array(HeldNote) } } },
    async (request) => listHeld(db, await communeOf(db, request), request.query.skip),
  );

  app.post('/api/notes/settle', { config: { policy: officer }, schema: { summary: 'Take or refuse a held note', body: SettleNote, response: { 200: NoteSettled } } }, async (request) => {
    const { fact, unplaced, ...word } = request.body;
    const letting = await lettingOf(request, now());
    const commune = await communeOf(db, request);
    if (fact !== undefined && unplaced === undefined) return settleHeld(db, commune, fact, word, letting);
    if (unplaced !== undefined && fact === undefined) return settleUnplaced(db, commune, unplaced, word, letting);
    throw new Refused('invalid-request');
  });

  app.post(
    '/api/notes',
    { config: { policy: officer }, bodyLimit: BODY_LIMIT, schema: { summary: 'Note for an area of the commune', body: OfficeNote, response: { 200: OfficeNoteAnswer } } },
    async (request) => noteAtOffice(db, await communeOf(db, request), request.body, await lettingOf(request, now())),
  );
}
