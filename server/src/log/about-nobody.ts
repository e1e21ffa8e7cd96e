import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Noted } from '@sotay/domain/kernel/effective';
import type { AreaId, RegistryId } from '@sotay/domain/kernel/ids';
import { readFact } from '@sotay/domain/kinds';
import type { Fact, FactType } from '@sotay/domain/kinds';

import { withScope } from '../access/with-scope.ts';
import type { Database } from '../db/schema.ts';

/** The facts of some types about nobody, by area, with all that withdraws or settles such facts (docs/decisions/0017). */
export async function readAboutNobody(
  db: Kysely<Database>,
  registries: readonly RegistryId[],
  areas: readonly AreaId[],
  types: readonly FactType[],
): Promise<Map<AreaId, Noted<Fact>[]>> {
  const found = new Map<AreaId, Noted<Fact>[]>(areas.map((area) => [area, []]));
  if (registries.length === 0) return found;
  const wanted: readonly FactType[] = [...types, 'fact-withdrawn', 'fact-settled'];
  const { rows } = await withScope(db, { registries }, (trx) =>
    sql<{ area_id: AreaId; status: 'accepted' | 'held'; body: string }>`
      SELECT log.area_id, log.status, log.body FROM about JOIN log ON log.registry_id = about.registry_id AND log.seq = about.seq
      WHERE about.registry_id = ANY (${[...registries]}::uuid[]) AND about.subject_id = ANY (${[...areas]}::uuid[]) AND log.type = ANY (${[...wanted]}::text[])
      ORDER BY log.registry_id, log.seq`.execute(trx),
  );
  for (const row of rows) {
    const reading = readFact(JSON.parse(row.body));
    // A hostile note may name an area's id as if it were somebody.
    if (reading.kind === 'known' && reading.fact.about.length === 0) found.get(row.area_id)?.push({ fact: reading.fact, status: row.status });
  }
  return found;
}
