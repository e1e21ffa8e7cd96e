import { readFileSync, writeFileSync } from 'node:fs';
import { AreaId } from '@sotay/domain/kernel/ids';
import { period } from '@sotay/domain/kernel/period';
import { AGE_GROUPS, sumAgeSex } from '@sotay/domain/reports/age-sex';
import { DSX_FIGURES, DSX_FORM } from '@sotay/domain/reports/dsx';
import type { DsxReport } from '@sotay/domain/wire/reports';
import XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { dsxGrid, dsxWorkbook } from './dsx-workbook.ts';

const Figures = z.record(z.enum(DSX_FIGURES), z.int());
const Golden = z.array(z.array(z.union([z.string(), z.number(), z.null()])));
const golden = (form: string): URL => new URL(`../../../fixtures/forms/${form}.grid.json`, import.meta.url);

/** Figures that tell which they are: the place of the code in the pack, more in the second area. */
function figuresOf(more: number) {
  return Figures.parse(Object.fromEntries(DSX_FIGURES.map((code, index) => [code, index + more])));
}

/** Groups that tell which they are, more women than men. */
function structureOf(more: number) {
  return { male: AGE_GROUPS.map((_, index) => index + more), female: AGE_GROUPS.map((_, index) => index + more + 1000) };
}

function reportOf(of: string, kind: keyof typeof DSX_FORM, name = 'Thôn Tân Hòa'): DsxReport {
  const year = (structure: NonNullable<DsxReport['structure']>) => (kind === 'year' ? { structure } : {});
  const area = (number: string, more: number) => ({
    area: AreaId.parse(`00000000-0000-4000-8000-00000000000${number}`), number, name, cells: figuresOf(more), ...year(structureOf(more)),
  });
  const { male, female } = sumAgeSex([structureOf(100), structureOf(200)]);
  return {
    form: DSX_FORM[kind], period: period(of), pack: 'tt01-2022', rulesVersion: 2, counted: {}, madeAt: 0, hash: 'a'.repeat(64),
    total: figuresOf(0), ...year({ male: [...male], female: [...female] }), areas: [area('1', 100), area('2', 200)],
  };
}

function readBack(file: Buffer): unknown[][] {
  const book = XLSX.read(file, { cellFormula: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (sheet === undefined) throw new Error('no sheet');
  for (const [at, cell] of Object.entries(sheet)) {
    if (!at.startsWith('!')) expect([at, Object(cell).f]).toEqual([at, undefined]);
  }
  return XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null, blankrows: true });
}

describe.each([
  ['01-DSX', '2026-03', 'month'],
  ['02-DSX', '2026-Q1', 'quarter'],
  ['03-DSX', '2026', 'year'],
] as const)('%s as a workbook', (form, of, kind) => {
  const report = reportOf(of, kind);
  it('is, cell by cell, the golden form', () => {
    const grid = dsxGrid(report, 'Phường Ea Kao');
    if (process.env['SOTAY_GOLDEN'] === 'write') writeFileSync(golden(form), `${JSON.stringify(grid).replaceAll('],[', '],\n[')}\n`);
    expect(grid).toEqual(Golden.parse(JSON.parse(readFileSync(golden(form), 'utf8'))));
  });
  it('is read back as it was written, with no formula', async () => {
    const grid = dsxGrid(report, 'Phường Ea Kao');
    const width = Math.max(...grid.map((row) => row.length));
    const padded = grid.map((row) => [...row, ...Array.from({ length: width - row.length }, () => null)]);
    expect(readBack(await dsxWorkbook(report, 'Phường Ea Kao'))).toEqual(padded);
  });
});

it('writes a name that looks like a formula as text', async () => {
  const rows = readBack(await dsxWorkbook(reportOf('2026-03', 'month', "=cmd|' /C calc'!A0"), '=1+1'));
  expect(rows.flat()).toContain('=1+1');
  expect(rows.flat()).toContain("Địa bàn 1 =cmd|' /C calc'!A0");
});
