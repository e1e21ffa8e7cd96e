import type { FastifyRequest } from 'fastify';
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date';

import type { Policy } from '../access/policies.ts';
import { Refused } from '../access/refused.ts';
import type { App, Deps } from './app-type.ts';

/** A route says not who may use it: the server does not start. */
export class RouteWithoutPolicy extends Error {
  override readonly name = 'RouteWithoutPolicy';
  constructor(method: string, url: string) {
    super(`${method} ${url} has no config.policy`);
  }
}

function findText(of: unknown, name: string): string | undefined {
  if (typeof of !== 'object' || of === null) return undefined;
  const value: unknown = Object.entries(of).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : undefined;
}

async function ask(policy: Policy, request: FastifyRequest, deps: Deps): Promise<void> {
  if (policy.isOpen) return;
  const { session } = request;
  if (session === undefined) throw new Refused('not-signed-in');
  if (!policy.isForRestricted && session.isDeviceRevoked) throw new Refused('device-revoked');
  if (!policy.isForRestricted && session.mustChangePassword) throw new Refused('password-must-change');
  const isAllowed = await policy.allows({
    db: deps.db,
    session,
    actor: () => request.actor(),
    named: (name) => findText(request.params, name) ?? findText(request.query, name),
    today: civilDayInVietnam(deps.now()),
  });
  if (!isAllowed) throw new Refused('not-allowed');
}

/**
 * Asks the policy of the route before anything of the request is read further. Nobody is let in by default: a route without a policy, of any method,
 * stops the start. @throws RouteWithoutPolicy from the registration of such a route
 */
export function fenceRoutes(app: App, deps: Deps): void {
  app.addHook('onRoute', (route) => {
    if (route.config?.policy === undefined) throw new RouteWithoutPolicy(String(route.method), route.url);
  });
  app.addHook('onRequest', async (request) => {
    if (request.is404) return;
    const { policy } = request.routeOptions.config;
    if (policy === undefined) throw new RouteWithoutPolicy(request.method, request.routeOptions.url ?? '');
    await ask(policy, request, deps);
  });
}
