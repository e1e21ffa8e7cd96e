import { OperatorError } from '../operator-error.ts';
import { MOST } from './workbook-fault.ts';
import type { WorkbookFault } from './workbook-fault.ts';

const MEGABYTE = 1024 * 1024;

const WORDS: Readonly<Record<WorkbookFault, { readonly vi: string; readonly en: string }>> = {
  'unreadable-file': { vi: 'Không đọc được tệp.', en: 'The file cannot be read.' },
  'too-large': { vi: `Tệp lớn quá ${MOST.file / MEGABYTE} MB.`, en: `The file is larger than ${MOST.file / MEGABYTE} MB.` },
  'not-a-workbook': {
    vi: 'Đây không phải tệp Excel .xlsx hoặc .xls. Mở bằng Excel hay LibreOffice, chọn "Lưu thành" .xlsx rồi thử lại.',
    en: 'This is no Excel file (.xlsx or .xls). Open it in Excel or LibreOffice, save it as .xlsx and try again.',
  },
  password: { vi: 'Tệp có mật khẩu. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi thử lại.', en: 'The file has a password. Take it off in Excel, save and try again.' },
  'too-many-parts': { vi: `Tệp nén chứa quá ${MOST.parts} tệp con: không phải sổ Excel.`, en: `The archive holds more than ${MOST.parts} files: it is no register.` },
  'too-large-unpacked': {
    vi: `Tệp bung ra lớn quá ${MOST.unpacked / MEGABYTE} MB. Xóa các dòng, cột trống đã tô kẻ rồi lưu lại, hoặc chia tệp.`,
    en: `Unpacked, the file is larger than ${MOST.unpacked / MEGABYTE} MB. Delete empty rows and columns that are formatted, or split the file.`,
  },
  'too-many-rows': { vi: `Tệp có quá ${MOST.rows} dòng. Hãy chia tệp.`, en: `The file has more than ${MOST.rows} rows. Split it.` },
  'takes-too-long': { vi: `Đọc tệp quá ${MOST.time / 1000} giây. Hãy chia tệp.`, en: `Reading the file takes more than ${MOST.time / 1000} seconds. Split it.` },
  'takes-too-much-memory': { vi: 'Đọc tệp tốn quá nhiều bộ nhớ. Hãy chia tệp.', en: 'Reading the file takes too much memory. Split it.' },
};

/** A file that is not opened: not a workbook, protected, or beyond the bounds. */
export class WorkbookRefused extends OperatorError {
  override readonly name = 'WorkbookRefused';
  readonly fault: WorkbookFault;

  constructor(fault: WorkbookFault, cause?: unknown) {
    super(WORDS[fault].vi, WORDS[fault].en, 1, cause);
    this.fault = fault;
  }
}
