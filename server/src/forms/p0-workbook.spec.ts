import { readFileSync, writeFileSync } from 'node:fs';
import { asPerson } from '@sotay/domain/kernel/ids';
import { period } from '@sotay/domain/kernel/period';
import { plainDate } from '@sotay/domain/kernel/plain-date';
import { P0_SECTIONS } from '@sotay/domain/packs/tt01-2022/code-lists';
import { PRIVATE_SECTIONS } from '@sotay/domain/packs/tt01-2022/p0-sections';
import { followUpFrom } from '@sotay/domain/planning/fold';
import { householdFrom, personFrom } from '@sotay/domain/register/fold';
import { p0Of } from '@sotay/domain/reports/p0';
import { p0PlanningOf } from '@sotay/domain/reports/p0-planning';
import { p0ColumnsOf, p0Tables } from '@sotay/domain/reports/p0-table';
import { birth, death, departure, household, mother, person, personChanged } from '@sotay/domain/testing/drafts';
import type { Draft } from '@sotay/domain/testing/drafts';
import { historyOf, notedOf } from '@sotay/domain/testing/given';
import { areaId } from '@sotay/domain/testing/ids';
import { arrival } from '@sotay/domain/testing/moving-drafts';
import { elderExamined, newborn, pregnancy, pregnancyEnded, prenatal, started, stopped } from '@sotay/domain/testing/planning-drafts';
import type { P0Report } from '@sotay/domain/wire/reports';
import XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { p0Grid, p0Workbook } from './p0-workbook.ts';

const GOLDEN = new URL('../../../fixtures/forms/P0-CTV.grid.json', import.meta.url);
const Golden = z.array(z.array(z.union([z.string(), z.number(), z.null()])));
const PLACE = 'Địa bàn 1 Thôn Tân Hòa, Phường Ea Kao';

/** P0 of area 1 for March 2026 by the functions of the domain. */
function reportOf(drafts: readonly Draft[], change: { readonly of?: string; readonly ticked?: readonly number[]; readonly isPrivate?: boolean } = {}): P0Report {
  const book = historyOf(notedOf(drafts));
  const people = new Map(book.subjects().map((id) => [asPerson(id), personFrom(asPerson(id), book.about(id))]));
  const month = period(change.of ?? '2026-03');
  const source: Parameters<typeof p0PlanningOf>[0] = {
    people: [...people.values()], person: (id) => people.get(id), household: (id) => householdFrom(id, book.about(id)), followUp: (id) => followUpFrom(id, book.about(id)),
  };
  const lists = { ...p0Of(source, areaId('1'), month), ...p0PlanningOf(source, areaId('1'), month) };
  return {
    form: 'P0/CTV', period: month, area: areaId('1'), number: '1', name: 'Thôn Tân Hòa', pack: 'tt01-2022', rulesVersion: 2, counted: { xã: 63 }, madeAt: 0, hash: 'a'.repeat(64),
    signed: { signer: 'Lê Thị Hoa', on: plainDate('2026-04-01') },
    sections: p0Tables(lists).map(({ section, rows }) => ({
      section,
      isTicked: change.ticked?.includes(section) ?? false,
      count: rows.length,
      rows: change.isPrivate === false && PRIVATE_SECTIONS.has(section) ? null : rows.map(({ person: id, cells }) => ({ person: id, cells: [...cells] })),
    })),
  };
}

const book = [
  household('63', { data: { address: ['Số 4', 'Tổ 1'] } }),
  household('100.2'),
  mother({ household: '63', data: { name: { full: 'Nguyễn Thị Lan', given: 'Lan' }, insuranceNumber: 'GD4797930001' } }),
  person('cụ', { household: '100.2', born: '1940', data: { name: { full: 'H’Bia Niê', given: 'H’Bia' }, bornAbout: true } }),
  person('An', { household: '100.2', born: '1955-07', data: { name: { full: 'Trần Văn An', given: 'An' }, sex: 'male', relation: 'head', insuranceNumber: 'GD4797930002' } }),
  person('Hải', { household: '100.2', data: { name: { full: 'Trần Thị Hải', given: 'Hải' }, relation: 'child' } }),
];
const happened = [
  birth({ child: 'bé', household: '63', data: { name: { full: 'Phạm Văn Bình', given: 'Bình' }, sex: 'male', ethnicity: 'Kinh', order: 1, place: 'health-station' } }),
  birth({ child: 'rơi', household: '100.2', mother: 'unknown', on: '2026-03-20', data: { place: 'unknown' } }),
  newborn('bé', '2026-03-06', { g6pd: 'found', hypothyroidism: 'no-result-yet', 'hearing-loss': 'not-done' }, { data: { where: 'hospital' } }),
  death('An', '2026-03-15', { data: { note: 'Tuổi già' } }),
  arrival('Dung', '2026-03-02', { household: '63', born: '1999', data: { from: 'other-province', place: 'Gia Lai' } }),
  departure(['Hải'], '2026-03-25', { data: { note: 'Đi làm' } }),
  personChanged('mother', { old: { ethnicity: 'Kinh' }, new: { ethnicity: 'Tày', name: { full: 'Nguyễn Thị Lan Anh', given: 'Anh' } } }, { on: '2026-03-10' }),
  started('mother', 'pill', '2026-03-12', { data: { where: 'home' } }),
  stopped('mother', 'pill', '2026-03-28'),
  pregnancy('Dung', '2026-03-05', { data: { which: 2 } }),
  pregnancyEnded('Dung', 'miscarriage', '2026-03-18'),
  pregnancyEnded('mother', 'stillbirth', '2026-03-30'),
  prenatal('Dung', '2026-03-11', { down: 'normal', edwards: 'normal', patau: 'found' }, { data: { window: '12' } }),
  elderExamined('cụ', '2026-03-08', { data: { note: 'Huyết áp cao' } }),
];

function readBack(file: Buffer): unknown[][] {
  const workbook = XLSX.read(file, { cellFormula: true });
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''];
  if (sheet === undefined) throw new Error('no sheet');
  for (const [at, cell] of Object.entries(sheet)) {
    if (!at.startsWith('!')) expect([at, Object(cell).f]).toEqual([at, undefined]);
  }
  return XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null, blankrows: true });
}

/** The rows of a section under its head. */
function linesOf(grid: readonly (readonly unknown[])[], section: number): readonly (readonly unknown[])[] {
  const at = grid.findIndex((row) => String(row[0]).startsWith(`${section}. `));
  const end = grid.findIndex((row, index) => index > at && row.length === 0);
  return grid.slice(at + 2, end);
}

describe('P0/CTV as a workbook', () => {
  const report = reportOf([...book, ...happened]);
  const grid = p0Grid(report, PLACE);
  it('is, cell by cell, the golden form, with a line in each of the eleven sections', () => {
    if (process.env['SOTAY_GOLDEN'] === 'write') writeFileSync(GOLDEN, `${JSON.stringify(grid).replaceAll('],[', '],\n[')}\n`);
    expect(grid).toEqual(Golden.parse(JSON.parse(readFileSync(GOLDEN, 'utf8'))));
    expect(report.sections.filter(({ count }) => count > 0).map(({ section }) => section)).toEqual(P0_SECTIONS);
  });
  it('has in each line as many cells as the section has columns', () => {
    for (const { section, rows } of report.sections) expect(rows?.map(({ cells }) => cells.length), `section ${section}`).toEqual(rows?.map(() => p0ColumnsOf(section).length));
  });
  it('is read back as it was written, with no formula', async () => {
    const width = Math.max(...grid.map((row) => row.length));
    expect(readBack(await p0Workbook(report, PLACE))).toEqual(grid.map((row) => [...row, ...Array.from({ length: width - row.length }, () => null)]));
  });
  it('says "Không phát sinh" only where the collaborator said so, and leaves an empty line elsewhere', () => {
    const april = p0Grid(reportOf([...book, ...happened], { of: '2026-04', ticked: [1, 9] }), PLACE);
    for (const section of P0_SECTIONS) {
      const first = section === 1 || section === 9 ? 'Không phát sinh' : null;
      expect(linesOf(april, section), `section ${section}`).toEqual([[first, ...p0ColumnsOf(section).slice(1).map(() => null)]]);
    }
    expect(p0Grid(reportOf([...book, ...happened], { ticked: [1] }), PLACE)).toEqual(grid);
  });
  it('tells of a private section that is held back how many lines it has and nothing more', () => {
    const bare = p0Grid(reportOf([...book, ...happened], { isPrivate: false }), PLACE);
    expect(linesOf(bare, 9)[0]?.[0]).toBe('(Riêng tư: 3 dòng, không in ở bản này)');
    for (const section of P0_SECTIONS) expect(linesOf(bare, section).length === 1 && String(linesOf(bare, section)[0]?.[0]).startsWith('(Riêng tư'), `section ${section}`).toBe(PRIVATE_SECTIONS.has(section));
    expect(bare.flat()).not.toContain('Huyết áp cao');
  });
});

it.each(["=cmd|' /C calc'!A0", '+84 905', '-1', '@SUM(A1)'])('writes %s as text', async (told) => {
  const name = { full: told, given: told };
  const rows = readBack(await p0Workbook(reportOf([household('1', {}), person('x', { born: '1940', data: { name } }), death('x', '2026-03-05', { data: { note: told } })]), told));
  expect(rows.flat().filter((cell) => cell === told)).toHaveLength(3);
});

it('prints a year as a year, a guess as a guess, and what is not known as unknown', () => {
  const [line] = linesOf(p0Grid(reportOf([household(), person('x', { born: '1940', data: { bornAbout: true, relation: 'unknown' } }), death('x', '2026-03-05')]), PLACE), 3);
  expect(line).toEqual(['1', 'Nguyễn Thị x', 'chưa rõ', 'chưa rõ', 'nữ', 'khoảng 1940', '05/03/2026', null]);
});
