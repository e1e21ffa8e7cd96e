import rateLimit from '@fastify/rate-limit';

import { Refused } from '../access/refused.ts';
import type { App } from './app-type.ts';

/** Requests a minute, of one user or, before signing in, of one address. Many phones share an address behind a carrier's NAT. */
export const REQUESTS_A_MINUTE = { ordinary: 600, 'sign-in': 60, sync: 240, costly: 120, recovery: 20 } as const;

export type RateClass = keyof typeof REQUESTS_A_MINUTE;

/** Counts in memory, per server: it holds off a flood. What must not be guessed (passwords, codes) is counted in the database. */
export async function limitRates(app: App, scale: number): Promise<void> {
  await app.register(rateLimit, { global: false, timeWindow: 60_000, cache: 20_000, keyGenerator: (request) => request.session?.user ?? request.ip });
  const limit = (rate: RateClass) => app.createRateLimit({ max: Math.ceil(REQUESTS_A_MINUTE[rate] * scale) });
  const limits = { ordinary: limit('ordinary'), 'sign-in': limit('sign-in'), sync: limit('sync'), costly: limit('costly'), recovery: limit('recovery') } satisfies Record<RateClass, unknown>;
  app.addHook('onRequest', async (request) => {
    const found = await limits[request.routeOptions.config?.rate ?? 'ordinary'](request);
    if (!found.isAllowed && found.isExceeded) throw new Refused('too-many-requests', found.ttlInSeconds);
  });
}
