import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Registry } from 'prom-client';
import * as z from 'zod/mini';

import { anyone } from '../access/policies.ts';
import { Refused } from '../access/refused.ts';
import { migrations } from '../db/migrations/list.ts';
import type { App, Deps } from '../http/app-type.ts';
import { tokenHash } from '../people/token.ts';

const State = z.strictObject({ status: z.enum(['ok', 'not-ready']) });
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

async function isReady({ db }: Deps): Promise<boolean> {
  try {
    const { rows } = await sql<{ name: string }>`SELECT name FROM kysely_migration`.execute(db);
    return Object.keys(migrations).every((name) => rows.some((row) => row.name === name));
  } catch {
    return false;
  }
}

/** `/healthz`: the process answers. `/readyz`: the database does, with this version's tables. `/metrics`: for this machine, or with the token. */
export function healthRoutes(app: App, deps: Deps, metrics: { readonly registry: Registry; readonly token: string | undefined }): void {
  const open = { policy: anyone };
  app.get('/healthz', { config: open, schema: { summary: 'Is the process alive', response: { 200: State } } }, () => ({ status: 'ok' as const }));

  app.get('/readyz', { config: open, schema: { summary: 'Can it serve', response: { 200: State, 503: State } } }, async (_request, reply) => {
    if (await isReady(deps)) return { status: 'ok' as const };
    return reply.code(503).send({ status: 'not-ready' });
  });

  app.get('/metrics', { config: open, schema: { summary: 'Prometheus metrics: from this machine or with the token', response: { 200: z.string() } }, serializerCompiler: () => String }, async (request, reply) => {
    const given = request.headers.authorization;
    const isTokenRight = metrics.token !== undefined && given !== undefined && timingSafeEqual(tokenHash(given), tokenHash(`Bearer ${metrics.token}`));
    // A proxy on this machine connects from loopback too; it says so by the header.
    const isHere = LOOPBACK.has(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined && request.headers.forwarded === undefined;
    if (!isTokenRight && !isHere) throw new Refused('not-found');
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}
