import { factId } from '@sotay/domain/testing/ids';
import { expect, it } from 'vitest';

import { shownFrom } from './chains.ts';

const entry = (seq: number, name: string, target?: string): { seq: number; fact_id: ReturnType<typeof factId>; target_id: ReturnType<typeof factId> | null } => ({
  seq,
  fact_id: factId(name),
  target_id: target === undefined ? null : factId(target),
});
const shown = (entries: readonly ReturnType<typeof entry>[], ...seqs: readonly number[]): [number, number][] => [...shownFrom(entries, ({ seq }) => seqs.includes(seq))];

it('a chain is there whole from the first of it that is shown on, another not at all', () => {
  const chain = [entry(1, 'a'), entry(2, 'b', 'a'), entry(3, 'c', 'b'), entry(4, 'd', 'b'), entry(5, 'other'), entry(6, 'w', 'other')];
  expect(shown(chain, 3, 4)).toEqual([[1, 3], [2, 3], [3, 3], [4, 3]]);
  expect(shown(chain, 6)).toEqual([[5, 6], [6, 6]]);
  expect(shown(chain)).toEqual([]);
});

it('what answers something that is not among them stands for itself', () => {
  expect(shown([entry(1, 'b', 'missing'), entry(2, 'c', 'missing')], 2)).toEqual([[2, 2]]);
});

it('corrections in a circle, and of itself, are read to an end', () => {
  expect(shown([entry(1, 'a', 'b'), entry(2, 'b', 'a'), entry(3, 'c', 'a'), entry(4, 'd', 'd')], 3)).toEqual([[1, 3], [2, 3], [3, 3]]);
});

it('a chain of twenty thousand is read in the time of one look at each', () => {
  const chain = Array.from({ length: 20_000 }, (_, index) => entry(index + 1, `${index}`, index === 0 ? undefined : `${index - 1}`));
  expect(shownFrom(chain.toReversed(), ({ seq }) => seq === 20_000).get(1)).toBe(20_000);
});
