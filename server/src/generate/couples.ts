import type { Chance } from './chance.ts';
import { yearsOn } from './day.ts';
import type { Day } from './day.ts';
import type { Person } from './model.ts';
import { AGE_GAP, WOMEN_BY_MARITAL } from './tables/marital.ts';

/** The five-year group from 15 of an age, as the tables of this folder have them. */
export const groupFrom15 = (years: number, groups: number): number => Math.min(Math.max(Math.floor((years - 15) / 5), 0), groups - 1);

/**
 * Decides who was ever married and to whom: women by the table, husbands from the men there are, nearest to the age that the gap asks for.
 * A wife for whom nobody is left has a husband who lives elsewhere.
 */
export function marryOff(chance: Chance, people: readonly Person[], on: Day): void {
  const brides: Person[] = [];
  for (const woman of people.filter(({ sex, born }) => sex === 'female' && yearsOn(born, on) >= 15)) {
    woman.marital = maritalOf(chance, yearsOn(woman.born, on));
    if (woman.marital === 'married' || woman.marital === 'separated') brides.push(woman);
  }
  const bachelors = new Bachelors(chance.shuffled(people.filter(({ sex, born }) => sex === 'male' && yearsOn(born, on) >= 18)), on);
  for (const bride of chance.shuffled(brides)) {
    const gap = Math.min(Math.max(chance.around(AGE_GAP.mean, AGE_GAP.deviation), AGE_GAP.least), AGE_GAP.most);
    const groom = bachelors.take(yearsOn(bride.born, on) + gap);
    if (groom === undefined) continue;
    groom.marital = bride.marital;
    groom.spouse = bride;
    bride.spouse = groom;
  }
  for (const man of bachelors.left()) man.marital = loneMaritalOf(chance, yearsOn(man.born, on));
}

function maritalOf(chance: Chance, years: number): Person['marital'] {
  const group = groupFrom15(years, WOMEN_BY_MARITAL.widowed.length);
  const states = ['never-married', 'widowed', 'divorced', 'separated'] as const;
  let rest = chance.next();
  for (const state of states) {
    rest -= WOMEN_BY_MARITAL[state][group] ?? 0;
    if (rest < 0) return years < 16 ? 'never-married' : state;
  }
  return years < 16 ? 'never-married' : 'married';
}

/** Of a man who has no wife now. Most such men past forty had one (from memory). */
function loneMaritalOf(chance: Chance, years: number): Person['marital'] {
  const never = years < 25 ? 0.99 : years < 35 ? 0.93 : years < 50 ? 0.72 : years < 65 ? 0.45 : 0.12;
  if (chance.happens(never)) return 'never-married';
  return chance.happens(years < 50 ? 0.1 : years < 65 ? 0.5 : 0.92) ? 'widowed' : 'divorced';
}

/** Men without a wife, by completed age. */
class Bachelors {
  readonly #byAge = new Map<number, Person[]>();

  constructor(men: readonly Person[], on: Day) {
    for (const man of men) {
      const age = Math.floor(yearsOn(man.born, on));
      const others = this.#byAge.get(age);
      if (others === undefined) this.#byAge.set(age, [man]);
      else others.push(man);
    }
  }

  /** One of about this age, nine years off at most. */
  take(years: number): Person | undefined {
    const wanted = Math.floor(years);
    for (let off = 0; off <= 9; off++) {
      const man = this.#byAge.get(wanted + off)?.pop() ?? this.#byAge.get(wanted - off)?.pop();
      if (man !== undefined) return man;
    }
    return undefined;
  }

  left(): Person[] {
    return [...this.#byAge.keys()].sort((a, b) => a - b).flatMap((age) => this.#byAge.get(age) ?? []);
  }
}
