import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { UnitId } from '@sotay/domain/kernel/ids';
import { Period } from '@sotay/domain/kernel/period';
import { DSX_ROWS } from '@sotay/domain/reports/dsx';
import type { DsxReport } from '@sotay/domain/wire/reports';
import type { Kysely } from 'kysely';

import { readConfig } from '../config.ts';
import { openCommandDatabase } from '../db/open-database.ts';
import type { Database } from '../db/schema.ts';
import { DSX_ROW_TEXTS } from '../forms/dsx-texts.ts';
import { dsxWorkbook } from '../forms/dsx-workbook.ts';
import { OperatorError } from '../operator-error.ts';
import { findAreasCounted } from '../reports/areas-counted.ts';
import type { AreaCounted } from '../reports/areas-counted.ts';
import { makeDsx } from '../reports/dsx-report.ts';
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
    vi: 'Cách dùng: sotay report dsx (--unit MÃ | --area SỐ) --period 2026-11 [--json | --xlsx TỆP.xlsx]\n\nKỳ báo cáo: tháng 2026-11 (01-DSX), quý 2026-Q4 (02-DSX), năm 2026 (03-DSX).\nSố địa bàn trùng nhau ở nhiều xã thì thêm --unit. Nhiều xã: lặp lại --unit.',
    en: 'Usage: sotay report dsx (--unit CODE | --area NUMBER) --period 2026-11 [--json | --xlsx FILE.xlsx]\n\nPeriods: a month 2026-11 (01-DSX), a quarter 2026-Q4 (02-DSX), a year 2026 (03-DSX).\nWhere several communes have an area of that number, add --unit. Several communes: repeat --unit.',
  },
  run: async (argv, io) => {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { unit: { type: 'string', multiple: true }, area: { type: 'string' }, period: { type: 'string' }, json: { type: 'boolean' }, xlsx: { type: 'string' } },
    });
    const period = Period.safeParse(values.period);
    if (positionals.join() !== 'dsx' || !period.success || (values.unit === undefined && values.area === undefined)) {
      throw new OperatorError('Cần: sotay report dsx (--unit MÃ | --area SỐ) --period 2026-11', 'Needed: sotay report dsx (--unit CODE | --area NUMBER) --period 2026-11', 2);
    }
    const database = await openCommandDatabase(readConfig(io.environment), tellRecount(io));
    try {
      const { areas, place } = await findAreas(database.db, values.unit ?? [], values.area);
      const made = await makeDsx(database.db, areas, period.data, Date.now());
      if (values.xlsx !== undefined) writeFileSync(values.xlsx, await dsxWorkbook(made, place));
      else if (values.json === true) io.out(JSON.stringify(made, null, 2));
      else for (const line of tableOf(made)) io.out(line);
      return 0;
    } finally {
      await database.close();
    }
  },
};

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
  const rows = DSX_ROWS.map(({ no, cell, status }) => line(no, `${DSX_ROW_TEXTS[no] ?? ''}${status === 'composed' ? COMPOSED : ''}`, columns.map(({ cells }) => String(cells[cell]))));
  return [
    `Biểu ${made.form} — kỳ ${made.period}`,
    line('', '', columns.map(({ title }) => title)),
    ...rows,
    `Gói ${made.pack}, quy tắc ${made.rulesVersion}, mã ${made.hash.slice(0, 12)}`,
  ];
}
