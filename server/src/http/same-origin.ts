import type { FastifyRequest } from 'fastify';

import { Refused } from '../access/refused.ts';
import type { App, Deps } from './app-type.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a browser says that the request was made by a page of this very service. What is no browser sends neither header. */
function isSameOrigin(request: Pick<FastifyRequest, 'headers' | 'protocol' | 'host'>, publicUrl: string | undefined): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin } = request.headers;
  if (origin === undefined) return true;
  return origin === publicUrl || origin === `${request.protocol}://${request.host}`;
}

/**
 * Whatever changes something must come from our own page and, if it has a body, as `application/json`, which no form of another site can send: the
 * second and third fence behind the cookie's SameSite. @throws Refused `foreign-origin`
 */
export function requireSameOrigin(app: App, deps: Deps): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'));
  app.addHook('onRequest', (request, _reply, done) => {
    if (READING.has(request.method) || isSameOrigin(request, deps.publicUrl)) done();
    else done(new Refused('foreign-origin'));
  });
}
