import cookie from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Refused } from '../access/refused.ts';
import { actorOf } from '../people/actor.ts';
import { cookieAge, findSession } from '../people/session.ts';
import type { Session } from '../people/session.ts';
import type { App, Deps } from './app-type.ts';

/** `__Host-` binds the cookie to this host and to https, and needs Secure; without https (localhost) a browser would refuse it. */
function isSecure(publicUrl: string | undefined): boolean {
  return publicUrl?.startsWith('https:') === true;
}

export function cookieName(publicUrl: string | undefined): string {
  return isSecure(publicUrl) ? '__Host-sotay' : 'sotay';
}

/**
 * Strict: the page itself needs no cookie, only its requests to `/api`, and those come from the page; so a link from elsewhere still works and no
 * request that another site makes carries it.
 */
export function setSessionCookie(reply: FastifyReply, deps: Deps, token: string, device: Session['device']): void {
  reply.setCookie(cookieName(deps.publicUrl), token, { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure(deps.publicUrl), maxAge: cookieAge(device) });
}

export function clearSessionCookie(reply: FastifyReply, deps: Deps): void {
  reply.clearCookie(cookieName(deps.publicUrl), { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure(deps.publicUrl) });
}

/** The session of a request whose policy lets nobody in without one. @throws Refused `not-signed-in` */
export function getSession(request: FastifyRequest): Session {
  if (request.session === undefined) throw new Refused('not-signed-in');
  return request.session;
}

/** Finds out, for every request to `/api`, who is signed in; sets the fresh cookie when a token is exchanged. */
export async function readSessions(app: App, deps: Deps): Promise<void> {
  await app.register(cookie);
  app.decorateRequest('session', undefined);
  app.decorateRequest('actor', function (this: FastifyRequest) {
    const loading = actorOf(deps.db, getSession(this));
    this.actor = () => loading;
    return loading;
  });
  app.addHook('onRequest', async (request, reply) => {
    const token = request.cookies[cookieName(deps.publicUrl)];
    if (token === undefined || token.length > 100 || !request.url.startsWith('/api/')) return;
    request.session = await findSession(deps.db, token, deps.now());
    const fresh = request.session?.freshToken;
    if (request.session !== undefined && fresh !== undefined) setSessionCookie(reply, deps, fresh, request.session.device);
  });
}
