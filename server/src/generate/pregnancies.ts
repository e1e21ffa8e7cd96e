import { presumedDay } from '@sotay/domain/kernel/partial-date';
import { ageOn } from '@sotay/domain/kernel/plain-date';
import type { PregnancyEnd, ScreeningWindow } from '@sotay/domain/packs/tt01-2022/code-lists';

import { giveBirth } from './births.ts';
import { groupFrom15 } from './couples.ts';
import { dateOf, yearsOn } from './day.ts';
import type { Day } from './day.ts';
import type { Life } from './life.ts';
import { stopMethod } from './methods.ts';
import { isHere } from './model.ts';
import type { Person } from './model.ts';
import { birthRate, FERTILITY } from './tables/fertility.ts';
import { CHILDLESS_WIVES, WOMEN_BY_MARITAL } from './tables/marital.ts';
import { mothersByParity } from './tables/parity.ts';
import { PREGNANCY_LOSS, WORK } from './tables/work.ts';

/** Days from conception to birth, and from the last period to conception. */
const TERM = 266;
const FROM_PERIOD = 14;
/** Days after a birth in which she does not conceive, so that births are never nearer than the domain believes. */
const BARREN_DAYS = 130;
/** How much sooner than others a woman has her first, second, third, … child: from memory; scaled so that the rates by age come out as found. */
const EAGERNESS = [2.2, 1.25, 0.34, 0.2, 0.16] as const;

const eagerness = (everBorn: number): number => EAGERNESS[Math.min(everBorn, EAGERNESS.length - 1)] ?? 0;

/** For each five-year age group from 15: births a year of a couple of eagerness 1, so that all women together bear as the table has it. */
const BIRTHS_OF_COUPLES = FERTILITY.rates.map((rate, group) => {
  const childless = CHILDLESS_WIVES.shares[group] ?? 0;
  const mothers = mothersByParity(15 + group * 5);
  const all = mothers.reduce((sum, count) => sum + count, 0);
  const mean = childless * eagerness(0) + (1 - childless) * mothers.reduce((sum, count, at) => sum + (count / all) * eagerness(at + 1), 0);
  const wives = 1 - (['never-married', 'widowed', 'divorced', 'separated'] as const).reduce((sum, state) => sum + (WOMEN_BY_MARITAL[state][group] ?? 0), 0);
  return rate / (wives * mean);
});

/** Months between the decision of chance and the conception: a method is given up in between. */
const AHEAD_DAYS = 61;

/** Lets women of 15–49 in couples conceive some two months on, by age and by the children they have. */
export function expectChildren(life: Life, women: readonly Person[], from: Day, days: number): void {
  for (const woman of women) {
    const years = yearsOn(woman.born, from + AHEAD_DAYS + TERM);
    if (!mayConceive(woman, years)) continue;
    const births = (BIRTHS_OF_COUPLES[groupFrom15(years, BIRTHS_OF_COUPLES.length)] ?? 0) * eagerness(woman.everBorn);
    // Who is pregnant or has just borne cannot conceive: the others do so much more often.
    const yearly = births / Math.max(0.3, 1 - births * ((TERM + AHEAD_DAYS + BARREN_DAYS) / 365)) / (1 - PREGNANCY_LOSS.share);
    if (!life.chance.happens((yearly * days) / 365.25)) continue;
    const on = from + AHEAD_DAYS + life.chance.whole(0, days - 1);
    if (woman.lastBirth !== undefined && on < woman.lastBirth + BARREN_DAYS) continue;
    conceive(life, woman, on);
  }
}

function mayConceive(woman: Person, years: number): boolean {
  const sterilised = woman.method === 'female-sterilisation' || woman.spouse?.method === 'male-sterilisation';
  return isHere(woman) && woman.sex === 'female' && woman.marital === 'married' && !woman.isExpecting && !sterilised && woman.presence === 'present' && birthRate(Math.floor(years)) > 0;
}

/** Whether her age at a birth that day, as the book knows it, surprises nobody. */
function isUsualMother(woman: Person, on: Day): boolean {
  const age = ageOn(presumedDay(woman.told), dateOf(on));
  return age >= 15 && age < 50;
}

function conceive(life: Life, woman: Person, on: Day): void {
  const { chance } = life;
  const bornOn = Math.round(on + Math.min(Math.max(chance.around(TERM, 9), 210), 287));
  if (!isUsualMother(woman, bornOn) || bornOn <= life.opening) return;
  woman.isExpecting = true;
  woman.pregnancies += 1;
  const which = woman.pregnancies;
  const found = on + chance.whole(28, 80);
  const isReported = found > life.opening && chance.happens(0.92);
  if (woman.method !== undefined) life.onFor(woman, on - chance.whole(5, AHEAD_DAYS - 1), () => stopMethod(life, woman, chance.happens(0.85) ? 'wants-child' : 'pregnant'));
  if (isReported) life.onFor(woman, found, () => report(life, woman, on, which));
  if (chance.happens(PREGNANCY_LOSS.share)) lose(life, woman, on, isReported ? found : undefined);
  else life.onFor(woman, bornOn, () => giveBirth(life, woman));
}

function report(life: Life, woman: Person, conceived: Day, which: number): void {
  const { chance } = life;
  const period = conceived - FROM_PERIOD;
  life.note({
    type: 'pregnancy-reported',
    v: 1,
    data: { person: woman.id, ...(chance.happens(0.75) ? { lastPeriod: dateOf(period) } : {}), ...(chance.happens(0.9) ? { due: dateOf(period + 280) } : {}), which: chance.happens(0.95) ? which : 'unknown' },
  });
  for (const [window, from, to] of [['12', 80, 96], ['21', 138, 158]] as const) {
    if (chance.happens(WORK.prenatalScreened[window])) life.onFor(woman, period + chance.whole(from, to), () => screen(life, woman, window, which));
  }
}

function screen(life: Life, woman: Person, window: ScreeningWindow, which: number): void {
  if (!woman.isExpecting || woman.pregnancies !== which) return;
  const { chance } = life;
  const result = () => chance.weighed([['normal', 84], ['no-result-yet', 10], ['not-done', 5], ['found', 1]] as const);
  const results = window === '12' ? { down: result(), edwards: result(), patau: result(), thalassemia: result() } : { down: result(), edwards: result() };
  life.note({ type: 'prenatal-screened', v: 1, data: { person: woman.id, window, results, where: chance.weighed([['hospital', 60], ['private', 30], ['health-station', 10]] as const) } });
}

function lose(life: Life, woman: Person, conceived: Day, reportedOn: Day | undefined): void {
  const { chance } = life;
  const outcome: PregnancyEnd = chance.weighed([['miscarriage', PREGNANCY_LOSS.miscarriage], ['abortion', PREGNANCY_LOSS.abortion], ['stillbirth', PREGNANCY_LOSS.stillbirth]] as const);
  const day = Math.max(conceived + (outcome === 'stillbirth' ? chance.whole(160, 255) : chance.whole(40, 110)), (reportedOn ?? 0) + 2);
  life.onFor(woman, day, () => {
    woman.isExpecting = false;
    if (reportedOn !== undefined) life.note({ type: 'pregnancy-ended', v: 1, data: { person: woman.id, outcome } });
  });
}
