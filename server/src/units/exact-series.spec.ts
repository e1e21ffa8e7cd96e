import { UnitId } from '@sotay/domain/kernel/ids';
import { plainDate } from '@sotay/domain/kernel/plain-date';
import type { Share } from '@sotay/domain/wire/units';
import { expect, test } from 'vitest';

import { exactSeriesOf } from './exact-series.ts';
import type { ListedSuccession } from './unit-list.ts';

const id = (letter: string): UnitId => UnitId.parse(`00000000-0000-4000-8000-0000000000${letter.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** "a>b full" and the like. */
function edges(...written: string[]): ListedSuccession[] {
  return written.map((each) => {
    const [, from = '', to = '', share = 'full'] = /^(\w)>(\w) (\w+)$/.exec(each) ?? [];
    return { from: id(from), to: id(to), on: plainDate('2025-07-01'), share: share as Share, basis: null };
  });
}

test.each([
  ['a unit that nothing is known to precede', [], { exists: 'yes' }],
  ['one made of whole units', ['a>x full', 'b>x full'], { exists: 'yes' }],
  ['one that holds a part', ['a>x full', 'b>x part'], { exists: 'no', because: 'holds-parts', parts: [id('b')] }],
  ['one of whose units a part went elsewhere', ['a>x main', 'a>y part'], { exists: 'no', because: 'holds-parts', parts: [id('a')] }],
  ['one by a list of main targets', ['a>x main', 'b>x full'], { exists: 'unknown' }],
  ['one by such a list that is known to hold a part', ['a>x main', 'b>x part'], { exists: 'no', because: 'holds-parts', parts: [id('b')] }],
  ['one whose unit was itself made of parts earlier', ['a>x full', 'c>a part'], { exists: 'no', because: 'holds-parts', parts: [id('c')] }],
  ['one that gave a part away', ['x>y part'], { exists: 'no', because: 'gave-parts', parts: [id('y')] }],
  ['one whose neighbour was split', ['a>x full', 'b>y part', 'b>z part'], { exists: 'yes' }],
] as const)('the series of %s', (_what, written, verdict) => {
  expect(exactSeriesOf(id('x'), edges(...written))).toEqual(verdict);
});
