import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

import { OperatorError } from '../../operator-error.ts';
import type { ConnectionSettings } from '../connection-settings.ts';
import { ADMINISTRATOR, APPLICATION, createCluster, readPassword } from './create-cluster.ts';
import { findDataFolder, openDataFolder } from './data-folder.ts';
import type { DataFolder } from './data-folder.ts';
import { prepareDatabase } from './application-database.ts';
import { databaseUser } from './database-user.ts';
import type { DatabaseUser } from './database-user.ts';
import { findHolder, lockDataFolder } from './folder-lock.ts';
import { findPostmaster, lastWords, logLength, logSince, removeShortFolder, spawnPostmaster, stopPostmaster } from './postmaster.ts';
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
  let starting: Promise<void> = Promise.resolve();
  const ends: number[] = [];
  const again = async (): Promise<void> => {
    if (!isWanted) return;
    ends.push(Date.now());
    if (ends.filter((at) => at > Date.now() - RESTART_WINDOW_MS).length > RESTARTS) {
      onLost?.(new DatabaseEnded(launch.folder));
      return;
    }
    try {
      watch(await run(launch, () => isWanted));
    } catch (error) {
      if (error instanceof DatabaseEnded) await again();
      else onLost?.(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const watch = (child: ChildProcess): void => {
    const restart = (): void => {
      starting = again();
    };
    if (child.exitCode === null && child.signalCode === null) child.once('exit', restart);
    else restart();
  };
  watch(await run(launch, () => isWanted));
  return async () => {
    isWanted = false;
    await starting;
    await stopPostmaster(launch.folder, launch.software, launch.user);
    removeShortFolder(launch.listening.host, launch.folder);
  };
}

/** The database process ended while it was being started. */
class DatabaseEnded extends OperatorError {
  override readonly name = 'DatabaseEnded';
  constructor(folder: DataFolder) {
    super(
      `Cơ sở dữ liệu không chạy được. Xem ${folder.log}:\n${lastWords(folder)}`,
      `The database does not run. See ${folder.log}.`,
    );
  }
}

const EXIT_NOTICE_MS = 300;

/**
 * Starts the database process and waits until it answers, however long it needs to recover from a power cut. Sessions of a
 * database killed a moment ago hold its memory for a little while: it is tried again until they are gone.
 */
async function run(launch: Launch, isWanted: () => boolean): Promise<ChildProcess> {
  const { folder, software, user, listening, sharedBuffers } = launch;
  const patience = Date.now() + 30_000;
  for (;;) {
    const before = logLength(folder);
    const child = spawnPostmaster(folder, software, user, clusterSettings(listening, sharedBuffers));
    child.on('error', () => undefined);
    const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
    while (!hasEnded()) {
      try {
        if (await prepareDatabase(connections(folder, listening))) return child;
        await pause(20);
      } catch (error) {
        // A connection breaks off a moment before the end of its process is told.
        await pause(EXIT_NOTICE_MS);
        if (!hasEnded()) throw error;
      }
    }
    const isHeld = /pre-existing shared memory|lock file .* already exists/.test(logSince(folder, before));
    if (!isHeld || !isWanted() || Date.now() > patience) throw new DatabaseEnded(folder);
    await pause(200);
  }
}
