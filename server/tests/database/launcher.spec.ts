import { appendFileSync, chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { Client } from 'pg';
import { afterEach, describe, expect, test } from 'vitest';

import { defaultDataFolder } from '../../src/config.ts';
import type { ConnectionSettings } from '../../src/db/connection-settings.ts';
import { isRoot } from '../../src/db/embedded/data-folder.ts';
import { findPostmaster } from '../../src/db/embedded/postmaster.ts';
import { packagedSoftware } from '../../src/db/embedded/software.ts';
import { findRunningDatabase, startEmbedded } from '../../src/db/embedded/start-embedded.ts';
import type { EmbeddedOptions, RunningDatabase } from '../../src/db/embedded/start-embedded.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';
import { endWriters, startWriter } from './writer-process.ts';

const started: RunningDatabase[] = [];

async function start(folder: string, options: Omit<EmbeddedOptions, 'folder'> = {}): Promise<RunningDatabase> {
  const database = await startEmbedded({ folder, sharedBuffers: '16MB', ...options });
  started.push(database);
  return database;
}

afterEach(async () => {
  try {
    await Promise.all(started.splice(0).map((database) => database.stop()));
  } finally {
    await endWriters();
    await removeTemporaryFolders();
  }
});

async function ask(settings: ConnectionSettings, question: string): Promise<Record<string, string>[]> {
  const client = new Client(settings);
  await client.connect();
  try {
    return (await client.query<Record<string, string>>(question)).rows;
  } finally {
    await client.end();
  }
}

/** A copy of the package whose library links are as npm unpacks them without install scripts: absent. */
function withoutLinks(under: string): string {
  const native = join(under, 'package', 'native');
  cpSync(dirname(packagedSoftware()), dirname(native), { recursive: true, verbatimSymlinks: true });
  const lib = join(native, 'lib');
  for (const name of readdirSync(lib)) if (lstatSync(join(lib, name)).isSymbolicLink()) rmSync(join(lib, name));
  return native;
}

function links(native: string): string[] {
  return readdirSync(join(native, 'lib')).filter((name) => lstatSync(join(native, 'lib', name)).isSymbolicLink());
}

describe('the cluster', () => {
  test('has checksums, UTF-8, the built-in C.UTF-8 locale, scram, and listens on a private socket alone', async () => {
    const folder = join(temporaryFolder(), 'data');
    const { application } = await start(folder);
    expect(
      await ask(
        application,
        `SELECT current_setting('data_checksums') AS checksums, current_setting('fsync') AS fsync, current_setting('server_encoding') AS encoding,
          datlocprovider AS provider, datlocale AS locale, current_setting('listen_addresses') AS network,
          current_setting('password_encryption') AS passwords, current_setting('is_superuser') AS superuser
         FROM pg_database WHERE datname = current_database()`,
      ),
    ).toEqual([{ checksums: 'on', fsync: 'on', encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8', network: '', passwords: 'scram-sha-256', superuser: 'off' }]);
    expect(application.host).toBe(join(folder, 'run'));
    expect(statSync(application.host).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600);
    const lines = readFileSync(join(folder, 'postgres', 'pg_hba.conf'), 'utf8').split('\n').filter((line) => /^(local|host)/.test(line));
    expect(lines.every((line) => line.trim().endsWith('scram-sha-256'))).toBe(true);
    await expect(ask({ ...application, password: 'guessed' }, 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  test('generates a password of its own for each folder', async () => {
    const first = await start(join(temporaryFolder(), 'data'));
    const second = await start(join(temporaryFolder(), 'data'));
    expect(first.application.password).toMatch(/^[\w-]{32}$/);
    expect(second.application.password).not.toBe(first.application.password);
  });

  test('keeps what it holds over a stop and a start', async () => {
    const folder = join(temporaryFolder(), 'data');
    const first = await start(folder);
    await ask(first.application, `CREATE TABLE kept AS SELECT 'đã lưu' AS word`);
    await first.stop();
    expect(await ask((await start(folder)).application, 'SELECT word FROM kept')).toEqual([{ word: 'đã lưu' }]);
  });

  test('a creation cut short leaves nothing that looks like a cluster, and the next start creates anew', async () => {
    const folder = join(temporaryFolder(), 'data');
    await (await start(folder)).stop();
    rmSync(join(folder, 'postgres'), { recursive: true });
    mkdirSync(join(folder, 'postgres.new', 'cluster'), { recursive: true });
    writeFileSync(join(folder, 'postgres.new', 'cluster', 'PG_VERSION'), '17\n');
    expect(await ask((await start(folder)).application, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(folder, 'postgres.new'))).toBe(false);
  });

  test('writes no name of a person into its log, not even with an error', async () => {
    const folder = join(temporaryFolder(), 'data');
    const { application } = await start(folder);
    await ask(application, 'CREATE TABLE person (name text PRIMARY KEY)');
    await ask(application, `INSERT INTO person VALUES ('Nguyễn Thị Bí Mật')`);
    await expect(ask(application, `INSERT INTO person VALUES ('Nguyễn Thị Bí Mật')`)).rejects.toThrow('duplicate key');
    const log = readFileSync(join(folder, 'postgres.log'), 'utf8');
    expect(log).toContain('duplicate key value violates unique constraint');
    expect(log).not.toContain('Bí Mật');
  });

  test('does without sockets: loopback only', async () => {
    const { application, administrator } = await start(join(temporaryFolder(), 'data'), { listen: 'loopback' });
    expect(application.host).toBe('127.0.0.1');
    expect(await ask(administrator, `SELECT current_setting('listen_addresses') AS at, current_setting('unix_socket_directories') AS sockets`)).toEqual([
      { at: '127.0.0.1', sockets: '' },
    ]);
  });
});

describe('the folder', () => {
  test('is refused to a second server while the first lives, in words that name it', async () => {
    const folder = join(temporaryFolder(), 'data');
    const writer = startWriter(folder);
    await writer.said('ready');
    await expect(start(folder)).rejects.toMatchObject({ name: 'FolderInUse', vi: expect.stringContaining(`(tiến trình ${writer.pid})`), en: expect.stringContaining('SOTAY_DATA') });
    await writer.savedMore(5);
  });

  test('is given to exactly one of four that start at the same moment', async () => {
    const folder = join(temporaryFolder(), 'data');
    const writers = [1, 2, 3, 4].map(() => startWriter(folder));
    const outcomes = await Promise.all(writers.map((writer) => Promise.race([writer.said('ready').then(() => 'ready', () => 'refused'), writer.said('refused').then(() => 'refused', () => 'refused')])));
    expect(outcomes.filter((outcome) => outcome === 'ready')).toHaveLength(1);
  });

  test('is found by a command beside its server, and only then', async () => {
    const folder = join(temporaryFolder(), 'data');
    expect(await findRunningDatabase(folder)).toBeUndefined();
    const database = await start(folder);
    expect((await findRunningDatabase(folder))?.application).toEqual(database.application);
    await database.stop();
    expect(await findRunningDatabase(folder)).toBeUndefined();
  });

  test('that holds something else is refused and left as it is', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'luận văn.docx'), 'x');
    await expect(start(folder)).rejects.toMatchObject({ vi: expect.stringContaining('đã có nội dung khác') });
    expect(readdirSync(folder)).toEqual(['luận văn.docx']);
  });

  test('may be too deep for a socket: the socket then stands in a short private one, removed at the end', async () => {
    const folder = join(temporaryFolder(), 'một-thư-mục-rất-sâu'.repeat(4), 'data');
    const database = await start(folder);
    const { host } = database.application;
    expect(Buffer.byteLength(join(folder, 'run', '.s.PGSQL.5432'))).toBeGreaterThan(107);
    expect(host.startsWith(join(tmpdir(), 'sotay-'))).toBe(true);
    expect(statSync(host).mode & 0o777).toBe(0o700);
    expect(await ask(database.application, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect((await findRunningDatabase(folder))?.application.host).toBe(host);
    await database.stop();
    expect(existsSync(host)).toBe(false);
  });
});

describe('safety', () => {
  test.each(['fsync', 'full_page_writes', 'synchronous_commit'])('%s=off in postgresql.conf is refused before anything runs', async (setting) => {
    const folder = join(temporaryFolder(), 'data');
    await (await start(folder)).stop();
    const log = readFileSync(join(folder, 'postgres.log'), 'utf8');
    appendFileSync(join(folder, 'postgres', 'postgresql.conf'), `${setting} = off\n`);
    await expect(start(folder)).rejects.toMatchObject({ vi: expect.stringContaining(`${setting}=off`), en: expect.stringContaining('power cut') });
    expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).toBe(log);
    expect(findPostmaster(join(folder, 'postgres'))).toBeUndefined();
  });

  test('after a refusal the folder is free again', async () => {
    const folder = join(temporaryFolder(), 'data');
    await (await start(folder)).stop();
    const conf = join(folder, 'postgres', 'postgresql.conf');
    const good = readFileSync(conf, 'utf8');
    writeFileSync(conf, `${good}\nfsync = off\n`);
    await expect(start(folder)).rejects.toThrow('fsync=off');
    writeFileSync(conf, good);
    expect(await ask((await start(folder)).application, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
  });
});

describe('the programs', () => {
  test('run though install scripts were blocked: the library links are made anew', async () => {
    const under = temporaryFolder();
    const native = withoutLinks(under);
    expect(links(native)).toEqual([]);
    await start(join(under, 'data'), { native });
    expect(links(native)).toEqual(expect.arrayContaining(['libpq.so.5', 'libicuuc.so.60']));
    expect(existsSync(join(under, 'data', 'software'))).toBe(false);
  });

  test('run though a link list names places outside the package: those are left alone', async () => {
    const under = temporaryFolder();
    const native = withoutLinks(under);
    const list = join(native, 'pg-symlinks.json');
    const entries: unknown[] = JSON.parse(readFileSync(list, 'utf8'));
    writeFileSync(list, JSON.stringify([...entries, { source: 'native/lib/libpq.so.5.17', target: '../outside.so' }]));
    await start(join(under, 'data'), { native });
    expect(existsSync(join(under, 'outside.so'))).toBe(false);
  });
});

describe.runIf(isRoot())('as root', () => {
  test('the database runs as a bare user id that no account has, and no account is made', async () => {
    const before = readFileSync('/etc/passwd', 'utf8');
    const folder = join(temporaryFolder(), 'data');
    await start(folder);
    const { pid } = findPostmaster(join(folder, 'postgres')) ?? { pid: 0 };
    const ids = /^Uid:\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.slice(1).map(Number);
    const owner = statSync(join(folder, 'postgres')).uid;
    expect(ids).toEqual([owner, owner, owner, owner]);
    expect(/^Groups:\s*$/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))).toBe(true);
    expect(before.split('\n').map((line) => Number(line.split(':')[2]))).not.toContain(owner);
    expect(owner).toBeGreaterThan(0);
    expect(readFileSync('/etc/passwd', 'utf8')).toBe(before);
  });

  test('two installations do not share a user id', async () => {
    const [first, second] = [join(temporaryFolder(), 'data'), join(temporaryFolder(), 'data')];
    await start(first);
    await start(second);
    expect(statSync(join(first, 'postgres')).uid).not.toBe(statSync(join(second, 'postgres')).uid);
  });

  test('a checkout that only root can enter: the programs are copied beside the data, which stand in /var/lib/sotay by default', async () => {
    const under = temporaryFolder();
    const checkout = join(under, 'root', 'so-tay');
    mkdirSync(checkout, { recursive: true });
    const native = withoutLinks(checkout);
    chmodSync(join(under, 'root'), 0o700);
    expect(defaultDataFolder(checkout)).toBe('/var/lib/sotay');
    const data = join(under, 'var-lib-sotay');
    const database = await start(data, { native });
    expect(await ask(database.application, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const { pid } = findPostmaster(join(data, 'postgres')) ?? { pid: 0 };
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith(join(data, 'software'))).toBe(true);
    await database.stop();
    await start(data, { native });
  });

  test('a data folder that only root can enter is refused, naming the closed one', async () => {
    const closed = join(temporaryFolder(), 'closed');
    mkdirSync(closed, { mode: 0o700 });
    await expect(start(join(closed, 'data'))).rejects.toMatchObject({ vi: expect.stringContaining(closed), en: expect.stringContaining('/var/lib/sotay') });
  });

  test('started by an ordinary user it runs as that user, whose data root may open later', async () => {
    const folder = join(temporaryFolder(), 'data');
    mkdirSync(folder);
    const nobody = 65_534;
    chownSync(folder, nobody, nobody);
    const writer = startWriter(folder, { uid: nobody });
    await writer.said('ready');
    expect(statSync(join(folder, 'postgres')).uid).toBe(nobody);
    await writer.savedMore(5);
    expect(await writer.kill('SIGTERM')).toBe(0);
    const [row] = await ask((await start(folder)).application, 'SELECT count(*)::int AS count FROM saved');
    expect(row?.['count']).toBeGreaterThanOrEqual(5);
  });

  test('a command of another user beside the server is refused in words', async () => {
    const folder = join(temporaryFolder(), 'data');
    await start(folder);
    chownSync(folder, 65_534, 65_534);
    chownSync(join(folder, 'lock'), 0, 0);
    const writer = startWriter(folder, { uid: 65_534 });
    expect(await writer.said('refused')).toContain('cùng người dùng với máy chủ');
    chownSync(folder, 0, 0);
    chmodSync(folder, 0o711);
  });

  test('a cluster of another user is refused to an ordinary one, in words', async () => {
    const folder = join(temporaryFolder(), 'data');
    const { application, stop } = await start(folder);
    await ask(application, 'SELECT 1');
    await stop();
    chmodSync(folder, 0o777);
    const writer = startWriter(folder, { uid: 65_534 });
    expect(await writer.said('refused')).toMatch(/quyền|thuộc về/);
  });
});

describe.runIf(!isRoot())('as an ordinary user', () => {
  test('the database runs as that user', async () => {
    const folder = join(temporaryFolder(), 'data');
    await start(folder);
    expect(statSync(join(folder, 'postgres')).uid).toBe(process.getuid?.());
  });

  test('a checkout that cannot be written and lacks its links is copied', async () => {
    const under = temporaryFolder();
    const native = withoutLinks(under);
    chmodSync(join(native, 'lib'), 0o555);
    try {
      await start(join(under, 'data'), { native });
      expect(existsSync(join(under, 'data', 'software'))).toBe(true);
      expect(links(native)).toEqual([]);
    } finally {
      chmodSync(join(native, 'lib'), 0o755);
    }
  });
});

test('a data folder reached through a link is the same folder', async () => {
  const under = temporaryFolder();
  symlinkSync(join(under, 'data'), join(under, 'link'));
  await start(join(under, 'data'));
  await expect(start(join(under, 'link'))).rejects.toMatchObject({ name: 'FolderInUse' });
});
