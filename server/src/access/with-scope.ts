import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { RegistryId } from '@sotay/domain/kernel/ids';

import type { Database } from '../db/schema.ts';

/** The registries whose people a transaction may see and write; `every` for the work of the service itself (verify, jobs, backup). */
export type Scope = { readonly registries: readonly RegistryId[] } | 'every';

/**
 * Runs `work` in one transaction that sees of residents only what belongs to the registries named: the second fence behind the policies of the routes.
 * Without it, tables under `scopeStatements` show nothing and take nothing. The scope ends with the transaction (SET LOCAL).
 * @param isSnapshot all of its queries see what was there at the first
 */
export async function withScope<Result>(
  db: Kysely<Database>,
  scope: Scope,
  work: (transaction: Transaction<Database>) => Promise<Result>,
  isSnapshot = false,
): Promise<Result> {
  const registries = scope === 'every' ? '' : scope.registries.join(',');
  const every = scope === 'every' ? 'on' : 'off';
  const begin = isSnapshot ? db.transaction().setIsolationLevel('repeatable read') : db.transaction();
  return begin.execute(async (transaction) => {
    await sql`SELECT set_config('sotay.registries', ${registries}, true), set_config('sotay.every', ${every}, true)`.execute(transaction);
    return work(transaction);
  });
}

/**
 * The statements by which a migration puts a table with a `registry_id` behind the fence. FORCE: the application owns its tables, and an owner is
 * otherwise not bound. No subquery, which Citus refuses in a policy of a distributed table. Two settings: the
 * planner reads both sides of the OR, so the list must always be one of ids.
 */
export function scopeStatements(table: string): string[] {
  const inside = `current_setting('sotay.every', true) = 'on' OR registry_id = ANY (string_to_array(current_setting('sotay.registries', true), ',')::uuid[])`;
  return [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `CREATE POLICY ${table}_scope ON ${table} USING (${inside}) WITH CHECK (${inside})`,
  ];
}
