import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Kysely } from 'kysely';
import type { Actor } from '@sotay/domain/kernel/actor';

import type { Policy } from '../access/policies.ts';
import type { Database } from '../db/schema.ts';
import type { RecoveryKey } from '../people/recovery-key.ts';
import type { Session } from '../people/session.ts';
import type { RateClass } from './rate-limits.ts';

/** The HTTP app as routes see it: schemas are zod's. */
export type App = FastifyInstance<RawServerDefault, RawRequestDefaultExpression, RawReplyDefaultExpression, FastifyBaseLogger, ZodTypeProvider>;

/** What routes are given. */
export type Deps = {
  readonly db: Kysely<Database>;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Where people reach the server; undefined: only on this machine. */
  readonly publicUrl: string | undefined;
  readonly recoveryKey: RecoveryKey;
};

/** One file under `routes/`: adds the routes of one first path segment. */
export type Routes = (app: App, deps: Deps) => void;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may use the route; the server does not start with a route that has none. */
    policy?: Policy;
    /** Which limit counts it; default `ordinary`. */
    rate?: RateClass;
  }
  interface FastifyRequest {
    /** Who is signed in, if anybody. Set before the policy is asked. */
    session: Session | undefined;
    /** The actor of the session, loaded once per request. @throws Refused `not-signed-in` */
    actor: () => Promise<Actor>;
  }
}
