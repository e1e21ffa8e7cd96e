import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { UnitId } from '@sotay/domain/kernel/ids';
import { firstDay, kindOf, Period } from '@sotay/domain/kernel/period';
import { civilDayInVietnam } from '@sotay/domain/kernel/plain-date';
import { DSX_FORM_ROWS } from '@sotay/domain/reports/dsx';
import type { DsxReport, P0Report } from '@sotay/domain/wire/reports';
import type { Kysely } from 'kysely';

import { readConfig } from '../config.ts';
import { openCommandDatabase } from '../db/open-database.ts';
import type { Database } from '../db/schema.ts';
import { ageTable } from '../forms/dsx-age-table.ts';
import { DSX_ROW_TEXTS } from '../forms/dsx-texts.ts';
import { dsxWorkbook } from '../forms/dsx-workbook.ts';
import { p0Grid, p0Workbook } from '../forms/p0-workbook.ts';
import { OperatorError } from '../operator-error.ts';
import { noteInAudit } from '../people/audit.ts';
import { findAreasCounted } from '../reports/areas-counted.ts';
import type { AreaCounted } from '../reports/areas-counted.ts';
import { makeDsx } from '../reports/dsx-report.ts';
import { makeP0 } from '../reports/p0-report.ts';
import { placeOf } from '../reports/place-of.ts';
import type { Command } from './command.ts';
import { tellRecount } from './tell-recount.ts';

/** Behind a row of our own composition. */
const COMPOSED = ' (soạn)';

/** `sotay report`: an official form as a table. */
export const report: Command = {
  name: 'report',
  summary: { vi: 'in biểu báo cáo của một đơn vị hoặc một địa bàn', en: 'prints a form of a unit or an area' },
  help: {
    vi: 'Cách dùng: sotay report dsx (--unit MÃ | --area SỐ) --period 2026-11 [--json | --xlsx TỆP.xlsx]\n           sotay report p0 --area SỐ [--unit MÃ] --period 2026-11 [--private] [--json | --xlsx TỆP.xlsx]\n\nKỳ báo cáo: tháng 2026-11 (01-DSX), quý 2026-Q4 (02-DSX), năm 2026 (03-DSX); P0/CTV: một địa bàn, một tháng.\n--private: cả các mục riêng tư 2, 7–11 của P0; mỗi lần mở đều được ghi lại.\nSố địa bàn trùng nhau ở nhiều xã thì thêm --unit. Nhiều xã: lặp lại --unit.',
    en: 'Usage: sotay report dsx (--unit CODE | --area NUMBER) --period 2026-11 [--json | --xlsx FILE.xlsx]\n       sotay report p0 --area NUMBER [--unit CODE] --period 2026-11 [--private] [--json | --xlsx FILE.xlsx]\n\nPeriods: a month 2026-11 (01-DSX), a quarter 2026-Q4 (02-DSX), a year 2026 (03-DSX); P0/CTV: one area, one month.\n--private: the private sections 2 and 7–11 of P0 as well; each time is written down.\nWhere several communes have an area of that number, add --unit. Several communes: repeat --unit.',
  },
  run: async (argv, io) => {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        unit: { type: 'string', multiple: true },
        area: { type: 'string' },
        period: { type: 'string' },
        json: { type: 'boolean' },
        xlsx: { type: 'string' },
        private: { type: 'boolean' },
      },
    });
    const period = Period.safeParse(values.period);
    const form = positionals.join();
    const isComplete = form === 'dsx' ? values.unit !== undefined || values.area !== undefined : form === 'p0' && values.area !== undefined && period.success && kindOf(period.data) === 'month';
    if (!period.success || !isComplete) {
      throw new OperatorError(
        'Cần: sotay report dsx (--unit MÃ | --area SỐ) --period 2026-11, hoặc sotay report p0 --area SỐ --period 2026-11',
        'Needed: sotay report dsx (--unit CODE | --area NUMBER) --period 2026-11, or sotay report p0 --area NUMBER --period 2026-11',
        2,
      );
    }
    const database = await openCommandDatabase(readConfig(io.environment), tellRecount(io));
    try {
      const found = await findAreas(database.db, values.unit ?? [], values.area);
      const made = form === 'dsx' ? await printDsx(database.db, found, period.data) : await printP0(database.db, found, period.data, values.private === true);
      if (values.xlsx !== undefined) writeFileSync(values.xlsx, await made.workbook());
      else if (values.json === true) io.out(JSON.stringify(made.report, null, 2));
      else for (const line of made.lines()) io.out(line);
      return 0;
    } finally {
      await database.close();
    }
  },
};

/** A form made, in each of the shapes in which it can be had. */
type Printed = { readonly report: DsxReport | P0Report; readonly lines: () => readonly string[]; readonly workbook: () => Promise<Buffer> };

async function printDsx(db: Kysely<Database>, { areas, place }: Found, period: Period): Promise<Printed> {
  const report = await makeDsx(db, areas, period, Date.now());
  return { report, lines: () => tableOf(report), workbook: () => dsxWorkbook(report, place) };
}

async function printP0(db: Kysely<Database>, { areas, place }: Found, month: Period, isPrivate: boolean): Promise<Printed> {
  const [area] = areas;
  const now = Date.now();
  if (area === undefined || firstDay(month) > civilDayInVietnam(now)) throw new OperatorError('Tháng này chưa bắt đầu.', 'That month has not begun.');
  const audited = isPrivate ? (trx: Parameters<typeof noteInAudit>[0]) => noteInAudit(trx, now, null, 'private-lists-opened', { kind: 'area', id: area.id }) : undefined;
  const report = await makeP0(db, area, month, now, audited);
  const lines = (): string[] => p0Grid(report, place).map((row) => row.map((cell) => cell ?? '').join(' | ').replace(/^[ |]+$/, ''));
  return { report, lines, workbook: () => p0Workbook(report, place) };
}

type Found = { readonly areas: readonly AreaCounted[]; /** In words. */ readonly place: string };

/** One area by its number, or every area of one or several units by their codes. */
async function findAreas(db: Kysely<Database>, codes: readonly string[], number: string | undefined): Promise<Found> {
  const units = await Promise.all(codes.map((code) => getUnit(db, code)));
  const inUnits = (await Promise.all(units.map((unit) => findAreasCounted(db, { unit })))).flatMap((areas) => areas ?? []);
  if (number === undefined) return { areas: inUnits, place: (await Promise.all(units.map((unit) => placeOf(db, { unit })))).join(', ') };
  const numbered = codes.length > 0 ? inUnits : await db.selectFrom('area').select(['id', 'registry_id as registry', 'number', 'name']).where('number', '=', number).execute();
  const found = numbered.filter((area) => area.number === number);
  const [area] = found;
  if (area === undefined || found.length !== 1) throw new OperatorError(`Có ${found.length} địa bàn số ${number}.`, `${found.length} areas have the number ${number}.`);
  return { areas: found, place: await placeOf(db, { area: area.id }) };
}

async function getUnit(db: Kysely<Database>, code: string): Promise<UnitId> {
  const units = await db.selectFrom('unit_code').innerJoin('unit', 'unit.id', 'unit_code.unit_id').select('unit_id').distinct().where('code', '=', code).where('unit_code.valid_to', 'is', null).where('unit.in_use', '=', true).execute();
  const [unit] = units;
  if (unit === undefined || units.length > 1) throw new OperatorError(`Không rõ đơn vị có mã ${code}.`, `No single unit has the code ${code}.`);
  return unit.unit_id;
}

function tableOf(made: DsxReport): string[] {
  const width = Math.max(...Object.values(DSX_ROW_TEXTS).map((text) => text.length)) + COMPOSED.length;
  const columns = [{ title: 'Cộng', cells: made.total }, ...made.areas.map(({ number, cells }) => ({ title: `Số ${number}`, cells }))];
  const line = (no: string, text: string, counts: readonly string[]): string => [no.padEnd(4), text.padEnd(width), ...counts.map((count) => count.padStart(8))].join(' ');
  const rows = DSX_FORM_ROWS.map(({ no, cell, status }) => line(no, `${DSX_ROW_TEXTS[no] ?? ''}${status === 'composed' ? COMPOSED : ''}`, columns.map(({ cells }) => String(cells[cell]))));
  const ages = ageTable(made).map(({ no, text, counts }) => line(no, `${text}${COMPOSED}`, counts.map((count) => String(count ?? ''))));
  return [
    `Biểu ${made.form} — kỳ ${made.period}`,
    line('', '', columns.map(({ title }) => title)),
    ...rows,
    ...(ages.length === 0 ? [] : ['', line('', '', columns.flatMap(({ title }) => [title, 'nam', 'nữ'])), ...ages]),
    `Gói ${made.pack}, quy tắc ${made.rulesVersion}, mã ${made.hash.slice(0, 12)}`,
  ];
}
