import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { AreaId, RegistryId } from '@sotay/domain/kernel/ids';
import type { Period } from '@sotay/domain/kernel/period';
import { CELL_CODES } from '@sotay/domain/packs/tt01-2022/cells';
import type { CellCode } from '@sotay/domain/packs/tt01-2022/cells';
import type { Contribution } from '@sotay/domain/reports/contributions';
import { countedOf, countsBetween } from '@sotay/domain/reports/tally';

import type { Database } from '../db/schema.ts';
import type { Span } from './periods.ts';

const PLACE: ReadonlyMap<CellCode, number> = new Map(CELL_CODES.map((code, index) => [code, index]));

type Change = { readonly gone: readonly Contribution[]; readonly came: readonly Contribution[] };

function wholeDistinct(changed: readonly Contribution[], all: readonly Contribution[]): Contribution[] {
  return [...changed.filter(({ kind }) => kind !== 'distinct'), ...all.filter(({ kind }) => kind === 'distinct')];
}

/** What a batch adds to and takes from the cells of the opened periods. */
export class CellsDifference {
  readonly #spans: readonly Span[];
  readonly #rows = new Map<string, { area: AreaId; period: Period; counts: number[] }>();

  constructor(spans: readonly Span[]) {
    this.#spans = spans;
  }

  /**
   * What one subject adds, or added. What is distinct is counted once a period, so all that the subject has of a distinct cell is handed over together.
   * @param amount 1 for contributions that came, −1 for those that went
   */
  count(contributions: readonly Contribution[], amount: 1 | -1): void {
    if (contributions.length === 0) return;
    for (const { period, first, last } of this.#spans) {
      for (const { area, cell } of countedOf(contributions, (one) => countsBetween(one, first, last))) {
        const place = PLACE.get(cell);
        if (place === undefined) continue;
        const key = `${area} ${period}`;
        const row = this.#rows.get(key) ?? { area, period, counts: CELL_CODES.map(() => 0) };
        row.counts[place] = (row.counts[place] ?? 0) + amount;
        this.#rows.set(key, row);
      }
    }
  }

  /** One subject's change: only what differs, and everything of what is distinct. */
  replace(before: readonly Contribution[], after: readonly Contribution[], { gone, came }: Change): void {
    this.count(wholeDistinct(gone, before), -1);
    this.count(wholeDistinct(came, after), 1);
  }

  /** Rows in which something changes. */
  rows(): { area: AreaId; period: Period; counts: readonly number[] }[] {
    return [...this.#rows.values()].filter(({ counts }) => counts.some((count) => count !== 0));
  }
}

/** Adds a difference to the stored cells; a stored row of an earlier version of the pack is lengthened. */
export async function addToCells(trx: Transaction<Database>, registry: RegistryId, difference: CellsDifference): Promise<void> {
  const rows = difference.rows();
  if (rows.length === 0) return;
  await sql`
    INSERT INTO cells (registry_id, area_id, period, counts)
    SELECT ${registry}::uuid, area, period, counts::int[]
    FROM unnest(${rows.map(({ area }) => area)}::uuid[], ${rows.map(({ period }) => period)}::text[], ${rows.map(({ counts }) => `{${counts.join()}}`)}::text[]) AS came (area, period, counts)
    ON CONFLICT (registry_id, area_id, period) DO UPDATE SET counts = ARRAY(
      SELECT coalesce(stood, 0) + coalesce(came, 0) FROM unnest(cells.counts, excluded.counts) WITH ORDINALITY AS pair (stood, came, place) ORDER BY place)`.execute(trx);
}
