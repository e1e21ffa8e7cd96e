import type { HouseholdId, PersonId } from '@sotay/domain/kernel/ids';
import type { PartialDate } from '@sotay/domain/kernel/partial-date';
import type { Education, HouseholdKind, LegalResidence, Marital, Method, Presence, Relation, Sex } from '@sotay/domain/packs/tt01-2022/code-lists';
import type { PersonName } from '@sotay/domain/register/person-fields';

import type { Day } from './day.ts';
import type { People } from './tables/peoples.ts';

/** Somebody made up, as things truly are with him or her; what is noted of it is told by facts. */
export type Person = {
  readonly id: PersonId;
  readonly sex: Sex;
  readonly born: Day;
  /** The birth date as told at the door. */
  told: PartialDate;
  isAbout: boolean;
  people: People;
  clan: string;
  name: PersonName;
  home: Home | undefined;
  /** The home in which the book first had this person. */
  firstHome: Home | undefined;
  relation: Relation;
  marital: Marital;
  spouse: Person | undefined;
  mother: Person | undefined;
  father: Person | undefined;
  /** Live-born children of a woman, those dead or living elsewhere included. */
  everBorn: number;
  lastBirth: Day | undefined;
  legal: LegalResidence;
  presence: Presence;
  education: Education;
  insuranceNumber: string | undefined;
  nationalId: string | undefined;
  whereabouts: 'here' | 'gone' | 'dead';
  /** Of a woman, or of a man who was sterilised. */
  method: Method | undefined;
  /** A woman expects a child, or is about to. */
  isExpecting: boolean;
  pregnancies: number;
  /** The day on which the book came to have this person. */
  readonly enteredOn: Day;
};

export type Home = {
  readonly id: HouseholdId;
  number: string;
  readonly kind: HouseholdKind;
  readonly address: readonly string[];
  readonly phone: string | undefined;
  readonly people: People;
  /** Everybody who ever lived in it. */
  readonly members: Person[];
  head: Person | undefined;
  isClosed: boolean;
};

export const isHere = (person: Person): boolean => person.whereabouts === 'here';

/** Who lives in a home now. */
export const dwellers = (home: Home): Person[] => home.members.filter((person) => person.home === home && isHere(person));

/** The husband, where they are married and not parted by death. */
export const isWife = (person: Person): boolean => person.sex === 'female' && (person.marital === 'married' || person.marital === 'separated');
