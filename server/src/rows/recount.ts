import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { RegistryId, SubjectId } from '@sotay/domain/kernel/ids';
import { RULES_VERSION } from '@sotay/domain/packs/in-force';

import { withScope } from '../access/with-scope.ts';
import type { Database } from '../db/schema.ts';
import { lockOtherwiseCounted } from '../log/head.ts';
import { Loaded } from '../log/load.ts';
import { NotedFacts } from '../log/noted-facts.ts';
import { OperatorError } from '../operator-error.ts';
import { followSubjects } from './follow.ts';

/** How far a recount is: registries done, of how many. */
export type RecountProgress = { readonly done: number; readonly of: number };

/** Whoever watches is told at the beginning of a registry and at most so often. */
const TELL_EVERY_MS = 1_000;

/**
 * Counts every registry again that was counted by other rules than this version's, older or newer (docs/decisions/0021). Each in one transaction under its
 * lock: killed in the middle, those done stay done and the next call goes on; of several callers at once one counts, and the others find it done.
 * @param tell called when it has taken more than a second, and then each second
 * @returns how many registries were counted again
 * @throws RecountFailed at the first that cannot be; it stands as before
 */
export async function countByTheseRules(db: Kysely<Database>, tell?: (progress: RecountProgress) => void): Promise<number> {
  const registries = await withScope(db, 'every', (trx) => trx.selectFrom('registry_head').select('registry_id').where('rules_version', '!=', RULES_VERSION).orderBy('registry_id').execute());
  let counted = 0;
  const progress = { done: 0, of: registries.length };
  const telling = setInterval(() => tell?.({ ...progress }), TELL_EVERY_MS);
  try {
    for (const { registry_id: registry } of registries) {
      if (await withScope(db, { registries: [registry] }, (trx) => recount(trx, registry)).catch((error: unknown) => failed(registry, error))) counted += 1;
      progress.done += 1;
    }
  } finally {
    clearInterval(telling);
  }
  return counted;
}

/** The figures of a registry could not be made by this version's rules; the registry stands as it was. */
class RecountFailed extends OperatorError {
  override readonly name = 'RecountFailed';
}

function failed(registry: RegistryId, error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  throw new RecountFailed(
    `Không đếm lại được số liệu của sổ bộ ${registry} theo quy tắc của phiên bản này (${reason}); sổ bộ ấy vẫn như trước.`,
    `The figures of registry ${registry} could not be counted again by the rules of this version (${reason}); that registry stands as before.`,
    1,
    error,
  );
}

/** @returns false when another has counted it meanwhile */
async function recount(trx: Transaction<Database>, registry: RegistryId): Promise<boolean> {
  const head = await lockOtherwiseCounted(trx, registry);
  if (head === undefined) return false;
  const { rows } = await sql<{ subject_id: SubjectId }>`
    SELECT DISTINCT subject_id FROM about WHERE registry_id = ${registry} AND subject_id NOT IN (SELECT id FROM area WHERE registry_id = ${registry})`.execute(trx);
  const touched = rows.map((row) => row.subject_id);
  const history = new NotedFacts();
  const loaded = new Loaded(trx, registry, history);
  await loaded.load(touched, []);
  await sql`DELETE FROM contribution WHERE registry_id = ${registry}`.execute(trx);
  await sql`DELETE FROM cells WHERE registry_id = ${registry}`.execute(trx);
  // Whoever comes into an area's sight by the new rules stands after every cursor handed out, as if noted next (log/feed.ts).
  await followSubjects(trx, registry, { head: { ...head, seq: head.seq + 1 }, loaded, history, touched });
  await sql`UPDATE registry_head SET rules_version = ${RULES_VERSION} WHERE registry_id = ${registry}`.execute(trx);
  return true;
}
