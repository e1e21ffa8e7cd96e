import type { Cell, Merge, Sheet } from './cell.ts';
import { columnLetter, textOf } from './cell.ts';
import { bareWords } from './folded-word.ts';
import { findField } from './header-words.ts';
import type { Field } from './header-words.ts';

export type Column = { readonly index: number; readonly letter: string; readonly header: string };

/** The columns of a sheet, where its people begin, and headers that nothing is made of. */
export type Columns = {
  readonly of: ReadonlyMap<Field, Column>;
  /** Rows as Excel numbers them: everything above belongs to titles and headers. */
  readonly firstRow: number;
  readonly unused: readonly string[];
};

/** How far down a header is looked for: above it stand the names of offices and the title. */
const TITLE_ROWS = 40;
/** A register is told by this many columns, the name among them. */
const FEWEST_COLUMNS = 3;
/** No register has more columns than this; what stands further right is not looked at. */
const MOST_COLUMNS = 200;

/**
 * Finds the header of a register: the row, or two rows one above the other ("Ngày sinh" over "Nam" and "Nữ"), that name the most columns.
 * @returns undefined where no row names at least three columns, a person's name among them
 */
export function findColumns({ rows, merges }: Pick<Sheet, 'rows' | 'merges'>): Columns | undefined {
  const top = rows.filter(({ number }) => number <= (rows[0]?.number ?? 0) + TITLE_ROWS).slice(0, TITLE_ROWS);
  const seen = new Seen(top.map(({ number, cells }) => [number, cells]), merges);
  let best: (Columns & { readonly named: number }) | undefined;
  for (const { number } of top) {
    for (const depth of [1, 2]) {
      const found = columnsAt(seen, number, depth);
      if (found !== undefined && (best === undefined || found.named > best.named)) best = found;
    }
  }
  if (best === undefined) return undefined;
  const { named: _named, ...columns } = best;
  return columns;
}

/** Cells as one sees them: a merged cell says in all its places what stands in its first. */
class Seen {
  readonly #rows: ReadonlyMap<number, readonly Cell[]>;
  readonly #merges: readonly Merge[];

  constructor(rows: readonly (readonly [number, readonly Cell[]])[], merges: readonly Merge[]) {
    this.#rows = new Map(rows);
    this.#merges = merges.filter(({ top }) => this.#rows.has(top)).slice(0, MOST_COLUMNS * 10);
  }

  text(row: number, column: number): string {
    const own = textOf(this.#rows.get(row)?.[column] ?? null);
    if (own !== '') return own;
    const merge = this.#merges.find(({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right);
    return merge === undefined ? '' : textOf(this.#rows.get(merge.top)?.[merge.left] ?? null);
  }

  width(row: number): number {
    const merged = this.#merges.flatMap(({ top, bottom, right }) => (top <= row && row <= bottom ? [right + 1] : []));
    return Math.min(MOST_COLUMNS, Math.max(this.#rows.get(row)?.length ?? 0, ...merged, 0));
  }
}

function columnsAt(seen: Seen, row: number, depth: number): (Columns & { readonly named: number }) | undefined {
  const width = Math.max(seen.width(row), depth === 2 ? seen.width(row + 1) : 0);
  const of = new Map<Field, Column>();
  const unused: string[] = [];
  for (let index = 0; index < width; index++) {
    const [upper, lower] = [seen.text(row, index), depth === 2 ? seen.text(row + 1, index) : ''];
    const header = lower === '' || lower === upper ? upper : `${upper} ${lower}`.trim();
    const field = lower === '' || lower === upper ? findField(upper) : fieldUnder(upper, lower);
    if (field !== undefined && !of.has(field)) of.set(field, { index, letter: columnLetter(index), header });
    else if (header !== '') unused.push(header);
  }
  settle(of);
  const hasName = of.has('name') || of.has('givenName');
  if (!hasName || of.size < FEWEST_COLUMNS) return undefined;
  return { of, unused, firstRow: row + depth, named: of.size };
}

/** What the lower line of a header means: "Nam" under "Ngày sinh" is a sex, "Ngày" under "BPTT" the day that a method began. */
function fieldUnder(upper: string, lower: string): Field | undefined {
  const above = findField(upper);
  if (above === 'method' || above === 'methodStart') return /\b(?:ngay|thang|bat dau|thoi gian|tu)\b/.test(bareWords(lower)) ? 'methodStart' : 'method';
  return findField(lower) ?? findField(`${upper} ${lower}`) ?? above;
}

/** What a header means beside the others. */
function settle(of: Map<Field, Column>): void {
  const move = (from: Field, to: Field): void => {
    const column = of.get(from);
    if (column === undefined || of.has(to)) return;
    of.set(to, column);
    of.delete(from);
  };
  // Without marks "Ho" beside "Ten" is Họ, alone Hộ.
  if (of.has('givenName') && !of.has('name') && !of.has('surname') && bareWords(of.get('household')?.header ?? '') === 'ho') move('household', 'surname');
  if (!of.has('name') && !of.has('surname')) move('givenName', 'name');
  if (!of.has('female')) {
    // Without marks "Nam" beside "Ngay" and "Thang" is Năm, alone Nam/Nữ.
    if (of.has('bornMonth')) move('male', 'bornYear');
    else move('male', 'sex');
  }
  if (!of.has('born') && !of.has('bornMonth')) move('bornYear', 'born');
}

/** Whether a row repeats the header (the top of a printed page) or numbers the columns under it. */
export function isHeaderAgain(cells: readonly Cell[], columns: Columns): boolean {
  const told = [...columns.of.values()].map(({ index, header }) => ({ text: textOf(cells[index] ?? null), header })).filter(({ text }) => text !== '');
  if (told.length < FEWEST_COLUMNS) return false;
  const same = told.filter(({ text, header }) => findField(text) !== undefined && bareWords(header).includes(bareWords(text)));
  const isNumbering = told.every(({ text }) => /^\(?(?:\d{1,2}|[A-Ea-e])\)?(?:\s*=.*)?$/.test(text)) && new Set(told.map(({ text }) => text)).size === told.length;
  return same.length >= FEWEST_COLUMNS || isNumbering;
}
