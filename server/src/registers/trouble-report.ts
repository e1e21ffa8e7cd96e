import writeXlsxFile from 'write-excel-file/node';

import type { Severity, Trouble } from './trouble.ts';
import { reasonOf } from './trouble-words.ts';

/** What becomes of the row. */
const OUTCOMES: Readonly<Record<Severity, string>> = {
  row: 'không nhận dòng này',
  cell: 'nhận người, không nhận ô này',
  known: 'đã có, không nhập lại',
  note: 'nhận, cần xem lại',
};

const HEADER = ['Trang', 'Dòng', 'Cột', 'Giá trị', 'Lý do', 'Kết quả'] as const;
/** What XML 1.0 cannot write. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
/** The longest text of a cell of Excel. */
const LONGEST = 32_767;

/**
 * The troubles of a register as a workbook. Every value is a cell of type text: one that begins with = + - @ or a tab is shown, never calculated.
 */
export async function troubleReport(troubles: readonly Trouble[]): Promise<Buffer> {
  const text = (value: string) => ({ type: String, value: value.replaceAll(UNWRITABLE, ' ').slice(0, LONGEST) });
  const rows = troubles.map(({ sheet, row, column, value, severity, ...trouble }) => [
    text(sheet),
    { type: Number, value: row },
    text(column ?? ''),
    text(value),
    text(reasonOf(trouble)),
    text(OUTCOMES[severity]),
  ]);
  const header = HEADER.map((title) => ({ ...text(title), fontWeight: 'bold' as const }));
  return writeXlsxFile([header, ...rows], { columns: [16, 8, 6, 34, 60, 30].map((width) => ({ width })), stickyRowsCount: 1 }).toBuffer();
}
