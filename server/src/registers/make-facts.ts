import { v7 as uuidv7 } from 'uuid';
import { aboutOf } from '@sotay/domain/decide';
import type { History } from '@sotay/domain/kernel/decide';
import { FactId, HouseholdId, PersonId } from '@sotay/domain/kernel/ids';
import type { AreaId, DeviceId, UserId } from '@sotay/domain/kernel/ids';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import { isFactType, readFact } from '@sotay/domain/kinds';
import type { Fact } from '@sotay/domain/kinds';

import type { Compared } from './compare.ts';
import type { PersonRow } from './person-row.ts';

/** Who takes the register in, into which book, as of which day. */
export type Opening = { readonly area: AreaId; readonly officer: UserId; readonly device: DeviceId; readonly bookDay: PlainDate };

/** A fact with the row it comes from; that of a household comes from its first. */
export type RowFact = { readonly fact: Fact; readonly person: PersonRow };

/** Whether this version notes methods; the pack takes a type in when it is whole. */
export const NOTES_METHODS = isFactType('method-started');

/** Nothing noted before: what an opening names it names itself. */
const NOTHING: History = { find: () => undefined, about: () => [], aboutNobody: () => [], isUnread: () => false, numbered: () => [], alike: () => [], lines: () => new Map() };

/** What a row becomes that this version cannot read: a defect here, never the file's. */
class NotAFact extends TypeError {
  override readonly name = 'NotAFact';
}

/**
 * Makes the facts of households, in the order in which they must be judged. Each is noted a millisecond after the one before, for facts of one day are folded
 * in the order of their noting.
 */
export class FactMaker {
  readonly #opening: Opening;
  #clock: number;

  /** @param from UTC milliseconds at which the first fact is noted */
  constructor(opening: Opening, from: number) {
    this.#opening = opening;
    this.#clock = from;
  }

  /** The facts of one household. @param left rows that are not to be taken */
  family({ family, existing, known, fresh }: Compared, left: ReadonlySet<PersonRow>): RowFact[] {
    const taken = fresh.filter(({ person }) => !left.has(person));
    const [first] = taken;
    if (first === undefined) return [];
    const facts: RowFact[] = [];
    const household = existing ?? HouseholdId.parse(this.#id());
    if (existing === undefined) {
      const representative = taken.find(({ relation }) => relation === 'representative')?.person.name.full;
      const data = {
        household,
        number: family.number,
        kind: representative === undefined ? 'family' : 'collective',
        address: family.address === undefined ? [] : [family.address],
        ...(representative === undefined ? {} : { representative }),
        ...(family.phone === undefined ? {} : { phone: family.phone }),
      };
      facts.push({ fact: this.#fact('household-registered', this.#opening.bookDay, data), person: first.person });
    }
    const ids = new Map<PersonRow, PersonId>([...known, ...taken.map(({ person }): [PersonRow, PersonId] => [person, PersonId.parse(this.#id())])]);
    const idOf = (row: PersonRow | undefined): PersonId | undefined => (row === undefined ? undefined : ids.get(row));
    for (const { person, relation, spouse, mother, father } of taken) {
      const { name, sex, born, isBornAbout, residence, insuranceNumber, nationalId, ethnicity, education, marital } = person;
      const data = {
        household,
        person: ids.get(person),
        name,
        sex,
        born,
        ...(isBornAbout ? { bornAbout: true } : {}),
        relation,
        residence,
        ...told({ spouse: idOf(spouse), mother: idOf(mother), father: idOf(father) }),
        ...told({ insuranceNumber, nationalId, ethnicity, education, marital }),
      };
      facts.push({ fact: this.#fact('person-registered', this.#opening.bookDay, data), person });
    }
    for (const { person } of taken) {
      if (person.method === undefined || !NOTES_METHODS) continue;
      facts.push({ fact: this.#fact('method-started', person.method.on, { person: ids.get(person), method: person.method.method }), person });
    }
    return facts;
  }

  #id(): string {
    return uuidv7({ msecs: this.#clock });
  }

  #fact(type: string, occurredOn: PlainDate, data: unknown): Fact {
    const { area, officer, device } = this.#opening;
    const recordedAt = this.#clock++;
    const id = FactId.parse(uuidv7({ msecs: recordedAt }));
    const read = readFact({ id, type, v: 1, area, about: [], occurredOn, recordedAt, recordedBy: officer, device, via: 'office', data });
    if (read.kind !== 'known') throw new NotAFact(`a row makes no ${type}: ${read.kind === 'unreadable' ? read.at.join() : read.kind}`);
    return { ...read.fact, about: aboutOf(read.fact, NOTHING) };
  }
}

function told(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
