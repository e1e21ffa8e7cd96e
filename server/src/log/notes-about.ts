import type { Kysely } from 'kysely';
import { effective } from '@sotay/domain/kernel/effective';
import type { AreaId, RegistryId, SubjectId } from '@sotay/domain/kernel/ids';
import { readFact } from '@sotay/domain/kinds';
import type { NotesAbout } from '@sotay/domain/wire/reports';

import { withScope } from '../access/with-scope.ts';
import type { Database } from '../db/schema.ts';
import { Problems } from './load.ts';

/** Every note about a subject that one of the areas sees, in the order of the log; undefined when none of them sees it. */
export async function findNotesAbout(db: Kysely<Database>, registries: readonly RegistryId[], areas: readonly AreaId[], subject: SubjectId): Promise<NotesAbout | undefined> {
  if (registries.length === 0) return undefined;
  return withScope(db, { registries }, async (trx) => {
    const seen = await trx
      .selectFrom('visible')
      .select('registry_id')
      .where('registry_id', 'in', registries)
      .where('subject_id', '=', subject)
      .where('area_id', 'in', areas)
      .where('left_seq', 'is', null)
      .executeTakeFirst();
    if (seen === undefined) return undefined;
    const rows = await trx
      .selectFrom('about')
      .innerJoin('log', (join) => join.onRef('log.registry_id', '=', 'about.registry_id').onRef('log.seq', '=', 'about.seq'))
      .select(['log.seq', 'log.fact_id', 'log.received_at', 'log.status', 'log.problems', 'log.body'])
      .where('about.registry_id', '=', seen.registry_id)
      .where('about.subject_id', '=', subject)
      .orderBy('log.seq')
      .execute();
    const read = rows.map((row) => ({ row, reading: readFact(JSON.parse(row.body)) }));
    const counting = new Set(effective(read.flatMap(({ row, reading }) => (reading.kind === 'known' ? [{ fact: reading.fact, status: row.status }] : []))).map(({ id }) => id));
    return {
      subject,
      entries: rows.map((row) => ({
        seq: row.seq,
        receivedAt: row.received_at,
        status: row.status,
        counts: counting.has(row.fact_id),
        problems: Problems.parse(JSON.parse(row.problems)),
        raw: JSON.parse(row.body) as unknown,
      })),
    };
  });
}
