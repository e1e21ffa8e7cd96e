import type { AreaId } from '@sotay/domain/kernel/ids';
import { firstDay, lastDay, monthsFrom } from '@sotay/domain/kernel/period';
import type { Period } from '@sotay/domain/kernel/period';

import { passMonthOfAdoptions } from './adoptions.ts';
import { birthFromElsewhere } from './births.ts';
import { Chance } from './chance.ts';
import { makeCollective } from './collective.ts';
import { dayOf, yearsOn } from './day.ts';
import type { Day } from './day.ts';
import { die } from './deaths.ts';
import { Emitter } from './emit.ts';
import type { Generated, GeneratedType } from './emit.ts';
import { Ids } from './ids.ts';
import { Life } from './life.ts';
import type { Authors } from './life.ts';
import { passMonthOfMarriages } from './marriages.ts';
import { openMethods, passMonthOfMethods } from './methods.ts';
import { passMonthOfMistakes } from './mistakes.ts';
import { isHere } from './model.ts';
import type { Person } from './model.ts';
import { passMonthOfMoves } from './moves.ts';
import { openBook } from './opening.ts';
import { PersonMaker } from './person-maker.ts';
import { makePopulation } from './population.ts';
import type { Place } from './population.ts';
import { expectChildren } from './pregnancies.ts';
import { endMonth, passMonthOfRounds } from './rounds.ts';
import { RESIDENCE } from './tables/households.ts';
import { deathRate } from './tables/mortality.ts';
import type { Region } from './tables/peoples.ts';

/** What an area is made from: everything about it follows from this, its name in the seed included. */
export type AreaPlan = {
  readonly area: AreaId;
  /** Names the stream of chance. */
  readonly seed: string;
  readonly people: number;
  readonly region: Region;
  readonly place: Place;
  readonly authors: Authors;
  readonly months: { readonly first: Period; readonly last: Period };
  /** Nothing is noted at this instant or later (UTC milliseconds). */
  readonly end: number;
};

/** Which types are emitted; the pack's own unless a spec wants to see all. */
export type Knows = (type: GeneratedType) => boolean;

/** Months before the opening from which pregnancies are followed, so that children are born from the first day on. */
const RUN_UP_MONTHS = 11;

/** An area as it was on the opening day: its homes, a collective one now and then among them. */
export function openArea({ seed, people, region, place, months }: Pick<AreaPlan, 'seed' | 'people' | 'region' | 'place' | 'months'>): { maker: PersonMaker; homes: Life['homes']; opening: Day } {
  const chance = new Chance(seed);
  const maker = new PersonMaker(chance, new Ids(new Chance(`${seed} ids`)), region);
  const opening = dayOf(firstDay(months.first));
  const homes = makePopulation(maker, people, place, opening);
  if (people >= 300 && chance.happens(RESIDENCE.collective)) homes.push(makeCollective(maker, place, opening));
  return { maker, homes, opening };
}

/** Everything noted in an area, in the order in which it happened in the making; sort by `recordedAt` for the order of noting. */
export function liveArea(plan: AreaPlan, knows: Knows): Life {
  const { maker, homes, opening } = openArea(plan);
  const emitter = new Emitter({ area: plan.area, ids: new Ids(new Chance(`${plan.seed} facts`)), end: plan.end, knows });
  const life = new Life({ maker, emitter, place: plan.place, authors: plan.authors, opening, homes });
  const mothersToBe = (): Person[] => life.people.filter(({ sex }) => sex === 'female');
  for (let month = RUN_UP_MONTHS; month > 0; month--) expectChildren(life, mothersToBe(), opening - Math.round(month * 30.44), 30.44);
  openBook(life);
  openMethods(life, mothersToBe());
  for (const month of monthsFrom(plan.months.first, plan.months.last)) {
    passMonth(life, month, plan.authors.officer.name);
  }
  return life;
}

function passMonth(life: Life, month: Period, officer: string): void {
  const [from, last] = [dayOf(firstDay(month)), dayOf(lastDay(month))];
  const days = last - from + 1;
  const people = [...life.people];
  const women = people.filter(({ sex }) => sex === 'female');
  expectChildren(life, women, from, days);
  for (const person of people) if (isHere(person)) mayDie(life, person, from, days);
  passMonthOfMethods(life, women, from, days);
  passMonthOfMarriages(life, people, from, days);
  passMonthOfMoves(life, people, from, days);
  passMonthOfAdoptions(life, women.filter(isHere), from, days);
  passMonthOfRounds(life, people, from, days);
  passMonthOfMistakes(life, from, days);
  birthsFromElsewhere(life, from, days);
  endMonth(life, month, officer);
  life.passTo(last);
}

function mayDie(life: Life, person: Person, from: Day, days: number): void {
  const years = yearsOn(person.born, from);
  // The deaths of the first four weeks are laid at the birth.
  const rate = years < 1 ? deathRate(person.sex, 0) * 0.4 : deathRate(person.sex, years);
  if (life.chance.happens((rate * days) / 365.25)) life.onFor(person, from + life.chance.whole(0, days - 1), () => die(life, person));
}

/** To a hundred births in the area, those of women who live elsewhere; and hardly ever a foundling. From memory. */
const FROM_ELSEWHERE = 0.015;

function birthsFromElsewhere(life: Life, from: Day, days: number): void {
  const births = (life.people.length * 0.0138 * days) / 365.25;
  if (!life.chance.happens(births * FROM_ELSEWHERE)) return;
  const isFoundling = life.chance.happens(0.06);
  life.on(from + life.chance.whole(0, days - 1), () => {
    const homes = life.homes.filter((home) => !home.isClosed && home.kind === 'family');
    if (homes.length > 0) birthFromElsewhere(life, life.chance.pick(homes), isFoundling);
  });
}

/** Facts in the order of their noting. */
export function inNotingOrder(facts: readonly Generated[]): Generated[] {
  return [...facts].sort((a, b) => a.recordedAt - b.recordedAt);
}
