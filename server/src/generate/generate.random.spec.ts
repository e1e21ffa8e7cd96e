import { decide } from '@sotay/domain/decide';
import type { Actor } from '@sotay/domain/kernel/actor';
import { period } from '@sotay/domain/kernel/period';
import { civilDayInVietnam, plainDate } from '@sotay/domain/kernel/plain-date';
import { isFactType, readFact } from '@sotay/domain/kinds';
import { Chance as DomainChance } from '@sotay/domain/testing/chance';
import { Notebook } from '@sotay/domain/testing/given';
import { describe, expect, it } from 'vitest';

import { inNotingOrder, liveArea } from './area.ts';
import type { AreaPlan } from './area.ts';
import type { Generated } from './emit.ts';
import { planRegistries } from './generate.ts';

/** Seeds that a run draws by chance from its own, so that each run of the house tries the same and a failing one can be named. */
const SEEDS = Array.from({ length: 6 }, (_, index) => `hạt ${new DomainChance(index).whole(1, 1_000_000)}`);

/**
 * What may be said against a note that is meant as it is: what was begun before the book is old news, weddings below the age of the law and arrivals from
 * nobody knows where are part of life, and a slip in a year of birth contradicts the papers until it is put right.
 */
function isMeant(fact: Generated, code: string, { opening, wrong }: { readonly opening: string; readonly wrong: ReadonlySet<string> }): boolean {
  if (wrong.has(fact.id)) return true;
  if (fact.type === 'method-started') return code === 'long-ago' && fact.occurredOn < opening;
  return MEANT[fact.type] === code;
}
const MEANT: Readonly<Partial<Record<Generated['type'], string>>> = { 'marriage-reported': 'under-marriage-age', 'arrival-reported': 'no-origin' };

function actors({ area, authors }: AreaPlan): Map<string, Actor> {
  const from = plainDate('2000-01-01');
  return new Map<string, Actor>([
    [authors.collaborator.user, { user: authors.collaborator.user, role: 'collaborator', responsibilities: [{ area, from }], communeAreas: [] }],
    [authors.officer.user, { user: authors.officer.user, role: 'officer', responsibilities: [], communeAreas: [area] }],
  ]);
}

describe.each(SEEDS)('every note of %s', (seed) => {
  const plans = [...planRegistries({ people: 700, seed, until: period('2026-11') })].flatMap(({ areas }) => areas);
  const areas = plans.map((plan) => ({ plan, facts: inNotingOrder(liveArea(plan, isFactType).emitter.facts) }));

  it('is read back as it was made', () => {
    for (const { facts } of areas) for (const fact of facts) expect(readFact(JSON.parse(JSON.stringify(fact)))).toEqual({ kind: 'known', fact });
  });

  it('is taken as its author’s, on its day, without anything against it but what is meant', () => {
    for (const { plan, facts } of areas) {
      const book = new Notebook();
      const byUser = actors(plan);
      const known = { opening: `${plan.months.first}-01`, wrong: new Set(facts.flatMap(({ corrects }) => corrects ?? [])) };
      for (const raw of facts) {
        const read = readFact(raw);
        const actor = byUser.get(raw.recordedBy);
        if (read.kind !== 'known' || actor === undefined) throw new TypeError(`not to be read: ${JSON.stringify(raw)}`);
        const problems = decide(read.fact, book, { actor, today: civilDayInVietnam(raw.recordedAt) });
        expect(problems.filter(({ severity, code }) => severity === 'block' || !isMeant(raw, code, known)), JSON.stringify(raw)).toEqual([]);
        book.add({ fact: read.fact, status: 'accepted' });
      }
    }
  });

  it('is the only one of its id, and happened before it was noted', () => {
    const ids = areas.flatMap(({ facts }) => facts.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { facts } of areas) expect(facts.filter(({ occurredOn, recordedAt }) => occurredOn > civilDayInVietnam(recordedAt))).toEqual([]);
  });
});
