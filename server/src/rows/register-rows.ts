import type { AreaId, HouseholdId, PersonId } from '@sotay/domain/kernel/ids';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import type { OpenHousehold } from '@sotay/domain/register/household';
import type { OpenedPerson } from '@sotay/domain/register/person';
import { bareWords, nameKey } from '@sotay/domain/vietnamese/name-search';

/** A person as look-ups and lists need her. */
export type PersonRow = {
  readonly id: PersonId;
  readonly area: AreaId;
  readonly household: HouseholdId;
  readonly name: string | null;
  readonly sex: 'male' | 'female';
  readonly born: string;
  /** The words of the name without marks, each after a space; empty without a name. */
  readonly folded: string;
  /** Neither dead nor gone, and no second entry of somebody else. */
  readonly isHere: boolean;
};

export type HouseholdRow = {
  readonly id: HouseholdId;
  readonly area: AreaId;
  readonly number: string;
  readonly kind: 'family' | 'collective';
  readonly head: PersonId | null;
  /** Of a collective household: who speaks for it. */
  readonly representative: string | null;
  readonly closedOn: PlainDate | null;
};

export function personRow({ id, area, household, name, sex, born, status, departure, joinedInto }: OpenedPerson): PersonRow {
  const folded = name === undefined ? '' : bareWords(nameKey(name.full)).join('');
  return { id, area, household, name: name?.full ?? null, sex, born, folded, isHere: status === 'living' && departure === undefined && joinedInto === undefined };
}

export function householdRow({ id, area, number, kind, head, representative, closed }: OpenHousehold): HouseholdRow {
  return { id, area, number, kind, head: head ?? null, representative: representative ?? null, closedOn: closed?.on ?? null };
}
