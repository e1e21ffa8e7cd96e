import { giveChildren } from './children.ts';
import { marryOff } from './couples.ts';
import { dateOf, midnightOf, yearsOn } from './day.ts';
import type { Day } from './day.ts';
import type { Home, Person } from './model.ts';
import { drawClan, isOfMothersClan } from './names.ts';
import type { PersonMaker } from './person-maker.ts';
import { drawBodies } from './pool.ts';
import { settle } from './settle.ts';
import type { People } from './tables/peoples.ts';
import { liveTogether } from './units.ts';
import type { Unit } from './units.ts';

/** Where a population lives: which peoples, by weight, and the parts of the place that addresses name. */
export type Place = { readonly peoples: readonly (readonly [People, number])[]; readonly parts: readonly string[] };

/** The people of an area on the day its book opens, in their homes. */
export function makePopulation(maker: PersonMaker, count: number, place: Place, on: Day): Home[] {
  const { chance } = maker;
  const people = drawBodies(chance, count, on, Number(dateOf(on).slice(0, 4))).map(({ sex, born }) => maker.make(sex, born, on));
  marryOff(chance, people, on);
  giveChildren(chance, people, on);
  const units = chance.shuffled(liveTogether(chance, people, on));
  return units.map((unit, index) => {
    const of = chance.weighed(place.peoples);
    nameUnit(maker, unit, of, on);
    return furnish(maker, unit, of, { number: String(index + 1), part: place.parts[Math.floor((index * place.parts.length) / units.length)] ?? '' }, on);
  });
}

/** Names the parents, then the couple, then the children, each after whom they are named. */
function nameUnit(maker: PersonMaker, unit: Unit, people: People, on: Day): void {
  const { chance, region } = maker;
  if (unit.parents !== undefined) nameUnit(maker, unit.parents, people, on);
  for (const adult of unit.adults) {
    // A wife or husband may be of another people; then she or he keeps that name.
    const own = adult.mother === undefined && adult.father === undefined && chance.happens(0.04) ? 'Kinh' : people;
    maker.describe(adult, own, clanOf(adult, people) ?? drawClan(chance, own, region), on);
  }
  for (const child of [...unit.children, ...unit.relatives]) maker.describe(child, people, clanOf(child, people) ?? drawClan(chance, people, region), on);
}

/** The name that somebody has from a parent who is here. */
export function clanOf({ mother, father }: Pick<Person, 'mother' | 'father'>, people: People): string | undefined {
  const [first, second] = isOfMothersClan(people) ? [mother, father] : [father, mother];
  // A parent who lives in another home may not be named yet.
  return [first?.clan, second?.clan].find((clan) => clan !== undefined && clan !== '');
}

/** Makes a home of a unit: who is its head, and what everybody is to the head. */
function furnish(maker: PersonMaker, unit: Unit, people: People, at: { readonly number: string; readonly part: string }, on: Day): Home {
  const { chance, ids } = maker;
  const home: Home = {
    id: ids.household(midnightOf(on) + 3_600_000),
    number: at.number,
    kind: 'family',
    address: [`Nhà ${at.number}`, at.part],
    phone: chance.happens(0.6) ? `09${String(chance.bits() % 100_000_000).padStart(8, '0')}` : undefined,
    people,
    members: [],
    head: undefined,
    isClosed: false,
  };
  const { parents } = unit;
  const isElderHead = parents !== undefined && chance.happens(Math.max(...parents.adults.map(({ born }) => yearsOn(born, on))) < 72 ? 0.65 : 0.3);
  const leaders = isElderHead && parents !== undefined ? parents.adults : unit.adults;
  const isHers = isOfMothersClan(people) || chance.happens(0.25);
  const head = leaders.find(({ sex }) => (sex === 'female') === isHers) ?? leaders[0];
  home.head = head;
  const own = new Set(unit.adults);
  const add = (person: Person, relation: Person['relation']): void => {
    person.relation = person === head ? 'head' : relation;
    person.home = home;
    person.firstHome = home;
    home.members.push(person);
  };
  if (parents !== undefined) {
    const isChildOfParents = (adult: Person): boolean => parents.adults.some((parent) => adult.mother === parent || adult.father === parent);
    const headIsChild = head !== undefined && own.has(head) && isChildOfParents(head);
    for (const adult of parents.adults) add(adult, isElderHead ? 'spouse' : headIsChild ? 'parent' : 'parent-in-law');
    for (const child of parents.children) add(child, isElderHead ? 'child' : 'other-relative');
    for (const relative of parents.relatives) add(relative, 'other-relative');
    for (const adult of unit.adults) add(adult, isElderHead ? (isChildOfParents(adult) ? 'child' : 'child-in-law') : 'spouse');
  } else for (const adult of unit.adults) add(adult, 'spouse');
  for (const child of unit.children) add(child, isElderHead ? 'grandchild' : 'child');
  for (const relative of unit.relatives) add(relative, 'other-relative');
  for (const person of home.members) settle(chance, person, on);
  return home;
}
