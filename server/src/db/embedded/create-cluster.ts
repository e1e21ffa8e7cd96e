import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, closeSync, existsSync, fsyncSync, lchownSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { OperatorError } from '../../operator-error.ts';
import type { DataFolder } from './data-folder.ts';
import { accountForCreation } from './database-user.ts';
import type { DatabaseUser } from './database-user.ts';
import { runProgram } from './run-program.ts';
import type { Software } from './software.ts';

/** The database's own administrator; the application signs in as `APPLICATION`, who may not pass row-level security. */
export const ADMINISTRATOR = 'postgres';
export const APPLICATION = 'sotay';

function writeDurably(file: string, text: string, mode: number): void {
  const descriptor = openSync(file, 'w', mode);
  writeFileSync(descriptor, text);
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function giveAll(path: string, uid: number, gid: number): void {
  lchownSync(path, uid, gid);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) giveAll(inside, uid, gid);
    else lchownSync(inside, uid, gid);
  }
}

/** The generated password of both database roles. @throws OperatorError when the file is gone */
export function readPassword(folder: DataFolder): string {
  try {
    return readFileSync(folder.password, 'utf8').trim();
  } catch (error) {
    throw new OperatorError(
      `Không đọc được tệp mật khẩu cơ sở dữ liệu ${folder.password}.`,
      `The database's password file ${folder.password} cannot be read.`,
      1,
      error,
    );
  }
}

/**
 * Creates the cluster if there is none: page checksums, UTF-8, PostgreSQL's built-in C.UTF-8 locale (the same order on every
 * machine), scram for every connection, a generated password. It grows in a folder of its own and is renamed into place
 * complete and synced, so a creation cut short leaves nothing that looks like a cluster.
 * @throws OperatorError when `initdb` fails
 */
export async function createCluster(folder: DataFolder, software: Software, user: DatabaseUser): Promise<void> {
  if (existsSync(folder.cluster)) return;
  const nursery = join(folder.root, 'postgres.new');
  rmSync(nursery, { recursive: true, force: true });
  mkdirSync(nursery, { mode: 0o700 });
  const growing = join(nursery, 'cluster');
  const secret = join(nursery, 'password');
  mkdirSync(growing, { mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  writeDurably(secret, `${password}\n`, 0o600);

  const creator = accountForCreation(user);
  if (creator !== undefined) {
    chownSync(growing, creator.uid, creator.gid);
    chownSync(secret, 0, creator.gid);
    chmodSync(secret, 0o640);
    chownSync(nursery, 0, creator.gid);
    chmodSync(nursery, 0o710);
  }
  const outcome = await runProgram(software.initdb, initdbArguments(growing, secret), creator);
  if (outcome.code !== 0) {
    rmSync(nursery, { recursive: true, force: true });
    throw new OperatorError('Không tạo được cơ sở dữ liệu.', `The database could not be created: ${outcome.output}`);
  }
  if (user !== undefined) giveAll(growing, user.uid, user.gid);
  writeDurably(folder.password, `${password}\n`, 0o600);
  renameSync(growing, folder.cluster);
  syncFolder(dirname(folder.cluster));
  rmSync(nursery, { recursive: true, force: true });
}

function initdbArguments(cluster: string, secret: string): string[] {
  return [
    `--pgdata=${cluster}`,
    `--username=${ADMINISTRATOR}`,
    `--pwfile=${secret}`,
    '--auth=scram-sha-256',
    '--data-checksums',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
}
