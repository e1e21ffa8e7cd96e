import type { UnitId } from '@sotay/domain/kernel/ids';
import type { ExactSeries } from '@sotay/domain/wire/units';

import type { ListedSuccession } from './unit-list.ts';

/** A verdict as `ExactSeries` has it, with ids for the parts. */
export type SeriesVerdict =
  | { readonly exists: 'yes' }
  | { readonly exists: 'no'; readonly because: Extract<ExactSeries, { exists: 'no' }>['because']; readonly parts: readonly UnitId[] }
  | { readonly exists: 'unknown' };

/**
 * Whether figures of a unit that stands today are the sum of those of whole former units, as far back as is known.
 *
 * 1. Each unit that it came from must have come wholly: one that went to several, or of which a part is said to have come, breaks the series.
 * 2. One that went to a single place by a list that names one place only (`main`) leaves it open; what is known to break it counts more.
 * 3. A unit that gave a part away and stands on breaks its own.
 * @param edges every succession to the unit and to those before it, and every other one from those
 */
export function exactSeriesOf(unit: UnitId, edges: readonly ListedSuccession[]): SeriesVerdict {
  const holdsPartsOf = new Set<UnitId>();
  const gaveTo = new Set<UnitId>();
  let isOpen = false;
  const seen = new Set<UnitId>();
  const waiting = [unit];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    // What a unit gave away when it ended is found from the side of those that hold it.
    if (next === unit) for (const edge of edges) if (edge.from === unit) gaveTo.add(edge.to);
    for (const edge of edges) {
      if (edge.to !== next) continue;
      const isSplit = edges.some((other) => other.from === edge.from && other.to !== edge.to);
      if (edge.share === 'part' || isSplit) holdsPartsOf.add(edge.from);
      else if (edge.share === 'main') isOpen = true;
      waiting.push(edge.from);
    }
  }
  if (holdsPartsOf.size > 0) return { exists: 'no', because: 'holds-parts', parts: [...holdsPartsOf] };
  if (gaveTo.size > 0) return { exists: 'no', because: 'gave-parts', parts: [...gaveTo] };
  return { exists: isOpen ? 'unknown' : 'yes' };
}
