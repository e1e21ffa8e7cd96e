import type { ColumnType } from 'kysely';

/** A `timestamptz`: read as milliseconds since 1970 UTC, written as a `Date`. */
export type Instant = ColumnType<number, Date, Date>;
