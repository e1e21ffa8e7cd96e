import type { FactId } from '@sotay/domain/kernel/ids';

/** An entry with what it corrects, withdraws or settles. */
export type Answering = { readonly seq: number; readonly fact_id: FactId; readonly target_id: FactId | null };

/**
 * From which entry on each entry of a feed is there, where a chain of corrections and what answers it is there whole or not at all: two corrections of a
 * note that is not there would both count. The model of phones found this.
 * @param isShown whether an entry by itself is shown
 * @returns by seq, the seq of the first of its chain that is shown; nothing where none is
 */
export function shownFrom<E extends Answering>(entries: readonly E[], isShown: (entry: E) => boolean): Map<number, number> {
  const roots = rootsOf(entries);
  const first = new Map<FactId, number>();
  for (const entry of entries) {
    const root = roots.get(entry.fact_id) ?? entry.fact_id;
    if (isShown(entry)) first.set(root, Math.min(first.get(root) ?? Infinity, entry.seq));
  }
  return new Map(
    entries.flatMap(({ seq, fact_id: id }): [number, number][] => {
      const from = first.get(roots.get(id) ?? id);
      return from === undefined ? [] : [[seq, from]];
    }),
  );
}

/** The first of each entry's chain, as far as it is among the entries; of a circle one that stands for all. */
function rootsOf(entries: readonly Answering[]): Map<FactId, FactId> {
  const byId = new Map(entries.map((entry) => [entry.fact_id, entry]));
  const roots = new Map<FactId, FactId>();
  for (const entry of entries) {
    const path = new Set<FactId>();
    let at = entry;
    while (!path.has(at.fact_id) && !roots.has(at.fact_id)) {
      path.add(at.fact_id);
      at = (at.target_id === null ? undefined : byId.get(at.target_id)) ?? at;
    }
    const root = roots.get(at.fact_id) ?? at.fact_id;
    for (const id of path) roots.set(id, root);
  }
  return roots;
}
