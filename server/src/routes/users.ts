import { UserId } from '@sotay/domain/kernel/ids';
import { OneTimeLink, SetDisabled } from '@sotay/domain/wire/people';
import * as z from 'zod/mini';

import { officerOfUserOrAdministrator } from '../access/policies.ts';
import type { App, Deps } from '../http/app-type.ts';
import { ownUrl } from '../http/own-url.ts';
import { getSession } from '../http/session-cookie.ts';
import { makePasswordLink } from '../people/invitation.ts';
import { requireUser, setDisabled } from '../people/users.ts';

const OfUser = z.strictObject({ user: UserId });

/** `/api/users`: a forgotten password, and shutting out. */
export function usersRoutes(app: App, deps: Deps): void {
  const { db, now } = deps;

  app.post(
    '/api/users/:user/link',
    { config: { policy: officerOfUserOrAdministrator }, schema: { summary: 'Make a one-time link to set a password', params: OfUser, response: { 201: OneTimeLink } } },
    async (request, reply) => {
      await requireUser(db, request.params.user);
      return reply.code(201).send(await makePasswordLink(db, ownUrl(request, deps.publicUrl), request.params.user, getSession(request).user, now()));
    },
  );

  app.put(
    '/api/users/:user/disabled',
    { config: { policy: officerOfUserOrAdministrator }, schema: { summary: 'Shut a user out, or let in again', params: OfUser, body: SetDisabled, response: { 204: z.null() } } },
    async (request, reply) => {
      await setDisabled(db, request.params.user, request.body.disabled, getSession(request).user, now());
      return reply.code(204).send(null);
    },
  );
}
