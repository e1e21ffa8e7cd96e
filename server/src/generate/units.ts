import type { Chance } from './chance.ts';
import { yearsOn } from './day.ts';
import type { Day } from './day.ts';
import type { Person } from './model.ts';
import { HOUSEHOLD_SIZE } from './tables/households.ts';

/** Who lives together: a couple or somebody alone, their unmarried children, perhaps the parents of one of the two, perhaps relatives. */
export type Unit = { adults: Person[]; children: Person[]; parents: Unit | undefined; relatives: Person[] };

/** Puts everybody into units, and units together until there are as many people to a household as found. */
export function liveTogether(chance: Chance, people: readonly Person[], on: Day): Unit[] {
  const unitOf = new Map<Person, Unit>();
  for (const person of people) if (isAdult(person, on) && !unitOf.has(person)) found(person, unitOf);
  const lonely: Person[] = [];
  for (const person of people) {
    if (unitOf.has(person)) continue;
    const home = person.mother === undefined ? undefined : unitOf.get(person.mother);
    if (home === undefined) lonely.push(person);
    else home.children.push(person);
  }
  const units = new Set(unitOf.values());
  const most = Math.round(people.length / HOUSEHOLD_SIZE.mean);
  placeLonely(chance, lonely, units);
  const borne = new Map<Person, number>();
  for (const { mother } of people) if (mother !== undefined) borne.set(mother, (borne.get(mother) ?? 0) + 1);
  takeInParents(chance, units, most, { on, borne });
  takeInRelatives(chance, units, most);
  return [...units];
}

/** Whoever was ever married, or has a child, or stands alone past the age at which one lives with one's parents. */
function isAdult(person: Person, on: Day): boolean {
  return person.marital !== 'never-married' || person.everBorn > 0 || (person.mother === undefined && yearsOn(person.born, on) >= 24);
}

function found(person: Person, unitOf: Map<Person, Unit>): void {
  const adults = person.spouse === undefined ? [person] : [person, person.spouse].sort((a, b) => (a.sex === b.sex ? 0 : a.sex === 'female' ? -1 : 1));
  const unit: Unit = { adults, children: [], parents: undefined, relatives: [] };
  for (const adult of adults) unitOf.set(adult, unit);
}

/** Children and young people for whom no mother was found: with a lone father, with grandparents, with relatives. */
function placeLonely(chance: Chance, lonely: readonly Person[], units: ReadonlySet<Unit>): void {
  const fathers = [...units].flatMap((unit) => (unit.adults.length === 1 && unit.adults[0]?.sex === 'male' && unit.adults[0].marital !== 'never-married' ? [{ unit, father: unit.adults[0] }] : []));
  const families = [...units].filter(({ adults }) => adults.length === 2);
  for (const person of lonely) {
    const taken = fathers.find(({ unit, father }) => {
      const years = (person.born - father.born) / 365.25;
      return unit.children.length < 2 && years > 20 && years < 45 && unit.children.every((other) => Math.abs(other.born - person.born) > 400);
    });
    if (taken === undefined) chance.pick(families.length > 0 ? families : [...units]).relatives.push(person);
    else {
      person.father = taken.father;
      taken.unit.children.push(person);
    }
  }
}

/** Whether somebody can be a child of the woman, or else the man, of a unit. @param borne how many of a woman's children are in the book already */
function canBeChildOf(unit: Unit, child: Person, borne: ReadonlyMap<Person, number>): boolean {
  const [mother, father] = [unit.adults.find(({ sex }) => sex === 'female'), unit.adults.find(({ sex }) => sex === 'male')];
  const siblings = unit.children;
  if (siblings.some((other) => Math.abs(other.born - child.born) < 400)) return false;
  if (mother !== undefined) {
    const years = (child.born - mother.born) / 365.25;
    return years > 17 && years < 43 && (borne.get(mother) ?? 0) < mother.everBorn;
  }
  const years = father === undefined ? 0 : (child.born - father.born) / 365.25;
  return father?.marital !== 'never-married' && years > 20 && years < 46;
}

/** Parents move in with a married child, and grown children who never married stay with theirs, until households are as large as found. */
function takeInParents(chance: Chance, units: Set<Unit>, most: number, { on, borne }: { readonly on: Day; readonly borne: Map<Person, number> }): void {
  const oldest = ({ adults }: Unit): number => Math.max(...adults.map(({ born }) => yearsOn(born, on)));
  const young = chance.shuffled([...units].filter((unit) => oldest(unit) < 56));
  // Whoever is alone and old is taken in first, then couples with grandchildren to look after.
  const elders = chance.shuffled([...units].filter((unit) => oldest(unit) >= 45)).sort((a, b) => need(b, oldest) - need(a, oldest));
  const isPlaced = new Set<Unit>();
  for (const elder of elders) {
    if (units.size <= most) break;
    if (isPlaced.has(elder) || elder.parents !== undefined || chance.happens(0.12)) continue;
    for (const unit of young) {
      if (unit === elder || isPlaced.has(unit) || unit.parents !== undefined || !units.has(unit)) continue;
      const child = chance.shuffled(unit.adults).sort((a, b) => lineage(b) - lineage(a)).find((adult) => adult.mother === undefined && canBeChildOf(elder, adult, borne));
      if (child === undefined) continue;
      join(unit, elder, child);
      if (child.mother !== undefined) borne.set(child.mother, (borne.get(child.mother) ?? 0) + 1);
      isPlaced.add(elder);
      isPlaced.add(unit);
      units.delete(elder);
      break;
    }
  }
}

/** Sons stay with their parents more than daughters do; among the Ê Đê daughters do. Peoples are known later, so that is turned round when names are given. */
const lineage = ({ sex }: Person): number => (sex === 'male' ? 1 : 0);

function need(unit: Unit, oldest: (unit: Unit) => number): number {
  return (unit.adults.length === 1 ? 40 : 0) + Math.min(oldest(unit), 80);
}

function join(unit: Unit, elder: Unit, child: Person): void {
  const [mother, father] = [elder.adults.find(({ sex }) => sex === 'female'), elder.adults.find(({ sex }) => sex === 'male')];
  child.mother = mother;
  child.father = father;
  if (unit.adults.length === 1 && unit.children.length === 0 && unit.adults[0]?.marital === 'never-married') {
    // Never left: a child of the house, not a house of its own with parents in it.
    unit.adults = elder.adults;
    unit.children = [...elder.children, child].sort((a, b) => a.born - b.born);
    unit.relatives.push(...elder.relatives);
    return;
  }
  unit.parents = elder;
}

/** Single people live with relatives where there are still more households than found. */
function takeInRelatives(chance: Chance, units: Set<Unit>, most: number): void {
  const alone = chance.shuffled([...units].filter((unit) => unit.adults.length === 1 && unit.children.length === 0 && unit.parents === undefined && unit.relatives.length === 0));
  const hosts = [...units].filter(({ adults, children }) => adults.length === 2 && children.length < 4);
  for (const unit of alone) {
    if (units.size <= most || hosts.length === 0) return;
    chance.pick(hosts).relatives.push(...unit.adults);
    units.delete(unit);
  }
}
