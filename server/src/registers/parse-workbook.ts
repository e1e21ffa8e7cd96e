import { read } from '@e965/xlsx';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';

import type { Cell, Sheet, SheetRow } from './cell.ts';
import { excelDate } from './excel-date.ts';
import { unpack } from './unpack.ts';
import { archiveOf, hasPart, isDateFormat, readContainer } from './untyped-tools.ts';
import { MOST } from './workbook-fault.ts';
import type { WorkbookFault } from './workbook-fault.ts';

const ZIP = Buffer.from('PK');
/** The container of old .xls files, and of .xlsx files under a password. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/**
 * Reads the cells of a workbook. Formulas are not calculated, macros and links not opened: a cell is what it showed when it was last saved.
 * Runs where memory and time are bounded (`workbook.worker.ts`).
 * @param file .xlsx or .xls
 */
export async function parseWorkbook(file: Buffer): Promise<readonly Sheet[] | WorkbookFault> {
  if (file.subarray(0, 2).equals(ZIP)) {
    const parts = await unpack(file);
    // Without compression, so that nothing is unpacked again.
    return typeof parts === 'string' ? parts : parse(archiveOf(parts));
  }
  if (!file.subarray(0, 8).equals(OLE)) return 'not-a-workbook';
  return isProtected(file) ? 'password' : parse(file);
}

function isProtected(file: Buffer): boolean {
  try {
    const container = readContainer(file);
    return hasPart(container, '/EncryptedPackage') || hasPart(container, '/EncryptionInfo');
  } catch {
    return false;
  }
}

function parse(file: Buffer): readonly Sheet[] | WorkbookFault {
  let book: WorkBook;
  try {
    // Without stubs a formula that was never calculated would be passed over like an empty cell.
    book = read(file, { type: 'buffer', dense: true, cellFormula: true, cellHTML: false, cellText: false, cellNF: true, sheetStubs: true });
  } catch (error) {
    return error instanceof Error && /password/i.test(error.message) ? 'password' : 'not-a-workbook';
  }
  const isFrom1904 = book.Workbook?.WBProps?.date1904 === true;
  let rows = 0;
  const sheets: Sheet[] = [];
  for (const name of book.SheetNames) {
    const found = sheetOf(name, book.Sheets[name], isFrom1904);
    rows += found.rows.length;
    if (rows > MOST.rows) return 'too-many-rows';
    sheets.push(found);
  }
  return sheets.length === 0 ? 'not-a-workbook' : sheets;
}

function sheetOf(name: string, sheet: WorkSheet | undefined, isFrom1904: boolean): Sheet {
  const rows: SheetRow[] = [];
  // forEach passes over the rows that a sheet skips: the one below may be the last of a million.
  sheet?.['!data']?.forEach((row, index) => {
    const cells = Array.from(row, (cell: CellObject | undefined) => cellOf(cell, isFrom1904));
    while (cells.at(-1) === null) cells.pop();
    if (cells.length > 0) rows.push({ number: index + 1, cells });
  });
  const merges = (sheet?.['!merges'] ?? []).map(({ s, e }) => ({ top: s.r + 1, bottom: e.r + 1, left: s.c, right: e.c }));
  return { name, rows, merges };
}

function cellOf(cell: CellObject | undefined, isFrom1904: boolean): Cell {
  if (cell === undefined || cell === null) return null;
  if (cell.t === 'e') return { fault: 'error', shown: cell.f === undefined ? '#' : `=${cell.f}` };
  if (cell.v === undefined || cell.t === 'z') return cell.f === undefined ? null : { fault: 'uncalculated', shown: `=${cell.f}` };
  if (cell.v instanceof Date) return cell.v.toISOString().slice(0, 10);
  if (typeof cell.v === 'number' && typeof cell.z === 'string' && isDateFormat(cell.z)) return excelDate(cell.v, cell.z, isFrom1904);
  if (typeof cell.v === 'string') return cell.v === '' ? null : cell.v;
  return cell.v;
}
