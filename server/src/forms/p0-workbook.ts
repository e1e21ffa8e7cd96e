import { p0Text } from '@sotay/domain/reports/p0-cell';
import type { P0Cell } from '@sotay/domain/reports/p0-cell';
import { p0ColumnsOf } from '@sotay/domain/reports/p0-table';
import { P0_CELL_WORDS, P0_HEADS, P0_NOTE, P0_TITLES } from '@sotay/domain/reports/p0-words';
import type { P0Report } from '@sotay/domain/wire/reports';
import writeXlsxFile from 'write-excel-file/node';

import type { FormCell } from './dsx-workbook.ts';

type Section = P0Report['sections'][number];

/** How a row looks: free text, a bold line, the head of a table, a line of it. */
type Look = 'plain' | 'bold' | 'head' | 'line';
type Row = { readonly look: Look; readonly cells: readonly FormCell[] };

/** Where the right-hand half of the sheet begins, counted from 0: mottos above, the second signature below. */
const RIGHT = 6;

/**
 * P0/CTV as it lies on paper, cell by cell: title block, the eleven sections with their columns, what the lists are made with, places to sign.
 *
 * 1. What is not known prints as unknown, and a year as a year.
 * 2. A section without a line says "Không phát sinh" where the collaborator says so, and else has an empty line: a blank is not a zero.
 * 3. A section that was held back says how many lines it has.
 *
 * @param of the area and its commune, in words
 */
export function p0Grid(report: P0Report, of: string): FormCell[][] {
  return rowsOf(report, of).map(({ cells }) => [...cells]);
}

function rowsOf(report: P0Report, of: string): Row[] {
  const { signed } = report;
  return [
    row('bold', [`Biểu ${report.form}`, ...gap(RIGHT - 1), 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']),
    row('bold', ['Theo Thông tư 01/2022/TT-BYT', ...gap(RIGHT - 1), 'Độc lập – Tự do – Hạnh phúc']),
    row('plain', []),
    row('bold', ['PHIẾU THU TIN VỀ DÂN SỐ']),
    row('bold', [`Tháng ${Number(report.period.slice(5))} năm ${report.period.slice(0, 4)}`]),
    row('bold', [of]),
    row('plain', ['Lập ngày 01 của tháng sau tháng báo cáo. Nơi nhận: Trạm Y tế xã.']),
    ...report.sections.flatMap((section) => sectionRows(section)),
    row('plain', []),
    row('plain', [P0_NOTE]),
    row('plain', [`Đã đếm đến ghi nhận số ${Object.values(report.counted).join(', ')}. Gói ${report.pack}, quy tắc ${report.rulesVersion}, mã ${report.hash.slice(0, 12)}.`]),
    row('plain', []),
    row('bold', [null, 'Người thẩm định', ...gap(RIGHT - 2), 'Cộng tác viên dân số lập phiếu']),
    row('plain', [null, '(Ký, ghi rõ họ tên)', ...gap(RIGHT - 2), '(Ký, ghi rõ họ tên)']),
    ...(signed === null ? [] : [row('plain', [...gap(RIGHT), `Đã ký ngày ${signed.on.split('-').reverse().join('/')}: ${signed.signer}`])]),
  ];
}

function sectionRows({ section, rows, count, isTicked }: Section): Row[] {
  const columns = p0ColumnsOf(section);
  const fill = (text: string): Row => row('line', [text, ...gap(columns.length - 1)]);
  const lines = count === 0 ? [isTicked ? fill('Không phát sinh') : row('line', gap(columns.length))] : (rows?.map(({ cells }) => row('line', cells.map(formCell))) ?? [fill(`(Riêng tư: ${count} dòng, không in ở bản này)`)]);
  return [row('plain', []), row('bold', [`${section}. ${P0_TITLES[section]}`]), row('head', columns.map((column) => P0_HEADS[column])), ...lines];
}

function formCell(cell: P0Cell): FormCell {
  if (cell.kind === 'number') return cell.number;
  return p0Text(cell, P0_CELL_WORDS) || null;
}

function row(look: Look, cells: readonly FormCell[]): Row {
  return { look, cells };
}

function gap(length: number): null[] {
  return Array.from({ length }, () => null);
}

const WIDTHS = [12, 26, 20, 20, 16, 24, 24, 24, 18, 18, 18, 18];

/** The form as an `.xlsx`. Texts are cells of type text: one that begins with = + - @ is shown, never calculated. */
export async function p0Workbook(report: P0Report, of: string): Promise<Buffer> {
  const rows = rowsOf(report, of).map(({ look, cells }) => {
    const isTable = look === 'head' || look === 'line';
    const shape = { ...(look === 'bold' || look === 'head' ? { fontWeight: 'bold' as const } : {}), ...(isTable ? { borderStyle: 'thin' as const, wrap: true } : {}) };
    return cells.map((value) => {
      if (value === null) return isTable ? shape : null;
      return typeof value === 'number' ? { type: Number, value, ...shape } : { type: String, value, ...shape };
    });
  });
  return writeXlsxFile(rows, { columns: WIDTHS.map((width) => ({ width })), sheet: 'P0-CTV', orientation: 'landscape' }).toBuffer();
}
