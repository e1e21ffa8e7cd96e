import { fromLegacy, recogniseEncoding } from '@sotay/domain/vietnamese/legacy-encoding';
import type { Encoding } from '@sotay/domain/vietnamese/legacy-encoding';

import type { Cell, Sheet } from './cell.ts';

export type Decoded = {
  readonly sheet: Sheet;
  /** `unclear`: the words of some column speak for several; nothing was converted there. */
  readonly encoding: Encoding;
};

/**
 * Brings a sheet typed for TCVN3 or VNI fonts to Unicode, NFC. The whole sheet tells the encoding, for who typed it used one font; where its words speak for
 * several, each column tells its own (columns come together from several files). A cell that only Unicode can write stays as it is.
 * @param told what the importer says it is, where the words cannot tell
 */
export function decodeSheet(sheet: Sheet, told?: Exclude<Encoding, 'unclear'>): Decoded {
  const whole = told ?? recogniseEncoding(textsOf(sheet));
  if (whole !== 'unclear') return { sheet: converted(sheet, () => whole), encoding: whole };
  const width = Math.max(0, ...sheet.rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, index) => recogniseEncoding(textsOf(sheet, index)));
  const encoding = columns.includes('unclear') ? 'unclear' : (columns.find((one) => one !== 'unicode') ?? 'unicode');
  return { sheet: converted(sheet, (index) => columns[index] ?? 'unicode'), encoding };
}

function textsOf({ rows }: Sheet, column?: number): string[] {
  const texts = new Set<string>();
  for (const { cells } of rows) {
    for (const cell of column === undefined ? cells : [cells[column] ?? null]) if (typeof cell === 'string') texts.add(cell);
  }
  return [...texts];
}

function converted(sheet: Sheet, encodingOf: (column: number) => Encoding): Sheet {
  const known = new Map<string, string>();
  const convert = (cell: Cell, column: number): Cell => {
    if (typeof cell !== 'string') return cell;
    const encoding = encodingOf(column);
    const key = `${encoding} ${cell}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const text = fromLegacy(cell, encoding);
    known.set(key, text);
    return text;
  };
  return {
    name: fromLegacy(sheet.name, 'unicode'),
    merges: sheet.merges,
    rows: sheet.rows.map(({ number, cells }) => ({ number, cells: cells.map((cell, column) => convert(cell, column)) })),
  };
}
