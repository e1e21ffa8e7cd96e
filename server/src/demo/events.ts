import type { BirthPlace, DeathCause, DeathPlace, Destination } from '@sotay/domain/packs/tt01-2022/code-lists';

/**
 * What happened after the book was opened, and who noted it when. Months count back from the month of loading, 0 is that month; a day that is still to
 * come in it becomes the day of loading. `after`: days until it was noted, fewer where the day of loading comes first.
 */
export type DemoEvent = {
  readonly key: string;
  readonly on: readonly [monthsAgo: number, day: number];
  readonly after?: number;
  readonly by: 'lan' | 'hoa' | 'officer';
  readonly because?: string;
  readonly what: DemoDeed;
};

export type DemoDeed =
  | {
      readonly kind: 'birth';
      readonly child: string;
      readonly name?: string;
      readonly given?: string;
      readonly sex: 'male' | 'female';
      readonly household: string;
      readonly mother: string | { readonly name: string; readonly commune: string };
      readonly place: BirthPlace;
      readonly order: number | 'unknown';
      readonly isTwin?: true;
      readonly weight?: number;
      readonly corrects?: string;
    }
  | { readonly kind: 'death'; readonly person: string; readonly place: DeathPlace; readonly cause: DeathCause }
  | { readonly kind: 'departure'; readonly people: readonly string[]; readonly to: Destination; readonly place?: string }
  | { readonly kind: 'insurance'; readonly person: string; readonly number: string }
  | { readonly kind: 'head'; readonly household: string; readonly head: string }
  | { readonly kind: 'withdrawal'; readonly of: string; readonly reason: string };

export const DEMO_EVENTS: readonly DemoEvent[] = [
  { key: 'b-nhung-1', on: [23, 12], by: 'lan', after: 2, what: { kind: 'birth', child: 'thien', name: 'Dương Bảo Thiên', sex: 'male', household: 'lower-5', mother: 'nhung', place: 'hospital', order: 1, weight: 3100 } },
  { key: 'd-blue', on: [21, 4], by: 'hoa', after: 1, what: { kind: 'death', person: 'blue', place: 'home', cause: 'old-age' } },
  { key: 'b-loan', on: [19, 20], by: 'lan', after: 3, what: { kind: 'birth', child: 'quan', name: 'Đào Anh Quân', sex: 'male', household: 'lower-10', mother: 'loan', place: 'health-station', order: 2, weight: 3350 } },
  { key: 'i-bich', on: [18, 9], by: 'hoa', what: { kind: 'insurance', person: 'bich', number: 'HT3666600112233' } },
  // Twins: one act, two facts.
  { key: 'b-juen-1', on: [16, 2], by: 'hoa', after: 4, what: { kind: 'birth', child: 'lim', name: "H'Lim Kbuôr", given: "H'Lim", sex: 'female', household: 'upper-2', mother: 'juen', place: 'hospital', order: 2, isTwin: true, weight: 2400 } },
  { key: 'b-juen-2', on: [16, 2], by: 'hoa', after: 4, what: { kind: 'birth', child: 'khanh-y', name: 'Y Khanh Kbuôr', given: 'Y Khanh', sex: 'male', household: 'upper-2', mother: 'juen', place: 'hospital', order: 3, isTwin: true, weight: 2350 } },
  { key: 'd-bon', on: [14, 17], by: 'hoa', after: 2, what: { kind: 'death', person: 'bon', place: 'health-facility', cause: 'illness' } },
  { key: 'h-dok', on: [14, 20], by: 'hoa', after: 5, what: { kind: 'head', household: 'upper-7', head: 'dok' } },
  // A third child.
  { key: 'b-yen', on: [12, 25], by: 'hoa', after: 6, what: { kind: 'birth', child: 'phuoc', name: 'Hoàng Thiên Phước', sex: 'male', household: 'upper-6', mother: 'yen', place: 'health-station', order: 3, weight: 3200 } },
  { key: 'g-ngat', on: [11, 3], by: 'lan', after: 1, what: { kind: 'departure', people: ['ngat'], to: 'other-province', place: 'Bình Dương cũ, nay là Thành phố Hồ Chí Minh' } },
  // A note taken back: they had only gone to the fields for the harvest.
  { key: 'g-quang', on: [10, 6], by: 'hoa', what: { kind: 'departure', people: ['quang', 'diem', 'an', 'binh'], to: 'unknown' } },
  { key: 'w-quang', on: [10, 14], by: 'hoa', what: { kind: 'withdrawal', of: 'g-quang', reason: 'Cả nhà đi rẫy, đã về.' } },
  // The child lives with its grandmother in area 2, the mother is resident in area 1.
  { key: 'b-lan', on: [8, 11], by: 'lan', after: 2, what: { kind: 'birth', child: 'uyen', name: 'Nguyễn Thảo Uyên', sex: 'female', household: 'lower-6', mother: 'lan', place: 'hospital', order: 3, weight: 2980 } },
  { key: 'd-tai', on: [7, 28], by: 'lan', after: 3, what: { kind: 'death', person: 'tai', place: 'home', cause: 'illness' } },
  // A girl noted as a boy, corrected a week later.
  { key: 'b-huong', on: [6, 5], by: 'lan', after: 1, what: { kind: 'birth', child: 'tue', name: 'Tạ Minh Tuệ', sex: 'male', household: 'lower-4', mother: 'huong', place: 'hospital', order: 3, weight: 3050 } },
  { key: 'b-huong-right', on: [6, 5], by: 'lan', after: 8, what: { kind: 'birth', child: 'tue', name: 'Tạ Minh Tuệ', sex: 'female', household: 'lower-4', mother: 'huong', place: 'hospital', order: 3, weight: 3050, corrects: 'b-huong' } },
  // A mother of 19.
  { key: 'b-mai', on: [4, 16], by: 'hoa', after: 2, what: { kind: 'birth', child: 'bin', name: 'Y Bin Mlô', given: 'Y Bin', sex: 'male', household: 'upper-5', mother: 'mai', place: 'home', order: 1, weight: 2700 } },
  { key: 'b-elsewhere', on: [3, 7], by: 'hoa', after: 3, what: { kind: 'birth', child: 'ngoan', sex: 'female', household: 'upper-10', mother: { name: 'Trịnh Thị Ngoan', commune: 'Xã Krông Ana' }, place: 'hospital', order: 'unknown' } },
  // Noted two months late.
  { key: 'd-tu', on: [2, 3], by: 'lan', after: 60, because: 'Gia đình đưa cụ về quê, nay mới báo.', what: { kind: 'death', person: 'tu', place: 'other', cause: 'old-age' } },
  { key: 'g-ha', on: [1, 19], by: 'hoa', after: 1, what: { kind: 'departure', people: ['ha'], to: 'same-province', place: 'Phường Buôn Hồ' } },
  { key: 'b-nuen', on: [1, 24], by: 'lan', after: 2, what: { kind: 'birth', child: 'duyen', name: "H'Duyên Êban", given: "H'Duyên", sex: 'female', household: 'lower-8', mother: 'nuen', place: 'health-station', order: 1, weight: 2900 } },
  { key: 'b-nhung-2', on: [0, 2], by: 'lan', after: 1, what: { kind: 'birth', child: 'nhi', sex: 'female', household: 'lower-5', mother: 'nhung', place: 'hospital', order: 2, weight: 3150 } },
  { key: 'd-grandfather', on: [0, 5], by: 'officer', after: 1, what: { kind: 'death', person: 'minh', place: 'health-facility', cause: 'illness' } },
  // Held: chị Hoa stood in for area 2 and handed it back nine months ago.
  { key: 'held-khanh', on: [0, 6], by: 'hoa', after: 1, what: { kind: 'departure', people: ['vinh', 'phat'], to: 'other-province', place: 'Gia Lai' } },
  // Fits no log: chị Lan never had area 1.
  { key: 'unplaced-thu', on: [0, 7], by: 'lan', what: { kind: 'departure', people: ['thu'], to: 'unknown' } },
];
