import type { ListPlan } from './plan-list.ts';

const MOST_SHOWN = 200;

/** What a list would do, and what is wrong with it, for the operator; Vietnamese. */
export function planLines(plan: ListPlan): string[] {
  const names = new Map(plan.names.map(({ unit, name }) => [unit, name]));
  const codes = new Map(plan.codes.map(({ unit, code }) => [unit, code]));
  const made = new Set(plan.units.map(({ id }) => id));
  return [
    ...few('Đơn vị mới', plan.units, ({ id, from }) => `+ ${names.get(id) ?? ''} (${codes.get(id) ?? ''}), từ ${from}`),
    ...few('Tên mới', plan.closedNames, ({ unit, before, to }) => `~ ${before} (đến ${to}) → ${names.get(unit) ?? ''}`),
    ...few('Sửa tên', plan.corrected, ({ before, name }) => `~ ${before} → ${name}`),
    ...few('Thêm mã', plan.codes.filter(({ unit }) => !made.has(unit)), ({ code, from }) => `~ ${code}, từ ${from}`),
    ...few('Kết thúc', plan.ended, ({ name, to, isInUse }) => `- ${name}, hết ngày ${to}${isInUse ? ' (đang dùng: địa bàn và tài khoản giữ nguyên ở đơn vị này)' : ''}`),
    `Nối đơn vị cũ với đơn vị mới: ${plan.successions.length} chỗ mới, ${plan.reshared.length} chỗ nói rõ toàn bộ hay một phần.`,
    `Không đổi: ${plan.unchanged} dòng.`,
    ...few('Không nhận được', plan.faults, ({ line, column, value, reason }) => `! dòng ${line}${column === '' ? '' : `, cột ${column}`}${value === '' ? '' : `, "${value}"`}: ${reason}`),
  ];
}

function few<Row>(title: string, rows: readonly Row[], line: (row: Row) => string): string[] {
  if (rows.length === 0) return [];
  const more = rows.length > MOST_SHOWN ? [`  … và ${rows.length - MOST_SHOWN} nữa`] : [];
  return [`${title}: ${rows.length}`, ...rows.slice(0, MOST_SHOWN).map((row) => `  ${line(row)}`), ...more];
}
