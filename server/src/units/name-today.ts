import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';

/**
 * Of the names of a unit, for a join with `unit_name`: the first day of the one it has on a day, which is the first that has not ended. A unit always has one,
 * for its last name has no end; a name that begins later is not told before its day.
 */
export function nameHeldOn(day: PlainDate): RawBuilder<PlainDate> {
  return sql<PlainDate>`(SELECT min(held.valid_from) FROM unit_name held WHERE held.unit_id = unit_name.unit_id AND (held.valid_to IS NULL OR held.valid_to >= ${day}))`;
}
