import type { Region } from './peoples.ts';

/** Surnames of the Kinh, weight in the north and centre, and in the south where it differs. Below 0.4 only a few of some 170 are kept. */
export const SURNAMES = {
  source: 'vietnamese-name-generator (hungnguyen18, MIT, commit a37d5b1): its weights for north, centre and south',
  status: 'found',
  everywhere: [
    ['Nguyễn', 31.5], ['Trần', 10.9], ['Lê', 8.9], ['Phạm', 5.9], ['Phan', 2.8], ['Trương', 2.2], ['Bùi', 2.1], ['Đặng', 1.9], ['Đỗ', 1.9], ['Ngô', 1.7], ['Hồ', 1.5], ['Dương', 1.4],
    ['Hà', 1.2], ['Lý', 1], ['Trịnh', 1], ['Đinh', 0.9], ['Lâm', 0.7], ['Đoàn', 0.7], ['Cao', 0.7], ['Lương', 0.7], ['Mai', 0.6], ['Đào', 0.6], ['Lưu', 0.6], ['Thái', 0.5], ['Phùng', 0.4],
    ['Vương', 0.4], ['Chu', 0.4], ['Tạ', 0.4], ['Tô', 0.05], ['Tăng', 0.05], ['Âu', 0.05], ['Bạch', 0.05], ['Châu', 0.05], ['Đậu', 0.05], ['Cù', 0.05],
  ],
  northAndCentre: [['Hoàng', 5.1], ['Vũ', 4.9]],
  south: [['Huỳnh', 5.1], ['Võ', 4.9]],
} as const;

export function surnamesOf(region: Region): readonly (readonly [string, number])[] {
  return [...SURNAMES.everywhere, ...(region === 'south' ? SURNAMES.south : SURNAMES.northAndCentre)];
}
