import type { History } from '@sotay/domain/kernel/decide';
import { asHousehold, asPerson } from '@sotay/domain/kernel/ids';
import type { AreaId, PersonId, SubjectId } from '@sotay/domain/kernel/ids';
import { householdContributions, linksOf, personContributions } from '@sotay/domain/reports/contributions';
import type { Contribution } from '@sotay/domain/reports/contributions';
import { planningContributions } from '@sotay/domain/reports/planning-contributions';
import { followUpFrom } from '@sotay/domain/planning/fold';
import { householdFrom, isRegisterFact, personFrom } from '@sotay/domain/register/fold';
import type { OpenedPerson, Person } from '@sotay/domain/register/person';
import { plainDate } from '@sotay/domain/kernel/plain-date';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import type { RegisterFact } from '@sotay/domain/register/facts';
import { areasOf } from '@sotay/domain/register/person';

import { householdRow, personRow } from './register-rows.ts';
import type { HouseholdRow, PersonRow } from './register-rows.ts';

/** Everything that the rows say of one subject: a function of its own state and the own states it links to. */
export type Derived = {
  /** The area in whose book it is: of a person who moved, the last. */
  readonly home: AreaId | undefined;
  /** The areas in which a person lived before, each with the last day there; `PLACED_IN_VAIN` where a note of the area placed a person who never lived there after all. */
  readonly former: ReadonlyMap<AreaId, PlainDate>;
  readonly links: readonly PersonId[];
  readonly contributions: readonly Contribution[];
  readonly person: PersonRow | undefined;
  readonly household: HouseholdRow | undefined;
};

const NOTHING: Derived = { home: undefined, former: new Map(), links: [], contributions: [], person: undefined, household: undefined };

/** Own states over a history, each folded once. */
export class States {
  readonly #people = new Map<PersonId, Person>();
  readonly #history: Pick<History, 'about'>;

  constructor(history: Pick<History, 'about'>) {
    this.#history = history;
  }

  person(id: PersonId): Person {
    const known = this.#people.get(id);
    if (known !== undefined) return known;
    const person = personFrom(id, this.#history.about(id));
    this.#people.set(id, person);
    return person;
  }

  /** The areas in whose books an accepted note places a person, whatever has become of the note. */
  #placedIn(person: PersonId): Set<AreaId> {
    const areas = new Set<AreaId>();
    for (const { fact, status } of this.#history.about(person)) {
      if (status === 'accepted' && isRegisterFact(fact) && isPlacedBy(fact, person)) areas.add(fact.area);
    }
    return areas;
  }

  /** What the rows say of a subject; an id is only ever a person's or a household's. */
  derive(subject: SubjectId): Derived {
    const person = this.person(asPerson(subject));
    if (person.status !== 'unopened') {
      const { area } = person;
      const linked = (other: PersonId): Person => this.person(other);
      return {
        home: area,
        former: formerOf(person, this.#placedIn(person.id)),
        links: [...new Set(linksOf(person))],
        contributions: [
          ...personContributions(person, linked),
          ...planningContributions(person, { linked, followUp: (other) => followUpFrom(other, this.#history.about(other)) }),
        ],
        person: personRow(person),
        household: undefined,
      };
    }
    const household = householdFrom(asHousehold(subject), this.#history.about(subject));
    if (household.status === 'unopened') return { ...NOTHING, former: new Map([...this.#placedIn(asPerson(subject))].map((area) => [area, PLACED_IN_VAIN])) };
    const { area } = household;
    return { ...NOTHING, home: area, contributions: householdContributions(household), household: householdRow(household) };
  }
}

/**
 * How an area stands to somebody whom a note of its own placed there, and who by the notes of others never lived there: it goes on reading what the register
 * says, for else it would count by its own note alone.
 */
export const PLACED_IN_VAIN = plainDate('2199-12-31');

function isPlacedBy(fact: RegisterFact, person: PersonId): boolean {
  if (fact.type === 'arrival-reported' || fact.type === 'adoption-reported') return fact.data.who.person === person;
  return (fact.type === 'person-moved' || fact.type === 'household-split') && fact.data.people.some((one) => one.person === person);
}

/** Where a person lived before, and until when; not where the person lives again. */
function formerOf(person: OpenedPerson, placedIn: ReadonlySet<AreaId>): Map<AreaId, PlainDate> {
  const former = new Map<AreaId, PlainDate>([...placedIn].filter((area) => area !== person.area && !areasOf(person).includes(area)).map((area) => [area, PLACED_IN_VAIN]));
  for (const { places, to } of person.residences) {
    for (const [index, { area }] of places.entries()) {
      const left = places[index + 1]?.from ?? to;
      const known = former.get(area);
      if (left !== undefined && area !== person.area && (known === undefined || known < left)) former.set(area, left);
    }
  }
  return former;
}
