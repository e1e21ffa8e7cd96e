import { OperatorError } from '../operator-error.ts';
import type { Command } from './command.ts';
import { importRegisterFile } from './import-register.ts';
import { importUnits } from './import-units.ts';
import { undoRegisterImport } from './import-undo.ts';

/** What can be taken in, each by its word. */
const KINDS: ReadonlyMap<string, Command['run']> = new Map([
  ['register', importRegisterFile],
  ['undo', undoRegisterImport],
  ['units', importUnits],
]);

/** `sotay import`: what comes in from files. */
export const importFiles: Command = {
  name: 'import',
  summary: { vi: 'nhập sổ hộ từ tệp Excel (hoặc hoàn tác), hay danh sách đơn vị hành chính', en: 'takes in a register from an Excel file, or takes one back, or a list of units' },
  help: {
    vi: `Cách dùng: sotay import register TỆP.xlsx --area SỐ [--unit MÃ-XÃ] [--officer TÊN] [--on 2026-01-31] [--font unicode|tcvn3|vni] [--report TỆP.xlsx] [--commit] [--skip-bad]
           sotay import undo LÔ [--officer TÊN] [--except-noted]
           sotay import units [TỆP.csv] [--commit]

Mỗi dòng một người; các cột: docs/operate.md, mục "Nhập sổ từ Excel". Không có --commit thì chỉ xem trước, không ghi gì.
--commit: ghi tất cả trong một lần, chỉ khi mọi dòng đều nhận được. --skip-bad: bỏ lại dòng và ô không nhận được, có kể ra.
--on: ngày lập sổ (mặc định hôm nay). --report: ghi những chỗ không nhận được và cần xem lại vào một tệp Excel.
Người đã có trong sổ không nhập lại. undo rút lại cả lô; hộ đã có ghi nhận mới thì không rút (--except-noted: rút các hộ khác).
units: danh sách của riêng mình, không có tệp thì danh sách cả nước kèm theo Sổ tay (các cột: docs/operate.md, mục "Đơn vị hành chính").`,
    en: `Usage: sotay import register FILE.xlsx --area NUMBER [--unit CODE] [--officer NAME] [--on 2026-01-31] [--font unicode|tcvn3|vni] [--report FILE.xlsx] [--commit] [--skip-bad]
       sotay import undo BATCH [--officer NAME] [--except-noted]
       sotay import units [FILE.csv] [--commit]

One row a person; the columns: docs/operate.md, "Registers from Excel". Without --commit it only shows, and writes nothing.
--commit: writes everything at once, and only if every row can be taken. --skip-bad: leaves out rows and cells that cannot, and says which.
--on: the day of the book (today by default). --report: writes what cannot be taken and what to look at into an Excel file.
Who is in the book is not taken in again. undo takes the batch back; households noted about since are left (--except-noted: the others are taken back).
units: a list of your own, or without a file the national one that comes with Sổ tay (the columns: docs/operate.md, "Administrative units").`,
  },
  run: async (argv, io) => {
    const [word, ...rest] = argv;
    const run = KINDS.get(word ?? '');
    if (run === undefined) throw new OperatorError(`Cần: sotay import ${[...KINDS.keys()].join(' | ')} …`, `Needed: sotay import ${[...KINDS.keys()].join(' | ')} …`, 2);
    return run(rest, io);
  },
};
