import type { Relation } from '@sotay/domain/packs/tt01-2022/code-lists';

import { groupFrom15 } from './couples.ts';
import { yearsOn } from './day.ts';
import type { Day } from './day.ts';
import type { Draft } from './emit.ts';
import type { Life } from './life.ts';
import { isHere } from './model.ts';
import type { Person } from './model.ts';
import { arrive, leave, moveTo } from './moves.ts';
import { drawClan, isOfMothersClan } from './names.ts';
import { MARRIAGE_FLOW } from './tables/marital.ts';
import { WORK } from './tables/work.ts';

const isFree = (person: Person): boolean => isHere(person) && person.presence === 'present' && person.marital !== 'married' && person.marital !== 'separated';

/** One month of weddings and partings. */
export function passMonthOfMarriages(life: Life, people: readonly Person[], from: Day, days: number): void {
  const { chance } = life;
  const some = () => from + chance.whole(0, days - 1);
  const happens = (yearly: number): boolean => chance.happens((yearly * days) / 365.25);
  for (const person of people) {
    const years = yearsOn(person.born, from);
    if (years < 16 || years >= 50) continue;
    if (isFree(person) && !person.isExpecting) {
      const rate = MARRIAGE_FLOW.bride[groupFrom15(years - (person.sex === 'male' ? 3 : 0), MARRIAGE_FLOW.bride.length)] ?? 0;
      // Weddings are met twice, by the bride and by the groom who lives elsewhere as a rule.
      if (years >= (person.sex === 'male' ? 19 : 16) && happens(rate)) life.onFor(person, some(), () => wed(life, person));
    } else if (person.sex === 'female' && person.marital === 'married' && person.spouse !== undefined && !person.isExpecting) {
      if (happens(MARRIAGE_FLOW.divorce)) life.onFor(person, some(), () => part(life, person, 'divorce-reported'));
      else if (happens(MARRIAGE_FLOW.separation)) life.onFor(person, some(), () => part(life, person, 'separation-reported'));
    }
  }
}

/** Somebody marries today: somebody of the area now and then, else somebody from elsewhere; one of the two moves to the other. */
function wed(life: Life, person: Person): void {
  if (!isFree(person) || person.isExpecting) return;
  const { chance } = life;
  const staysAtHome = (person.sex === 'female') === isOfMothersClan(person.people);
  const near = chance.happens(0.2) ? findNear(life, person) : undefined;
  if (near !== undefined) wedNear(life, person, near);
  else if (staysAtHome) bringHome(life, person);
  else followAway(life, person);
}

function findNear(life: Life, person: Person): Person | undefined {
  const gap = person.sex === 'female' ? [-2, 9] : [-9, 2];
  return life.people.find((other) => {
    const older = (person.born - other.born) / 365.25;
    const isKin = other.home === person.home || (other.mother !== undefined && other.mother === person.mother);
    return other.sex !== person.sex && isFree(other) && !other.isExpecting && !isKin && other.people === person.people && older >= (gap[0] ?? 0) && older <= (gap[1] ?? 0) && yearsOn(other.born, life.today) >= 18;
  });
}

function tie(one: Person, other: Person): void {
  one.spouse = other;
  other.spouse = one;
  one.marital = 'married';
  other.marital = 'married';
}

type Party = (Draft & { type: 'marriage-reported' })['data']['wife'];
const here = (person: Person): Party => ({ kind: 'person', person: person.id });

function noteWedding(life: Life, wife: Party, husband: Party, at?: number): number {
  const { chance } = life;
  for (const party of [wife, husband]) {
    if (party.kind === 'person' && at === undefined && chance.happens(WORK.premaritalExamined)) {
      life.note({ type: 'premarital-examined', v: 1, data: { person: party.person, where: 'health-station' } }, {}, life.today - chance.whole(0, 3));
    }
  }
  const form = chance.weighed([['registered', 92], ['living-together', 6], ['unknown', 2]] as const);
  const consanguineous = chance.weighed([['no', 96], ['unknown', 3], ['yes', 1]] as const);
  const examined = chance.weighed([['yes', 35], ['no', 50], ['unknown', 15]] as const);
  const told: Draft = { type: 'marriage-reported', v: 1, data: { wife, husband, form, consanguineous, examined } };
  return at === undefined ? (life.note(told)?.recordedAt ?? 0) : life.noteAfter(at, told);
}

/** What a newly wed is to the head of the home into which she or he comes. */
const inLaw = (spouse: Person): Relation => (spouse.relation === 'head' ? 'spouse' : spouse.relation === 'child' ? 'child-in-law' : 'other-relative');

function wedNear(life: Life, one: Person, other: Person): void {
  const [wife, husband] = one.sex === 'female' ? [one, other] : [other, one];
  tie(wife, husband);
  const at = noteWedding(life, here(wife), here(husband));
  const [moving, staying] = isOfMothersClan(wife.people) ? [husband, wife] : [wife, husband];
  if (staying.home !== undefined) moveTo(life, [{ person: moving, relation: inLaw(staying) }], staying.home, at);
}

/** A wife, or among the Ê Đê a husband, comes from elsewhere on the wedding day. */
function bringHome(life: Life, person: Person): void {
  const { home } = person;
  if (home === undefined || home.kind === 'collective') return;
  const { maker, chance, today } = life;
  const sex = person.sex === 'female' ? 'male' : 'female';
  const gap = Math.round(chance.around(3, 2.5) * 365) * (sex === 'female' ? 1 : -1);
  const born = Math.min(person.born + gap, today - 18 * 366);
  const spouse = maker.make(sex, born, today);
  maker.describe(spouse, person.people, drawClan(chance, person.people, maker.region), today);
  const at = arrive(life, spouse, home, inLaw(person));
  tie(person, spouse);
  noteWedding(life, here(sex === 'female' ? spouse : person), here(sex === 'female' ? person : spouse), at);
}

/** A daughter, or among the Ê Đê a son, marries into a home elsewhere and leaves. */
function followAway(life: Life, person: Person): void {
  const { maker, chance, today } = life;
  const other = maker.make(person.sex === 'female' ? 'male' : 'female', person.born, today);
  maker.describe(other, person.people, drawClan(chance, person.people, maker.region), today);
  const elsewhere: Party = { kind: 'elsewhere', name: other.name.full, commune: 'Xã bên cạnh' };
  person.marital = 'married';
  if (person.sex === 'female') noteWedding(life, here(person), elsewhere);
  else noteWedding(life, elsewhere, here(person));
  life.onFor(person, today + chance.whole(0, 3), () => leave(life, [person], chance.weighed([['same-province', 75], ['other-province', 25]] as const)));
}

/** A couple parts today, by the court or without it; the one who is not of the house mostly leaves. */
function part(life: Life, wife: Person, type: 'divorce-reported' | 'separation-reported'): void {
  const husband = wife.spouse;
  if (wife.marital !== 'married' || husband === undefined || wife.isExpecting) return;
  const isDivorce = type === 'divorce-reported';
  const couple = { wife: wife.id, ...(isHere(husband) ? { husband: husband.id } : {}) };
  for (const one of [wife, husband]) one.marital = isDivorce ? 'divorced' : 'separated';
  if (isDivorce) {
    wife.method = undefined;
    wife.spouse = undefined;
    husband.spouse = undefined;
  }
  life.note({ type, v: 1, data: couple });
  const guest = [wife, husband].find((one) => one.relation === 'child-in-law' || (one.relation === 'spouse' && one.everBorn === 0));
  if (guest !== undefined && life.chance.happens(0.7)) life.onFor(guest, life.today + life.chance.whole(1, 60), () => leave(life, [guest]));
}
