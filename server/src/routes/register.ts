import { readableAreas } from '@sotay/domain/access/author';
import { HouseholdId, PersonId, SubjectId } from '@sotay/domain/kernel/ids';
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date';
import { HomeNotes, HouseholdSearch, HouseholdsFound, NotesQuery } from '@sotay/domain/wire/register';
import { NotesAbout } from '@sotay/domain/wire/reports';
import type { FastifyRequest } from 'fastify';
import type { Transaction } from 'kysely';
import * as z from 'zod/mini';

import { communeOf } from '../access/officer-acting.ts';
import { officer, signedIn } from '../access/policies.ts';
import { Refused } from '../access/refused.ts';
import type { Database } from '../db/schema.ts';
import type { App, Deps } from '../http/app-type.ts';
import { getSession } from '../http/session-cookie.ts';
import { findHouseholdNotes, findPersonNotes } from '../log/home-notes.ts';
import { findNotesAbout } from '../log/notes-about.ts';
import { registriesOf } from '../log/push.ts';
import { noteInAudit } from '../people/audit.ts';
import { searchHouseholds } from '../rows/household-list.ts';

/** `/api/register`: people and households with the notes about them. Whom one may not read does not exist. */
export function registerRoutes(app: App, { db, now }: Deps): void {
  /** What writes down that private notes are read, in the transaction that reads them; nothing where they were not asked for. */
  function auditOf(request: FastifyRequest<{ Querystring: NotesQuery }>, id: SubjectId): ((trx: Transaction<Database>) => Promise<void>) | undefined {
    if (request.query.private === undefined) return undefined;
    const { user } = getSession(request);
    return (trx) => noteInAudit(trx, now(), user, 'private-notes-opened', { kind: 'person', id });
  }

  app.get(
    '/api/register/subjects/:subject/notes',
    { config: { policy: signedIn }, schema: { summary: 'The notes about a person or a household', params: z.strictObject({ subject: SubjectId }), querystring: NotesQuery, response: { 200: NotesAbout } } },
    async (request) => {
      const areas = readableAreas(await request.actor(), civilDayInVietnam(now()));
      const registries = [...new Set((await registriesOf(db, areas)).values())];
      const found = await findNotesAbout(db, registries, areas, request.params.subject, auditOf(request, request.params.subject));
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
      schema: { summary: 'What is noted about a person and her home', params: z.strictObject({ person: PersonId }), querystring: NotesQuery, response: { 200: HomeNotes } },
    },
    async (request) => {
      const { person } = request.params;
      const found = await findPersonNotes(db, await communeOf(db, request), person, auditOf(request, person));
      if (found === undefined) throw new Refused('not-found');
      return found;
    },
  );
}
