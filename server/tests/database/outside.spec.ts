import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { connectionUrl } from '../../src/db/connection-settings.ts';
import type { ConnectionSettings } from '../../src/db/connection-settings.ts';
import { openDataFolder } from '../../src/db/embedded/data-folder.ts';
import { startEmbedded } from '../../src/db/embedded/start-embedded.ts';
import type { RunningDatabase } from '../../src/db/embedded/start-embedded.ts';
import { openCommandDatabase, openServerDatabase } from '../../src/db/open-database.ts';
import type { OpenDatabase } from '../../src/db/open-database.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

const opened: OpenDatabase[] = [];

async function tell(settings: ConnectionSettings, ...statements: string[]): Promise<void> {
  const client = new Client(settings);
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

async function opens(opening: Promise<OpenDatabase>): Promise<OpenDatabase> {
  const database = await opening;
  opened.push(database);
  return database;
}

afterEach(() => Promise.all(opened.splice(0).map((database) => database.close())));

describe('DATABASE_URL', () => {
  let outside: RunningDatabase;
  let own = '';
  beforeAll(async () => {
    outside = await startEmbedded({ folder: join(temporaryFolder(), 'data'), listen: 'loopback', sharedBuffers: '16MB' });
    own = join(temporaryFolder(), 'unused');
  });
  afterAll(async () => {
    await outside.stop();
    await removeTemporaryFolders();
  });
  const choice = (settings: ConnectionSettings = outside.application): { databaseUrl: string; dataFolder: string } => ({ databaseUrl: connectionUrl(settings), dataFolder: own });

  test('is used instead of an embedded one, migrated, without a data folder', async () => {
    const database = await opens(openServerDatabase(choice()));
    const { rows } = await sql<{ tables: number }>`SELECT count(*) AS tables FROM pg_tables WHERE tablename = 'kysely_migration'`.execute(database.db);
    expect(rows).toEqual([{ tables: 1 }]);
    expect(database.warnings).toEqual([]);
    expect(existsSync(own)).toBe(false);
  });

  test('serves a command beside the server', async () => {
    await opens(openServerDatabase(choice()));
    const beside = await opens(openCommandDatabase(choice()));
    expect((await sql<{ one: number }>`SELECT 1 AS one`.execute(beside.db)).rows).toEqual([{ one: 1 }]);
  });

  test('of a superuser is used with a warning: row-level security does not bind him', async () => {
    const database = await opens(openServerDatabase(choice(outside.administrator)));
    expect(database.warnings).toEqual([{ vi: expect.stringContaining('tài khoản quản trị'), en: expect.stringContaining('superuser') }]);
  });

  test('with a wrong password is refused in words that do not repeat it', async () => {
    const attempt = openServerDatabase(choice({ ...outside.application, password: 'sai-mat-khau' }));
    await expect(attempt).rejects.toMatchObject({ name: 'OperatorError', vi: expect.stringContaining('Không kết nối được') });
    await expect(attempt).rejects.not.toThrow('sai-mat-khau');
  });

  test('to nobody is refused in words', async () => {
    await expect(openServerDatabase(choice({ ...outside.application, port: 1 }))).rejects.toMatchObject({ vi: expect.stringContaining('Không kết nối được') });
  });

  test.each(['fsync', 'full_page_writes', 'synchronous_commit'])('with %s=off is refused', async (setting) => {
    await tell(outside.administrator, `ALTER SYSTEM SET ${setting} = off`, 'SELECT pg_reload_conf()', 'SELECT pg_sleep(0.3)');
    try {
      await expect(openServerDatabase(choice())).rejects.toMatchObject({ name: 'UnsafeDatabase', vi: expect.stringContaining(`${setting}=off`) });
    } finally {
      await tell(outside.administrator, `ALTER SYSTEM RESET ${setting}`, 'SELECT pg_reload_conf()', 'SELECT pg_sleep(0.3)');
    }
  });

  test('in another encoding than UTF-8 is refused', async () => {
    await tell(outside.administrator, `CREATE DATABASE latin ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0 OWNER sotay`);
    await expect(openServerDatabase(choice({ ...outside.application, database: 'latin' }))).rejects.toMatchObject({ name: 'UnsafeDatabase', vi: expect.stringContaining('LATIN1') });
  });
});

describe('a command with the embedded database', () => {
  afterEach(removeTemporaryFolders);
  const choice = (): { databaseUrl: undefined; dataFolder: string } => ({ databaseUrl: undefined, dataFolder: join(temporaryFolder(), 'data') });

  test('says so when there are no data yet, and makes none', async () => {
    const none = choice();
    await expect(openCommandDatabase(none)).rejects.toMatchObject({ vi: expect.stringContaining('Chưa có dữ liệu') });
    expect(existsSync(none.dataFolder)).toBe(false);
  });

  test('says so too where a server with DATABASE_URL left only its own files', async () => {
    const chosen = choice();
    openDataFolder(chosen.dataFolder, false);
    await expect(openCommandDatabase(chosen)).rejects.toMatchObject({ vi: expect.stringContaining('Chưa có dữ liệu') });
    await (await openServerDatabase(chosen)).close();
  });

  test('attaches to the one of a running server and leaves it running', async () => {
    const chosen = choice();
    const server = await openServerDatabase(chosen);
    const command = await openCommandDatabase(chosen);
    await sql`CREATE TABLE seen AS SELECT 1 AS one`.execute(command.db);
    await command.close();
    expect((await sql<{ one: number }>`SELECT one FROM seen`.execute(server.db)).rows).toEqual([{ one: 1 }]);
    await server.close();
  });

  test('starts it when no server runs, and stops it', async () => {
    const chosen = choice();
    await (await openServerDatabase(chosen)).close();
    const command = await openCommandDatabase(chosen);
    await command.close();
    expect(existsSync(join(chosen.dataFolder, 'postgres', 'postmaster.pid'))).toBe(false);
    expect((await openServerDatabase(chosen).then(async (database) => { await database.close(); return 'free'; }))).toBe('free');
  });
});
