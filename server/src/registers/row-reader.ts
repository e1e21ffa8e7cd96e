import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import { yearOf } from '@sotay/domain/kernel/plain-date';
import { earliestOf } from '@sotay/domain/kernel/partial-date';

import type { Cell } from './cell.ts';
import { isFaultCell, textOf } from './cell.ts';
import type { Columns } from './find-columns.ts';
import type { Field } from './header-words.ts';
import { readDate } from './read-date.ts';
import type { DateRead } from './read-date.ts';
import type { Severity, Trouble, TroubleCode } from './trouble.ts';

/** Nothing is told by a stroke or by dots. */
const NOTHING = /^[-–—._/\\*]*$/;

/** The cells of one row by field, and what is found wrong with them. */
export class RowReader {
  readonly troubles: Trouble[] = [];
  readonly sheet: string;
  readonly row: number;
  readonly bookDay: PlainDate;
  readonly #cells: readonly Cell[];
  readonly #columns: Columns;
  readonly #above: (field: Field) => Cell;

  /** @param above what a merged cell from a row above says for a field of this row */
  constructor(at: { sheet: string; row: number }, cells: readonly Cell[], columns: Columns, above: (field: Field) => Cell, bookDay: PlainDate) {
    this.sheet = at.sheet;
    this.row = at.row;
    this.#cells = cells;
    this.#columns = columns;
    this.#above = above;
    this.bookDay = bookDay;
  }

  cell(field: Field): Cell {
    const column = this.#columns.of.get(field);
    if (column === undefined) return null;
    const own = this.#cells[column.index] ?? null;
    return own === null || own === '' ? this.#above(field) : own;
  }

  /** What is told in a field, nothing for a stroke. A cell without a value of its own is noted as trouble. */
  text(field: Field, severity: Severity = 'cell'): string {
    const cell = this.cell(field);
    if (isFaultCell(cell)) {
      this.note(field, cell.fault === 'error' ? 'cell-error' : 'formula-uncalculated', severity);
      return '';
    }
    const text = textOf(cell);
    return NOTHING.test(text) ? '' : text;
  }

  /** What a list says of a field; a word that it does not know is trouble. */
  word<Code>(field: Field, find: (text: string) => Code | undefined, code: TroubleCode, severity: Severity = 'cell'): Code | undefined {
    const text = this.text(field, severity);
    if (text === '') return undefined;
    const found = find(text);
    if (found === undefined) this.note(field, code, severity);
    return found;
  }

  /** The date of a cell; what is none, or after the day of the book, is trouble. */
  date(field: Field, severity: Severity, cell: Cell = this.cell(field)): Extract<DateRead, { kind: 'date' }> | undefined {
    if (isFaultCell(cell)) {
      this.text(field, severity);
      return undefined;
    }
    const read = readDate(cell, yearOf(this.bookDay));
    switch (read.kind) {
      case 'none':
        return undefined;
      case 'impossible':
        this.note(field, 'date-impossible', severity, {}, textOf(cell));
        return undefined;
      case 'unreadable':
        this.note(field, 'date-unreadable', severity, {}, textOf(cell));
        return undefined;
      case 'date':
        if (earliestOf(read.date) > this.bookDay) {
          this.note(field, 'date-after-book', severity, { on: textOf({ date: this.bookDay, shows: 'day' }) }, textOf(cell));
          return undefined;
        }
        if (read.isYearGuessed) this.note(field, 'year-guessed', 'note', { year: read.date.slice(0, 4) });
        return read;
    }
  }

  note(field: Field, code: TroubleCode, severity: Severity, params: Trouble['params'] = {}, value = textOf(this.cell(field))): void {
    const column = this.#columns.of.get(field)?.letter;
    this.troubles.push({ sheet: this.sheet, row: this.row, field, ...(column === undefined ? {} : { column }), value, code, severity, params });
  }

  hasColumn(field: Field): boolean {
    return this.#columns.of.has(field);
  }
}
