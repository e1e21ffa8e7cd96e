import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

import type { Kysely } from 'kysely';
import { Client } from 'pg';
import type { Pool } from 'pg';
import { z } from 'zod';

import { connect } from '../src/db/connect.ts';
import { connectionUrl } from '../src/db/connection-settings.ts';
import type { ConnectionSettings } from '../src/db/connection-settings.ts';
import { findStartTicks } from '../src/db/embedded/process-identity.ts';
import type { Database } from '../src/db/schema.ts';

/**
 * A real PostgreSQL for integration specs, with every migration applied: one cluster per test run (started by the first
 * spec that asks, fsync on, stopped when the run ends however it ends), one fresh database per call.
 *
 * ```ts
 * const database = await openTestDatabase();          // about 0.3 s; in beforeAll or at the top of the file
 * afterAll(() => database.drop());
 * await database.db.insertInto('unit').values(…).execute();   // Kysely<Database>, as the application's role
 * ```
 *
 * `openTestDatabase({ empty: true })`: without any table. `pool`: the raw pool under `db`. `url`, `settings`: for a server of one's own, as `DATABASE_URL`. `administrator`: the
 * superuser, in the same database. `another()`: a second, separate pool. A new migration is seen by the next test run.
 */
export type TestDatabase = {
  readonly db: Kysely<Database>;
  readonly pool: Pool;
  readonly settings: ConnectionSettings;
  readonly administrator: ConnectionSettings;
  readonly url: string;
  readonly another: (poolSize?: number) => ReturnType<typeof connect>;
  readonly drop: () => Promise<void>;
};

const settingsShape = z.object({ host: z.string(), port: z.number(), user: z.string(), password: z.string(), database: z.string() });
const readyShape = z.object({ application: settingsShape.optional(), administrator: settingsShape.optional(), fault: z.string().optional() });

const KEEPER = fileURLToPath(new URL('./database-keeper.ts', import.meta.url));
const PATIENCE_MS = 60_000;

/** The process whose end is the end of the test run: specs run in its forks or in its threads. */
const RUN_PID = isMainThread ? process.ppid : process.pid;

type Cluster = { readonly application: ConnectionSettings; readonly administrator: ConnectionSettings; readonly migrationFault: string | undefined };

let cluster: Promise<Cluster> | undefined;

async function findCluster(): Promise<Cluster> {
  const folder = join(tmpdir(), `sotay-test-${RUN_PID}-${findStartTicks(RUN_PID) ?? 'run'}`);
  try {
    mkdirSync(folder, { mode: 0o711 });
    chmodSync(folder, 0o711);
    const log = openSync(join(folder, 'keeper.log'), 'a', 0o600);
    spawn(process.execPath, ['--import', 'tsx', KEEPER, folder, String(RUN_PID)], { detached: true, stdio: ['ignore', log, log] }).unref();
  } catch (error) {
    // Another spec file of this run was first.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const ready = join(folder, 'ready.json');
  const until = Date.now() + PATIENCE_MS;
  while (!existsSync(ready)) {
    if (Date.now() > until) throw new Error(`the test database did not start; see ${folder}/keeper.log`);
    await pause(25);
  }
  const { application, administrator, fault } = readyShape.parse(JSON.parse(readFileSync(ready, 'utf8')));
  if (application === undefined || administrator === undefined) throw new Error(`the test database did not start: ${fault}`);
  return { application, administrator, migrationFault: fault };
}

async function asAdministrator(settings: ConnectionSettings, statement: (client: Client) => string): Promise<void> {
  const client = new Client(settings);
  await client.connect();
  try {
    await client.query(statement(client));
  } finally {
    await client.end();
  }
}

/** A fresh database with every migration applied. Drop it when done. */
export async function openTestDatabase(options: { readonly poolSize?: number; readonly empty?: boolean } = {}): Promise<TestDatabase> {
  const { application, administrator, migrationFault } = await (cluster ??= findCluster());
  if (migrationFault !== undefined && options.empty !== true) throw new Error(`the test database has no tables: ${migrationFault}`);
  const name = `spec_${process.pid}_${randomBytes(4).toString('hex')}`;
  const template = options.empty === true ? 'template1' : 'migrated';
  await asAdministrator(administrator, (client) => `CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE ${template} OWNER ${client.escapeIdentifier(application.user)}`);
  const settings = { ...application, database: name };
  const open: ReturnType<typeof connect>[] = [];
  const another = (poolSize = options.poolSize ?? 12): ReturnType<typeof connect> => {
    const connected = connect(settings, { poolSize });
    open.push(connected);
    return connected;
  };
  const { db, pool } = another();
  return {
    db,
    pool,
    settings,
    administrator: { ...administrator, database: name },
    url: connectionUrl(settings),
    another,
    drop: async () => {
      await Promise.all(open.filter(({ pool: used }) => !used.ended).map(({ close }) => close()));
      await asAdministrator(administrator, (client) => `DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
    },
  };
}
