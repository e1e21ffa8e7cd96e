import { randomUUID } from 'node:crypto';
import { fastify, LogController } from 'fastify';
import type { FastifyBaseLogger } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { DestinationStream } from 'pino';

import { Refused } from './access/refused.ts';
import type { App, Deps, Routes } from './http/app-type.ts';
import { serveClient } from './http/client-files.ts';
import { answerWithProblem } from './http/error-map.ts';
import { openLog } from './http/logger.ts';
import { measure } from './http/metrics.ts';
import { describeRoutes } from './http/openapi.ts';
import { fenceRoutes } from './http/policy-fence.ts';
import { limitRates } from './http/rate-limits.ts';
import { requireSameOrigin } from './http/same-origin.ts';
import { setSecurityHeaders, spareTheLine } from './http/security-headers.ts';
import { readSessions } from './http/session-cookie.ts';
import { healthRoutes } from './routes/health.ts';
import { routes } from './routes/list.ts';

export type AppOptions = Deps & {
  /** The built client; without it the app serves `/api` alone. */
  readonly clientFolder?: string;
  /** Addresses of proxies whose `X-Forwarded-*` is believed. */
  readonly trustedProxy?: readonly string[] | false;
  readonly logLevel?: string;
  /** Where the log goes; default: standard output. */
  readonly logTo?: DestinationStream;
  /** Lets `/metrics` be read from elsewhere. */
  readonly metricsToken?: string;
  /** Multiplies every limit of requests a minute, for measuring; default 1. */
  readonly rateScale?: number;
  /** What is added before and after the routes of `routes/list.ts`: a spec watches and plants. */
  readonly routesBefore?: readonly Routes[];
  readonly moreRoutes?: readonly Routes[];
};

/** Bytes of a request's body unless its route says otherwise. */
const BODY_LIMIT = 64 * 1024;

/**
 * The whole HTTP app, not yet listening. Order of the fences: headers, same origin, who is signed in, how often, what the route's policy says; only then
 * is anything of the body read.
 * @throws RouteWithoutPolicy when a route does not say who may use it
 */
export async function buildApp(options: AppOptions): Promise<App> {
  const { db, now, publicUrl, recoveryKey } = options;
  const deps: Deps = { db, now, publicUrl, recoveryKey };
  const logger: FastifyBaseLogger = openLog(options.logLevel ?? 'info', options.logTo);
  const app: App = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustedProxy === undefined || options.trustedProxy === false ? false : [...options.trustedProxy],
  }).withTypeProvider<ZodTypeProvider>();
  app.setErrorHandler(answerWithProblem);
  app.setNotFoundHandler(() => {
    throw new Refused('not-found');
  });
  const registry = measure(app);
  await setSecurityHeaders(app, publicUrl?.startsWith('https:') === true);
  await spareTheLine(app);
  await describeRoutes(app);
  requireSameOrigin(app, deps);
  await readSessions(app, deps);
  await limitRates(app, options.rateScale ?? 1);
  fenceRoutes(app, deps);
  for (const add of options.routesBefore ?? []) add(app, deps);
  healthRoutes(app, deps, { registry, token: options.metricsToken });
  for (const add of [...routes, ...(options.moreRoutes ?? [])]) add(app, deps);
  if (options.clientFolder !== undefined) await serveClient(app, options.clientFolder);
  return app;
}
