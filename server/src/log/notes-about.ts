import type { Kysely, Transaction } from 'kysely';
import { effective } from '@sotay/domain/kernel/effective';
import type { AreaId, RegistryId, SubjectId } from '@sotay/domain/kernel/ids';
import { readFact } from '@sotay/domain/kinds';
import { PRIVATE_TYPES } from '@sotay/domain/planning/private';
import type { NotesAbout } from '@sotay/domain/wire/reports';

import { withScope } from '../access/with-scope.ts';
import type { Database } from '../db/schema.ts';
import { isHousehold, loadMen } from '../rows/register.ts';
import { isAnswer, travelsOverLink } from './link-sight.ts';
import { Problems } from './load.ts';

/**
 * The notes about a subject that one of the areas sees, in the order of the log; undefined when none of them sees it. Of somebody whom they see only over a
 * link it is what travels over one.
 * @param ofPrivate runs in the transaction that reads the private notes of a person, a household having none; without it they are left out
 */
export async function findNotesAbout(db: Kysely<Database>, registries: readonly RegistryId[], areas: readonly AreaId[], subject: SubjectId, ofPrivate?: (trx: Transaction<Database>) => Promise<void>): Promise<NotesAbout | undefined> {
  if (registries.length === 0) return undefined;
  return withScope(db, { registries }, async (trx) => {
    const seen = await trx
      .selectFrom('visible')
      .select(['registry_id', 'via'])
      .where('registry_id', 'in', registries)
      .where('subject_id', '=', subject)
      .where('area_id', 'in', areas)
      .where('left_seq', 'is', null)
      .orderBy('via')
      .executeTakeFirst();
    if (seen === undefined) return undefined;
    const isPrivateAsked = ofPrivate !== undefined && !(await isHousehold(trx, seen.registry_id, subject));
    if (isPrivateAsked) await ofPrivate(trx);
    const rows = await trx
      .selectFrom('about')
      .innerJoin('log', (join) => join.onRef('log.registry_id', '=', 'about.registry_id').onRef('log.seq', '=', 'about.seq'))
      .leftJoin('log as target', (join) => join.onRef('target.registry_id', '=', 'log.registry_id').onRef('target.fact_id', '=', 'log.target_id'))
      .leftJoin('log as root', (join) => join.onRef('root.registry_id', '=', 'target.registry_id').onRef('root.fact_id', '=', 'target.target_id'))
      .select(['log.seq', 'log.fact_id', 'log.received_at', 'log.status', 'log.problems', 'log.body', 'log.type', 'target.type as target_type', 'root.type as root_type'])
      .where('about.registry_id', '=', seen.registry_id)
      .where('about.subject_id', '=', subject)
      .orderBy('log.seq')
      .execute();
    const isMan = seen.via === 'link' && (await loadMen(trx, seen.registry_id, [subject])).size > 0;
    const told = isPrivateAsked ? rows : rows.filter((row) => !isPrivate(row));
    const shown = seen.via === 'home' ? told : told.filter((row) => travelsOverLink(row, isMan));
    const read = shown.map((row) => ({ row, reading: readFact(JSON.parse(row.body)) }));
    const counting = new Set(effective(read.flatMap(({ row, reading }) => (reading.kind === 'known' ? [{ fact: reading.fact, status: row.status }] : []))).map(({ id }) => id));
    return {
      subject,
      entries: shown.map((row) => ({
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

/** Whether a note is private, answers one that is, by a withdrawal too, or may be: it cannot be read, or what it answers is not there. */
function isPrivate({ type, target_type: target, root_type: root }: Record<'type' | 'target_type' | 'root_type', string | null>): boolean {
  const spoken = isAnswer(type) ? (isAnswer(target) ? (root ?? target) : (target ?? type)) : type;
  return spoken === null || isAnswer(spoken) || PRIVATE_TYPES.includes(spoken);
}
