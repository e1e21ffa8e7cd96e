import type { UnitId } from '@sotay/domain/kernel/ids';
import { addDays } from '@sotay/domain/kernel/plain-date';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import type { UnitLevel } from '@sotay/domain/vietnamese/unit-name';
import type { Share } from '@sotay/domain/wire/units';

import type { ListRow, Replaced, RowFault } from './list-file.ts';
import { COUNTRY, codeSystemOn, listedUnitId } from './unit-list.ts';
import type { ListedCode, ListedName, ListedSuccession, ListedUnit } from './unit-list.ts';
import { lastNameOf } from './unit-register.ts';
import type { RegisterUnit, UnitRegister } from './unit-register.ts';

/**
 * What a list would do to the register of units, row by row in the order of their dates.
 *
 * 1. A row with `replaces` is a unit that begins on `valid_from`; what it replaces ends the day before, but for `part-stays`.
 * 2. A row without, whose code a unit has on `valid_from`, is that unit: another name begins on that day, or nothing changes.
 * 3. A row for a unit that begins on that very day and is known completes it: its name, its code, what it came from.
 * 4. A date goes before every code, levels go downwards and what is replaced is earlier: so nothing can stand below or come from itself.
 * 5. With one fault nothing is written; the plan then says what is wrong with each row.
 */
export type ListPlan = {
  readonly units: ListedUnit[];
  readonly names: ListedName[];
  readonly codes: ListedCode[];
  readonly successions: ListedSuccession[];
  /** The name of a unit that begins on `from` becomes `name`: a correction. */
  readonly corrected: { readonly unit: UnitId; readonly from: PlainDate; readonly name: string; readonly before: string; readonly basis: string | null }[];
  /** The name that began on `from` has its last day. */
  readonly closedNames: { readonly unit: UnitId; readonly from: PlainDate; readonly to: PlainDate; readonly before: string }[];
  readonly ended: { readonly unit: UnitId; readonly to: PlainDate; readonly name: string; readonly isInUse: boolean }[];
  readonly reshared: { readonly from: UnitId; readonly to: UnitId; readonly share: Share; readonly basis: string | null }[];
  unchanged: number;
  readonly faults: RowFault[];
};

const ORDER: Readonly<Record<UnitLevel, number>> = { province: 0, district: 1, commune: 2 };

export function planList(rows: readonly ListRow[], register: UnitRegister): ListPlan {
  const planner = new Planner(register);
  for (const row of rows.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : ORDER[a.level] - ORDER[b.level] || a.line - b.line))) planner.take(row);
  return planner.close();
}

class Planner {
  readonly #register: UnitRegister;
  readonly #plan: ListPlan = { units: [], names: [], codes: [], successions: [], corrected: [], closedNames: [], ended: [], reshared: [], unchanged: 0, faults: [] };
  /** The line that said something of a level, a code and a day first. */
  readonly #lines = new Map<string, number>();
  readonly #endedBy = new Map<UnitId, ListRow>();
  readonly #stays: { readonly unit: RegisterUnit; readonly row: ListRow; readonly code: string }[] = [];

  constructor(register: UnitRegister) {
    this.#register = register;
  }

  take(row: ListRow): void {
    const key = `${row.level}/${row.code}/${row.from}`;
    const first = this.#lines.get(key);
    if (first !== undefined) return this.#fault(row, 'code', row.code, `trùng mã và ngày với dòng ${first}`);
    this.#lines.set(key, row.line);
    const parent = this.#parentOf(row);
    if (parent === 'unknown') return;
    const same = this.#register.findByCode(row.level, row.code, row.from) ?? this.#withoutCode(row, parent);
    if (same !== undefined && (same.from === row.from || row.replaces.length === 0)) return this.#change(row, same, parent);
    const isReplaced = (each: Replaced): boolean => each.share !== 'part-stays' && this.#register.findByCode(row.level, each.code, each.on) === same;
    if (same !== undefined && !row.replaces.some(isReplaced)) {
      return this.#fault(row, 'code', row.code, `ngày ấy mã này là của ${lastNameOf(same)}; nếu nó thành đơn vị mới thì ghi nó trong replaces`);
    }
    this.#make(row, parent);
  }

  close(): ListPlan {
    for (const { unit, row, code } of this.#stays) {
      if (unit.to !== null && unit.to < row.from) this.#fault(row, 'replaces', code, `ghi part-stays nhưng ${lastNameOf(unit)} kết thúc ngày ${unit.to}`);
    }
    const left = new Map<ListRow, number>();
    for (const unit of this.#register.all()) {
      const row = unit.parent === null ? undefined : this.#endedBy.get(unit.parent);
      if (row !== undefined && (unit.to === null || unit.to >= row.from)) left.set(row, (left.get(row) ?? 0) + 1);
    }
    for (const [row, count] of left) this.#fault(row, 'replaces', '', `đơn vị kết thúc còn ${count} đơn vị bên dưới chưa ghi đi đâu`);
    this.#plan.faults.sort((a, b) => a.line - b.line);
    return this.#plan;
  }

  #fault(row: ListRow, column: string, value: string, reason: string): void {
    this.#plan.faults.push({ line: row.line, column, value, reason });
  }

  #parentOf(row: ListRow): RegisterUnit | undefined | 'unknown' {
    if (row.level === 'province') return this.#register.find(COUNTRY);
    if (row.parentCode === '') return undefined;
    const found = this.#register.findByCode(row.parentCode.length === 2 ? 'province' : 'district', row.parentCode, row.from);
    if (found !== undefined) return found;
    this.#fault(row, 'parent_code', row.parentCode, `không có đơn vị nào mang mã này ngày ${row.from}`);
    return 'unknown';
  }

  /** How many changes are planned so far. */
  #size(): number {
    const { names, corrected, codes, successions, reshared, faults } = this.#plan;
    return names.length + corrected.length + codes.length + successions.length + reshared.length + faults.length;
  }

  /** A district of the built-in list, which has no codes for them. */
  #withoutCode(row: ListRow, parent: RegisterUnit | undefined): RegisterUnit | undefined {
    if (row.level !== 'district' || parent === undefined) return undefined;
    const found = this.#register.findWithoutCode('district', parent.id, row.name, row.from);
    if (found === undefined) return undefined;
    const code = { code: row.code, from: found.from, to: found.to };
    found.codes.push(code);
    this.#register.noteCode(found, row.code);
    this.#plan.codes.push({ unit: found.id, system: codeSystemOn(found.from), ...code });
    return found;
  }

  #change(row: ListRow, unit: RegisterUnit, parent: RegisterUnit | undefined): void {
    if (parent !== undefined && unit.parent !== parent.id) {
      return this.#fault(row, 'parent_code', row.parentCode, `${lastNameOf(unit)} không thuộc đơn vị này; chuyển sang đơn vị trên khác là một đơn vị mới, ghi trong replaces`);
    }
    const before = this.#size();
    this.#rename(row, unit);
    this.#replace(row, unit);
    if (before === this.#size()) this.#plan.unchanged += 1;
  }

  #rename(row: ListRow, unit: RegisterUnit): void {
    const spell = unit.names.findLast(({ from }) => from <= row.from);
    if (spell === undefined || spell.name === row.name) return;
    if (spell !== unit.names.at(-1)) return this.#fault(row, 'valid_from', row.from, `${lastNameOf(unit)} đã có tên khác từ ngày ${unit.names.at(-1)?.from ?? ''}`);
    const before = spell.name;
    if (spell.from === row.from) {
      spell.name = row.name;
      this.#plan.corrected.push({ unit: unit.id, from: row.from, name: row.name, before, basis: row.basis });
      return;
    }
    spell.to = addDays(row.from, -1);
    unit.names.push({ name: row.name, from: row.from, to: null });
    this.#plan.closedNames.push({ unit: unit.id, from: spell.from, to: spell.to, before });
    this.#plan.names.push({ unit: unit.id, name: row.name, from: row.from, to: null, basis: row.basis });
  }

  #make(row: ListRow, parent: RegisterUnit | undefined): void {
    if (parent === undefined) return this.#fault(row, 'parent_code', '', 'đơn vị mới cần mã đơn vị trên');
    const later = this.#register.findLaterByCode(row.level, row.code, row.from);
    if (later !== undefined) return this.#fault(row, 'code', row.code, `mã này là của ${lastNameOf(later)} từ ngày ${later.from}`);
    const system = codeSystemOn(row.from);
    const id = listedUnitId(row.level, `${system}/${row.code}`, row.from);
    if (this.#register.find(id) !== undefined) return this.#fault(row, 'code', row.code, 'đơn vị này đã có và đã kết thúc');
    const path = `${parent.path}${id}/`;
    const dates = { from: row.from, to: null };
    const unit: RegisterUnit = { id, kind: row.level, parent: parent.id, path, ...dates, isInUse: false, names: [{ name: row.name, ...dates }], codes: [{ code: row.code, ...dates }] };
    this.#replace(row, unit);
    this.#register.add(unit);
    this.#plan.units.push({ id, parent: parent.id, kind: row.level, path, ...dates, basis: row.basis });
    this.#plan.names.push({ unit: id, name: row.name, ...dates, basis: row.basis });
    this.#plan.codes.push({ unit: id, system, code: row.code, ...dates });
  }

  #replace(row: ListRow, unit: RegisterUnit): void {
    for (const { code, on, share } of row.replaces) {
      const kind = row.level === 'commune' && code.length === 3 ? 'district' : row.level;
      const old = this.#register.findByCode(kind, code, on);
      if (old === undefined) this.#fault(row, 'replaces', `${code}@${on}`, 'không có đơn vị nào mang mã này ngày ấy');
      else if (old === unit) this.#fault(row, 'replaces', `${code}@${on}`, 'đơn vị không thể thay chính nó');
      else {
        if (share === 'part-stays') this.#stays.push({ unit: old, row, code: `${code}@${on}` });
        else this.#end(row, old, code);
        this.#join(row, old, unit, share === 'full' ? 'full' : 'part', `${code}@${on}`);
      }
    }
  }

  #end(row: ListRow, old: RegisterUnit, code: string): void {
    const last = addDays(row.from, -1);
    if (old.to === last) return;
    if (old.to !== null && old.to < last) return this.#fault(row, 'replaces', code, `${lastNameOf(old)} đã kết thúc ngày ${old.to}, không phải ngay trước valid_from`);
    old.to = last;
    for (const each of old.codes) if (each.to === null || each.to > last) each.to = last;
    this.#endedBy.set(old.id, row);
    this.#plan.ended.push({ unit: old.id, to: last, name: lastNameOf(old), isInUse: old.isInUse });
  }

  #join(row: ListRow, old: RegisterUnit, unit: RegisterUnit, share: Share, said: string): void {
    const others = this.#register.edgesFrom(old.id).filter(({ to }) => to !== unit.id);
    const isWhole = share === 'full' ? others[0] : others.find((edge) => edge.share === 'full');
    if (isWhole !== undefined) {
      const other = this.#register.find(isWhole.to);
      return this.#fault(row, 'replaces', said, `${lastNameOf(old)} còn đi vào ${other === undefined ? 'đơn vị khác' : lastNameOf(other)}, nên không thể vào toàn bộ một nơi`);
    }
    const edge = this.#register.edgesFrom(old.id).find(({ to }) => to === unit.id);
    if (edge === undefined) {
      this.#register.addEdge({ from: old.id, to: unit.id, on: row.from, share });
      this.#plan.successions.push({ from: old.id, to: unit.id, on: row.from, share, basis: row.basis });
    } else if (edge.share !== share) {
      edge.share = share;
      this.#plan.reshared.push({ from: old.id, to: unit.id, share, basis: row.basis });
    }
  }
}
