import { DSX_FORM_ROWS } from '@sotay/domain/reports/dsx';
import type { DsxFigure, DsxRow } from '@sotay/domain/reports/dsx';
import { identityOf, startOf } from '@sotay/domain/reports/identity';
import { firstDay, kindOf, lastDay } from '@sotay/domain/kernel/period';
import type { Period } from '@sotay/domain/kernel/period';
import { CELL_CODES } from '@sotay/domain/packs/tt01-2022/cells';
import type { CellCode } from '@sotay/domain/packs/tt01-2022/cells';
import type { DsxReport } from '@sotay/domain/wire/reports';
import writeXlsxFile from 'write-excel-file/node';

import { ageTable } from './dsx-age-table.ts';
import { DSX_ROW_TEXTS } from './dsx-texts.ts';

const UNITS: Readonly<Record<DsxRow<DsxFigure>['unit'], string>> = { household: 'Hộ', person: 'Người', couple: 'Cặp' };

const TERM_TEXTS: Readonly<Partial<Record<CellCode, string>>> = {
  'entered-by-book': '+ Vào sổ',
  'entered-by-birth': '+ Sinh ra tại địa bàn',
  deaths: '− Chết',
  arrivals: '+ Chuyển đến từ xã khác',
  departures: '− Chuyển đi khỏi xã',
  'moved-in': '+ Đến từ địa bàn khác trong xã',
  'moved-out': '− Sang địa bàn khác trong xã',
  'six-months-here': '+ Ở đủ sáu tháng',
  'six-months-away': '− Vắng đủ sáu tháng',
};

const COMPOSED = ' (soạn)';

/** A value of the form as a cell shows it. */
export type FormCell = string | number | null;

/**
 * 01/02/03-DSX as it lies on paper, cell by cell: title block, numbered rows with a column for the whole and one for each area, the identity of the
 * population, what the figures are made with, places to sign; a year's has its residents by age and sex besides. A row of our own composition says so.
 * @param of the commune or area, in words
 */
export function dsxGrid(report: DsxReport, of: string): FormCell[][] {
  const columns = [report.total, ...report.areas.map(({ cells }) => cells)];
  const heads = ['Tổng số', ...report.areas.map(({ number, name }) => `Địa bàn ${number} ${name}`)];
  const rows = DSX_FORM_ROWS.map(({ no, cell, unit, status }): FormCell[] => [
    no,
    `${DSX_ROW_TEXTS[no] ?? ''}${status === 'composed' ? COMPOSED : ''}`,
    UNITS[unit],
    ...columns.map((cells) => cells[cell]),
  ]);
  return [
    [`Biểu ${report.form}`, null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['Theo Thông tư 01/2022/TT-BYT', null, null, 'Độc lập – Tự do – Hạnh phúc'],
    [],
    [`BÁO CÁO DÂN SỐ ${periodText(report.period).toLocaleUpperCase('vi')}`],
    [of],
    [],
    ['STT', 'Nội dung', 'Đơn vị', ...heads],
    ['A', 'B', 'C', ...heads.map((_, index) => index + 1)],
    ...rows,
    ...ageRows(report, heads),
    [],
    [null, 'Cân đối dân số', null],
    ...identityRows(report, columns),
    [],
    [`Các dòng ghi (soạn) do Sổ tay tự soạn, chưa đối chiếu với mẫu đã ban hành. Gói ${report.pack}, quy tắc ${report.rulesVersion}, mã ${report.hash.slice(0, 12)}.`],
    [],
    [null, 'Người lập biểu', null, 'Trưởng Trạm Y tế'],
    [null, '(Ký, ghi rõ họ tên)', null, '(Ký, ghi rõ họ tên)'],
  ];
}

/** The second table of 03-DSX, with a head of its own. */
function ageRows(report: DsxReport, heads: readonly string[]): FormCell[][] {
  const rows = ageTable(report).map(({ no, text, counts }): FormCell[] => [no, `${text}${COMPOSED}`, UNITS.person, ...counts]);
  return rows.length === 0 ? [] : [[], ['STT', 'Tuổi và giới tính', 'Đơn vị', ...heads.flatMap((head) => [head, `${head}, nam`, `${head}, nữ`])], ...rows];
}

function identityRows(report: DsxReport, columns: readonly DsxReport['total'][]): FormCell[][] {
  const maps = columns.map((cells) => new Map(CELL_CODES.map((code) => [code, cells[code]] as const)));
  const terms = identityOf(new Map()).map(({ cell }, index): FormCell[] => [null, TERM_TEXTS[cell] ?? cell, 'Người', ...maps.map((cells) => identityOf(cells)[index]?.count ?? 0)]);
  return [
    [null, `Dân số đầu ngày ${shown(firstDay(report.period))}`, 'Người', ...maps.map((cells) => startOf(cells))],
    ...terms,
    [null, `= Dân số cuối ngày ${shown(lastDay(report.period))}`, 'Người', ...maps.map((cells) => cells.get('residents') ?? 0)],
  ];
}

function shown(day: string): string {
  return day.split('-').reverse().join('/');
}

function periodText(of: Period): string {
  switch (kindOf(of)) {
    case 'month':
      return `tháng ${Number(of.slice(5))} năm ${of.slice(0, 4)}`;
    case 'quarter':
      return `quý ${['I', 'II', 'III', 'IV'][Number(of.slice(6)) - 1] ?? ''} năm ${of.slice(0, 4)}`;
    case 'year':
      return `năm ${of}`;
  }
}

/** The form as an `.xlsx`. Texts are cells of type text: one that begins with = + - @ is shown, never calculated. */
export async function dsxWorkbook(report: DsxReport, of: string): Promise<Buffer> {
  const grid = dsxGrid(report, of);
  const head = grid.findIndex((row) => row[0] === 'STT');
  const rows = grid.map((row, index) => {
    const isInTable = index >= head && typeof row[0] === 'string' && typeof row[1] === 'string';
    const isBold = row[0] === 'STT' || index < head;
    const shape = { ...(isBold ? { fontWeight: 'bold' as const } : {}), ...(isInTable ? { borderStyle: 'thin' as const } : {}), wrap: isInTable };
    return row.map((value) => (value === null ? null : typeof value === 'number' ? { type: Number, value, ...shape } : { type: String, value, ...shape }));
  });
  const columns = [7, 58, 9, 12, ...Array.from({ length: Math.max(...grid.map((row) => row.length)) - 4 }, () => 14)];
  return writeXlsxFile(rows, { columns: columns.map((width) => ({ width })), sheet: report.form, orientation: 'landscape' }).toBuffer();
}
