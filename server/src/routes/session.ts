import { ChangePassword, LinkSeen, LookAtLink, Me, OpenLink, SignIn } from '@sotay/domain/wire/session';
import * as z from 'zod/mini';

import { anyone, signedInAtAll } from '../access/policies.ts';
import { clearSessionCookie, getSession, setSessionCookie } from '../http/session-cookie.ts';
import type { App, Deps } from '../http/app-type.ts';
import { lookAtLink, openLink } from '../people/invitation.ts';
import { readMe } from '../people/me.ts';
import { changePassword } from '../people/own-password.ts';
import { endSession, endSessionsOf, findSession } from '../people/session.ts';
import { signIn } from '../people/sign-in.ts';
import { Refused } from '../access/refused.ts';

const Nothing = z.null();

/** `/api/session`: signing in and out, who one is, one's own password. */
export function sessionRoutes(app: App, deps: Deps): void {
  const { db, now } = deps;

  async function whoHolds(token: string) {
    const session = await findSession(db, token, now());
    if (session === undefined) throw new Refused('not-signed-in');
    return { session, me: await readMe(db, session, now()) };
  }

  app.post('/api/session', { config: { policy: anyone, rate: 'sign-in' }, schema: { summary: 'Sign in', body: SignIn, response: { 200: Me } } }, async (request, reply) => {
    const { token } = await signIn(db, request.body, request.ip, now());
    if (request.session !== undefined) await endSession(db, request.session.id, now());
    const { session, me } = await whoHolds(token);
    setSessionCookie(reply, deps, token, session.device);
    return me;
  });

  app.get('/api/session', { config: { policy: signedInAtAll }, schema: { summary: 'Who is signed in', response: { 200: Me } } }, (request) => readMe(db, getSession(request), now()));

  app.delete('/api/session', { config: { policy: signedInAtAll }, schema: { summary: 'Sign out', response: { 204: Nothing } } }, async (request, reply) => {
    await endSession(db, getSession(request).id, now());
    clearSessionCookie(reply, deps);
    return reply.code(204).send(null);
  });

  app.delete('/api/session/all', { config: { policy: signedInAtAll }, schema: { summary: 'Sign out everywhere', response: { 204: Nothing } } }, async (request, reply) => {
    await endSessionsOf(db, getSession(request).user, now());
    clearSessionCookie(reply, deps);
    return reply.code(204).send(null);
  });

  app.post(
    '/api/session/password',
    { config: { policy: signedInAtAll, rate: 'sign-in' }, schema: { summary: 'Change the password; signs out everywhere else', body: ChangePassword, response: { 200: Me } } },
    async (request, reply) => {
      const token = await changePassword(db, getSession(request), request.body, now());
      const { session, me } = await whoHolds(token);
      setSessionCookie(reply, deps, token, session.device);
      return me;
    },
  );

  app.post('/api/session/link/look', { config: { policy: anyone, rate: 'sign-in' }, schema: { summary: 'Whom a one-time link is for', body: LookAtLink, response: { 200: LinkSeen } } }, (request) =>
    lookAtLink(db, request.body.token, now()),
  );

  app.post('/api/session/link', { config: { policy: anyone, rate: 'sign-in' }, schema: { summary: 'Set a password by a one-time link and sign in', body: OpenLink, response: { 200: Me } } }, async (request, reply) => {
    const token = await openLink(db, request.body, now());
    if (request.session !== undefined) await endSession(db, request.session.id, now());
    const { session, me } = await whoHolds(token);
    setSessionCookie(reply, deps, token, session.device);
    return me;
  });
}
