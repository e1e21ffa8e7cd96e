import type { HouseholdId, PersonId } from '@sotay/domain/kernel/ids';
import { isNamesake, isSamePerson, likenessKey, spellingKey } from '@sotay/domain/register/likeness';
import type { Likeness } from '@sotay/domain/register/likeness';

import type { Book } from './book.ts';
import { householdKey, troubleAt } from './families.ts';
import type { Family, Member } from './families.ts';
import type { PersonRow } from './person-row.ts';
import type { Trouble } from './trouble.ts';

/** A household as the file tells it, beside what the book has of it. */
export type Compared = {
  readonly family: Family;
  /** The household that bears the number in the book and has one of these people, or nobody. */
  readonly existing: HouseholdId | undefined;
  /** Whom the book has already. */
  readonly known: ReadonlyMap<PersonRow, PersonId>;
  /** Those to be noted. */
  readonly fresh: readonly Member[];
};

function likenessOf({ name, sex, born }: PersonRow): Likeness {
  return { ...name, sex, born };
}

/** Takes out whoever the file tells twice in one household, and points at numbers of papers that stand at two people. */
export function withoutRepeats(people: readonly PersonRow[]): { people: PersonRow[]; troubles: Trouble[] } {
  const seen = new Map<string, PersonRow[]>();
  const papers = new Map<string, PersonRow>();
  const troubles: Trouble[] = [];
  const kept = people.filter((person) => {
    const key = `${householdKey(person.number)}|${likenessKey(likenessOf(person))}`;
    const before = seen.get(key) ?? [];
    const same = before.find((other) => spellingKey(other.name.full) === spellingKey(person.name.full) && isSamePerson(likenessOf(other), likenessOf(person)));
    if (same !== undefined) {
      troubles.push(troubleAt(person, 'same-in-file', 'row', { row: same.row }));
      return false;
    }
    seen.set(key, [...before, person]);
    for (const paper of [person.insuranceNumber, person.nationalId]) {
      if (paper === undefined) continue;
      const other = papers.get(paper);
      if (other === undefined) papers.set(paper, person);
      else if (other !== person) troubles.push({ ...troubleAt(person, 'paper-twice', 'note', { row: other.row }), value: paper });
    }
    return true;
  });
  return { people: kept, troubles };
}

/**
 * Compares households of a file with the book. Somebody whom the household of the same number has already is not noted again; a household whose number
 * the book gives to other people is not taken; somebody like a person elsewhere is taken and pointed at, for nobody is told by name alone.
 */
export function compareWithBook(families: readonly Family[], book: Book): { compared: Compared[]; troubles: Trouble[] } {
  const troubles: Trouble[] = [];
  const compared = families.flatMap((family) => {
    const existing = book.household(family.number);
    const known = new Map<PersonRow, PersonId>();
    for (const { person } of family.members) {
      const same = existing?.people.find((other) => isSamePerson(likenessOf(person), other) && ![...known.values()].includes(other.id));
      if (same === undefined) continue;
      known.set(person, same.id);
      troubles.push(troubleAt(person, 'same-in-book', 'known', { name: same.full, number: same.number }));
    }
    if (existing !== undefined && existing.people.length > 0 && known.size === 0) {
      troubles.push(...family.members.map(({ person }) => troubleAt(person, 'household-taken', 'row', { number: family.number })));
      return [];
    }
    const fresh = family.members.filter(({ person }) => !known.has(person));
    for (const { person } of fresh) {
      const like = book.alike(likenessOf(person)).find((other) => isNamesake(other, likenessOf(person)));
      if (like !== undefined) troubles.push(troubleAt(person, 'looks-like', 'note', { name: like.full, number: like.number }));
    }
    return [{ family, existing: existing?.id, known, fresh }];
  });
  return { compared, troubles };
}
