import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

import { Client } from 'pg';

import { OperatorError } from '../../operator-error.ts';
import type { ConnectionSettings } from '../connection-settings.ts';
import { ADMINISTRATOR, APPLICATION, createCluster, readPassword } from './create-cluster.ts';
import { findDataFolder, openDataFolder } from './data-folder.ts';
import type { DataFolder } from './data-folder.ts';
import { databaseUser } from './database-user.ts';
import type { DatabaseUser } from './database-user.ts';
import { findHolder, lockDataFolder } from './folder-lock.ts';
import { findPostmaster, lastWords, removeShortFolder, spawnPostmaster, stopPostmaster } from './postmaster.ts';
import { clusterSettings, listenOnLoopback, listenOnSocket, refuseUnsafeCluster } from './settings.ts';
import type { Listening } from './settings.ts';
import { makeSocketFolder } from './socket-folder.ts';
import { packagedSoftware, prepareSoftware } from './software.ts';
import type { Software } from './software.ts';

export type EmbeddedOptions = {
  /** The data folder: made if it is not there. */
  readonly folder: string;
  /** Default: a Unix socket, loopback where the system has none. */
  readonly listen?: 'socket' | 'loopback';
  /** PostgreSQL's `shared_buffers`; default 128MB. */
  readonly sharedBuffers?: string;
  /** The package's `native` folder; default: where npm put it. */
  readonly native?: string;
  /** Called once when the database has ended unasked and could not be started again. */
  readonly onLost?: (reason: Error) => void;
};

export type RunningDatabase = {
  /** The application's role: owns its database, is no superuser, so that row-level security binds it. */
  readonly application: ConnectionSettings;
  /** The cluster's superuser on the `postgres` database: for backup and tests. */
  readonly administrator: ConnectionSettings;
  /** Stops the database in order and gives the folder free. May be called twice. */
  readonly stop: () => Promise<void>;
};

type Launch = { readonly folder: DataFolder; readonly software: Software; readonly user: DatabaseUser; readonly listening: Listening; readonly sharedBuffers: string };

const RESTARTS = 3;
const RESTART_WINDOW_MS = 10 * 60_000;

/**
 * Starts the embedded PostgreSQL of a data folder, creating both at the first start.
 *
 * A database left running by a killed server is stopped in order first; the lock of a dead server is taken over. If the
 * database ends unasked it is started again, up to three times in ten minutes.
 * @throws FolderInUse when another living server has the folder
 * @throws OperatorError for whatever else the operator can put right
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<RunningDatabase> {
  const folder = openDataFolder(options.folder);
  const lock = await lockDataFolder(folder.root);
  try {
    const user = databaseUser(folder.cluster);
    const software = await prepareSoftware(folder, user, options.native ?? packagedSoftware());
    await stopPostmaster(folder, software, user);
    await createCluster(folder, software, user);
    await refuseUnsafeCluster(folder, software, user);
    const listen = options.listen ?? (process.platform === 'win32' ? 'loopback' : 'socket');
    const listening = listen === 'socket' ? listenOnSocket(makeSocketFolder(folder, user)) : await listenOnLoopback();
    const launch: Launch = { folder, software, user, listening, sharedBuffers: options.sharedBuffers ?? '128MB' };
    const stopDatabase = await keepRunning(launch, options.onLost);
    let stopping: Promise<void> | undefined;
    return {
      ...connections(folder, listening),
      stop: () => (stopping ??= stopDatabase().finally(() => lock.release())),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * The database of a data folder whose server is running, for a command beside it.
 * @returns undefined when no server holds the folder
 */
export async function findRunningDatabase(path: string): Promise<Omit<RunningDatabase, 'stop'> | undefined> {
  const folder = findDataFolder(path);
  if (folder === undefined || (await findHolder(folder.root)) === undefined) return undefined;
  const postmaster = findPostmaster(folder.cluster);
  if (postmaster === undefined || !postmaster.isReady) return undefined;
  const host = postmaster.sockets === '' ? postmaster.address : postmaster.sockets;
  return connections(folder, { host, port: postmaster.port, settings: {} });
}

function connections(folder: DataFolder, { host, port }: Listening): Omit<RunningDatabase, 'stop'> {
  const password = readPassword(folder);
  return {
    application: { host, port, user: APPLICATION, password, database: APPLICATION },
    administrator: { host, port, user: ADMINISTRATOR, password, database: 'postgres' },
  };
}

/** Runs the database until the returned function is called, starting it again when it ends unasked. */
async function keepRunning(launch: Launch, onLost: ((reason: Error) => void) | undefined): Promise<() => Promise<void>> {
  let isWanted = true;
  const ends: number[] = [];
  const watch = (child: ChildProcess): void => {
    child.once('exit', () => {
      if (!isWanted) return;
      ends.push(Date.now());
      const recent = ends.filter((at) => at > Date.now() - RESTART_WINDOW_MS);
      if (recent.length > RESTARTS) {
        onLost?.(new DatabaseEnded(launch.folder));
        return;
      }
      run(launch, () => isWanted).then(watch, (error: unknown) => onLost?.(error instanceof Error ? error : new Error(String(error))));
    });
  };
  watch(await run(launch, () => isWanted));
  return async () => {
    isWanted = false;
    await stopPostmaster(launch.folder, launch.software, launch.user);
    removeShortFolder(launch.listening.host, launch.folder);
  };
}

/** The database process ended while it was being started. */
export class DatabaseEnded extends OperatorError {
  override readonly name = 'DatabaseEnded';
  constructor(folder: DataFolder) {
    super(
      `Cơ sở dữ liệu không chạy được. Xem ${folder.log}:\n${lastWords(folder)}`,
      `The database does not run. See ${folder.log}.`,
    );
  }
}

/**
 * Starts the database process and waits until it answers, however long it needs to recover from a power cut. Sessions of a
 * database killed a moment ago hold its memory for a little while: it is tried again until they are gone.
 */
async function run(launch: Launch, isWanted: () => boolean): Promise<ChildProcess> {
  const { folder, software, user, listening, sharedBuffers } = launch;
  const patience = Date.now() + 30_000;
  for (;;) {
    const child = spawnPostmaster(folder, software, user, clusterSettings(listening, sharedBuffers));
    child.on('error', () => undefined);
    while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
      if (await prepareDatabase(connections(folder, listening))) return child;
      await pause(20);
    }
    if (Date.now() > patience || !isWanted() || !/pre-existing shared memory|lock file/.test(lastWords(folder))) throw new DatabaseEnded(folder);
    await pause(200);
  }
}

/** False while the database does not answer yet; once it does, sees to the application's role and database. */
async function prepareDatabase({ administrator, application }: Omit<RunningDatabase, 'stop'>): Promise<boolean> {
  const client = new Client(administrator);
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    if (isNotYet(error)) return false;
    throw error;
  }
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [application.database]);
    if (found.rowCount === 0) await createApplicationDatabase(client, application);
  } finally {
    await client.end();
  }
  return true;
}

async function createApplicationDatabase(client: Client, { user, password, database }: ConnectionSettings): Promise<void> {
  const role = client.escapeIdentifier(user);
  const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [user]);
  if (known.rowCount === 0) {
    await client.query(`CREATE ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(password)}`);
  }
  await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${role}`);
}

/** No socket yet, refused, cut, or "the database system is starting up" (57P03). */
function isNotYet(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === '57P03';
}
