import { CELL_CODES } from '@sotay/domain/packs/tt01-2022/cells';
import { packFor } from '@sotay/domain/packs/in-force';
import { ageSexOf, sumAgeSex } from '@sotay/domain/reports/age-sex';
import type { AgeSex } from '@sotay/domain/reports/age-sex';
import { DSX_FIGURES, DSX_FORM } from '@sotay/domain/reports/dsx';
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
import { findCollaborators } from './collaborators.ts';
import { countCells } from './count-cells.ts';

/** What stands in one column of the form. */
type Column = { readonly cells: Cells; readonly collaborators: number; readonly structure: AgeSex | undefined };

/** 01-, 02- or 03-DSX of areas, as the period is a month, a quarter or a year. `now`: UTC milliseconds. */
export async function makeDsx(db: Kysely<Database>, areas: readonly AreaCounted[], period: Period, now: number): Promise<DsxReport> {
  const { counts, seqs, residents } = await countCells(db, areas, period, civilDayInVietnam(now));
  const collaborators = await findCollaborators(db, areas, lastDay(period));
  const hasStructure = kindOf(period) === 'year';
  const columns = areas.map((area) => ({
    area,
    cells: fromCounts(counts.get(area.id) ?? []),
    collaborators: collaborators.filter((one) => one.areas.includes(area.id)).length,
    structure: hasStructure ? ageSexOf(residents.get(area.id) ?? [], period) : undefined,
  }));
  const total: Column = {
    cells: sumCells(columns.map(({ cells }) => cells)),
    collaborators: collaborators.length,
    structure: hasStructure ? sumAgeSex(columns.flatMap(({ structure }) => structure ?? [])) : undefined,
  };
  const pack = packFor(lastDay(period));
  return {
    form: DSX_FORM[kindOf(period)],
    period,
    pack: pack.id,
    rulesVersion: pack.rulesVersion,
    counted: Object.fromEntries(seqs),
    madeAt: now,
    hash: hashOf(total, columns),
    total: toRecord(total),
    ...structureOf(total),
    areas: columns.map(({ area, ...own }) => ({ area: area.id, number: area.number, name: area.name, cells: toRecord(own), ...structureOf(own) })),
  };
}

/** SHA-256 over the figures, of the whole and of each area by its id: counts in the pack's order, collaborators, the structure where there is one. */
function hashOf(total: Column, areas: readonly (Column & { readonly area: AreaCounted })[]): string {
  const figures = (column: Column): object => ({ collaborators: column.collaborators, counts: toCounts(column.cells), ...structureOf(column) });
  const byArea = Object.fromEntries(areas.map((column) => [column.area.id, figures(column)]));
  return sha256(canonical({ areas: byArea, cells: CELL_CODES, total: figures(total) })).toString('hex');
}

function structureOf({ structure }: Column): { structure?: { male: number[]; female: number[] } } {
  return structure === undefined ? {} : { structure: { male: [...structure.male], female: [...structure.female] } };
}

const Figures = z.record(z.enum(DSX_FIGURES), z.int());

function toRecord({ cells, collaborators }: Column): DsxReport['total'] {
  return Figures.parse({ ...Object.fromEntries(cells), collaborators });
}
