import type { Destination, Relation } from '@sotay/domain/packs/tt01-2022/code-lists';
import type { Newcomer } from '@sotay/domain/register/person-fields';

import { midnightOf, yearsOn } from './day.ts';
import type { Day } from './day.ts';
import type { Draft } from './emit.ts';
import type { Life } from './life.ts';
import { dwellers, isHere } from './model.ts';
import type { Home, Person } from './model.ts';
import { entry, householdRegistered, withTiesTo } from './opening.ts';
import { makePopulation } from './population.ts';
import { MIGRATION } from './tables/migration.ts';

const PLACES: Readonly<Record<Destination, readonly (readonly [string, number])[]>> = {
  'same-province': [['Xã bên cạnh', 2], ['Phường trung tâm tỉnh', 1]],
  'other-province': [['Thành phố Hồ Chí Minh', 4], ['Đồng Nai', 3], ['Hà Nội', 2], ['Đà Nẵng', 1], ['Bắc Ninh', 1]],
  abroad: [['Nhật Bản', 2], ['Đài Loan', 2], ['Hàn Quốc', 1]],
  unknown: [],
};

const drawDestination = (life: Life): Destination => life.chance.weighed([['same-province', 45], ['other-province', 45], ['abroad', 4], ['unknown', 6]] as const);

function placeOf(life: Life, destination: Destination): { place?: string } {
  const places = PLACES[destination];
  return places.length === 0 || life.chance.happens(0.2) ? {} : { place: life.chance.weighed(places) };
}

/** People of one home leave the commune today. @returns when it was noted, 0 where it was not */
export function leave(life: Life, people: readonly Person[], destination = drawDestination(life)): number {
  const leaving = people.filter((person) => isHere(person));
  if (leaving.length === 0) return 0;
  const homes = new Set(leaving.flatMap(({ home }) => home ?? []));
  for (const person of leaving) person.whereabouts = 'gone';
  const noted = life.note({ type: 'departure-reported', v: 1, data: { people: leaving.map(({ id }) => id), destination, ...placeOf(life, destination) } });
  for (const home of homes) life.leftBehind(home, 'moved-away', noted?.recordedAt ?? 0);
  return noted?.recordedAt ?? 0;
}

/** Who somebody is, as an arrival tells it; ties go to people who are in the book. */
export function newcomer(life: Life, person: Person): Newcomer {
  const known = withTiesTo(person, new Set([person.mother, person.father, person.spouse].flatMap((other) => (other !== undefined && life.emitter.hasOpened(other.id) ? [other] : []))));
  const { legal, mother, father, spouse, ethnicity, papers } = entry(known);
  const about = person.isAbout ? { bornAbout: true } : {};
  return { kind: 'new', person: person.id, name: person.name, sex: person.sex, born: person.told, ...about, marital: person.marital, legal, ...mother, ...father, ...spouse, ...ethnicity, ...papers };
}

/** Somebody comes to live in a home today. `at`: noted after what was noted then. @returns when it was noted, 0 where it was not */
export function arrive(life: Life, person: Person, home: Home, relation: Relation, { who = newcomer(life, person), at }: { readonly who?: Newcomer; readonly at?: number } = {}): number {
  person.whereabouts = 'here';
  person.home = home;
  person.firstHome ??= home;
  person.relation = relation;
  if (!home.members.includes(person)) home.members.push(person);
  if (!life.people.includes(person)) life.people.push(person);
  const from = drawDestination(life);
  const intent = person.presence === 'staying' ? 'short' : life.chance.weighed([['settle', 92], ['unknown', 8]] as const);
  const told: Draft = { type: 'arrival-reported', v: 1, data: { who, household: home.id, relation, from, ...placeOf(life, from), intent } };
  return at === undefined ? (life.note(told)?.recordedAt ?? 0) : life.noteAfter(at, told);
}

/** A household from elsewhere settles today, all of its people. */
function settleHousehold(life: Life): void {
  const pattern = life.chance.pick(life.homes.filter((home) => !home.isClosed && home.kind === 'family'));
  // Two families made, the one that is no larger taken: who moves is mostly young and few.
  const [first, second] = makePopulation(life.maker, 9, { peoples: [[pattern.people, 1]], parts: life.place.parts }, life.today);
  const made = first !== undefined && second !== undefined && second.members.length < first.members.length ? second : first;
  if (made === undefined || !made.members.some((person) => yearsOn(person.born, life.today) >= 18 && person === made.head)) return;
  const home: Home = { ...made, number: life.nextNumber(), address: pattern.address.slice(1), members: [] };
  life.homes.push(home);
  let at = life.note(householdRegistered(home), { needs: ['arrival-reported'] })?.recordedAt ?? 0;
  for (const person of made.members) {
    person.firstHome = home;
    person.presence = 'present';
    at = arrive(life, person, home, person.relation, { at });
  }
}

/** People of the area move into another home of it today. */
export function moveTo(life: Life, people: readonly { readonly person: Person; readonly relation: Relation }[], home: Home, at?: number): void {
  const left = new Set(people.flatMap(({ person }) => person.home ?? []));
  for (const { person, relation } of people) {
    person.home = home;
    person.relation = relation;
    if (!home.members.includes(person)) home.members.push(person);
  }
  const data = { household: home.id, people: people.map(({ person, relation }) => ({ person: person.id, relation })) };
  const told: Draft = { type: 'person-moved', v: 1, data };
  const noted = at === undefined ? (life.note(told)?.recordedAt ?? 0) : life.noteAfter(at, told);
  for (const old of left) life.leftBehind(old, 'joined-another', noted);
}

/** A young couple sets up its own home today, with its children. */
function splitOff(life: Life, from: Home, couple: readonly Person[]): void {
  const [first, second] = couple;
  if (first === undefined || second === undefined) return;
  const children = dwellers(from).filter((child) => couple.some((adult) => child.mother === adult || child.father === adult) && child.marital === 'never-married');
  const home: Home = {
    id: life.maker.ids.household(midnightOf(life.today) + 3_600_000),
    number: life.nextNumber(),
    kind: 'family',
    address: from.address.slice(1),
    phone: undefined,
    people: from.people,
    members: [first, second, ...children],
    head: first,
    isClosed: false,
  };
  const placed = home.members.map((person, index) => ({ person: person.id, relation: index === 0 ? ('head' as const) : index === 1 ? ('spouse' as const) : ('child' as const) }));
  for (const [index, person] of home.members.entries()) {
    person.home = home;
    person.relation = placed[index]?.relation ?? 'unknown';
  }
  life.homes.push(home);
  const noted = life.note({ type: 'household-split', v: 1, data: { household: home.id, from: from.id, number: home.number, address: [...home.address], people: placed } });
  life.leftBehind(from, 'joined-another', noted?.recordedAt ?? 0);
}

/** One month of coming, going and moving. */
export function passMonthOfMoves(life: Life, people: readonly Person[], from: Day, days: number): void {
  const { chance } = life;
  const some = () => from + chance.whole(0, days - 1);
  const happens = (yearly: number): boolean => chance.happens((yearly * days) / 365.25);
  for (const person of people) {
    const years = yearsOn(person.born, from);
    if (person.whereabouts === 'gone') {
      const { home } = person;
      if (home !== undefined && person.spouse === undefined && happens(MIGRATION.comesBack)) life.on(some(), () => comeBack(life, person, home));
    } else if (isHere(person) && years >= 17) passAlone(life, person, years, { some, happens });
  }
  for (const home of life.homes) {
    if (home.isClosed || home.kind === 'collective') continue;
    if (happens(MIGRATION.householdLeaves)) life.on(some(), () => leave(life, dwellers(home)));
    if (happens(MIGRATION.householdArrives)) life.on(some(), () => settleHousehold(life));
    if (happens(MIGRATION.splits * 5)) life.on(some(), () => maybeSplit(life, home));
  }
}

type Throws = { readonly some: () => Day; readonly happens: (yearly: number) => boolean };

function passAlone(life: Life, person: Person, years: number, { some, happens }: Throws): void {
  const isFree = person.marital !== 'married' && person.everBorn === 0 && !person.isExpecting;
  const rate = isFree ? (MIGRATION.leavesAlone.find(({ from, below }) => years >= from && years < below)?.rate ?? 0) : 0;
  if (happens(rate)) life.onFor(person, some(), () => leave(life, [person]));
  else if (person.presence === 'present' && years < 50 && happens(MIGRATION.goesAway)) life.onFor(person, some(), () => confirm(life, person, 'away'));
  else if (person.presence === 'away' && happens(MIGRATION.isBack)) life.onFor(person, some(), () => confirm(life, person, 'back'));
  else if (person.presence === 'staying' && happens(1)) life.onFor(person, some(), () => confirm(life, person, 'still-here'));
  else if (isFree && years >= 60 && happens(MIGRATION.movesIn)) life.onFor(person, some(), () => moveIn(life, person));
}

function confirm(life: Life, person: Person, whereabouts: 'away' | 'back' | 'still-here'): void {
  if ((whereabouts === 'away') !== (person.presence === 'present') || person.isExpecting) return;
  if (whereabouts !== 'still-here') person.presence = whereabouts === 'away' ? 'away' : 'present';
  life.note({ type: 'residence-confirmed', v: 1, data: { person: person.id, whereabouts } });
}

/** Somebody who had left is back, in the home that he or she left where it still stands. */
function comeBack(life: Life, person: Person, home: Home): void {
  if (person.whereabouts !== 'gone' || home.isClosed || !life.emitter.hasOpened(person.id)) return;
  arrive(life, person, home, person.relation === 'head' ? 'other-relative' : person.relation, { who: { kind: 'known', person: person.id } });
}

/** Somebody old and alone moves to relatives. */
function moveIn(life: Life, person: Person): void {
  const { home } = person;
  if (home === undefined || dwellers(home).length > 1) return;
  const host = life.chance.pick(life.homes);
  if (host !== home && !host.isClosed && host.kind === 'family' && host.head !== undefined) moveTo(life, [{ person, relation: 'other-relative' }], host);
}

function maybeSplit(life: Life, home: Home): void {
  const here = dwellers(home);
  const young = here.find((person) => person.relation === 'child' && person.spouse !== undefined && person.spouse.home === home && person.spouse.relation === 'child-in-law');
  if (home.isClosed || young?.spouse === undefined || !isHere(young.spouse)) return;
  const couple = [young, young.spouse];
  const isLeft = here.some((person) => !couple.includes(person) && !couple.some((adult) => person.mother === adult || person.father === adult) && person.presence === 'present');
  if (isLeft) splitOff(life, home, couple);
}
