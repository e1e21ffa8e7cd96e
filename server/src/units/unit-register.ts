import type { Kysely } from 'kysely';
import type { UnitId } from '@sotay/domain/kernel/ids';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import { unitSpelling } from '@sotay/domain/vietnamese/unit-name';
import type { Share, UnitKind } from '@sotay/domain/wire/units';

import type { Database } from '../db/schema.ts';
import { isOn } from './read-units.ts';
import { COUNTRY, COUNTRY_FROM } from './unit-list.ts';

export type NameSpell = { name: string; from: PlainDate; to: PlainDate | null };

/** A unit while a list is worked into the register. */
export type RegisterUnit = {
  readonly id: UnitId;
  readonly kind: UnitKind;
  readonly parent: UnitId | null;
  readonly path: string;
  readonly from: PlainDate;
  to: PlainDate | null;
  readonly isInUse: boolean;
  /** The earliest first. */
  readonly names: NameSpell[];
  readonly codes: { readonly code: string; readonly from: PlainDate; to: PlainDate | null }[];
};

export type Edge = { readonly from: UnitId; readonly to: UnitId; readonly on: PlainDate; share: Share };

/** All units and successions in memory, so that a list is understood as a whole before anything is written. */
export class UnitRegister {
  readonly #units = new Map<UnitId, RegisterUnit>();
  readonly #byCode = new Map<string, RegisterUnit[]>();
  readonly #edges = new Map<UnitId, Edge[]>();

  add(unit: RegisterUnit): void {
    this.#units.set(unit.id, unit);
    for (const { code } of unit.codes) this.noteCode(unit, code);
  }

  noteCode(unit: RegisterUnit, code: string): void {
    const key = `${unit.kind}/${code}`;
    this.#byCode.set(key, [...(this.#byCode.get(key) ?? []), unit]);
  }

  addEdge(edge: Edge): void {
    this.#edges.set(edge.from, [...(this.#edges.get(edge.from) ?? []), edge]);
  }

  find(id: UnitId): RegisterUnit | undefined {
    return this.#units.get(id);
  }

  all(): IterableIterator<RegisterUnit> {
    return this.#units.values();
  }

  edgesFrom(id: UnitId): readonly Edge[] {
    return this.#edges.get(id) ?? [];
  }

  /** The unit that had a code on a day. */
  findByCode(kind: UnitKind, code: string, day: PlainDate): RegisterUnit | undefined {
    return this.#byCode.get(`${kind}/${code}`)?.find((unit) => isOn(unit, day) && unit.codes.some((each) => each.code === code && isOn(each, day)));
  }

  /** A unit that has the code later than a day. */
  findLaterByCode(kind: UnitKind, code: string, day: PlainDate): RegisterUnit | undefined {
    return this.#byCode.get(`${kind}/${code}`)?.find((unit) => unit.codes.some((each) => each.code === code && each.from > day));
  }

  /** A unit below `parent` by its name, which no list gave a code yet. */
  findWithoutCode(kind: UnitKind, parent: UnitId, name: string, day: PlainDate): RegisterUnit | undefined {
    const spelling = unitSpelling(name);
    for (const unit of this.#units.values()) {
      if (unit.kind === kind && unit.parent === parent && unit.codes.length === 0 && isOn(unit, day) && unit.names.some((each) => unitSpelling(each.name) === spelling)) return unit;
    }
    return undefined;
  }
}

export function lastNameOf({ names }: RegisterUnit): string {
  return names.at(-1)?.name ?? '';
}

/** Reads the whole register. */
export async function readRegister(db: Kysely<Database>): Promise<UnitRegister> {
  const register = new UnitRegister();
  const units = new Map<UnitId, RegisterUnit>();
  for (const row of await db.selectFrom('unit').selectAll().execute()) {
    units.set(row.id, { id: row.id, kind: row.kind, parent: row.parent_id, path: row.path, from: row.valid_from, to: row.valid_to, isInUse: row.in_use, names: [], codes: [] });
  }
  for (const row of await db.selectFrom('unit_name').selectAll().orderBy('valid_from').execute()) units.get(row.unit_id)?.names.push({ name: row.name, from: row.valid_from, to: row.valid_to });
  for (const row of await db.selectFrom('unit_code').selectAll().orderBy('valid_from').execute()) units.get(row.unit_id)?.codes.push({ code: row.code, from: row.valid_from, to: row.valid_to });
  for (const unit of units.values()) register.add(unit);
  if (register.find(COUNTRY) === undefined) {
    register.add({ id: COUNTRY, kind: 'country', parent: null, path: `${COUNTRY}/`, from: COUNTRY_FROM, to: null, isInUse: true, names: [], codes: [] });
  }
  for (const row of await db.selectFrom('unit_succession').selectAll().execute()) register.addEdge({ from: row.from_unit, to: row.to_unit, on: row.took_effect_on, share: row.share });
  return register;
}
