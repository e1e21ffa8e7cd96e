import type { PartialDate } from '@sotay/domain/kernel/partial-date';
import { presumedDay } from '@sotay/domain/kernel/partial-date';

import { dayOf, midnightOf, yearsOn } from './day.ts';
import type { Draft, Generated } from './emit.ts';
import type { Life } from './life.ts';
import { isWife } from './model.ts';
import type { Home, Person } from './model.ts';
import { anotherYear } from './person-maker.ts';
import { MISTAKES } from './tables/work.ts';

/** Notes of the opening day follow one another so fast: the book is copied from paper. */
const COPYING_MS = 15_000;

/** The opening entry of somebody. */
export function registered(person: Person, home: Home, told: PartialDate = person.told): Draft & { type: 'person-registered' } {
  const { legal, presence, mother, father, spouse, ethnicity, papers } = entry(person);
  return {
    type: 'person-registered',
    v: 1,
    data: {
      person: person.id,
      household: home.id,
      name: person.name,
      sex: person.sex,
      born: told,
      ...(person.isAbout ? { bornAbout: true } : {}),
      relation: person.relation,
      marital: person.marital,
      residence: { legal, presence },
      ...mother,
      ...father,
      ...spouse,
      ...ethnicity,
      ...papers,
    },
  };
}

/** What an opening entry tells of somebody besides name, sex and birth. */
export function entry(person: Person) {
  const { mother, father, spouse } = person;
  return {
    legal: person.legal,
    presence: person.presence,
    mother: mother === undefined ? {} : { mother: mother.id },
    father: father === undefined ? {} : { father: father.id },
    spouse: spouse === undefined ? {} : { spouse: spouse.id },
    ethnicity: { ethnicity: person.people },
    papers: {
      education: person.education,
      ...(person.insuranceNumber === undefined ? {} : { insuranceNumber: person.insuranceNumber }),
      ...(person.nationalId === undefined ? {} : { nationalId: person.nationalId }),
    },
  };
}

/** The entry of a household. */
export function householdRegistered(home: Home, number = home.number): Draft & { type: 'household-registered' } {
  const representative = home.kind === 'collective' ? home.members[0]?.name.full : undefined;
  return {
    type: 'household-registered',
    v: 1,
    data: {
      household: home.id,
      number,
      kind: home.kind,
      address: [...home.address],
      ...(home.phone === undefined ? {} : { phone: home.phone }),
      ...(representative === undefined ? {} : { representative, shortStayers: { male: home.members.length % 4, female: (home.members.length * 3) % 5 } }),
    },
  };
}

/** Opens the book: every household with its people, who have ties only to those entered before them. Some slips are put right later. */
export function openBook(life: Life): void {
  const { opening, chance, authors } = life;
  let at = midnightOf(opening) + 7 * 3_600_000;
  const note = (draft: Draft): Generated | undefined => life.emitter.note(draft, opening, { at: (at += COPYING_MS), by: authors.collaborator });
  for (const home of life.homes) {
    const isSlip = chance.happens(MISTAKES.householdNumber);
    const noted = note(householdRegistered(home, isSlip ? `${home.number}x` : home.number));
    if (isSlip && noted !== undefined) correctLater(life, noted, householdRegistered(home));
    const entered = new Set<Person>();
    for (const person of home.members) {
      const known = withTiesTo(person, entered);
      const wrong = chance.happens(MISTAKES.openingYear) ? slipOf(person, life) : undefined;
      const entryOf = note(registered(known, home, wrong));
      if (wrong !== undefined && entryOf !== undefined) correctLater(life, entryOf, registered(known, home));
      entered.add(person);
    }
  }
}

/** Ties to people who stand in the book already. */
export function withTiesTo(person: Person, entered: ReadonlySet<Person>): Person {
  const kept = (other: Person | undefined): Person | undefined => (other !== undefined && entered.has(other) ? other : undefined);
  return { ...person, mother: kept(person.mother), father: kept(person.father), spouse: kept(person.spouse) };
}

/** A year of birth off by some: of those alone for whom no other date hangs on it. */
function slipOf(person: Person, life: Life): PartialDate | undefined {
  const years = yearsOn(person.born, life.opening);
  if (person.everBorn > 0 || isWife(person) || years < 5 || person.mother !== undefined || person.father !== undefined) return undefined;
  const wrong = anotherYear(person.told, life.chance.pick([-10, -1, 1]));
  return dayOf(presumedDay(wrong)) < life.opening - 400 ? wrong : undefined;
}

function correctLater(life: Life, wrong: Generated, right: Draft): void {
  const day = life.opening + life.chance.whole(5, 300);
  life.on(day, () => {
    life.emitter.note(right, dayOf(wrong.occurredOn), { at: midnightOf(day) + 10 * 3_600_000, by: life.authors.collaborator, corrects: wrong, because: 'Xem lại giấy tờ của gia đình.' });
  });
}

