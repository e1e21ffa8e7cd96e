import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';

import type { ConnectionSettings } from './connection-settings.ts';
import { parsers } from './parsers.ts';
import type { Database } from './schema.ts';

/** One pool, and Kysely over it: the server has exactly one of these. */
export type Connected = {
  readonly db: Kysely<Database>;
  readonly pool: Pool;
  /** Waits for queries at work, then closes every connection. */
  readonly close: () => Promise<void>;
};

export type ConnectOptions = {
  /** Connections at most; default 12. */
  readonly poolSize?: number;
  /** Called when an idle connection breaks (the database restarted); the pool opens another by itself. */
  readonly onIdleError?: (error: Error) => void;
};

/** @param target a database of one's own by URL, or the embedded one by its settings */
export function connect(target: string | ConnectionSettings, options: ConnectOptions = {}): Connected {
  const where = typeof target === 'string' ? { connectionString: target } : { ...target };
  const pool = new Pool({ ...where, max: options.poolSize ?? 12, types: parsers(), application_name: 'sotay', connectionTimeoutMillis: 10_000 });
  pool.on('error', (error) => options.onIdleError?.(error));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}
