import { yearOf } from '@sotay/domain/kernel/plain-date';
import { partialDate } from '@sotay/domain/kernel/partial-date';
import type { BirthPlace, Sex } from '@sotay/domain/packs/tt01-2022/code-lists';

import { dateOf } from './day.ts';
import { die } from './deaths.ts';
import type { Draft } from './emit.ts';
import type { Life } from './life.ts';
import type { Home, Person } from './model.ts';
import { drawClan } from './names.ts';
import { clanOf } from './population.ts';
import { deathRate } from './tables/mortality.ts';
import { sexRatioAtBirth } from './tables/sex-at-birth.ts';
import { MISTAKES, PREGNANCY_LOSS, WORK } from './tables/work.ts';

/** Where children are born, as weights: from memory. */
const PLACES: readonly (readonly [BirthPlace, number])[] = [['hospital', 76], ['health-station', 18], ['home', 4], ['other', 1], ['unknown', 1]];

/** Of the deaths of the first year, those of the first four weeks: from memory. */
const NEONATAL = 0.6;

export function drawSex(life: Pick<Life, 'chance' | 'today'>): Sex {
  const boys = sexRatioAtBirth(yearOf(dateOf(life.today)));
  return life.chance.happens(boys / (1 + boys)) ? 'male' : 'female';
}

/** A woman gives birth today: to one child, or to two, noted as one act. */
export function giveBirth(life: Life, mother: Person): void {
  const { home } = mother;
  mother.isExpecting = false;
  if (home === undefined) return;
  const isTwin = life.chance.happens(PREGNANCY_LOSS.twins);
  const place = life.chance.weighed(PLACES);
  let at: number | undefined;
  for (let children = isTwin ? 2 : 1; children > 0; children--) {
    mother.everBorn += 1;
    const child = newborn(life, mother, home);
    at = noteBirth(life, child, home, { place, isTwin, order: mother.everBorn, ...(at === undefined ? {} : { at }) });
    follow(life, child);
  }
  mother.lastBirth = life.today;
}

function newborn(life: Life, mother: Person | undefined, home: Home): Person {
  const child = life.maker.make(drawSex(life), life.today, life.today);
  child.mother = mother;
  child.father = mother?.marital === 'married' ? mother.spouse : undefined;
  life.maker.describe(child, home.people, clanOf(child, home.people) ?? drawClan(life.chance, home.people, life.maker.region), life.today);
  child.told = partialDate(dateOf(life.today));
  child.isAbout = false;
  child.relation = 'unknown';
  child.home = home;
  child.firstHome = home;
  home.members.push(child);
  life.people.push(child);
  return child;
}

type Told = { readonly place: BirthPlace; readonly isTwin: boolean; readonly order: number | 'unknown'; readonly at?: number; readonly elsewhere?: { readonly name: string; readonly commune: string } };

/** Notes a birth, now and then with the wrong sex at first. @returns when it was noted */
function noteBirth(life: Life, child: Person, home: Home, { place, isTwin, order, at, elsewhere }: Told): number | undefined {
  const { chance } = life;
  const weight = Math.round(Math.min(Math.max(chance.around(isTwin ? 2400 : 3100, 380), 900), 4900) / 50) * 50;
  const mother = child.mother === undefined ? (elsewhere === undefined ? ({ kind: 'unknown' } as const) : ({ kind: 'elsewhere', ...elsewhere } as const)) : ({ kind: 'person', person: child.mother.id } as const);
  const named = chance.happens(0.8) ? { name: child.name } : {};
  const told = (sex: Sex): Draft => ({
    type: 'birth-reported',
    v: 1,
    data: { child: child.id, household: home.id, ...named, sex, mother, place, order, ...(isTwin ? { twin: true } : {}), ...(chance.happens(0.9) ? { weight } : {}), ethnicity: child.people },
  });
  const isWrong = !isTwin && chance.happens(MISTAKES.birth);
  const other = child.sex === 'male' ? 'female' : 'male';
  const noted = life.note(told(isWrong ? other : child.sex), at === undefined ? {} : { at: at + 30_000 });
  if (isWrong && noted !== undefined) {
    life.note(told(child.sex), { at: noted.recordedAt + chance.whole(1, 12) * 86_400_000, by: life.authors.collaborator, corrects: noted, because: 'Gia đình nói lại.' });
  }
  return noted?.recordedAt;
}

/** What comes after a birth: screening, and for a few an early death. */
function follow(life: Life, child: Person): void {
  const { chance, today } = life;
  if (chance.happens(deathRate(child.sex, 0) * NEONATAL)) life.onFor(child, today + chance.whole(0, 27), () => die(life, child));
  if (!chance.happens(WORK.newbornScreened)) return;
  life.onFor(child, today + chance.whole(2, 9), () => {
    const result = () => chance.weighed([['normal', 80], ['no-result-yet', 15], ['not-done', 4], ['found', 1]] as const);
    const more = chance.happens(0.4) ? { 'adrenal-hyperplasia': result(), 'hearing-loss': result(), 'heart-disease': result() } : {};
    life.note({ type: 'newborn-screened', v: 1, data: { person: child.id, results: { hypothyroidism: result(), g6pd: result(), ...more }, where: chance.happens(0.8) ? 'hospital' : 'health-station' } });
  });
}

/** A child born of a woman who lives elsewhere, or found and nobody's: about three in two hundred births. */
export function birthFromElsewhere(life: Life, home: Home, isFoundling: boolean): void {
  const mother = life.maker.make('female', life.today - 24 * 365, life.today);
  life.maker.describe(mother, home.people, drawClan(life.chance, home.people, life.maker.region), life.today);
  const child = newborn(life, undefined, home);
  const elsewhere = isFoundling ? {} : { elsewhere: { name: mother.name.full, commune: 'Xã bên' } };
  noteBirth(life, child, home, { place: isFoundling ? 'unknown' : 'hospital', isTwin: false, order: 'unknown', ...elsewhere });
  follow(life, child);
}
