import { parseArgs } from 'node:util';
import { civilDayInVietnam, isPlainDate } from '@sotay/domain/kernel/plain-date';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import { LIST_BEGINS } from '@sotay/domain/wire/units';
import type { UnitFound } from '@sotay/domain/wire/units';
import { unitQuery, unitRank } from '@sotay/domain/vietnamese/unit-name';

import { readConfig } from '../config.ts';
import { openCommandDatabase } from '../db/open-database.ts';
import { OperatorError } from '../operator-error.ts';
import { findUnitsByCode, findUnitsByName } from '../units/find-units.ts';
import { dayText, historyLines, refText } from '../units/history-lines.ts';
import { readUnitHistory } from '../units/unit-history.ts';
import type { Command } from './command.ts';
import { tellRecount } from './tell-recount.ts';

/** `sotay units`: what a unit was on a day, what it is today, what went where. */
export const units: Command = {
  name: 'units',
  summary: { vi: 'tra cứu đơn vị hành chính qua các lần sắp xếp', en: 'looks up administrative units across reforms' },
  help: {
    vi: 'Cách dùng: sotay units TÊN|MÃ [--on NGÀY]\n\nTên viết có dấu hay không đều được; sau dấu phẩy là đơn vị trên: "p.12, q. gò vấp". Mã phải kèm ngày, vì cùng một mã là lãnh thổ khác trước và sau 01/07/2025.\nVí dụ: sotay units "trảng bom" --on 2026-01-01 · sotay units 00004 --on 2025-06-30',
    en: 'Usage: sotay units NAME|CODE [--on DAY]\n\nNames with or without marks; after a comma the unit above: "p.12, q. gò vấp". A code needs a day, for the same code is another territory before and since 1 July 2025.\nExamples: sotay units "trảng bom" --on 2026-01-01 · sotay units 00004 --on 2025-06-30',
  },
  run: async (argv, io) => {
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: { on: { type: 'string' } } });
    const typed = positionals.join(' ').trim();
    if (typed === '') throw new OperatorError('Cần: sotay units TÊN|MÃ [--on NGÀY]', 'Needed: sotay units NAME|CODE [--on DAY]', 2);
    const on = values.on === undefined ? undefined : dayOf(values.on);
    const isCode = /^\d+$/.test(typed);
    if (isCode && on === undefined) {
      throw new OperatorError(
        'Mã cần kèm ngày: cùng một mã là lãnh thổ khác trước và sau 01/07/2025. Thêm --on NGÀY.',
        'A code needs a day: the same code is another territory before and since 1 July 2025. Add --on DAY.',
        2,
      );
    }
    const database = await openCommandDatabase(readConfig(io.environment), tellRecount(io));
    try {
      const { db } = database;
      const today = civilDayInVietnam(Date.now());
      const found = isCode && on !== undefined ? await findUnitsByCode(db, typed, on) : await findUnitsByName(db, typed, on, today);
      const only = onlyOne(found.units, isCode ? undefined : typed);
      if (only !== undefined) {
        const history = await readUnitHistory(db, only.unit, on ?? today, today);
        if (history !== undefined) for (const line of historyLines(history)) io.out(line);
        return 0;
      }
      for (const unit of found.units) io.out(refText(unit));
      if (found.hasMore) io.out('… còn nữa; hãy viết rõ hơn. · … and more; say more.');
      if (found.units.length > 0) return 0;
      const early = on !== undefined && on < LIST_BEGINS ? ` Danh sách bắt đầu từ ${dayText(LIST_BEGINS)}. · The list begins on ${LIST_BEGINS}.` : '';
      io.err(`Không có đơn vị nào như vậy. · There is no such unit.${early}`);
      return 1;
    } finally {
      await database.close();
    }
  },
};

function dayOf(written: string): PlainDate {
  if (isPlainDate(written)) return written;
  throw new OperatorError(`"${written}" không phải ngày có thật; viết 2025-06-30.`, `"${written}" is no day; write 2025-06-30.`, 2);
}

/** The one unit found, or the only one with the very name that was typed. */
function onlyOne(units: readonly UnitFound[], typed: string | undefined): UnitFound | undefined {
  const [first, ...others] = units;
  if (first === undefined || others.length === 0 || typed === undefined) return others.length === 0 ? first : undefined;
  const query = unitQuery(typed);
  const exact = units.filter(({ name }) => unitRank(name, query) <= 1);
  return exact.length === 1 ? exact[0] : undefined;
}
