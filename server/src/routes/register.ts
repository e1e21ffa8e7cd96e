import { readableAreas } from '@sotay/domain/access/author';
import { SubjectId } from '@sotay/domain/kernel/ids';
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date';
import { NotesAbout } from '@sotay/domain/wire/reports';
import * as z from 'zod/mini';

import { signedIn } from '../access/policies.ts';
import { Refused } from '../access/refused.ts';
import type { App, Deps } from '../http/app-type.ts';
import { findNotesAbout } from '../log/notes-about.ts';
import { registriesOf } from '../log/push.ts';

/** `/api/register`: people and households with the notes about them. Whom one may not read does not exist. */
export function registerRoutes(app: App, { db, now }: Deps): void {
  app.get(
    '/api/register/subjects/:subject/notes',
    { config: { policy: signedIn }, schema: { summary: 'Every note about a person or a household', params: z.strictObject({ subject: SubjectId }), response: { 200: NotesAbout } } },
    async (request) => {
      const areas = readableAreas(await request.actor(), civilDayInVietnam(now()));
      const registries = [...new Set((await registriesOf(db, areas)).values())];
      const found = await findNotesAbout(db, registries, areas, request.params.subject);
      if (found === undefined) throw new Refused('not-found');
      return found;
    },
  );
}
