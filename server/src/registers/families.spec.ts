import { partialDate } from '@sotay/domain/kernel/partial-date';
import { expect, test } from 'vitest';

import { householdKey, makeFamilies } from './families.ts';
import type { PersonRow } from './person-row.ts';
import { readHouseholdNumber } from './read-person.ts';
import { reasonOf } from './trouble-words.ts';

let row = 0;
function person(full: string, relation: PersonRow['relation'], sex: PersonRow['sex'], born: string, told: Partial<PersonRow> = {}): PersonRow {
  return {
    sheet: 'Sổ', row: ++row, number: '100', tab: 0, name: { full, given: full.split(' ').at(-1) ?? '' }, sex, born: partialDate(born), isBornAbout: false, relation,
    residence: { legal: 'permanent', presence: 'present' }, ...told,
  };
}
function ties(people: readonly PersonRow[]) {
  const { families, troubles } = makeFamilies(people);
  const named = families.flatMap(({ members }) => members.map(({ person: { name }, relation, spouse, mother, father }) => [name.full, relation, spouse?.name.full, mother?.name.full, father?.name.full]));
  return { named, troubles: troubles.map((trouble) => `${trouble.severity} ${trouble.value}: ${reasonOf(trouble)}`) };
}

test('given a head, one wife and their children, then couple and parents are tied, and whoever is named comes first', () => {
  const { named, troubles } = ties([
    person('Con Một', 'child', 'male', '2010'),
    person('Vợ', 'spouse', 'female', '1985'),
    person('Chồng', 'head', 'male', '1980'),
    person('Mẹ Chồng', 'parent', 'female', '1955'),
  ]);
  expect(named).toEqual([
    ['Vợ', 'spouse', undefined, undefined, undefined],
    ['Chồng', 'head', 'Vợ', undefined, undefined],
    ['Mẹ Chồng', 'parent', undefined, undefined, undefined],
    ['Con Một', 'child', undefined, 'Vợ', 'Chồng'],
  ]);
  expect(troubles).toEqual([]);
});

test.each<[string, PersonRow[]]>([
  ['two wives', [person('A', 'head', 'male', '1980'), person('B', 'spouse', 'female', '1985'), person('C', 'spouse', 'female', '1986'), person('D', 'child', 'male', '2010')]],
  ['a spouse of the same sex', [person('A', 'head', 'male', '1980'), person('B', 'spouse', 'male', '1985'), person('D', 'child', 'male', '2010')]],
  ['a head who is widowed', [person('A', 'head', 'male', '1980', { marital: 'widowed' }), person('B', 'spouse', 'female', '1985'), person('D', 'child', 'male', '2010')]],
  ['no spouse', [person('A', 'head', 'female', '1980'), person('D', 'child', 'male', '2010')]],
  ['a daughter-in-law beside two sons', [person('A', 'head', 'female', '1950'), person('B', 'child', 'male', '1980'), person('C', 'child', 'male', '1982'), person('D', 'child-in-law', 'female', '1984')]],
])('given %s, then nobody is tied', (_what, people) => {
  expect(ties(people).named.flatMap((line) => line.slice(2)).filter((tie) => tie !== undefined)).toEqual([]);
});

test('given a child older than its mother could be, or one who is no "con đẻ", then it has no parents', () => {
  const { named } = ties([person('A', 'head', 'male', '1960'), person('B', 'spouse', 'female', '1985'), person('C', 'child', 'male', '1990'), person('D', 'adopted-child', 'male', '2015')]);
  expect(named.slice(2).map((line) => line.slice(3))).toEqual([[undefined, undefined], [undefined, undefined]]);
});

test('given A0 sheets 100.1 and 100.2, then they are one household with two couples', () => {
  const { families } = makeFamilies([
    person('Ông', 'head', 'male', '1955', { tab: 1 }),
    person('Bà', 'spouse', 'female', '1958', { tab: 1 }),
    person('Út', 'child', 'female', '1995', { tab: 1 }),
    person('Anh', 'child', 'male', '1985', { tab: 2 }),
    person('Dâu', 'child-in-law', 'female', '1987', { tab: 2 }),
    person('Cháu', 'grandchild', 'male', '2012', { tab: 2 }),
  ]);
  expect(families).toHaveLength(1);
  expect(families[0]?.tabs).toEqual([1, 2]);
  const couples = families.flatMap(({ members }) => members.flatMap(({ person: one, spouse }) => (spouse === undefined ? [] : [`${spouse.name.full}–${one.name.full}`])));
  expect(couples).toEqual(['Ông–Bà', 'Anh–Dâu']);
  expect(families[0]?.members.find(({ person: one }) => one.name.full === 'Cháu')?.mother).toBeUndefined();
});

test('given a second sheet that has a "chủ hộ" of its own, then the relation to the head is not known, and the couple is', () => {
  const { named, troubles } = ties([
    person('Ông', 'head', 'male', '1955', { tab: 1 }),
    person('Anh', 'head', 'male', '1985', { tab: 2 }),
    person('Dâu', 'spouse', 'female', '1987', { tab: 2 }),
  ]);
  expect(named).toEqual([['Ông', 'head', undefined, undefined, undefined], ['Anh', 'unknown', undefined, undefined, undefined], ['Dâu', 'unknown', 'Anh', undefined, undefined]]);
  expect(troubles).toEqual([expect.stringContaining('note Anh: chủ hộ ở dòng')]);
});

test('given two heads on one sheet, then the second cannot be taken, with the row of the first', () => {
  const { named, troubles } = ties([person('A', 'head', 'male', '1980'), person('B', 'head', 'female', '1985')]);
  expect(named.map(([name]) => name)).toEqual(['A']);
  expect(troubles).toEqual([`row B: hộ đã có chủ hộ ở dòng ${row - 1}`]);
});

test('given no head, then the household is taken and pointed at', () => {
  expect(ties([person('A', 'spouse', 'female', '1980')]).troubles).toEqual(['note A: hộ số 100 không có chủ hộ']);
});

test.each([['Hộ số 100.2', { number: '100', tab: 2 }], ['100', { number: '100', tab: 0 }], ['100-1', { number: '100', tab: 1 }], ['012', { number: '012', tab: 0 }], ['12A', { number: '12A', tab: 0 }], ['hộ số: 7', { number: '7', tab: 0 }], [' ', undefined]])(
  'the household %s is %j',
  (text, told) => {
    expect(readHouseholdNumber(text)).toEqual(told);
  },
);

test('012 and 12 are one household, 12A another', () => {
  expect(householdKey('012')).toBe(householdKey('12'));
  expect(householdKey('12a')).toBe(householdKey('12A'));
  expect(householdKey('0')).toBe('0');
});
