import { partialDate } from '@sotay/domain/kernel/partial-date';
import type { PartialDate } from '@sotay/domain/kernel/partial-date';
import { yearOf } from '@sotay/domain/kernel/plain-date';
import type { Education, Sex } from '@sotay/domain/packs/tt01-2022/code-lists';

import type { Chance } from './chance.ts';
import { dateOf, midnightOf, yearsOn } from './day.ts';
import type { Day } from './day.ts';
import type { Ids } from './ids.ts';
import type { Person } from './model.ts';
import { drawName } from './names.ts';
import { RESIDENCE } from './tables/households.ts';
import { VAGUE_BIRTHS } from './tables/peoples.ts';
import type { People, Region } from './tables/peoples.ts';

/** The province on everybody's papers: Đắk Lắk, by its old number in both lists. */
const HOME_PROVINCE = '66';

/** Makes people whose papers, schooling and birth date as told fit their age. */
export class PersonMaker {
  readonly chance: Chance;
  readonly ids: Ids;
  readonly region: Region;

  constructor(chance: Chance, ids: Ids, region: Region) {
    this.chance = chance;
    this.ids = ids;
    this.region = region;
  }

  /** Somebody without a name, home or tie yet. @param on the day of which age counts */
  make(sex: Sex, born: Day, on: Day): Person {
    return {
      id: this.ids.person(midnightOf(on) + 3_600_000),
      sex,
      born,
      told: partialDate(dateOf(born)),
      isAbout: false,
      people: 'Kinh',
      clan: '',
      name: { full: '', given: '' },
      home: undefined,
      firstHome: undefined,
      relation: 'unknown',
      marital: 'never-married',
      spouse: undefined,
      mother: undefined,
      father: undefined,
      everBorn: 0,
      lastBirth: undefined,
      legal: 'permanent',
      presence: 'present',
      education: 'unknown',
      insuranceNumber: undefined,
      nationalId: undefined,
      whereabouts: 'here',
      method: undefined,
      isExpecting: false,
      pregnancies: 0,
      enteredOn: on,
    };
  }

  /** Gives somebody a people, a name, papers and schooling. */
  describe(person: Person, people: People, clan: string, on: Day): void {
    const years = yearsOn(person.born, on);
    person.people = people;
    person.clan = clan;
    person.name = drawName(this.chance, { people, region: this.region, sex: person.sex, clan, bornIn: yearOf(dateOf(person.born)) });
    person.education = this.#education(years);
    if (!this.chance.happens(RESIDENCE.withoutPapers)) this.#papers(person, years);
    this.#vague(person, years);
  }

  #papers(person: Person, years: number): void {
    if (years < 6) person.insuranceNumber = `TE1${HOME_PROVINCE}${this.#digits(10)}`;
    else if (this.chance.happens(0.9)) person.insuranceNumber = `${this.chance.pick(['GD4', 'HN3', 'DN4', 'HT3', 'HS4'])}${HOME_PROVINCE}${this.#digits(10)}`;
    if (years < 14 || !this.chance.happens(0.6)) return;
    const born = dateOf(person.born);
    // By Thông tư 59/2021/TT-BCA: province, century and sex, two digits of the year, a serial.
    const century = (Number(born.slice(0, 2)) - 19) * 2 + (person.sex === 'male' ? 0 : 1);
    if (century >= 0) person.nationalId = `0${HOME_PROVINCE}${century}${born.slice(2, 4)}${this.#digits(6)}`;
  }

  #digits(count: number): string {
    let text = '';
    while (text.length < count) text += String(this.chance.bits() % 1_000_000).padStart(6, '0');
    return text.slice(0, count);
  }

  #education(years: number): Education {
    const levels = this.chance.weighed(SCHOOLING[years >= 60 ? 'old' : years >= 35 ? 'middle' : 'young']);
    const most = years < 6 ? 0 : years < 11.5 ? 1 : years < 15.5 ? 2 : years < 19 ? 3 : EDUCATIONS_UP.length - 1;
    return years < 19 ? (EDUCATIONS_UP[Math.min(most, 3)] ?? 'unknown') : levels;
  }

  /** Old people may know a year alone, and that about. A woman who may bear keeps at least her month, for her age is asked at every birth. */
  #vague(person: Person, years: number): void {
    const age = years >= 60 ? 'old' : years >= 40 ? 'middle' : 'young';
    const { yearOnly, monthOnly, about } = VAGUE_BIRTHS;
    const year = age === 'old' && person.people !== 'Kinh' ? yearOnly.oldOfOtherPeoples : yearOnly[age];
    const throwOf = this.chance.next();
    const mayBear = person.sex === 'female' && years < 50;
    if (throwOf < year && !mayBear) {
      person.told = partialDate(dateOf(person.born).slice(0, 4));
      person.isAbout = this.chance.happens(about);
      if (person.isAbout) person.nationalId = undefined;
    } else if (throwOf < year + monthOnly[age]) person.told = partialDate(dateOf(person.born).slice(0, 7));
  }
}

/** Levels in the order in which they are reached. */
const EDUCATIONS_UP: readonly Education[] = ['none', 'primary', 'lower-secondary', 'upper-secondary', 'vocational', 'college', 'university', 'postgraduate'];

/** The highest level reached, by generation, as weights: from memory. */
const SCHOOLING: Readonly<Record<'old' | 'middle' | 'young', readonly (readonly [Education, number])[]>> = {
  old: [['none', 14], ['primary', 38], ['lower-secondary', 28], ['upper-secondary', 12], ['vocational', 3], ['university', 3], ['unknown', 2]],
  middle: [['none', 4], ['primary', 22], ['lower-secondary', 37], ['upper-secondary', 20], ['vocational', 5], ['college', 4], ['university', 7], ['postgraduate', 1]],
  young: [['none', 2], ['primary', 8], ['lower-secondary', 26], ['upper-secondary', 36], ['vocational', 6], ['college', 8], ['university', 13], ['postgraduate', 1]],
};

/** The next level, where there is one that follows. */
export function nextEducation(education: Education): Education | undefined {
  const at = EDUCATIONS_UP.indexOf(education);
  return at === -1 ? undefined : EDUCATIONS_UP[at + 1];
}

/** A birth date of another year than the one told: what a slip of the pen makes of it. */
export function anotherYear(told: PartialDate, years: number): PartialDate {
  return partialDate(`${Number(told.slice(0, 4)) + years}${told.slice(4) === '-02-29' ? '-02-28' : told.slice(4)}`);
}
