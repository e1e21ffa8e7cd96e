import { firstDay } from '@sotay/domain/kernel/period';
import type { Period } from '@sotay/domain/kernel/period';

import { monthsUntil } from '../generate/generate.ts';
import type { AreaPlan } from '../generate/area.ts';

/** Who works in the demonstration: invented, like all others in it. */
export const DEMO_USERS = [
  { key: 'admin', name: 'quantri', fullName: 'Nguyễn Quản Trị', role: 'administrator' },
  { key: 'officer', name: 'vienchuc', fullName: 'Trần Thị Mai Phương', role: 'officer' },
  { key: 'hoa', name: 'hoa', fullName: "H'Hoa Niê Kdăm", role: 'collaborator' },
  { key: 'lan', name: 'lan', fullName: 'Nguyễn Thị Lan', role: 'collaborator' },
  { key: 'tham', name: 'tham', fullName: 'Nông Thị Thắm', role: 'collaborator' },
] as const;

/** People of an area: some 220 households. */
const PEOPLE = 770;

/**
 * The areas of the demonstration, in Phường Ea Kao, Đắk Lắk (code 24169 in the list of communes of 1 July 2025, Quyết định 19/2025/QĐ-TTg). The ward is
 * real; areas, addresses and everybody in them are made up.
 */
export const DEMO_AREAS = [
  { number: '1', name: 'Buôn Ea Mrông', by: 'hoa', place: { peoples: [['Ê Đê', 70], ['Kinh', 26], ['Tày', 4]], parts: ['Đầu buôn', 'Giữa buôn', 'Cuối buôn', 'Ven suối'] } },
  { number: '2', name: 'Thôn Tân Hòa', by: 'lan', place: { peoples: [['Kinh', 90], ['Tày', 6], ['Ê Đê', 4]], parts: ['Ngõ 1', 'Ngõ 2', 'Ngõ 3'] } },
  { number: '3', name: 'Thôn Tân Lập', by: 'tham', place: { peoples: [['Kinh', 84], ['Tày', 12], ['Thái', 4]], parts: ['Tổ 1', 'Tổ 2', 'Tổ 3', 'Tổ 4'] } },
] as const satisfies readonly { readonly number: string; readonly name: string; readonly by: (typeof DEMO_USERS)[number]['key']; readonly place: AreaPlan['place'] }[];

/** What the generator needs of an area besides its id and authors. */
export function planOf({ number, place }: (typeof DEMO_AREAS)[number], until: Period, end: number): Omit<AreaPlan, 'area' | 'authors'> {
  return { seed: `minh họa/${number}`, people: PEOPLE, region: 'central', place, months: monthsUntil(until), end };
}

/** The day on which the book was opened. */
export const openingOf = (until: Period) => firstDay(monthsUntil(until).first);
