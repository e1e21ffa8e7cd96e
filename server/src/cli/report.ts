import { parseArgs } from 'node:util';
import { Period } from '@sotay/domain/kernel/period';
import { DSX_ROWS } from '@sotay/domain/reports/dsx';
import type { DsxReport } from '@sotay/domain/wire/reports';
import type { Kysely } from 'kysely';

import { readConfig } from '../config.ts';
import { openCommandDatabase } from '../db/open-database.ts';
import type { Database } from '../db/schema.ts';
import { OperatorError } from '../operator-error.ts';
import { findAreasCounted } from '../reports/areas-counted.ts';
import type { AreaCounted } from '../reports/areas-counted.ts';
import { makeDsx } from '../reports/dsx-report.ts';
import type { Command } from './command.ts';
import { PLANNING_ROW_TEXTS } from './report-planning-texts.ts';

/** What the rows of the form say, as on paper. */
const ROW_TEXTS: Readonly<Record<string, string>> = {
  '1': 'Số hộ cuối kỳ',
  '1a': '  Trong đó: hộ gia đình',
  '2': 'Số nhân khẩu thực tế thường trú cuối kỳ',
  '3': 'Số phụ nữ 15–49 tuổi có chồng cuối kỳ',
  '4': 'Số trẻ em sinh ra trong kỳ',
  '4a': '  Trẻ em trai',
  '4b': '  Trẻ em gái',
  '4c': '  Con thứ 2',
  '4d': '  Con thứ 3 trở lên',
  '4e': '  Mẹ dưới 20 tuổi',
  '5': 'Số người chết trong kỳ',
  '6': 'Số người kết hôn trong kỳ',
  '6a': '  Tảo hôn',
  '6b': '  Cận huyết thống',
  '7': 'Số cặp đã tư vấn, khám trước kết hôn',
  '8': 'Số người ly hôn trong kỳ',
  '9': 'Số người chuyển đến từ xã khác trong kỳ',
  '10': 'Số người chuyển đi khỏi xã trong kỳ',
  ...PLANNING_ROW_TEXTS,
};

/** Behind a row of our own composition. */
const COMPOSED = ' (soạn)';

/** `sotay report`: an official form as a table. */
export const report: Command = {
  name: 'report',
  summary: { vi: 'in biểu báo cáo của một đơn vị hoặc một địa bàn', en: 'prints a form of a unit or an area' },
  help: {
    vi: 'Cách dùng: sotay report dsx (--unit MÃ | --area SỐ) --period 2026-11 [--json]\n\nKỳ báo cáo: tháng 2026-11 (01-DSX), quý 2026-Q4 (02-DSX), năm 2026 (03-DSX).\nSố địa bàn trùng nhau ở nhiều xã thì thêm --unit.',
    en: 'Usage: sotay report dsx (--unit CODE | --area NUMBER) --period 2026-11 [--json]\n\nPeriods: a month 2026-11 (01-DSX), a quarter 2026-Q4 (02-DSX), a year 2026 (03-DSX).\nWhere several communes have an area of that number, add --unit.',
  },
  run: async (argv, io) => {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { unit: { type: 'string' }, area: { type: 'string' }, period: { type: 'string' }, json: { type: 'boolean' } },
    });
    const period = Period.safeParse(values.period);
    if (positionals.join() !== 'dsx' || !period.success || (values.unit === undefined && values.area === undefined)) {
      throw new OperatorError('Cần: sotay report dsx (--unit MÃ | --area SỐ) --period 2026-11', 'Needed: sotay report dsx (--unit CODE | --area NUMBER) --period 2026-11', 2);
    }
    const database = await openCommandDatabase(readConfig(io.environment));
    try {
      const areas = await findAreas(database.db, values.unit, values.area);
      const made = await makeDsx(database.db, areas, period.data, Date.now());
      if (values.json === true) io.out(JSON.stringify(made, null, 2));
      else for (const line of tableOf(made)) io.out(line);
      return 0;
    } finally {
      await database.close();
    }
  },
};

async function findAreas(db: Kysely<Database>, code: string | undefined, number: string | undefined): Promise<AreaCounted[]> {
  const units = code === undefined ? undefined : await db.selectFrom('unit_code').innerJoin('unit', 'unit.id', 'unit_code.unit_id').select('unit_id').distinct().where('code', '=', code).where('unit_code.valid_to', 'is', null).where('unit.in_use', '=', true).execute();
  const [unit] = units ?? [];
  if (units !== undefined && (unit === undefined || units.length > 1)) throw new OperatorError(`Không rõ đơn vị có mã ${code}.`, `No single unit has the code ${code}.`);
  const inUnit = unit === undefined ? undefined : ((await findAreasCounted(db, { unit: unit.unit_id })) ?? []);
  if (number === undefined) return inUnit ?? [];
  const numbered = inUnit ?? (await db.selectFrom('area').select(['id', 'registry_id as registry', 'number', 'name']).where('number', '=', number).execute());
  const found = numbered.filter((area) => area.number === number);
  if (found.length !== 1) throw new OperatorError(`Có ${found.length} địa bàn số ${number}.`, `${found.length} areas have the number ${number}.`);
  return found;
}

function tableOf(made: DsxReport): string[] {
  const width = Math.max(...Object.values(ROW_TEXTS).map((text) => text.length)) + COMPOSED.length;
  const columns = [{ title: 'Cộng', cells: made.total }, ...made.areas.map(({ number, cells }) => ({ title: `Số ${number}`, cells }))];
  const line = (no: string, text: string, counts: readonly string[]): string => [no.padEnd(4), text.padEnd(width), ...counts.map((count) => count.padStart(8))].join(' ');
  const rows = DSX_ROWS.map(({ no, cell, status }) => line(no, `${ROW_TEXTS[no] ?? ''}${status === 'composed' ? COMPOSED : ''}`, columns.map(({ cells }) => String(cells[cell]))));
  return [
    `Biểu ${made.form} — kỳ ${made.period}`,
    line('', '', columns.map(({ title }) => title)),
    ...rows,
    `Gói ${made.pack}, quy tắc ${made.rulesVersion}, mã ${made.hash.slice(0, 12)}`,
  ];
}
