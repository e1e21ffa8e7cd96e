import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { civilDayInVietnam, isPlainDate } from '@sotay/domain/kernel/plain-date';

import { readConfig } from '../config.ts';
import { openCommandDatabase } from '../db/open-database.ts';
import { OperatorError } from '../operator-error.ts';
import { getArea, getOfficer } from '../registers/find-office.ts';
import { importRegister } from '../registers/import-register.ts';
import type { RegisterOutcome } from '../registers/import-register.ts';
import { openWorkbook, readWorkbookFile } from '../registers/open-workbook.ts';
import { readRegister } from '../registers/read-register.ts';
import { outcomeLines, readingLines } from '../registers/register-lines.ts';
import { troubleReport } from '../registers/trouble-report.ts';
import type { CommandIo } from './command.ts';
import { tellRecount } from './tell-recount.ts';

const USAGE = 2;
const FONTS = ['unicode', 'tcvn3', 'vni'] as const;
/** A step is told again no sooner than this. */
const PROGRESS_EVERY_MS = 1_000;

type Wanted = {
  readonly file: string;
  readonly area: string;
  readonly unit: string | undefined;
  readonly officer: string | undefined;
  readonly on: string | undefined;
  readonly font: (typeof FONTS)[number] | undefined;
  readonly report: string | undefined;
  readonly isCommit: boolean;
  readonly isSkippingBad: boolean;
};

function wantedOf(argv: readonly string[]): Wanted {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      area: { type: 'string' },
      unit: { type: 'string' },
      officer: { type: 'string' },
      on: { type: 'string' },
      font: { type: 'string' },
      report: { type: 'string' },
      commit: { type: 'boolean' },
      'skip-bad': { type: 'boolean' },
    },
  });
  const [file, ...others] = positionals;
  const font = FONTS.find((one) => one === values.font);
  if (file === undefined || others.length > 0 || values.area === undefined || (values.font !== undefined && font === undefined)) {
    throw new OperatorError('Cần: sotay import register TỆP.xlsx --area SỐ [--commit]', 'Needed: sotay import register FILE.xlsx --area NUMBER [--commit]', USAGE);
  }
  const { area, unit, officer, on, report, commit, 'skip-bad': skipBad } = values;
  return { file, area, unit, officer, on, font, report, isCommit: commit === true, isSkippingBad: skipBad === true };
}

/** `sotay import register`: the people of a workbook, shown first, then taken into an area's book. */
export async function importRegisterFile(argv: readonly string[], io: CommandIo): Promise<number> {
  const wanted = wantedOf(argv);
  const now = Date.now();
  const today = civilDayInVietnam(now);
  const bookDay = wanted.on ?? today;
  if (!isPlainDate(bookDay) || bookDay > today) {
    throw new OperatorError(`Ngày lập sổ --on ${bookDay} không phải ngày đã qua dạng 2026-01-31.`, `The day of the book, --on ${bookDay}, is no past day such as 2026-01-31.`, USAGE);
  }
  const bytes = readWorkbookFile(wanted.file);
  const read = readRegister(await openWorkbook(bytes), bookDay, wanted.font);
  for (const line of readingLines(read)) io.out(line);
  const database = await openCommandDatabase(readConfig(io.environment), tellRecount(io));
  try {
    const { db } = database;
    const area = await getArea(db, wanted.area, wanted.unit);
    const actor = await getOfficer(db, area.unit, wanted.officer);
    io.out(`Địa bàn ${area.number} ${area.name}, lập sổ ngày ${bookDay}`);
    const outcome = await importRegister(db, {
      sheets: read.sheets,
      registry: area.registry,
      area: area.id,
      actor,
      bookDay,
      today,
      now,
      fileHash: createHash('sha256').update(bytes).digest(),
      isCommit: wanted.isCommit,
      isSkippingBad: wanted.isSkippingBad,
      onProgress: progress(io),
    });
    for (const line of outcomeLines(outcome)) io.out(line);
    if (wanted.report !== undefined) {
      writeFileSync(wanted.report, await troubleReport(outcome.troubles));
      io.out(`Đã ghi ${outcome.troubles.length} điều vào ${wanted.report}`);
    }
    return conclude(io, wanted, outcome);
  } finally {
    await database.close();
  }
}

function progress(io: CommandIo): (step: 'judged' | 'written', done: number, of: number) => void {
  let last = performance.now();
  return (step, done, of) => {
    if (performance.now() - last < PROGRESS_EVERY_MS) return;
    last = performance.now();
    io.err(step === 'judged' ? `Đã xét ${done}/${of} hộ …` : `Đã ghi ${done}/${of} ghi nhận …`);
  };
}

function conclude(io: CommandIo, { isCommit, isSkippingBad }: Wanted, { batch, troubles, people }: RegisterOutcome): number {
  const bad = troubles.filter(({ severity }) => severity === 'row' || severity === 'cell').length;
  if (batch !== undefined) {
    io.out(`Đã nhập, lô ${batch}${bad === 0 ? '' : `; còn ${bad} chỗ chưa nhập, ghi ở trên`}. Hoàn tác: sotay import undo ${batch}`);
    io.out(`Taken in as batch ${batch}${bad === 0 ? '' : `; ${bad} faults above were left out`}. Undo: sotay import undo ${batch}`);
    return 0;
  }
  if (bad > 0 && !isSkippingBad) {
    io.err(`Chưa ghi gì: ${bad} chỗ không nhận được. Sửa tệp, hoặc thêm --skip-bad để nhập phần còn lại.`);
    io.err(`Nothing written: ${bad} faults. Mend the file, or add --skip-bad to take in the rest.`);
    return 1;
  }
  if (isCommit) io.out(people === 0 ? 'Không có ai mới, chưa ghi gì. · Nobody is new, nothing written.' : 'Chưa ghi gì. · Nothing written.');
  else io.out('Mới xem trước, chưa ghi gì. Thêm --commit để ghi. · A dry run, nothing written. Add --commit to write.');
  return 0;
}
