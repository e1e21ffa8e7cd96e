import rateLimit from '@fastify/rate-limit';

import { Refused } from '../access/refused.ts';
import type { App } from './app-type.ts';

/** Requests a minute, of one user or, before signing in, of one address. Many phones share an address behind a carrier's NAT. */
export const REQUESTS_A_MINUTE = { ordinary: 600, 'sign-in': 60, sync: 240, costly: 120, recovery: 20 } as const;

export type RateClass = keyof typeof REQUESTS_A_MINUTE;

/** Counts in memory, per server: it holds off a flood. What must not be guessed (passwords, codes) is counted in the database. */
export async function limitRates(app: App, scale: number): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    max: REQUESTS_A_MINUTE.ordinary * scale,
    timeWindow: 60_000,
    cache: 20_000,
    skipOnError: true,
    keyGenerator: (request) => `${request.routeOptions.config.rate ?? 'ordinary'} ${request.session?.user ?? request.ip}`,
    errorResponseBuilder: (_request, context) => new Refused('too-many-requests', context.ttl / 1000),
  });
  app.addHook('onRoute', (route) => {
    const max = REQUESTS_A_MINUTE[route.config?.rate ?? 'ordinary'] * scale;
    route.config = { ...route.config, rateLimit: { max } };
  });
}
