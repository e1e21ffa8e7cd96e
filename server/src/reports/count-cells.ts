import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { AreaId, RegistryId } from '@sotay/domain/kernel/ids';
import { kindOf, monthContaining } from '@sotay/domain/kernel/period';
import type { Period } from '@sotay/domain/kernel/period';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import type { BornOn } from '@sotay/domain/reports/age-sex';

import { withScope } from '../access/with-scope.ts';
import type { Database } from '../db/schema.ts';
import { lockHead, moveHead } from '../log/head.ts';
import { countsArray, countsInSql, openPeriods, openedSpans, spanOf } from '../rows/periods.ts';
import { registriesOfAreas } from './areas-counted.ts';
import type { AreaCounted } from './areas-counted.ts';
import { readResidents } from './residents.ts';

export type Counted = {
  readonly counts: ReadonlyMap<AreaId, readonly number[]>;
  /** The seq up to which each registry was counted. */
  readonly seqs: ReadonlyMap<RegistryId, number>;
  /** Of a year: the residents of each area at its end, by sex and date of birth, counted at the same moment. */
  readonly residents: ReadonlyMap<AreaId, readonly BornOn[]>;
};

type HeadRow = { registry_id: RegistryId; seq: number; first_month: Period; opened_month: Period };
type CountRow = { registry_id: RegistryId; seq: number; area_id: AreaId | null; counts: number[] | null };

/**
 * The counts of areas in a period, each registry's with the seq that they count. Periods that are kept are read from the cells; the current month is
 * opened where it is not; a period from before the first month kept is counted from the contributions.
 */
export async function countCells(db: Kysely<Database>, areas: readonly AreaCounted[], period: Period, today: PlainDate): Promise<Counted> {
  const registries = registriesOfAreas(areas);
  if (registries.length === 0) return { counts: new Map(), seqs: new Map(), residents: new Map() };
  await openBehind(db, registries, today);
  const count = async (trx: Transaction<Database>): Promise<Counted> => {
    const heads = await trx.selectFrom('registry_head').select(['registry_id', 'seq', 'first_month', 'opened_month']).where('registry_id', 'in', registries).execute();
    const kept = heads.filter((head) => isKept(head, period)).map((head) => head.registry_id);
    const scanned = heads.filter((head) => !isKept(head, period)).map((head) => head.registry_id);
    const ids = areas.map(({ id }) => id);
    const rows = [...(await readKept(trx, kept, ids, period)), ...(await scan(trx, scanned, ids, period))];
    const seqs = new Map(registries.map((registry) => [registry, 0]));
    const counts = new Map<AreaId, readonly number[]>();
    for (const row of rows) {
      seqs.set(row.registry_id, row.seq);
      if (row.area_id !== null && row.counts !== null) counts.set(row.area_id, row.counts);
    }
    return { counts, seqs, residents: kindOf(period) === 'year' ? await readResidents(trx, registries, ids, period) : new Map() };
  };
  return withScope(db, { registries }, count, true);
}

function isKept(head: Pick<HeadRow, 'first_month' | 'opened_month'>, period: Period): boolean {
  return openedSpans({ firstMonth: head.first_month, openedMonth: head.opened_month }).some((span) => span.period === period);
}

/** Opens the current month of registries in which nothing was admitted since it began. */
async function openBehind(db: Kysely<Database>, registries: readonly RegistryId[], today: PlainDate): Promise<void> {
  const current = monthContaining(today);
  const behind = await withScope(db, { registries }, (trx) =>
    trx.selectFrom('registry_head').select('registry_id').where('registry_id', 'in', [...registries]).where('opened_month', '<', current).execute(),
  );
  for (const { registry_id: registry } of behind) {
    await withScope(db, { registries: [registry] }, async (trx) => {
      const head = await lockHead(trx, registry, today);
      await moveHead(trx, registry, await openPeriods(trx, registry, head, today));
    });
  }
}

/** The seq and the cells it counts, in one statement, so that one belongs to the other. */
async function readKept(trx: Transaction<Database>, registries: readonly RegistryId[], areas: readonly AreaId[], period: Period): Promise<CountRow[]> {
  if (registries.length === 0) return [];
  const { rows } = await sql<CountRow>`
    SELECT head.registry_id, head.seq, cells.area_id, cells.counts FROM registry_head AS head
    LEFT JOIN cells ON cells.registry_id = head.registry_id AND cells.period = ${period} AND cells.area_id = ANY (${[...areas]}::uuid[])
    WHERE head.registry_id = ANY (${[...registries]}::uuid[])`.execute(trx);
  return rows;
}

async function scan(trx: Transaction<Database>, registries: readonly RegistryId[], areas: readonly AreaId[], period: Period): Promise<CountRow[]> {
  if (registries.length === 0) return [];
  const { first, last } = spanOf(period);
  const { rows } = await sql<CountRow>`
    SELECT head.registry_id, head.seq, contribution.area_id, ${countsArray} AS counts FROM registry_head AS head
    LEFT JOIN contribution ON contribution.registry_id = head.registry_id AND contribution.area_id = ANY (${[...areas]}::uuid[])
      AND ${countsInSql(sql`${first}::date`, sql`${last}::date`)}
    WHERE head.registry_id = ANY (${[...registries]}::uuid[])
    GROUP BY head.registry_id, head.seq, contribution.area_id`.execute(trx);
  return rows;
}
