import type { Kysely } from 'kysely';

import { OperatorError } from '../operator-error.ts';
import { connect } from './connect.ts';
import type { Connected } from './connect.ts';
import type { ConnectionSettings } from './connection-settings.ts';
import { findDataFolder } from './embedded/data-folder.ts';
import { findRunningDatabase, startEmbedded } from './embedded/start-embedded.ts';
import { countByTheseRules } from '../rows/recount.ts';
import type { RecountProgress } from '../rows/recount.ts';
import { migrate } from './migrate.ts';
import { requireSafeDatabase } from './require-safe.ts';
import type { Database } from './schema.ts';

/** What of the settings chooses the database. */
export type DatabaseChoice = { readonly databaseUrl: string | undefined; readonly dataFolder: string };

export type OpenDatabase = {
  readonly db: Kysely<Database>;
  readonly pool: Connected['pool'];
  /** What the operator should know, in both languages. */
  readonly warnings: readonly { readonly vi: string; readonly en: string }[];
  /** Closes the connections, then stops the embedded database if it was started here. */
  readonly close: () => Promise<void>;
};

type Events = {
  /** The embedded database ended unasked and could not be started again. */
  readonly onLost?: (reason: Error) => void;
  /** An idle connection broke; the pool opens another by itself. */
  readonly onIdleError?: (error: Error) => void;
  /** Figures made by other rules are counted again, and that takes a while. */
  readonly onRecount?: (progress: RecountProgress) => void;
};

/**
 * The server's database: the one of `DATABASE_URL`, else the embedded one; checked for safety, brought to this version and counted by its rules.
 * @throws OperatorError when it cannot be opened, is unsafe, or belongs to another server
 */
export async function openServerDatabase(choice: DatabaseChoice, events: Events = {}): Promise<OpenDatabase> {
  if (choice.databaseUrl !== undefined) return prepare(choice.databaseUrl, () => Promise.resolve(), events);
  const embedded = await startEmbedded({ folder: choice.dataFolder, ...(events.onLost === undefined ? {} : { onLost: events.onLost }) });
  return prepare(embedded.application, embedded.stop, events);
}

/**
 * The database for a command that runs beside the server or without it: attaches to a running one, else starts the embedded
 * one and stops it on `close`.
 * @throws OperatorError when there is no data yet, or as `openServerDatabase`
 */
export async function openCommandDatabase(choice: DatabaseChoice, events: Pick<Events, 'onRecount'> = {}): Promise<OpenDatabase> {
  if (choice.databaseUrl !== undefined) return openServerDatabase(choice, events);
  if (findDataFolder(choice.dataFolder) === undefined) {
    throw new OperatorError(
      `Chưa có dữ liệu trong ${choice.dataFolder}. Hãy khởi động máy chủ một lần bằng "npm start", hoặc đặt SOTAY_DATA.`,
      `There are no data in ${choice.dataFolder} yet. Start the server once with "npm start", or set SOTAY_DATA.`,
    );
  }
  const running = await findRunningDatabase(choice.dataFolder);
  return running === undefined ? openServerDatabase(choice, events) : prepare(running.application, () => Promise.resolve(), events);
}

async function prepare(target: string | ConnectionSettings, stop: () => Promise<void>, { onIdleError, onRecount }: Events): Promise<OpenDatabase> {
  const { db, pool, close: disconnect } = connect(target, onIdleError === undefined ? {} : { onIdleError });
  const close = async (): Promise<void> => {
    try {
      await disconnect();
    } finally {
      await stop();
    }
  };
  try {
    const warnings = await requireSafeDatabase(db);
    await migrate(db);
    await countByTheseRules(db, onRecount);
    return { db, pool, warnings, close };
  } catch (error) {
    await close();
    throw error instanceof OperatorError ? error : unreachable(error);
  }
}

function unreachable(error: unknown): OperatorError {
  const reason = error instanceof AggregateError ? error.errors.map(String).join('; ') : error instanceof Error ? error.message : String(error);
  return new OperatorError(`Không kết nối được cơ sở dữ liệu: ${reason}`, `The database cannot be reached: ${reason}`, 1, error);
}
