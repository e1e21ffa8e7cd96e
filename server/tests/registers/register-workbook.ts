import writeXlsxFile from 'write-excel-file/node';

import { Chance } from '@sotay/domain/testing/chance';

/** The columns of an invented register. */
export const HEADER = ['Hộ số', 'STT', 'Số thẻ BHYT', 'Họ và tên', 'Quan hệ với chủ hộ', 'Giới tính', 'Ngày sinh', 'Dân tộc', 'Trình độ học vấn', 'Tình trạng hôn nhân', 'Tình trạng cư trú', 'BPTT', 'Ngày bắt đầu'] as const;

export type Value = string | number | Date | null;

/** A workbook of sheets by name, as Excel would have saved it. Dates are days at noon UTC. */
export async function workbook(sheets: Readonly<Record<string, readonly (readonly Value[])[]>>): Promise<Buffer> {
  const made = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) => row.map((value) => (value === null ? null : value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : { value }))),
  }));
  return writeXlsxFile(made).toBuffer();
}

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ'];
const MIDDLE = ['Thị', 'Văn', 'Thị Thu', 'Minh', 'Ngọc', 'Hữu', 'Xuân', 'Đức', 'Kim', 'Bảo'];
const GIVEN = ['Lan', 'Hoa', 'Mai', 'Hương', 'Hùng', 'Dũng', 'Tuấn', 'Phúc', 'Thảo', 'Ngân', 'Khôi', 'Quỳnh', 'Thủy', 'Đạt', 'Sơn', 'Hà'];
const HOMES = [
  ['Chủ hộ', 'Nam', 1950, 1990],
  ['Vợ', 'Nữ', 1955, 1995],
  ['Con', 'Nam', 2000, 2020],
  ['Con', 'Nữ', 2000, 2020],
] as const;

/** An invented register of so many people, four to a household; the seed decides every cell. */
export function inventedRegister(people: number, seed = 1): (readonly Value[])[] {
  const chance = new Chance(seed);
  const rows: (readonly Value[])[] = [HEADER];
  for (let index = 0; index < people; index++) {
    const [relation, sex, from, to] = HOMES[index % 4] ?? HOMES[0];
    const year = chance.whole(from, to);
    const born = chance.whole(1, 3) === 1 ? year : new Date(Date.UTC(year, chance.whole(0, 11), chance.whole(1, 28)));
    const isParent = relation !== 'Con';
    const usesMethod = relation === 'Vợ' && chance.whole(1, 2) === 1;
    rows.push([
      String(Math.floor(index / 4) + 1), (index % 4) + 1, `DN4${String(100_000_000_000 + index)}`, `${chance.pick(SURNAMES)} ${chance.pick(MIDDLE)} ${chance.pick(GIVEN)}`, relation, sex, born, 'Kinh',
      chance.pick(['Tiểu học', 'THCS', 'THPT', 'Cao đẳng']), isParent ? 'Có vợ/chồng' : 'Chưa kết hôn', 'Thường trú', usesMethod ? chance.pick(['Vòng', 'BCS', 'Thuốc uống']) : null,
      usesMethod ? `0${chance.whole(1, 9)}/0${chance.whole(1, 9)}/2020` : null,
    ]);
  }
  return rows;
}
