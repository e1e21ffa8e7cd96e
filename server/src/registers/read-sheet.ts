import type { PlainDate } from '@sotay/domain/kernel/plain-date';

import type { Cell, Merge, Sheet, SheetRow } from './cell.ts';
import { textOf } from './cell.ts';
import { findColumns, isHeaderAgain } from './find-columns.ts';
import type { Columns } from './find-columns.ts';
import type { Field } from './header-words.ts';
import type { PersonRow } from './person-row.ts';
import { readHouseholdNumber, readPerson, tellsOfSomebody } from './read-person.ts';
import type { HouseholdTold } from './read-person.ts';
import { RowReader } from './row-reader.ts';
import type { Trouble } from './trouble.ts';

/** What a sheet tells. */
export type SheetRead = {
  readonly name: string;
  /** Undefined where the sheet is no register: no row names its columns. */
  readonly columns: Columns | undefined;
  readonly people: readonly PersonRow[];
  readonly troubles: readonly Trouble[];
  /** Rows that tell of somebody. */
  readonly rows: number;
  /** Rows below the header that tell of nobody, as Excel numbers them: headings, totals, signatures. */
  readonly passedOver: readonly number[];
};

/** Fields that a cell merged over several rows tells for all of them. */
const SHARED: ReadonlySet<Field> = new Set(['household', 'address', 'ethnicity', 'residence', 'phone']);
/** A sheet for each A0 form is named after it. */
const A0_SHEET_NAME = /^(?:hộ|ho|phiếu|phieu|tờ|to|a0)?\s*(?:số|so)?\s*\d+(?:[.\-_]\d{1,2})?$/iu;

/** Reads the people of a sheet. @param bookDay the day as of which the book is opened: no date may be later */
export function readSheet(sheet: Sheet, bookDay: PlainDate): SheetRead {
  const columns = findColumns(sheet);
  const nothing: SheetRead = { name: sheet.name, columns, people: [], troubles: [], rows: 0, passedOver: [] };
  if (columns === undefined) return nothing;
  const above = new Shared(sheet, columns);
  const byName = columns.of.has('household') || !A0_SHEET_NAME.test(sheet.name) ? undefined : readHouseholdNumber(sheet.name.replaceAll('_', '.'));
  const people: PersonRow[] = [];
  const troubles: Trouble[] = [];
  const passedOver: number[] = [];
  let rows = 0;
  let household: HouseholdTold | undefined = byName;
  for (const row of sheet.rows) {
    if (row.number < columns.firstRow || isHeaderAgain(row.cells, columns)) continue;
    const reader = new RowReader({ sheet: sheet.name, row: row.number }, row.cells, columns, (field) => above.of(row, field), bookDay);
    const told = columns.of.has('household') ? readHouseholdNumber(textOf(reader.cell('household'))) : byName;
    const isSomebody = tellsOfSomebody(reader);
    // A number alone in its column heads the rows below it; a total there has other words.
    if (told !== undefined && (isSomebody || /^\d/.test(told.number))) household = told;
    if (!isSomebody) {
      passedOver.push(row.number);
      continue;
    }
    rows++;
    const person = readPerson(reader, household);
    troubles.push(...reader.troubles);
    if (person !== undefined) people.push(person);
  }
  return { ...nothing, people, troubles, rows, passedOver };
}

/** What merged cells say for the rows below their first. */
class Shared {
  readonly #byRow = new Map<number, readonly Cell[]>();
  readonly #merges = new Map<Field, readonly Merge[]>();

  constructor({ rows, merges }: Sheet, columns: Columns) {
    const tall = merges.filter(({ top, bottom }) => bottom > top && bottom >= columns.firstRow);
    for (const field of SHARED) {
      const index = columns.of.get(field)?.index;
      const mine = index === undefined ? [] : tall.filter(({ left, right }) => left <= index && index <= right);
      if (mine.length > 0) this.#merges.set(field, mine.toSorted((a, b) => a.top - b.top));
    }
    if (this.#merges.size > 0) for (const { number, cells } of rows) this.#byRow.set(number, cells);
  }

  of({ number }: SheetRow, field: Field): Cell {
    const merges = this.#merges.get(field);
    if (merges === undefined) return null;
    let [low, high] = [0, merges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((merges[middle]?.top ?? 0) <= number) low = middle + 1;
      else high = middle;
    }
    const merge = merges[low - 1];
    if (merge === undefined || merge.bottom < number) return null;
    return this.#byRow.get(merge.top)?.[merge.left] ?? null;
  }
}
