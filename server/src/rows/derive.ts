import type { History } from '@sotay/domain/kernel/decide';
import { asHousehold, asPerson } from '@sotay/domain/kernel/ids';
import type { AreaId, HouseholdId, PersonId, SubjectId } from '@sotay/domain/kernel/ids';
import { householdContributions, linksOf, personContributions } from '@sotay/domain/reports/contributions';
import type { Contribution } from '@sotay/domain/reports/contributions';
import { planningContributions } from '@sotay/domain/reports/planning-contributions';
import { followUpFrom } from '@sotay/domain/planning/fold';
import { householdFrom, personFrom } from '@sotay/domain/register/fold';
import type { Person } from '@sotay/domain/register/person';

/** Everything that the rows say of one subject: a function of its own state and the own states it links to. */
export type Derived = {
  /** The area of its effective opening. */
  readonly home: AreaId | undefined;
  readonly links: readonly PersonId[];
  readonly contributions: readonly Contribution[];
  readonly person: PersonRow | undefined;
  readonly household: HouseholdRow | undefined;
};

export type PersonRow = {
  readonly id: PersonId;
  readonly area: AreaId;
  readonly household: HouseholdId;
  readonly name: string | null;
  readonly sex: 'male' | 'female';
  readonly born: string;
};

export type HouseholdRow = { readonly id: HouseholdId; readonly area: AreaId; readonly number: string; readonly kind: 'family' | 'collective' };

const NOTHING: Derived = { home: undefined, links: [], contributions: [], person: undefined, household: undefined };

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
      const { id, area, household, sex, born } = person;
      const linked = (other: PersonId): Person => this.person(other);
      return {
        home: area,
        links: [...new Set(linksOf(person))],
        contributions: [
          ...personContributions(person, linked),
          ...planningContributions(person, { linked, followUp: (other) => followUpFrom(other, this.#history.about(other)) }),
        ],
        person: { id, area, household, name: person.name?.full ?? null, sex, born },
        household: undefined,
      };
    }
    const household = householdFrom(asHousehold(subject), this.#history.about(subject));
    if (household.status === 'unopened') return NOTHING;
    const { id, area, number, kind } = household;
    return { ...NOTHING, home: area, contributions: householdContributions(household), household: { id, area, number, kind } };
  }
}
