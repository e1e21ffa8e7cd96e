import { TextDecoder } from 'node:util';

import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { findPlainDate, isPlainDate } from '@sotay/domain/kernel/plain-date';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import { text } from '@sotay/domain/kernel/text';
import { UNIT_TYPES, findUnitType } from '@sotay/domain/vietnamese/unit-name';
import type { UnitLevel } from '@sotay/domain/vietnamese/unit-name';

/** What a file may be at most: the whole country before and after a reform is 1.5 MB and 14,000 rows. */
export const MOST_BYTES = 20_000_000;
const MOST_ROWS = 50_000;
const MOST_REPLACED = 500;

/** Why a row cannot be taken: its line in the file, the column, what stands there. `reason` is Vietnamese, for the operator. */
export type RowFault = { readonly line: number; readonly column: string; readonly value: string; readonly reason: string };

/** `full`: all of it, it ends; `part`: a part, it ends; `part-stays`: a part, and it stands on. */
export type Replaced = { readonly code: string; readonly on: PlainDate; readonly share: 'full' | 'part' | 'part-stays' };

export type ListRow = {
  readonly line: number;
  readonly level: UnitLevel;
  readonly code: string;
  readonly name: string;
  readonly parentCode: string;
  readonly from: PlainDate;
  readonly replaces: readonly Replaced[];
  readonly basis: string | null;
};

const COLUMNS = ['level', 'code', 'name', 'parent_code', 'valid_from', 'replaces', 'basis'] as const;
type Column = (typeof COLUMNS)[number];

const LEVELS: Readonly<Record<string, UnitLevel>> = { province: 'province', district: 'district', commune: 'commune', tinh: 'province', tỉnh: 'province', huyen: 'district', huyện: 'district', xa: 'commune', xã: 'commune' };
const DIGITS: Readonly<Record<UnitLevel, number>> = { province: 2, district: 3, commune: 5 };
const PARENT_CODES: Readonly<Record<UnitLevel, RegExp>> = { province: /^$/, district: /^\d{2}$/, commune: /^\d{2,3}$/ };
const SHARES: Readonly<Record<string, Replaced['share']>> = { '': 'full', full: 'full', part: 'part', 'part-stays': 'part-stays' };

const NameText = text(120);
const BasisText = text(300);
const Records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** The rows that can be read, and what is wrong with the others. A file that is no list at all has one fault, on line 1. */
export function readListFile(bytes: Uint8Array): { readonly rows: readonly ListRow[]; readonly faults: readonly RowFault[] } {
  const wrong = (reason: string, line = 1): ReturnType<typeof readListFile> => ({ rows: [], faults: [{ line, column: '', value: '', reason }] });
  if (bytes.length > MOST_BYTES) return wrong(`tệp quá lớn (nhiều nhất ${MOST_BYTES / 1_000_000} MB)`);
  let content: string;
  try {
    content = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return wrong('tệp không phải UTF-8; trong Excel hãy lưu kiểu "CSV UTF-8"');
  }
  let records: z.infer<typeof Records>;
  try {
    records = Records.parse(parse(content, { info: true, skip_empty_lines: true, trim: true, relax_column_count: true, max_record_size: 100_000, to: MOST_ROWS + 2 }));
  } catch (error) {
    if (error instanceof CsvError) return wrong(`không đọc được như CSV (${error.code})`, typeof error['lines'] === 'number' ? error['lines'] : 1);
    throw error;
  }
  const [head, ...body] = records;
  if (head === undefined || body.length === 0) return wrong('tệp không có dòng nào');
  if (body.length > MOST_ROWS) return wrong(`tệp có quá nhiều dòng (nhiều nhất ${MOST_ROWS.toLocaleString('vi')})`);
  const names = head.record.map((name) => name.toLowerCase());
  const missing = (['level', 'code', 'name', 'valid_from'] as const).filter((name) => !names.includes(name));
  if (missing.length > 0) return wrong(`dòng đầu thiếu cột ${missing.join(', ')}; các cột là ${COLUMNS.join(',')}`);
  const strange = names.filter((name, at) => !COLUMNS.some((column) => column === name) || names.indexOf(name) !== at);
  if (strange.length > 0) return wrong(`dòng đầu có cột không rõ hoặc lặp lại: ${strange.map((name) => name.slice(0, 40)).join(', ')}`);
  const rows: ListRow[] = [];
  const faults: RowFault[] = [];
  for (const { record, info } of body) {
    const reader = new RowReader(info.lines, new Map(names.map((name, at) => [name, record[at] ?? ''])), faults);
    if (record.length !== names.length) reader.fault('', '', `có ${record.length} ô, dòng đầu có ${names.length}`);
    const row = reader.row();
    if (row !== undefined) rows.push(row);
  }
  return { rows, faults };
}

class RowReader {
  readonly #line: number;
  readonly #cells: ReadonlyMap<string, string>;
  readonly #faults: RowFault[];
  #isGood = true;

  constructor(line: number, cells: ReadonlyMap<string, string>, faults: RowFault[]) {
    this.#line = line;
    this.#cells = cells;
    this.#faults = faults;
  }

  fault(column: string, value: string, reason: string): undefined {
    this.#isGood = false;
    this.#faults.push({ line: this.#line, column, value: value.slice(0, 60), reason });
  }

  row(): ListRow | undefined {
    const level = LEVELS[this.#cell('level').toLowerCase().normalize('NFC')] ?? this.fault('level', this.#cell('level'), 'phải là province, district hoặc commune (tinh, huyen, xa)');
    const from = this.#date('valid_from', this.#cell('valid_from'));
    if (level === undefined) return undefined;
    const code = this.#code('code', this.#cell('code'), level);
    const name = this.#name(level);
    const parentCode = this.#parent(level);
    const replaces = this.#replaces(level, from);
    const basis = this.#basis();
    if (!this.#isGood || code === undefined || name === undefined || from === undefined) return undefined;
    return { line: this.#line, level, code, name, parentCode, from, replaces, basis };
  }

  #cell(column: Column): string {
    return this.#cells.get(column) ?? '';
  }

  #date(column: Column, value: string): PlainDate | undefined {
    if (isPlainDate(value)) return value;
    const written = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value);
    const date = written === null ? undefined : findPlainDate(Number(written[3]), Number(written[2]), Number(written[1]));
    return date ?? this.fault(column, value, 'phải là một ngày có thật, viết 2026-04-30 hoặc 30/04/2026');
  }

  #code(column: Column, value: string, level: UnitLevel): string | undefined {
    if (/^\d+$/.test(value) && value.length === DIGITS[level]) return value;
    const hint = /^\d+$/.test(value) && value.length < DIGITS[level] ? '; Excel có thể đã bỏ số 0 ở đầu' : '';
    return this.fault(column, value, `mã phải có ${DIGITS[level]} chữ số${hint}`);
  }

  #name(level: UnitLevel): string | undefined {
    const read = NameText.safeParse(this.#cell('name'));
    if (!read.success) return this.fault('name', this.#cell('name'), 'tên trống, quá dài hoặc có ký tự điều khiển');
    const type = findUnitType(read.data);
    if (type === undefined || !UNIT_TYPES[level].includes(type)) return this.fault('name', read.data, `tên phải bắt đầu bằng ${UNIT_TYPES[level].join(', ')}`);
    return read.data;
  }

  #parent(level: UnitLevel): string {
    const value = this.#cell('parent_code');
    if (value !== '' && !PARENT_CODES[level].test(value)) {
      this.fault('parent_code', value, level === 'province' ? 'tỉnh không có đơn vị trên' : 'phải là mã của tỉnh (2 chữ số) hoặc, với xã trước 01/07/2025, của huyện (3 chữ số)');
    }
    return value;
  }

  #replaces(level: UnitLevel, from: PlainDate | undefined): Replaced[] {
    const value = this.#cell('replaces');
    const parts = value.split(';').map((part) => part.trim()).filter((part) => part !== '');
    if (parts.length > MOST_REPLACED) this.fault('replaces', value, `nhiều nhất ${MOST_REPLACED} đơn vị`);
    return parts.slice(0, MOST_REPLACED).flatMap((part) => {
      const [, code = '', day = '', written = ''] = /^([^@:]*)@([^:]*)(?::(.*))?$/.exec(part) ?? [];
      const share = SHARES[written];
      if (code === '' || day === '') this.fault('replaces', part, 'viết MÃ@NGÀY, thêm :part hoặc :part-stays nếu chỉ một phần; mã không kèm ngày thì không rõ là đơn vị nào');
      else if (share === undefined) this.fault('replaces', part, 'sau dấu hai chấm là full, part hoặc part-stays');
      else {
        const on = this.#date('replaces', day);
        const checked = this.#code('replaces', code, level === 'commune' && code.length === DIGITS.district ? 'district' : level);
        if (on !== undefined && from !== undefined && on >= from) this.fault('replaces', part, 'ngày của mã phải trước valid_from');
        else if (on !== undefined && checked !== undefined) return [{ code: checked, on, share }];
      }
      return [];
    });
  }

  #basis(): string | null {
    const value = this.#cell('basis');
    if (value === '') return null;
    const read = BasisText.safeParse(value);
    if (read.success) return read.data;
    this.fault('basis', value, 'quá dài hoặc có ký tự điều khiển');
    return null;
  }
}
