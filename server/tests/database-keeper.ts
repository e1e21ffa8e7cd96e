import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { Client } from 'pg';

import { connect } from '../src/db/connect.ts';
import { startEmbedded } from '../src/db/embedded/start-embedded.ts';
import type { RunningDatabase } from '../src/db/embedded/start-embedded.ts';
import { migrate } from '../src/db/migrate.ts';

/**
 * Runs the database of one test run: `tsx database-keeper.ts <folder> <pid of the run>`. Writes `ready.json` when specs may
 * connect; ends with the run, however that ends, and takes the folder away. fsync stays on.
 */
const [folder, runPid] = [process.argv[2], Number(process.argv[3])];
if (folder === undefined || !Number.isSafeInteger(runPid)) throw new Error('usage: database-keeper.ts <folder> <pid>');

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function makeTemplate(database: RunningDatabase): Promise<void> {
  const { application, administrator } = database;
  const client = new Client(administrator);
  await client.connect();
  await client.query(`CREATE DATABASE migrated OWNER ${client.escapeIdentifier(application.user)}`);
  await client.end();
  const { db, close } = connect({ ...application, database: 'migrated' }, { poolSize: 1 });
  try {
    await migrate(db);
  } finally {
    await close();
  }
}

function inWords(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function answer(content: unknown): void {
  const file = join(String(folder), 'ready.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(content), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

try {
  const database = await startEmbedded({ folder: join(folder, 'data'), sharedBuffers: '24MB' });
  try {
    const { application, administrator } = database;
    answer({ application, administrator, fault: await makeTemplate(database).catch(inWords) });
    while (isRunning(runPid)) await pause(300);
  } finally {
    await database.stop();
  }
} catch (error) {
  answer({ fault: inWords(error) });
  while (isRunning(runPid)) await pause(300);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
