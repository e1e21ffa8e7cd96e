import { presumedDay } from '@sotay/domain/kernel/partial-date';
import { ageOn } from '@sotay/domain/kernel/plain-date';
import type { Relation } from '@sotay/domain/packs/tt01-2022/code-lists';

import type { PersonRow } from './person-row.ts';
import type { Trouble } from './trouble.ts';

/** A person with the ties that the rows make certain. */
export type Member = {
  readonly person: PersonRow;
  readonly relation: Relation;
  readonly spouse?: PersonRow;
  readonly mother?: PersonRow;
  readonly father?: PersonRow;
};

/** A household as the file tells it; members whom others are tied to come first. */
export type Family = {
  readonly number: string;
  /** The A0 sheets that it fills, in order; more than one makes one household of several couples. */
  readonly tabs: readonly number[];
  readonly members: readonly Member[];
  readonly address?: string;
  readonly phone?: string;
};

/** Numbers of households that are one: "012" and "12" are. */
export function householdKey(number: string): string {
  return number.normalize('NFC').toLowerCase().replace(/^0+(?=\d)/, '');
}

/**
 * Puts people into households by their number, and ties them where the rows make it certain:
 *
 * - husband and wife: the head and the only "vợ/chồng", of the other sex; on a further A0 sheet of the household, its one couple (con and con dâu/rể, or its
 *   own "chủ hộ" and "vợ/chồng", or two parents);
 * - mother and father of a "con đẻ" of the head: head and spouse so tied, each of an age to be.
 *
 * Everything else is left untied: an unknown tie is never shown as a known one.
 */
export function makeFamilies(people: readonly PersonRow[]): { families: Family[]; troubles: Trouble[] } {
  const byNumber = grouped(people);
  const troubles: Trouble[] = [];
  const families = [...byNumber.values()].map((rows) => makeFamily(rows, troubles));
  return { families: families.filter(({ members }) => members.length > 0), troubles };
}

function grouped(people: readonly PersonRow[]): Map<string, PersonRow[]> {
  const groups = new Map<string, PersonRow[]>();
  for (const person of people) {
    const key = householdKey(person.number);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [person]);
    else group.push(person);
  }
  return groups;
}

type Couple = readonly [PersonRow, PersonRow];

function makeFamily(rows: readonly PersonRow[], troubles: Trouble[]): Family {
  const tabs = [...new Set(rows.map(({ tab }) => tab))].sort((a, b) => a - b);
  const inOrder = [...rows].sort((a, b) => a.tab - b.tab);
  const number = inOrder[0]?.number ?? '';
  const heads = inOrder.filter(({ relation }) => relation === 'head');
  const [head] = heads;
  const refused = new Set(heads.slice(1).filter(({ tab }) => tab === head?.tab));
  for (const second of refused) troubles.push(troubleAt(second, 'second-head', 'row', { row: head?.row ?? 0 }));
  const kept = inOrder.filter((person) => !refused.has(person));
  const first = kept[0];
  if (head === undefined && first !== undefined && !kept.some(({ relation }) => relation === 'representative')) {
    troubles.push(troubleAt(first, 'household-without-head', 'note', { number }));
  }
  const couples = tabs.flatMap((tab) => coupleOf(kept.filter((person) => person.tab === tab), tab === head?.tab || head === undefined) ?? []);
  const headed = couples.filter((couple): couple is Couple => head !== undefined && couple.includes(head));
  const members = kept.map((person): Member => {
    const isOfSheet = head !== undefined && person !== head && person.tab !== head.tab && (person.relation === 'head' || person.relation === 'spouse');
    if (isOfSheet && person.relation === 'head') troubles.push(troubleAt(person, 'head-of-sheet', 'note', { row: head.row }));
    return { person, relation: isOfSheet ? 'unknown' : person.relation, ...parentsOf(person, head, headed[0]) };
  });
  const tied = withSpouses(members, couples);
  const address = kept.find((person) => person.address !== undefined)?.address;
  const phone = kept.find((person) => person.phone !== undefined)?.phone;
  return { number, tabs, members: tied, ...(address === undefined ? {} : { address }), ...(phone === undefined ? {} : { phone }) };
}

/** @param isFirst the sheet of the head: only the head's own couple is certain there */
function coupleOf(people: readonly PersonRow[], isFirst: boolean): [Couple] | undefined {
  const pairs: readonly (readonly [readonly Relation[], Relation])[] = isFirst
    ? [[['head'], 'spouse']]
    : [
        [['head'], 'spouse'],
        [['child', 'adopted-child'], 'child-in-law'],
        [['parent'], 'parent'],
      ];
  for (const [own, other] of pairs) {
    const married = people.filter(({ marital, relation }) => (own.includes(relation) || relation === other) && marital !== 'never-married' && marital !== 'divorced' && marital !== 'widowed');
    const others = married.filter(({ relation }) => relation === other);
    const [a, b] = [married.find(({ relation }) => own.includes(relation)), others.at(-1)];
    const isOne = other === 'parent' ? others.length === 2 : others.length === 1 && married.length === 2;
    if (isOne && a !== undefined && b !== undefined && a !== b && a.sex !== b.sex) return [[a, b]];
  }
  return undefined;
}

const MOTHER_AGE = { from: 13, to: 55 };
const FATHER_AGE = { from: 14, to: 80 };

function parentsOf(person: PersonRow, head: PersonRow | undefined, couple: Couple | undefined): Pick<Member, 'mother' | 'father'> {
  if (person.relation !== 'child' || head === undefined || couple === undefined || person.tab !== head.tab) return {};
  const [mother, father] = [couple.find(({ sex }) => sex === 'female'), couple.find(({ sex }) => sex === 'male')];
  if (mother === undefined || father === undefined) return {};
  return isOldEnough(mother, person, MOTHER_AGE) && isOldEnough(father, person, FATHER_AGE) ? { mother, father } : {};
}

function isOldEnough(parent: PersonRow, child: PersonRow, age: { readonly from: number; readonly to: number }): boolean {
  const years = ageOn(presumedDay(parent.born), presumedDay(child.born));
  return years >= age.from && years <= age.to;
}

/** The later one of a couple names the earlier; children come after all whom they name. */
function withSpouses(members: readonly Member[], couples: readonly Couple[]): Member[] {
  const isChild = (member: Member): boolean => member.mother !== undefined || member.father !== undefined;
  const ordered = [...members.filter((member) => !isChild(member)), ...members.filter(isChild)];
  const place = new Map(ordered.map(({ person }, index) => [person, index]));
  const naming = new Map<PersonRow, PersonRow>();
  for (const [a, b] of couples) {
    const isLater = (place.get(a) ?? 0) > (place.get(b) ?? 0);
    naming.set(isLater ? a : b, isLater ? b : a);
  }
  return ordered.map((member) => {
    const spouse = naming.get(member.person);
    return spouse === undefined ? member : { ...member, spouse };
  });
}

/** A trouble of a person's row as a whole, with the name to find it by. */
export function troubleAt({ sheet, row, name }: PersonRow, code: Trouble['code'], severity: Trouble['severity'], params: Trouble['params'] = {}): Trouble {
  return { sheet, row, field: 'name', value: name.full, code, severity, params };
}
