import { v5 as uuidv5 } from 'uuid';
import { UnitId } from '@sotay/domain/kernel/ids';
import { plainDate } from '@sotay/domain/kernel/plain-date';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import { REFORM } from '@sotay/domain/wire/units';
import type { Share } from '@sotay/domain/wire/units';
import type { UnitLevel } from '@sotay/domain/vietnamese/unit-name';

/** The root of every tree of units: the same everywhere, so that two servers that begin at once make one. */
export const COUNTRY = UnitId.parse('00000000-0000-4000-8000-000000000084');
export const COUNTRY_FROM = plainDate('1945-09-02');

/** The lists that codes come from: Quyết định 124/2004/QĐ-TTg with its changes until the reform, Quyết định 19/2025/QĐ-TTg from then on. */
export const OLD_CODES = 'qd124-2004';
export const NEW_CODES = 'qd19-2025';

/** The first day of the list of today, from which its codes are of `NEW_CODES`. */
export function codeSystemOn(day: PlainDate): string {
  return day < REFORM ? OLD_CODES : NEW_CODES;
}

export type ListedName = { readonly unit: UnitId; readonly name: string; readonly from: PlainDate; readonly to: PlainDate | null; readonly basis: string | null };
export type ListedCode = { readonly unit: UnitId; readonly system: string; readonly code: string; readonly from: PlainDate; readonly to: PlainDate | null };

export type ListedUnit = {
  readonly id: UnitId;
  readonly parent: UnitId;
  readonly kind: UnitLevel;
  readonly path: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  /** The law by which it was made. */
  readonly basis: string | null;
};

export type ListedSuccession = { readonly from: UnitId; readonly to: UnitId; readonly on: PlainDate; readonly share: Share; readonly basis: string | null };

/** Units as a list has them, each after the one above it. */
export type UnitList = {
  readonly units: readonly ListedUnit[];
  readonly names: readonly ListedName[];
  readonly codes: readonly ListedCode[];
  readonly successions: readonly ListedSuccession[];
};

const NAMESPACE = '6f2c1d0a-4b7e-5a3c-9d84-0a1b2c3d4e5f';

/** The id of a unit of a list: of what it is known by and its first day, so that every server makes the same. `key`: code system and code, or a name. */
export function listedUnitId(kind: UnitLevel, key: string, from: PlainDate): UnitId {
  return UnitId.parse(uuidv5(`${kind}/${key}/${from}`, NAMESPACE));
}
