import { TypeOverrides, types } from 'pg';

/**
 * What PostgreSQL's types become here, set in this one place:
 *
 * | column             | read as                                                     | written as |
 * |--------------------|-------------------------------------------------------------|------------|
 * | `date`             | string `yyyy-mm-dd` (a civil date has no hour and no zone)  | string     |
 * | `timestamptz`      | number, milliseconds since 1970 UTC                         | `Date`     |
 * | `bigint`           | number, refused beyond 2^53                                 | number     |
 * | `numeric`          | number, refused where it would lose a digit                 | number     |
 *
 * One-dimensional arrays of these likewise.
 */
export class UnreadableValue extends Error {
  override readonly name = 'UnreadableValue';
}

function readInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new UnreadableValue(`bigint ${text} does not fit a number`);
  return value;
}

function readNumeric(text: string): number {
  const digits = text.replace(/^-/, '').replace('.', '').replace(/^0+/, '');
  const value = Number(text);
  if (!Number.isFinite(value) || digits.length > 15) throw new UnreadableValue(`numeric ${text} does not fit a number`);
  return value;
}

function readInstant(text: string): number {
  // PostgreSQL writes `2026-11-23 11:36:22.048+07` or `…+07:30`; ISO wants a T and minutes in the offset.
  const value = Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  if (Number.isNaN(value)) throw new UnreadableValue(`timestamptz ${text} is no instant of our calendar`);
  return value;
}

function readList<Value>(read: (text: string) => Value): (text: string) => (Value | null)[] {
  return (text) => {
    const inside = text.slice(1, -1);
    if (!text.startsWith('{') || inside.includes('{')) throw new UnreadableValue('an array of one dimension was expected');
    if (inside === '') return [];
    return inside.split(',').map((element) => (element === 'NULL' ? null : read(element.replaceAll('"', ''))));
  };
}

const DATE_LIST = 1182;
const INTEGER_LIST = 1016;
const NUMERIC_LIST = 1231;
const INSTANT_LIST = 1185;

/** The parsers, for a pool or a client of one's own. */
export function parsers(): TypeOverrides {
  const overrides = new TypeOverrides();
  const readDate = (text: string): string => text;
  overrides.setTypeParser(types.builtins.DATE, readDate);
  overrides.setTypeParser(types.builtins.INT8, readInteger);
  overrides.setTypeParser(types.builtins.NUMERIC, readNumeric);
  overrides.setTypeParser(types.builtins.TIMESTAMPTZ, readInstant);
  overrides.setTypeParser(DATE_LIST, readList(readDate));
  overrides.setTypeParser(INTEGER_LIST, readList(readInteger));
  overrides.setTypeParser(NUMERIC_LIST, readList(readNumeric));
  overrides.setTypeParser(INSTANT_LIST, readList(readInstant));
  return overrides;
}
