import type { Chance } from './chance.ts';
import { groupFrom15 } from './couples.ts';
import { yearsOn } from './day.ts';
import type { Day } from './day.ts';
import type { Person } from './model.ts';
import { CHILDLESS_WIVES } from './tables/marital.ts';
import { mothersByParity } from './tables/parity.ts';

/** Least days between two births of one woman here; the domain doubts fewer than 270. */
const LEAST_INTERVAL = 400;

/** Older children of a mother are not looked for in her home: most have one of their own. */
const HOME_UNTIL = 34;

/** How many live-born children a woman has had: by the table of mothers; some wives have none, a few of the never-married have one. */
function drawEverBorn(chance: Chance, woman: Person, on: Day): number {
  const years = yearsOn(woman.born, on);
  if (years < 16.5) return 0;
  if (woman.marital === 'never-married') return years >= 20 && chance.happens(0.02) ? 1 : 0;
  if (chance.happens(CHILDLESS_WIVES.shares[groupFrom15(years, CHILDLESS_WIVES.shares.length)] ?? 0)) return 0;
  const drawn = chance.weighed(mothersByParity(years).map((mothers, at) => [at + 1, mothers] as const));
  return drawn < 5 ? drawn : 5 + Math.floor(chance.next() * chance.next() * 4);
}

/** The days on which a woman's children were born, first to last, laid between her youth and today. */
function drawBirthDays(chance: Chance, woman: Person, on: Day): Day[] {
  const years = yearsOn(woman.born, on);
  const latest = Math.min(years - 0.1, 44);
  const usual = chance.around(woman.everBorn > 2 ? 21.5 : 24, 3);
  const room = Math.max(woman.everBorn - 1, 0) * 1.6;
  const firstAt = Math.max(15.6, Math.min(Math.max(usual, 17), latest - room));
  const spare = Math.max(latest - firstAt - room, 0);
  const drawn = Array.from({ length: woman.everBorn - 1 }, () => 1.4 + Math.min(chance.next() * 4.5, Math.max(0.1, (spare / woman.everBorn) * 2 * chance.next())));
  const sum = drawn.reduce((whole, gap) => whole + gap, 0);
  const squeezed = sum > latest - firstAt ? (latest - firstAt) / sum : 1;
  const gaps = drawn.map((gap) => Math.max(gap * squeezed, 1.1));
  const days: Day[] = [];
  let at = firstAt;
  for (let order = 0; order < woman.everBorn; order++) {
    if (at > latest + 0.001) break;
    days.push(Math.floor(woman.born + at * 365.25));
    at += gaps[order] ?? 0;
  }
  return days;
}

/** Children and grown children without a mother yet, by completed age. */
class Nursery {
  readonly #byAge = new Map<number, Person[]>();
  readonly #on: Day;

  constructor(people: readonly Person[], on: Day) {
    this.#on = on;
    for (const person of people) {
      const age = Math.floor(yearsOn(person.born, on));
      const others = this.#byAge.get(age);
      if (others === undefined) this.#byAge.set(age, [person]);
      else others.push(person);
    }
  }

  /** A child born near a day, `within` years of age off at most, that can be a child of this mother beside those she has. */
  take(mother: Person, day: Day, siblings: readonly Person[], within: number): Person | undefined {
    const wanted = Math.floor(yearsOn(day, this.#on));
    for (let off = 0; off <= within; off++) {
      for (const age of off === 0 ? [wanted] : [wanted + off, wanted - off]) {
        const near = this.#byAge.get(age) ?? [];
        const at = near.findIndex((child) => isPossible(mother, child, siblings));
        if (at !== -1) return near.splice(at, 1)[0];
      }
    }
    return undefined;
  }
}

function isPossible(mother: Person, child: Person, siblings: readonly Person[]): boolean {
  const years = (child.born - mother.born) / 365.25;
  return years >= 15.6 && years <= 46 && siblings.every((other) => Math.abs(other.born - child.born) >= LEAST_INTERVAL);
}

/**
 * Gives every woman the number of children she has borne, and children of the place to mothers of it, nearest in age to those they must have. Children
 * for whom nobody is left live elsewhere or have died; grown children stay at home less and less.
 */
export function giveChildren(chance: Chance, people: readonly Person[], on: Day): void {
  const mothers = chance.shuffled(people.filter(({ sex, born }) => sex === 'female' && yearsOn(born, on) >= 15));
  const wanted: { mother: Person; day: Day }[] = [];
  for (const mother of mothers) {
    mother.everBorn = drawEverBorn(chance, mother, on);
    if (mother.everBorn === 0) continue;
    const days = drawBirthDays(chance, mother, on);
    mother.everBorn = days.length;
    mother.pregnancies = days.length;
    mother.lastBirth = days.at(-1);
    for (const day of days) {
      const age = yearsOn(day, on);
      const isAtHome = age < 16 || (age < HOME_UNTIL && chance.happens(age < 22 ? 0.85 : 0.6));
      if (isAtHome) wanted.push({ mother, day });
    }
  }
  const nursery = new Nursery(chance.shuffled(people.filter(({ marital, born }) => marital === 'never-married' && yearsOn(born, on) < HOME_UNTIL + 2)), on);
  const childrenOf = new Map<Person, Person[]>();
  let unmet = wanted;
  for (const within of [0, 1, 3, 6]) {
    const left: typeof unmet = [];
    for (const each of unmet) {
      const siblings = childrenOf.get(each.mother) ?? [];
      const child = nursery.take(each.mother, each.day, siblings, within);
      if (child === undefined) left.push(each);
      else {
        child.mother = each.mother;
        child.father = each.mother.spouse;
        childrenOf.set(each.mother, [...siblings, child]);
        if (each.mother.lastBirth === undefined || child.born > each.mother.lastBirth) each.mother.lastBirth = child.born;
      }
    }
    unmet = left;
  }
}
