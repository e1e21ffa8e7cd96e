import { CELL_CODES } from '@sotay/domain/packs/tt01-2022/cells';
import { packFor } from '@sotay/domain/packs/in-force';
import { DSX_FORM } from '@sotay/domain/reports/dsx';
import { fromCounts, sumCells, toCounts } from '@sotay/domain/reports/tally';
import type { Cells } from '@sotay/domain/reports/tally';
import { kindOf, lastDay } from '@sotay/domain/kernel/period';
import type { Period } from '@sotay/domain/kernel/period';
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date';
import type { DsxReport } from '@sotay/domain/wire/reports';
import type { Kysely } from 'kysely';
import * as z from 'zod/mini';

import type { Database } from '../db/schema.ts';
import { canonical, sha256 } from '../log/canonical.ts';
import type { AreaCounted } from './areas-counted.ts';
import { countCells } from './count-cells.ts';

/** 01-, 02- or 03-DSX of areas, as the period is a month, a quarter or a year. `now`: UTC milliseconds. */
export async function makeDsx(db: Kysely<Database>, areas: readonly AreaCounted[], period: Period, now: number): Promise<DsxReport> {
  const { counts, seqs } = await countCells(db, areas, period, civilDayInVietnam(now));
  const cells = areas.map((area) => ({ area, cells: fromCounts(counts.get(area.id) ?? []) }));
  const total = sumCells(cells.map((one) => one.cells));
  const pack = packFor(lastDay(period));
  return {
    form: DSX_FORM[kindOf(period)],
    period,
    pack: pack.id,
    rulesVersion: pack.rulesVersion,
    counted: Object.fromEntries(seqs),
    madeAt: now,
    hash: hashOf(total, cells),
    total: toRecord(total),
    areas: cells.map(({ area, cells: own }) => ({ area: area.id, number: area.number, name: area.name, cells: toRecord(own) })),
  };
}

/** SHA-256 over the counts in the pack's order, of the whole and of each area by its id. */
function hashOf(total: Cells, areas: readonly { readonly area: AreaCounted; readonly cells: Cells }[]): string {
  const byArea = Object.fromEntries(areas.map(({ area, cells }) => [area.id, toCounts(cells)]));
  return sha256(canonical({ areas: byArea, cells: CELL_CODES, total: toCounts(total) })).toString('hex');
}

const CellRecord = z.record(z.enum(CELL_CODES), z.int());

function toRecord(cells: Cells): DsxReport['total'] {
  return CellRecord.parse(Object.fromEntries(cells));
}
