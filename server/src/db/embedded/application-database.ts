import { Client } from 'pg';

import type { ConnectionSettings } from '../connection-settings.ts';

/**
 * Sees to the application's role and database once the cluster answers. The role is no superuser and may not pass row-level
 * security; it owns its database and nothing else.
 * @returns false while the cluster does not answer, or ended meanwhile
 */
export async function prepareDatabase(to: { readonly administrator: ConnectionSettings; readonly application: ConnectionSettings }): Promise<boolean> {
  const client = new Client(to.administrator);
  client.on('error', () => undefined);
  try {
    await client.connect();
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [to.application.database]);
    if (found.rowCount === 0) await createApplicationDatabase(client, to.application);
    return true;
  } catch (error) {
    if (isNotAnswering(error)) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createApplicationDatabase(client: Client, { user, password, database }: ConnectionSettings): Promise<void> {
  const role = client.escapeIdentifier(user);
  const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [user]);
  if (known.rowCount === 0) {
    await client.query(`CREATE ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(password)}`);
  }
  await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${role}`);
}

/** No socket yet, refused, cut off, starting up (57P03), shutting down (57P01, 57P02). */
function isNotAnswering(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^(ENOENT|ECONNREFUSED|ECONNRESET|EPIPE|57P0[123])$/.test(code) || error.message.startsWith('Connection terminated');
}
