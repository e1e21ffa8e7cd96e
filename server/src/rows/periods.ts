import { sql } from 'kysely';
import type { RawBuilder, Transaction } from 'kysely';
import type { RegistryId } from '@sotay/domain/kernel/ids';
import { firstDay, lastDay, monthContaining, periodsBetween } from '@sotay/domain/kernel/period';
import type { Period } from '@sotay/domain/kernel/period';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import { CELLS } from '@sotay/domain/packs/tt01-2022/cells';

import type { Database } from '../db/schema.ts';
import type { Head } from '../log/head.ts';

/** A period with its first and last day. */
export type Span = { readonly period: Period; readonly first: PlainDate; readonly last: PlainDate };

export function spanOf(period: Period): Span {
  return { period, first: firstDay(period), last: lastDay(period) };
}

const known = new Map<string, readonly Span[]>();

/** The periods of which a registry keeps cells: every month, quarter and year that touches its opened months. */
export function openedSpans({ firstMonth, openedMonth }: Pick<Head, 'firstMonth' | 'openedMonth'>): readonly Span[] {
  const key = `${firstMonth} ${openedMonth}`;
  const spans = known.get(key) ?? periodsBetween(firstMonth, openedMonth).map(spanOf);
  known.set(key, spans);
  return spans;
}

/** Whether a contribution row counts between two days: the same rule as the domain's `countsBetween`, compared with it by a spec. */
export function countsInSql(first: RawBuilder<unknown>, last: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`CASE contribution.kind WHEN 'stock' THEN contribution.from_on <= ${last} AND (contribution.until_on IS NULL OR contribution.until_on > ${last})
    ELSE contribution.from_on BETWEEN ${first} AND ${last} END`;
}

/** The counts of a group of contribution rows as a stored row, in the pack's order; of what is distinct the subjects, each once. */
export const countsArray: RawBuilder<number[]> = sql<number[]>`ARRAY[${sql.join(
  CELLS.map(({ code, kind }) => sql`count(${kind === 'distinct' ? sql`DISTINCT contribution.subject_id` : sql`*`}) FILTER (WHERE contribution.cell = ${sql.lit(code)})::int`),
)}]`;

/**
 * Opens every period up to the current month that is not open: counts it from the contribution rows, in one pass. The caller holds the lock and
 * stores the head.
 */
export async function openPeriods(trx: Transaction<Database>, registry: RegistryId, head: Head, today: PlainDate): Promise<Head> {
  const current = monthContaining(today);
  if (head.openedMonth >= current) return head;
  const opened = { ...head, openedMonth: current };
  const before = new Set(openedSpans(head).map(({ period }) => period));
  const spans = openedSpans(opened).filter(({ period }) => !before.has(period));
  await sql`
    INSERT INTO cells (registry_id, area_id, period, counts)
    SELECT contribution.registry_id, contribution.area_id, span.period, ${countsArray}
    FROM unnest(${spans.map(({ period }) => period)}::text[], ${spans.map(({ first }) => first)}::date[], ${spans.map(({ last }) => last)}::date[]) AS span (period, first_on, last_on)
    JOIN contribution ON contribution.registry_id = ${registry} AND ${countsInSql(sql`span.first_on`, sql`span.last_on`)}
    GROUP BY contribution.registry_id, contribution.area_id, span.period`.execute(trx);
  return opened;
}
