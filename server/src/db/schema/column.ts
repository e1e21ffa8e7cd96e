import { sql } from 'kysely';
import type { ColumnType, RawBuilder } from 'kysely';

/** A `timestamptz`: read as milliseconds since 1970 UTC, written as a `Date`, compared with `instant(…)`. */
export type Instant = ColumnType<number, Date, Date>;

/**
 * Milliseconds since 1970 UTC as PostgreSQL's instant, to compare a column with: `where('expires_at', '>', instant(now))`.
 * Kysely types the other side of a comparison by what is read, a number, which PostgreSQL would not take for a time.
 */
export function instant(milliseconds: number): RawBuilder<number> {
  return sql<number>`${new Date(milliseconds)}::timestamptz`;
}
