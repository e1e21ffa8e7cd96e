import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Chance } from './chance.ts';

const throwsOf = (name: string, count = 20_000): number[] => {
  const chance = new Chance(name);
  return Array.from({ length: count }, () => chance.next());
};

describe('chance', () => {
  it('is decided by its name, and another for another name', () => {
    expect(throwsOf('a', 50)).toEqual(throwsOf('a', 50));
    expect(throwsOf('a', 50)).not.toEqual(throwsOf('b', 50));
    // Written down once: another machine throws the same.
    const chance = new Chance('sổ tay');
    expect([chance.bits(), chance.bits(), chance.bits()]).toEqual([1_987_369_346, 3_942_065_260, 1_336_063_117]);
  });

  it('is even: a tenth of the throws in each tenth, neighbours not alike', () => {
    const thrown = throwsOf('đều');
    for (let tenth = 0; tenth < 10; tenth++) expect(thrown.filter((value) => Math.floor(value * 10) === tenth).length / thrown.length).toBeCloseTo(0.1, 1.7);
    const first = Array.from({ length: 2_000 }, (_, index) => new Chance(`thôn ${index}`).next());
    expect(first.reduce((sum, value) => sum + value, 0) / first.length).toBeCloseTo(0.5, 1.5);
  });

  it('stays inside what is asked for', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (name, from, span) => {
        const chance = new Chance(name);
        for (let index = 0; index < 50; index++) {
          const whole = chance.whole(from, from + span);
          if (!Number.isInteger(whole) || whole < from || whole > from + span) return false;
        }
        return true;
      }),
    );
  });

  it('weighs, and gives nothing of weight nothing', () => {
    const chance = new Chance('cân');
    const drawn = Array.from({ length: 10_000 }, () => chance.weighed([['a', 3], ['b', 0], ['c', 1]] as const));
    expect(drawn.filter((item) => item === 'a').length / 10_000).toBeCloseTo(0.75, 1.5);
    expect(drawn).not.toContain('b');
  });

  it('shuffles without losing or doubling anything', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, name) => {
        expect(new Chance(name).shuffled(items).sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b));
      }),
    );
    expect(new Chance('xáo').shuffled([1, 2, 3, 4, 5, 6, 7, 8])).not.toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('lies about a mean by a deviation', () => {
    const chance = new Chance('chuông');
    const drawn = Array.from({ length: 20_000 }, () => chance.around(3, 2));
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    expect(mean).toBeCloseTo(3, 1);
    expect(Math.sqrt(drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length)).toBeCloseTo(2, 1);
  });
});
