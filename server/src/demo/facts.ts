import { v7 as uuidv7 } from 'uuid';
import { FactId, HouseholdId, PersonId } from '@sotay/domain/kernel/ids';
import type { AreaId, DeviceId, SubjectId, UserId } from '@sotay/domain/kernel/ids';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import type { Fact } from '@sotay/domain/kinds';
import type { PersonName } from '@sotay/domain/register/person-fields';

import type { Calendar } from './calendar.ts';
import type { DemoDeed, DemoEvent } from './events.ts';
import type { DemoHousehold, DemoPerson } from './households.ts';

export type Author = { readonly user: UserId; readonly device: DeviceId; readonly via: 'phone' | 'office' };

/** A key of the demonstration that nothing bears. */
class UnknownKey extends Error {
  override readonly name = 'UnknownKey';
  constructor(key: string) {
    super(`nothing in the demonstration bears the key ${key}`);
  }
}

/** Turns what is typed by hand into facts, giving each person, household and fact its id when it is first named. */
export class FactMaker {
  readonly #calendar: Calendar;
  readonly #areas: Readonly<Record<'upper' | 'lower', AreaId>>;
  readonly #people = new Map<string, { readonly id: PersonId; readonly area: AreaId }>();
  readonly #households = new Map<string, { readonly id: HouseholdId; readonly area: AreaId }>();
  readonly #facts = new Map<string, Fact>();
  #order = 0;

  constructor(calendar: Calendar, areas: Readonly<Record<'upper' | 'lower', AreaId>>) {
    this.#calendar = calendar;
    this.#areas = areas;
  }

  /** The opening entries of a household and its people, in the order in which they were typed. */
  opening(household: DemoHousehold, author: Author): Fact[] {
    const { opening } = this.#calendar;
    const area = this.#areas[household.area];
    const id = HouseholdId.parse(uuidv7());
    this.#households.set(household.key, { id, area });
    const { number, kind, address, representative } = household;
    const data = { household: id, number, kind, address: [...address], ...(representative === undefined ? {} : { representative }) };
    const opened: Fact = { ...this.#envelope(author, area, opening, opening), type: 'household-registered', v: 1, about: [id], data };
    return [opened, ...household.people.map((person) => this.#person(person, id, area, author))];
  }

  #person(person: DemoPerson, household: HouseholdId, area: AreaId, author: Author): Fact {
    const { opening } = this.#calendar;
    const id = PersonId.parse(uuidv7());
    this.#people.set(person.key, { id, area });
    const ties = Object.fromEntries((['mother', 'father', 'spouse'] as const).flatMap((tie) => (person[tie] === undefined ? [] : [[tie, this.#personId(person[tie])]])));
    const data = {
      person: id,
      household,
      name: nameOf(person.name, person.given),
      sex: person.sex,
      born: this.#calendar.born(person.born),
      ...(person.isBornAbout === true ? { bornAbout: true } : {}),
      relation: person.relation,
      marital: person.marital,
      residence: { legal: person.presence === 'staying' ? ('temporary' as const) : ('permanent' as const), presence: person.presence ?? ('present' as const) },
      ...ties,
      ...(person.ethnicity === undefined ? {} : { ethnicity: person.ethnicity }),
    };
    return { ...this.#envelope(author, area, opening, opening), type: 'person-registered', v: 1, about: [id, household, ...Object.values(ties)], data };
  }

  /** The note of something that happened, as its author noted it. */
  event({ key, on, after = 0, because, what }: DemoEvent, author: Author): Fact {
    const day = this.#calendar.day(...on);
    const fact = this.#deed(what, day, this.#calendar.noted(day, after), author);
    const full = because === undefined ? fact : { ...fact, because };
    this.#facts.set(key, full);
    return full;
  }

  #deed(what: DemoDeed, on: PlainDate, noted: PlainDate, author: Author): Fact {
    switch (what.kind) {
      case 'birth':
        return this.#birth(what, on, noted, author);
      case 'death': {
        const { id, area } = this.#find(what.person);
        return { ...this.#envelope(author, area, on, noted), type: 'death-reported', v: 1, about: [id], data: { person: id, place: what.place, cause: what.cause } };
      }
      case 'departure': {
        const people = what.people.map((key) => this.#personId(key));
        const area = this.#find(what.people[0] ?? '').area;
        const data = { people, destination: what.to, ...(what.place === undefined ? {} : { place: what.place }) };
        return { ...this.#envelope(author, area, on, noted), type: 'departure-reported', v: 1, about: people, data };
      }
      case 'insurance': {
        const { id, area } = this.#find(what.person);
        return { ...this.#envelope(author, area, on, noted), type: 'person-changed', v: 1, about: [id], data: { person: id, old: {}, new: { insuranceNumber: what.number } } };
      }
      case 'head': {
        const { id, area } = this.#findHousehold(what.household);
        const head = this.#personId(what.head);
        return { ...this.#envelope(author, area, on, noted), type: 'household-changed', v: 1, about: [id, head], data: { household: id, head } };
      }
      case 'withdrawal': {
        const target = this.#findFact(what.of);
        return { ...this.#envelope(author, target.area, on, noted), type: 'fact-withdrawn', v: 1, about: target.about, data: { fact: target.id, reason: what.reason } };
      }
    }
  }

  #birth(what: Extract<DemoDeed, { kind: 'birth' }>, on: PlainDate, noted: PlainDate, author: Author): Fact {
    const { id: household, area } = this.#findHousehold(what.household);
    const child = this.#people.get(what.child)?.id ?? PersonId.parse(uuidv7());
    this.#people.set(what.child, { id: child, area });
    const mother = typeof what.mother === 'string' ? ({ kind: 'person', person: this.#personId(what.mother) } as const) : ({ kind: 'elsewhere', ...what.mother } as const);
    const about: SubjectId[] = [child, household, ...(mother.kind === 'person' ? [mother.person] : [])];
    const data = {
      child,
      household,
      ...(what.name === undefined ? {} : { name: nameOf(what.name, what.given) }),
      sex: what.sex,
      mother,
      place: what.place,
      order: what.order,
      ...(what.isTwin === true ? { twin: true } : {}),
      ...(what.weight === undefined ? {} : { weight: what.weight }),
    };
    const envelope = this.#envelope(author, area, on, noted);
    const corrects = what.corrects === undefined ? {} : { corrects: this.#findFact(what.corrects).id };
    return { ...envelope, ...corrects, type: 'birth-reported', v: 1, about, data };
  }

  #envelope({ user, device, via }: Author, area: AreaId, occurredOn: PlainDate, noted: PlainDate) {
    const recordedAt = this.#calendar.instant(noted, this.#order++);
    return { id: FactId.parse(uuidv7({ msecs: recordedAt })), area, occurredOn, recordedAt, recordedBy: user, device, via };
  }

  #personId(key: string): PersonId {
    return this.#find(key).id;
  }

  #find(key: string) {
    return found(this.#people.get(key), key);
  }

  #findHousehold(key: string) {
    return found(this.#households.get(key), key);
  }

  #findFact(key: string): Fact {
    return found(this.#facts.get(key), key);
  }
}

function found<Thing>(thing: Thing | undefined, key: string): Thing {
  if (thing === undefined) throw new UnknownKey(key);
  return thing;
}

function nameOf(full: string, given: string | undefined): PersonName {
  return { full, given: given ?? full.slice(full.lastIndexOf(' ') + 1) };
}
