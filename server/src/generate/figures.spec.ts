import { period } from '@sotay/domain/kernel/period';
import type { Sex } from '@sotay/domain/packs/tt01-2022/code-lists';
import { beforeAll, describe, expect, it } from 'vitest';

import { inNotingOrder, liveArea, openArea } from './area.ts';
import { drawSex } from './births.ts';
import { Chance } from './chance.ts';
import { dayOf, yearsOn } from './day.ts';
import type { Day } from './day.ts';
import type { Generated } from './emit.ts';
import { liveRegistry, planRegistries } from './generate.ts';
import { isInCouple } from './methods.ts';
import type { Home, Person } from './model.ts';
import { countBySexAndAge, sharesOf } from './pyramid.ts';
import { ageSexTableFor } from './tables/age-sex.ts';
import { birthRate } from './tables/fertility.ts';
import { HOUSEHOLD_SIZE, HOUSEHOLD_TYPES } from './tables/households.ts';
import { MARITAL_15_PLUS } from './tables/marital.ts';
import { METHOD_USE } from './tables/methods.ts';
import { deathRate } from './tables/mortality.ts';
import { mothersByParity, MOTHERS_BY_PARITY } from './tables/parity.ts';
import { sexRatioAtBirth } from './tables/sex-at-birth.ts';

/**
 * What is generated, beside the tables that are named in it. Only figures with the status `found` are compared. Tolerances are three to four
 * standard errors of a share in so many people, and more where a table is met by way of another.
 */
const WISH = { people: 50_000, seed: 'số liệu', until: period('2026-11') };

const homes: Home[] = [];
const members: Person[] = [];
const facts: Generated[] = [];
let opening: Day = 0;

beforeAll(() => {
  for (const plan of planRegistries(WISH)) {
    for (const area of plan.areas) {
      const opened = openArea(area);
      ({ opening } = opened);
      homes.push(...opened.homes);
    }
    facts.push(...liveRegistry(plan, () => true));
  }
  members.push(...homes.filter(({ kind }) => kind === 'family').flatMap((home) => home.members));
}, 180_000);

const of = <T extends Generated['type']>(type: T) => facts.filter((fact): fact is Extract<Generated, { type: T }> => fact.type === type);
const share = (part: number, whole: number): number => (100 * part) / whole;

describe('the people of 50,000 on the opening day', () => {
  it('are as old as the table of WPP 2019 says, within 0.15 of a per cent of all in each five-year group of each sex', () => {
    const made = sharesOf(countBySexAndAge(members, opening));
    const told = sharesOf(ageSexTableFor(2024).thousands);
    for (const sex of ['male', 'female'] as const) for (const [group, expected] of told[sex].entries()) expect(Math.abs((made[sex][group] ?? 0) - expected), `${sex} ${group * 5}`).toBeLessThan(0.15);
  });

  it('live 3.5 to a household (census 2019), within 0.1', () => {
    expect(members.length / homes.filter(({ kind }) => kind === 'family').length).toBeCloseTo(HOUSEHOLD_SIZE.mean, 1);
  });

  it('live in three generations as often as in 2014, within 4 per cent of households', () => {
    const isOfThree = ({ members: people }: Home): boolean => {
      const relations = new Set(people.map(({ relation }) => relation));
      return relations.has('grandchild') || ((relations.has('parent') || relations.has('parent-in-law')) && relations.has('child'));
    };
    const families = homes.filter(({ kind }) => kind === 'family');
    const { twoGenerations, motherWithChildren, fatherWithChildren, threeGenerations, coupleAlone, single, other } = HOUSEHOLD_TYPES;
    const all = twoGenerations + motherWithChildren + fatherWithChildren + threeGenerations + coupleAlone + single + other;
    expect(Math.abs(share(families.filter(isOfThree).length, families.length) - share(threeGenerations, all))).toBeLessThan(4);
  });

  it.each(['female', 'male'] as const)('of 15 and over (%s) are married, widowed or not as in 2020, within 2.5 per cent', (sex: Sex) => {
    const grown = members.filter((person) => person.sex === sex && yearsOn(person.born, opening) >= 15);
    for (const state of ['never-married', 'married', 'widowed', 'divorced', 'separated'] as const) {
      const made = share(grown.filter(({ marital }) => marital === state).length, grown.length);
      expect(Math.abs(made - MARITAL_15_PLUS[sex][state]), state).toBeLessThan(2.5);
    }
  });

  it.each([20, 25, 30, 35, 40, 45])('are mothers of %i to four years more with as many children as in the survey of 2013, within 5 per cent for each number', (from) => {
    expect(MOTHERS_BY_PARITY.status).toBe('found');
    const mothers = members.filter(({ sex, born, everBorn }) => sex === 'female' && everBorn > 0 && yearsOn(born, opening) >= from && yearsOn(born, opening) < from + 5);
    const told = mothersByParity(from);
    const all = told.reduce((sum, count) => sum + count, 0);
    for (const [index, count] of told.entries()) {
      const made = mothers.filter(({ everBorn }) => Math.min(everBorn, 5) === index + 1).length;
      expect(Math.abs(share(made, mothers.length) - share(count, all)), `${index + 1} children`).toBeLessThan(5);
    }
  });

  it('have mothers in the book who have borne no fewer children than live with them, 16 to 46 years older', () => {
    const childrenOf = new Map<Person, number>();
    const ages: number[] = [];
    for (const { mother, born } of members) {
      if (mother === undefined) continue;
      childrenOf.set(mother, (childrenOf.get(mother) ?? 0) + 1);
      ages.push((born - mother.born) / 365.25);
    }
    ages.sort((a, b) => a - b);
    expect(ages[0]).toBeGreaterThan(15.5);
    expect(ages.at(-1)).toBeLessThan(46.5);
    expect([...childrenOf].filter(([mother, count]) => count > mother.everBorn)).toEqual([]);
    const children = members.filter(({ born }) => yearsOn(born, opening) < 15);
    expect(share(children.filter(({ mother }) => mother !== undefined).length, children.length)).toBeGreaterThan(85);
  });

  it('prevent pregnancy as in the survey of 2020: 74.7 % of couples, and among users the vòng, the pill and the condom within 2.5 per cent', () => {
    expect(METHOD_USE.status).toBe('found');
    const couples = members.filter((woman) => isInCouple(woman, opening)).length;
    const running = of('method-started').filter((fact) => dayOf(fact.occurredOn) < opening);
    expect(Math.abs(share(running.length, couples) - 100 * METHOD_USE.anyUse)).toBeLessThan(2.5);
    for (const method of ['iud', 'pill', 'condom'] as const) {
      const users = running.filter(({ data }) => data.method === method).length;
      expect(Math.abs(share(users, running.length) - 100 * METHOD_USE.shares[method]), method).toBeLessThan(2.5);
    }
  });
});

describe('two years of 50,000 people', () => {
  const right = <T extends Generated['type']>(type: T) => {
    const corrected = new Set(facts.flatMap(({ corrects }) => corrects ?? []));
    return of(type).filter(({ id }) => !corrected.has(id));
  };

  it('bring as many children as the rates of 2023 ask of their women, within 10 per cent', () => {
    const due = members.reduce((sum, { sex, born }) => sum + (sex === 'female' ? birthRate(Math.floor(yearsOn(born, opening + 365))) * 2 : 0), 0);
    expect(Math.abs(right('birth-reported').length / due - 1)).toBeLessThan(0.1);
  });

  it('bring boys and girls as the sex ratio at birth has it: 200,000 throws within 0.02, the children born within three standard errors', () => {
    const life = { chance: new Chance('trai hay gái'), today: opening + 400 };
    const ratio = sexRatioAtBirth(2026);
    const boys = Array.from({ length: 200_000 }, () => drawSex(life)).filter((sex) => sex === 'male').length;
    expect(Math.abs(boys / (200_000 - boys) - ratio)).toBeLessThan(0.02);
    const born = right('birth-reported');
    const due = ratio / (1 + ratio);
    expect(Math.abs(born.filter(({ data }) => data.sex === 'male').length / born.length - due)).toBeLessThan(3 * Math.sqrt((due * (1 - due)) / born.length));
  });

  it('take as many people as the death rates of 2020–2025 ask, within 12 per cent', () => {
    const due = members.reduce((sum, { sex, born }) => sum + deathRate(sex, yearsOn(born, opening + 365)) * 2, 0);
    expect(Math.abs(right('death-reported').length / due - 1)).toBeLessThan(0.12);
  });

  it('are noted late in 15 of 100 cases: more than ten days after what is told', () => {
    const isEvent = ({ type, corrects }: Generated): boolean => corrects === undefined && LIKE_EVENTS.has(type);
    const events = facts.filter((fact) => isEvent(fact) && dayOf(fact.occurredOn) >= opening);
    const late = events.filter(({ occurredOn, recordedAt }) => Math.floor((recordedAt + 7 * 3_600_000) / 86_400_000) - dayOf(occurredOn) > 10).length;
    expect(Math.abs(share(late, events.length) - 15)).toBeLessThan(2);
  });

  it('know every type of fact that can be noted at a door', () => {
    expect(new Set(facts.map(({ type }) => type)).size).toBe(34);
  });

  it('are those of the notes: of an area alone nothing is noted before what it names', () => {
    const [area] = [...planRegistries(WISH)][0]?.areas ?? [];
    if (area === undefined) throw new RangeError('no area');
    const order = inNotingOrder(liveArea(area, () => true).emitter.facts);
    expect(order.length).toBeGreaterThan(500);
    const known = new Set<string>();
    for (const fact of order) {
      if (!OPENING.has(fact.type)) expect(fact.about.filter((id) => !known.has(id)), fact.type).toEqual([]);
      for (const id of fact.about) known.add(id);
    }
  });
});

const OPENING = new Set<Generated['type']>(['household-registered', 'person-registered', 'birth-reported', 'arrival-reported', 'adoption-reported', 'household-split']);
const LIKE_EVENTS = new Set<Generated['type']>([
  'birth-reported', 'death-reported', 'departure-reported', 'arrival-reported', 'person-changed', 'marriage-reported', 'method-started', 'method-stopped', 'pregnancy-reported', 'elder-examined',
]);
