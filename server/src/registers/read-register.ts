import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import type { Encoding } from '@sotay/domain/vietnamese/legacy-encoding';

import { OperatorError } from '../operator-error.ts';
import type { Sheet } from './cell.ts';
import { decodeSheet } from './decode-sheet.ts';
import { readSheet } from './read-sheet.ts';
import type { SheetRead } from './read-sheet.ts';

export type RegisterRead = {
  /** Sheets whose columns are a register's. */
  readonly sheets: readonly SheetRead[];
  /** Sheets typed for an old font, by name. */
  readonly converted: ReadonlyMap<string, Encoding>;
  /** Names of sheets that are no register. */
  readonly others: readonly string[];
};

/**
 * Reads the registers in a workbook.
 * @param font what the importer says the sheets are typed for, where their words cannot tell
 * @throws OperatorError where none is a register, or where the font must be told
 */
export function readRegister(workbook: readonly Sheet[], bookDay: PlainDate, font?: Exclude<Encoding, 'unclear'>): RegisterRead {
  const converted = new Map<string, Encoding>();
  const read = workbook.map((sheet) => {
    const decoded = decodeSheet(sheet, font);
    const found = readSheet(decoded.sheet, bookDay);
    if (found.columns !== undefined && decoded.encoding !== 'unicode') converted.set(found.name, decoded.encoding);
    return found;
  });
  const unclear = [...converted].find(([, encoding]) => encoding === 'unclear');
  if (unclear !== undefined) {
    throw new OperatorError(
      `Không rõ trang "${unclear[0]}" gõ theo bảng mã nào. Thêm --font unicode, --font tcvn3 (.VnTime) hoặc --font vni.`,
      `It is not clear for which fonts the sheet "${unclear[0]}" was typed. Add --font unicode, --font tcvn3 (.VnTime) or --font vni.`,
      2,
    );
  }
  const sheets = read.filter(({ columns }) => columns !== undefined);
  if (sheets.length === 0) {
    throw new OperatorError(
      'Không thấy sổ trong tệp: cần một dòng tiêu đề có "Họ và tên" và ít nhất hai cột khác như "Hộ số", "Quan hệ với chủ hộ", "Giới tính", "Ngày sinh".',
      'No register is found in the file: it needs a header row with "Họ và tên" and at least two other columns such as "Hộ số", "Quan hệ với chủ hộ", "Giới tính", "Ngày sinh".',
    );
  }
  return { sheets, converted, others: read.filter(({ columns }) => columns === undefined).map(({ name }) => name) };
}
