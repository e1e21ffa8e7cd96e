import { readableAreas } from '@sotay/domain/access/author';
import { HouseholdId, PersonId, SubjectId } from '@sotay/domain/kernel/ids';
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date';
import { HomeNotes, HouseholdSearch, HouseholdsFound, PersonNotesQuery } from '@sotay/domain/wire/register';
import { NotesAbout } from '@sotay/domain/wire/reports';
import * as z from 'zod/mini';

import { communeOf } from '../access/officer-acting.ts';
import { officer, signedIn } from '../access/policies.ts';
import { Refused } from '../access/refused.ts';
import type { App, Deps } from '../http/app-type.ts';
import { getSession } from '../http/session-cookie.ts';
import { findHouseholdNotes, findPersonNotes } from '../log/home-notes.ts';
import { findNotesAbout } from '../log/notes-about.ts';
import { registriesOf } from '../log/push.ts';
import { noteInAudit } from '../people/audit.ts';
import { searchHouseholds } from '../rows/household-list.ts';

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

  app.post(
    '/api/register/households/search',
    { config: { policy: officer }, schema: { summary: 'Households of the commune, by number or by somebody\'s name', body: HouseholdSearch, response: { 200: HouseholdsFound } } },
    async (request) => searchHouseholds(db, await communeOf(db, request), request.body),
  );

  app.get(
    '/api/register/households/:household/notes',
    { config: { policy: officer }, schema: { summary: 'What is noted about a home', params: z.strictObject({ household: HouseholdId }), response: { 200: HomeNotes } } },
    async (request) => {
      const found = await findHouseholdNotes(db, await communeOf(db, request), request.params.household);
      if (found === undefined) throw new Refused('not-found');
      return found;
    },
  );

  app.get(
    '/api/register/people/:person/notes',
    {
      config: { policy: officer },
      schema: { summary: 'What is noted about a person and her home', params: z.strictObject({ person: PersonId }), querystring: PersonNotesQuery, response: { 200: HomeNotes } },
    },
    async (request) => {
      const { person } = request.params;
      const { user } = getSession(request);
      const isPrivate = request.query.private === '1';
      const audited = isPrivate ? (trx: Parameters<typeof noteInAudit>[0]) => noteInAudit(trx, now(), user, 'private-notes-opened', { kind: 'person', id: person }) : undefined;
      const found = await findPersonNotes(db, await communeOf(db, request), person, audited);
      if (found === undefined) throw new Refused('not-found');
      return found;
    },
  );
}
