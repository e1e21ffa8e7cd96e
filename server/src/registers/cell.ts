import type { PlainDate } from '@sotay/domain/kernel/plain-date';

/** A date as Excel keeps it, and how much of it its format shows: `mm/yyyy` is a month, though a day lies behind it. */
export type DateCell = { readonly date: PlainDate; readonly shows: 'day' | 'month' | 'year' };

/** A cell without a value of its own: a formula that was never calculated, or one that came to an error. */
export type FaultCell = { readonly fault: 'uncalculated' | 'error'; readonly shown: string };

/** What a cell holds; a formula is the value that was last calculated, and is never calculated here. */
export type Cell = string | number | boolean | DateCell | FaultCell | null;

/** A row that holds something. */
export type SheetRow = {
  /** As Excel numbers it, from 1. */
  readonly number: number;
  /** From column A; nothing is `null`. */
  readonly cells: readonly Cell[];
};

/** Cells shown as one, whose content is in the first. Rows as Excel numbers them, columns from 0; all ends included. */
export type Merge = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

export type Sheet = { readonly name: string; readonly rows: readonly SheetRow[]; readonly merges: readonly Merge[] };

export function isDateCell(cell: Cell): cell is DateCell {
  return typeof cell === 'object' && cell !== null && 'date' in cell;
}

export function isFaultCell(cell: Cell): cell is FaultCell {
  return typeof cell === 'object' && cell !== null && 'fault' in cell;
}

/** Spaces of all kinds, and control characters, which no fact may hold. */
const SPACES = /[\s\p{Cc}\u200b\ufeff]+/gu;

/** What a cell says, as text in NFC without outer or repeated spaces; empty for none. A date is `dd/mm/yyyy` as far as it shows. */
export function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell.normalize('NFC').replaceAll(/\p{Surrogate}/gu, '\ufffd').replaceAll(SPACES, ' ').trim();
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (isFaultCell(cell)) return cell.shown;
  const [year, month, day] = cell.date.split('-');
  return { year: `${year}`, month: `${month}/${year}`, day: `${day}/${month}/${year}` }[cell.shows];
}

/** The letter of a column, from 0: A … Z, AA … */
export function columnLetter(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}
