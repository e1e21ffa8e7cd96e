import { createHash } from 'node:crypto';
import { period } from '@sotay/domain/kernel/period';
import { isFactType } from '@sotay/domain/kinds';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { liveArea } from './area.ts';
import { planRegistries } from './generate.ts';
import type { Wish } from './generate.ts';
import { linesOf, peopleOf } from './write-facts.ts';

const WISH: Wish = { people: 2_000, seed: 'một', until: period('2026-11') };
const hashOf = (wish: Wish): string => {
  const hash = createHash('sha256');
  for (const lines of linesOf(wish, () => undefined)) hash.update(lines);
  return hash.digest('hex');
};

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('a generation', () => {
  it('is decided by seed, number and month to the last byte', () => {
    const first = hashOf(WISH);
    expect(hashOf({ ...WISH })).toBe(first);
    expect(hashOf({ ...WISH, seed: 'hai' })).not.toBe(first);
    expect(hashOf({ ...WISH, until: period('2026-10') })).not.toBe(first);
    expect(hashOf({ ...WISH, people: 2_001 })).not.toBe(first);
  });

  it('asks neither clock nor chance of the machine, nor its place', () => {
    const first = hashOf(WISH);
    vi.spyOn(Date, 'now').mockReturnValue(0);
    vi.spyOn(Math, 'random').mockImplementation(() => {
      throw new Error('asked for chance');
    });
    vi.stubEnv('TZ', 'America/New_York');
    expect(hashOf(WISH)).toBe(first);
  });

  it.each([1, 300, 2_000, 7_999, 12_001, 40_000])('of %i people has as many, in communes and areas of a plausible size', (people) => {
    const plans = [...planRegistries({ ...WISH, people })];
    expect(plans.reduce((sum, plan) => sum + peopleOf(plan), 0)).toBe(people);
    for (const plan of plans) expect(peopleOf(plan)).toBeLessThan(16_001);
    const sizes = plans.flatMap(({ areas }) => areas.map((area) => area.people));
    expect(Math.max(...sizes)).toBeLessThan(1_100);
    if (people > 300) expect(Math.min(...sizes)).toBeGreaterThan(150);
    expect(new Set(plans.flatMap(({ areas }) => areas.map(({ area }) => area))).size).toBe(sizes.length);
  });

  it('ends with its month, or sooner where that is wished', () => {
    const end = Date.parse('2026-11-10T05:00:00Z');
    const last = (wish: Wish): number => Math.max(...[...planRegistries(wish)].flatMap(({ areas }) => areas.flatMap((area) => liveArea(area, isFactType).emitter.facts.map(({ recordedAt }) => recordedAt))));
    expect(last(WISH)).toBeLessThan(Date.parse('2026-11-30T17:00:00Z'));
    expect(last(WISH)).toBeGreaterThan(Date.parse('2026-11-25T17:00:00Z'));
    expect(last({ ...WISH, end })).toBeLessThan(end);
  });
});

describe('mistakes', () => {
  const facts = [...planRegistries({ ...WISH, people: 12_000 })].flatMap(({ areas }) => areas.flatMap((area) => liveArea(area, isFactType).emitter.facts));
  const byId = new Map(facts.map((fact) => [fact.id, fact]));

  it('are put right by a later note of the same type about the same people', () => {
    const corrections = facts.filter(({ corrects }) => corrects !== undefined);
    expect(new Set(corrections.map(({ type }) => type))).toEqual(new Set(['household-registered', 'person-registered', 'birth-reported', 'death-reported']));
    for (const fact of corrections) {
      const wrong = fact.corrects === undefined ? undefined : byId.get(fact.corrects);
      expect(wrong?.type).toBe(fact.type);
      expect(wrong?.recordedAt).toBeLessThan(fact.recordedAt);
      expect({ ...wrong?.data, on: wrong?.occurredOn }).not.toEqual({ ...fact.data, on: fact.occurredOn });
      expect(new Set(fact.about)).toEqual(new Set(wrong?.about));
    }
  });

  it('of a departure are taken back', () => {
    const taken = facts.flatMap((fact) => (fact.type === 'fact-withdrawn' ? [byId.get(fact.data.fact)?.type] : []));
    expect(taken.length).toBeGreaterThan(3);
    expect(new Set(taken)).toEqual(new Set(['departure-reported']));
  });

  it('are not what is told of old people: some know a year alone, and some of these only about', () => {
    const old = facts.flatMap((fact) => (fact.type === 'person-registered' && fact.data.born < '1964' ? [fact.data] : []));
    const yearOnly = old.filter(({ born }) => born.length === 4);
    expect(yearOnly.length / old.length).toBeGreaterThan(0.2);
    expect(yearOnly.filter(({ bornAbout }) => bornAbout === true).length / yearOnly.length).toBeGreaterThan(0.1);
    expect(old.filter(({ born, bornAbout }) => bornAbout === true && born.length > 4)).toEqual([]);
  });
});
