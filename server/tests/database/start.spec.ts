import { existsSync } from 'node:fs';
import { connect as openSocket, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { afterEach, expect, test } from 'vitest';

import { findPostmaster } from '../../src/db/embedded/postmaster.ts';
import { openTestDatabase } from '../fixture-database.ts';
import { endServers, runSotay } from './server-process.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

afterEach(async () => {
  await endServers();
  await removeTemporaryFolders();
});

async function status(address: string, path: string): Promise<number> {
  return (await fetch(`${address.replace('localhost', '127.0.0.1')}${path}`)).status;
}

/** A request whose body does not come: the server is at work on it until it is cut. */
async function unfinishedRequest(address: string): Promise<Socket> {
  const socket = openSocket(Number(new URL(address).port), '127.0.0.1');
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    socket.write('POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{', () => resolve());
  });
  await pause(200);
  return socket;
}

test('start creates the database, serves, prints the link for the first administrator, and SIGTERM stops it all with exit code 0', async () => {
  const folder = join(temporaryFolder(), 'data');
  const server = runSotay(['start'], { SOTAY_DATA: folder });
  const address = await server.address();
  expect(await status(address, '/healthz')).toBe(200);
  expect(await status(address, '/readyz')).toBe(200);
  expect(server.output()).toMatch(new RegExp(`Chưa có quản trị viên[^]*${address}/\\S+#[\\w-]{20,}`));
  server.signal('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(findPostmaster(join(folder, 'postgres'))).toBeUndefined();
  expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
});

test('Ctrl-C that arrives twice at once, as npm passes it on, is one wish', async () => {
  const folder = join(temporaryFolder(), 'data');
  const server = runSotay(['start'], { SOTAY_DATA: folder });
  await server.address();
  server.signal('SIGINT');
  server.signal('SIGINT');
  expect(await server.ended).toBe(0);
  expect(findPostmaster(join(folder, 'postgres'))).toBeUndefined();
});

test('a second Ctrl-C later ends at once, and the next start finds everything', async () => {
  const folder = join(temporaryFolder(), 'data');
  const server = runSotay(['start'], { SOTAY_DATA: folder });
  const socket = await unfinishedRequest(await server.address());
  server.signal('SIGINT');
  await pause(1_200);
  expect(server.output()).toContain('Đang dừng');
  server.signal('SIGINT');
  expect(await server.ended).toBe(130);
  socket.destroy();
  const next = runSotay(['start'], { SOTAY_DATA: folder });
  expect(await status(await next.address(), '/readyz')).toBe(200);
});

test('a killed server is followed by the next one on the same folder', async () => {
  const folder = join(temporaryFolder(), 'data');
  const server = runSotay(['start'], { SOTAY_DATA: folder });
  await server.address();
  server.signal('SIGKILL');
  await server.ended;
  const next = runSotay(['start'], { SOTAY_DATA: folder });
  expect(await status(await next.address(), '/readyz')).toBe(200);
});

test('a second start on the folder of a living server is refused in words, exit code 1, and does not disturb it', async () => {
  const folder = join(temporaryFolder(), 'data');
  const server = runSotay(['start'], { SOTAY_DATA: folder });
  const address = await server.address();
  const second = runSotay(['start'], { SOTAY_DATA: folder });
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(`đang được một máy chủ Sổ tay khác dùng (tiến trình ${server.pid})`);
  expect(second.output()).toContain('is in use by another Sổ tay server');
  expect(await status(address, '/readyz')).toBe(200);
});

test('a port in use is named, exit code 1, and no database stays behind', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => {
      const address = other.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const folder = join(temporaryFolder(), 'data');
  const server = runSotay(['start'], { SOTAY_DATA: folder, PORT: String(port) });
  expect(await server.ended).toBe(1);
  expect(server.output()).toContain(`Cổng ${port} trên 127.0.0.1 đang có chương trình khác dùng`);
  expect(findPostmaster(join(folder, 'postgres'))).toBeUndefined();
  await new Promise((resolve) => other.close(resolve));
});

test('a wrong setting ends with exit code 2 before anything is made', async () => {
  const folder = join(temporaryFolder(), 'data');
  const server = runSotay(['start'], { SOTAY_DATA: folder, PORT: 'eighty' });
  expect(await server.ended).toBe(2);
  expect(server.output()).toMatch(/Thiết lập PORT="eighty" không dùng được[^]*The setting PORT="eighty" cannot be used/);
  expect(existsSync(folder)).toBe(false);
});

test('DATABASE_URL is served instead of an embedded database', async () => {
  const database = await openTestDatabase({ empty: true });
  const folder = join(temporaryFolder(), 'data');
  const server = runSotay(['start'], { SOTAY_DATA: folder, DATABASE_URL: database.url });
  expect(await status(await server.address(), '/readyz')).toBe(200);
  expect(existsSync(join(folder, 'postgres'))).toBe(false);
  server.signal('SIGTERM');
  expect(await server.ended).toBe(0);
  const { rows } = await database.pool.query<{ found: string | null }>(`SELECT to_regclass('kysely_migration')::text AS found`);
  expect(rows).toEqual([{ found: 'kysely_migration' }]);
  await database.drop();
});

test.each([[['--help'], 0], [['start', '--help'], 0], [['strat'], 2], [['start', '--port', '1'], 2], [[], 2]])('sotay %o ends with %i and shows help in both languages', async (words, code) => {
  const sotay = runSotay(words, {});
  expect(await sotay.ended).toBe(code);
  expect(sotay.output()).toMatch(/Cách dùng: [^]*Usage: /);
});
