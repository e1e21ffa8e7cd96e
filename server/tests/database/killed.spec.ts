import { join } from 'node:path';

import { Pool } from 'pg';
import { afterEach, expect, test, vi } from 'vitest';

import { findPostmaster } from '../../src/db/embedded/postmaster.ts';
import type { Postmaster } from '../../src/db/embedded/postmaster.ts';
import { startEmbedded } from '../../src/db/embedded/start-embedded.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';
import { endWriters, startWriter } from './writer-process.ts';

afterEach(async () => {
  await endWriters();
  await removeTemporaryFolders();
});

async function rowsIn(folder: string): Promise<Set<number>> {
  const database = await startEmbedded({ folder, sharedBuffers: '16MB' });
  const pool = new Pool(database.application);
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM saved');
  await pool.end();
  await database.stop();
  return new Set(rows.map((row) => Number(row.id)));
}

function getDatabase(folder: string): Postmaster {
  const found = findPostmaster(join(folder, 'postgres'));
  if (found === undefined) throw new Error('no database runs in this folder');
  return found;
}

/** Kills the database and waits for the one that its server starts instead. */
async function killDatabase(folder: string): Promise<void> {
  const { pid } = getDatabase(folder);
  process.kill(pid, 'SIGKILL');
  await vi.waitUntil(() => {
    const next = findPostmaster(join(folder, 'postgres'));
    return next !== undefined && next.pid !== pid && next.isReady;
  }, { timeout: 30_000 });
}

function missing(saved: readonly number[], rows: ReadonlySet<number>): number[] {
  return saved.filter((id) => !rows.has(id));
}

test('a server killed five times in mid-write keeps every acknowledged row, and each next one takes over its database', async () => {
  const folder = join(temporaryFolder(), 'data');
  const saved: number[] = [];
  for (let round = 1; round <= 5; round += 1) {
    const writer = startWriter(folder);
    await writer.said('ready');
    await writer.savedMore(40 + round * 17);
    await writer.kill('SIGKILL');
    expect(findPostmaster(join(folder, 'postgres')), 'the database is left running').toBeDefined();
    saved.push(...writer.saved);
  }
  expect(saved.length).toBeGreaterThan(300);
  expect(missing(saved, await rowsIn(folder))).toEqual([]);
});

test('a database killed three times in mid-write is started again by its server and keeps every acknowledged row', async () => {
  const folder = join(temporaryFolder(), 'data');
  const writer = startWriter(folder);
  await writer.said('ready');
  for (let round = 1; round <= 3; round += 1) {
    await writer.savedMore(50);
    await killDatabase(folder);
    await writer.savedMore(50);
  }
  expect(await writer.kill('SIGTERM')).toBe(0);
  expect(missing(writer.saved, await rowsIn(folder))).toEqual([]);
});

test('a database that ends again and again is given up, said once', async () => {
  const folder = join(temporaryFolder(), 'data');
  const writer = startWriter(folder);
  await writer.said('ready');
  for (let round = 1; round <= 3; round += 1) await killDatabase(folder);
  process.kill(getDatabase(folder).pid, 'SIGKILL');
  expect(await writer.said('lost')).toContain('Cơ sở dữ liệu không chạy được');
});

test('server and database killed together keep every acknowledged row', async () => {
  const folder = join(temporaryFolder(), 'data');
  const writer = startWriter(folder);
  await writer.said('ready');
  await writer.savedMore(100);
  const database = getDatabase(folder);
  const ended = writer.kill('SIGKILL');
  process.kill(database.pid, 'SIGKILL');
  await ended;
  expect(missing(writer.saved, await rowsIn(folder))).toEqual([]);
});

test('SIGTERM stops the database in order and gives the folder free', async () => {
  const folder = join(temporaryFolder(), 'data');
  const writer = startWriter(folder);
  await writer.said('ready');
  await writer.savedMore(10);
  expect(await writer.kill('SIGTERM')).toBe(0);
  await writer.said('stopped');
  expect(findPostmaster(join(folder, 'postgres'))).toBeUndefined();
  expect(missing(writer.saved, await rowsIn(folder))).toEqual([]);
});
