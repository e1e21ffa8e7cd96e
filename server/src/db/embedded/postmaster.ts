import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, readlinkSync, realpathSync, renameSync, rmdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

import { OperatorError } from '../../operator-error.ts';
import type { DataFolder } from './data-folder.ts';
import type { DatabaseUser } from './database-user.ts';
import { programEnvironment, runProgram } from './run-program.ts';
import type { Software } from './software.ts';

/** What a running database says of itself in `postmaster.pid`. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly sockets: string; readonly address: string; readonly isReady: boolean };

const STOP_SECONDS = 120;
const LOG_LIMIT = 8 * 1024 * 1024;

/** The database that runs in this cluster, whoever started it. A number left behind by a killed one is seen through. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n').map((line) => line.trim());
    const pid = Number(lines[0]);
    if (!Number.isSafeInteger(pid) || pid <= 0 || !runsIn(pid, cluster)) return undefined;
    return { pid, port: Number(lines[3]), sockets: lines[4] ?? '', address: lines[5] ?? '', isReady: lines[7] === 'ready' };
  } catch {
    return undefined;
  }
}

function runsIn(pid: number, cluster: string): boolean {
  if (process.platform === 'linux') {
    try {
      return realpathSync(readlinkSync(`/proc/${pid}/cwd`)) === realpathSync(cluster);
    } catch {
      return false;
    }
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Starts the database apart from the terminal's process group, so that Ctrl-C reaches the server alone and in order. */
export function spawnPostmaster(folder: DataFolder, software: Software, user: DatabaseUser, settings: Record<string, string>): ChildProcess {
  rotateLog(folder.log);
  const log = openSync(folder.log, 'a', 0o600);
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(software.postgres, ['-D', folder.cluster, ...options], {
    ...user,
    cwd: '/',
    env: programEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  return child;
}

function rotateLog(log: string): void {
  try {
    if (statSync(log).size > LOG_LIMIT) renameSync(log, `${log}.1`);
  } catch {
    // There is none yet.
  }
}

/** The last lines that the database wrote, for an error message. */
export function lastWords(folder: DataFolder): string {
  try {
    return readFileSync(folder.log, 'utf8').trim().split('\n').slice(-6).join('\n');
  } catch {
    return '';
  }
}

/** Bytes in the database's log. */
export function logLength(folder: DataFolder): number {
  try {
    return statSync(folder.log).size;
  } catch {
    return 0;
  }
}

/** What the database wrote after `position`; all of it if the log was begun anew meanwhile. */
export function logSince(folder: DataFolder, position: number): string {
  const content = readFileSync(folder.log);
  return content.subarray(content.length < position ? 0 : position).toString('utf8');
}

/**
 * Stops whatever database runs in this cluster: sessions are ended, everything is written out. Nothing running is no error.
 * @throws OperatorError when it does not stop in two minutes
 */
export async function stopPostmaster(folder: DataFolder, software: Software, user: DatabaseUser): Promise<void> {
  const running = findPostmaster(folder.cluster);
  if (running === undefined) return;
  const args = ['stop', '-D', folder.cluster, '-m', 'fast', '-w', '-t', String(STOP_SECONDS), '-s'];
  const outcome = await runProgram(software.pgCtl, args, user);
  if (findPostmaster(folder.cluster) !== undefined) {
    throw new OperatorError(
      `Cơ sở dữ liệu (tiến trình ${running.pid}) không dừng được.`,
      `The database (process ${running.pid}) does not stop. ${outcome.output}`,
    );
  }
  removeShortFolder(running.sockets, folder);
}

/** Removes a socket folder outside the data folder; it is empty once the database has stopped. */
export function removeShortFolder(sockets: string, folder: DataFolder): void {
  if (sockets === '' || sockets === folder.sockets || !basename(sockets).startsWith('sotay-')) return;
  try {
    rmdirSync(sockets);
  } catch {
    // Not empty, or gone already.
  }
}
