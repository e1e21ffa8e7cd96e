import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';

import { buildApp } from './app.ts';
import { localUrl } from './config.ts';
import type { Config } from './config.ts';
import { openDataFolder } from './db/embedded/data-folder.ts';
import { openServerDatabase } from './db/open-database.ts';
import type { Database } from './db/schema.ts';
import type { App } from './http/app-type.ts';
import { OperatorError } from './operator-error.ts';
import { openRecoveryKey } from './people/recovery-key.ts';
import type { RecountProgress } from './rows/recount.ts';
import { loadNationalUnits } from './units/load-national.ts';

/** A server that listens. */
export type RunningServer = {
  /** Where people reach it, without a final slash. */
  readonly publicUrl: string;
  /** Where a browser on this machine reaches it. */
  readonly localUrl: string;
  readonly db: Kysely<Database>;
  readonly warnings: readonly { readonly vi: string; readonly en: string }[];
  /** Takes no new request, finishes those at work, closes the connections, stops the embedded database. */
  readonly close: () => Promise<void>;
};

export type ServerOptions = {
  /** Work on the database before the server listens, such as loading a demonstration. */
  readonly prepare?: (db: Kysely<Database>) => Promise<void>;
  /** The embedded database ended unasked and could not be started again. */
  readonly onLost?: (reason: Error) => void;
  /** Figures made by other rules are counted again before the server listens, and that takes a while. */
  readonly onRecount?: (progress: RecountProgress) => void;
  /** UTC milliseconds; default: the machine's clock. */
  readonly now?: () => number;
};

/**
 * Composes the server: data folder, database brought to this version and counted by its rules, with the units of the country in it, HTTP app, listening.
 * @throws OperatorError for whatever the operator can put right; nothing is left running then
 */
export async function startServer(config: Config, options: ServerOptions = {}): Promise<RunningServer> {
  const folder = openDataFolder(config.dataFolder, config.databaseUrl === undefined);
  const database = await openServerDatabase(config, { ...(options.onLost === undefined ? {} : { onLost: options.onLost }), ...(options.onRecount === undefined ? {} : { onRecount: options.onRecount }) });
  let app: App | undefined;
  try {
    await loadNationalUnits(database.db, (options.now ?? Date.now)());
    await options.prepare?.(database.db);
    const client = join(config.checkout, 'client', 'dist');
    app = await buildApp({
      db: database.db,
      now: options.now ?? Date.now,
      publicUrl: config.publicUrl,
      recoveryKey: await openRecoveryKey(folder.root),
      trustedProxy: config.trustedProxy,
      logLevel: config.logLevel,
      ...(config.metricsToken === undefined ? {} : { metricsToken: config.metricsToken }),
      ...(existsSync(client) ? { clientFolder: client } : {}),
    });
    const port = await listen(app, config);
    const local = localUrl(config.host, port);
    const listening = app;
    return {
      publicUrl: config.publicUrl ?? local,
      localUrl: local,
      db: database.db,
      warnings: database.warnings,
      close: () => closeBoth(listening, database.close),
    };
  } catch (error) {
    await closeBoth(app, database.close);
    throw error;
  }
}

/** A request that is still at work after this long is cut off: a phone sends it again. */
const LONGEST_CLOSE_MS = 20_000;

async function closeBoth(app: App | undefined, closeDatabase: () => Promise<void>): Promise<void> {
  const cut = setTimeout(() => app?.server.closeAllConnections(), LONGEST_CLOSE_MS);
  try {
    await app?.close();
  } finally {
    clearTimeout(cut);
    await closeDatabase();
  }
}

async function listen(app: App, { host, port }: Config): Promise<number> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw explainListening(error, host, port);
  }
  const address = app.server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function explainListening(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return new OperatorError(`Cổng ${port} trên ${host} đang có chương trình khác dùng. Hãy đặt PORT khác.`, `Port ${port} on ${host} is in use by another program. Set another PORT.`, 1, error);
    case 'EACCES':
      return new OperatorError(`Không được phép mở cổng ${port}. Hãy đặt PORT từ 1024 trở lên.`, `Port ${port} may not be opened. Set PORT to 1024 or above.`, 1, error);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new OperatorError(`Máy này không có địa chỉ ${host}. Hãy sửa HOST.`, `This machine has no address ${host}. Correct HOST.`, 1, error);
    default:
      return error;
  }
}
