import type { History } from '@sotay/domain/kernel/decide';
import { asHousehold, asPerson } from '@sotay/domain/kernel/ids';
import type { AreaId, PersonId, SubjectId } from '@sotay/domain/kernel/ids';
import { householdContributions, linksOf, personContributions } from '@sotay/domain/reports/contributions';
import type { Contribution } from '@sotay/domain/reports/contributions';
import { planningContributions } from '@sotay/domain/reports/planning-contributions';
import { followUpFrom } from '@sotay/domain/planning/fold';
import { householdFrom, personFrom } from '@sotay/domain/register/fold';
import type { OpenedPerson, Person } from '@sotay/domain/register/person';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';

import { householdRow, personRow } from './register-rows.ts';
import type { HouseholdRow, PersonRow } from './register-rows.ts';

/** Everything that the rows say of one subject: a function of its own state and the own states it links to. */
export type Derived = {
  /** The area in whose book it is: of a person who moved, the last. */
  readonly home: AreaId | undefined;
  /** The areas in which a person lived before, each with the last day there. */
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

  /** What the rows say of a subject; an id is only ever a person's or a household's. */
  derive(subject: SubjectId): Derived {
    const person = this.person(asPerson(subject));
    if (person.status !== 'unopened') {
      const { area } = person;
      const linked = (other: PersonId): Person => this.person(other);
      return {
        home: area,
        former: formerOf(person),
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
    if (household.status === 'unopened') return NOTHING;
    const { area } = household;
    return { ...NOTHING, home: area, contributions: householdContributions(household), household: householdRow(household) };
  }
}

/** Where a person lived before, and until when; not where the person lives again. */
function formerOf(person: OpenedPerson): Map<AreaId, PlainDate> {
  const former = new Map<AreaId, PlainDate>();
  for (const { places, to } of person.residences) {
    for (const [index, { area }] of places.entries()) {
      const left = places[index + 1]?.from ?? to;
      const known = former.get(area);
      if (left !== undefined && area !== person.area && (known === undefined || known < left)) former.set(area, left);
    }
  }
  return former;
}
