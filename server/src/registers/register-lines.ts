import type { RegisterOutcome } from './import-register.ts';
import type { RegisterRead } from './read-register.ts';
import type { Trouble } from './trouble.ts';
import { reasonOf } from './trouble-words.ts';

const MOST_SHOWN = 40;
const ENCODINGS: Readonly<Record<string, string>> = { tcvn3: 'TCVN3', vni: 'VNI' };

/** What was read of a file. */
export function readingLines({ sheets, converted, others }: RegisterRead): string[] {
  const lines = sheets.flatMap(({ name, rows, columns, passedOver }) => {
    const named = [...(columns?.of.values() ?? [])].map(({ letter, header }) => `${letter} ${header}`).join(' · ');
    const encoding = ENCODINGS[converted.get(name) ?? ''];
    return [
      `Trang "${name}": ${rows} dòng người${encoding === undefined ? '' : `, đổi từ ${encoding} sang Unicode`}`,
      `  Cột: ${named}`,
      ...(columns === undefined || columns.unused.length === 0 ? [] : [`  Cột không dùng: ${columns.unused.join(' · ')}`]),
      ...(passedOver.length === 0 ? [] : [`  Dòng không phải người, bỏ qua: ${some(passedOver.map(String))}`]),
    ];
  });
  return others.length === 0 ? lines : [...lines, `Trang không phải sổ, bỏ qua: ${some(others)}`];
}

/** What would be, or was, made of it. */
export function outcomeLines({ households, people, methods, known, joined, troubles }: RegisterOutcome): string[] {
  const bad = troubles.filter(({ severity }) => severity === 'row');
  const cells = troubles.filter(({ severity }) => severity === 'cell');
  return [
    `Nhập được: ${households} hộ mới, ${people} người mới, ${methods} biện pháp tránh thai`,
    ...(joined.length === 0 ? [] : [`Hộ gồm nhiều tờ A0, thành một hộ: ${some(joined)}`]),
    ...(known === 0 ? [] : [`Đã có trong sổ, không nhập lại: ${known} người`]),
    ...listed('Không nhận được', 'dòng', bad),
    ...listed('Ô không đọc được', 'ô', cells),
    ...noteLines(troubles),
  ];
}

function listed(title: string, unit: string, troubles: readonly Trouble[]): string[] {
  if (troubles.length === 0) return [];
  const rows = unit === 'dòng' ? new Set(troubles.map(({ sheet, row }) => `${sheet} ${row}`)).size : troubles.length;
  const more = troubles.length > MOST_SHOWN ? [`  … và ${troubles.length - MOST_SHOWN} chỗ nữa: --report TỆP.xlsx ghi đủ`] : [];
  return [`${title}: ${rows} ${unit}`, ...troubles.slice(0, MOST_SHOWN).map((trouble) => `  ${troubleLine(trouble)}`), ...more];
}

/** What is taken and worth a look, by its reason, with the rows. */
function noteLines(troubles: readonly Trouble[]): string[] {
  const byReason = new Map<string, string[]>();
  for (const trouble of troubles) {
    if (trouble.severity !== 'note') continue;
    const rows = byReason.get(reasonOf(trouble));
    if (rows === undefined) byReason.set(reasonOf(trouble), [String(trouble.row)]);
    else rows.push(String(trouble.row));
  }
  if (byReason.size === 0) return [];
  const more = byReason.size > MOST_SHOWN ? [`  … và ${byReason.size - MOST_SHOWN} điều nữa: --report TỆP.xlsx ghi đủ`] : [];
  return ['Cần xem lại:', ...[...byReason].slice(0, MOST_SHOWN).map(([reason, rows]) => `  ${reason}: dòng ${some(rows)}`), ...more];
}

function troubleLine({ sheet, row, column, value, ...trouble }: Trouble): string {
  const where = column === undefined ? '' : `, cột ${column}`;
  return `trang "${sheet}", dòng ${row}${where}, "${value.slice(0, 60)}": ${reasonOf(trouble)}`;
}

function some(texts: readonly string[]): string {
  const shown = texts.slice(0, 15).join(', ');
  return texts.length > 15 ? `${shown} … (${texts.length})` : shown;
}
