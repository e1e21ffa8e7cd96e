import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import { plainDate } from '@sotay/domain/kernel/plain-date';

/**
 * What the package of units does not hold or holds otherwise, each with its source. Checked by a spec: the day the package says it itself, the line here
 * has had its time.
 */

/**
 * The provinces until 30 June 2025 by their codes (Quyết định 124/2004/QĐ-TTg with its changes; Huế is a city since 1 January 2025, Nghị quyết 175/2024/QH15).
 * The package names them without codes.
 */
export const OLD_PROVINCES: readonly (readonly [code: string, name: string])[] = [
  ['01', 'Thành phố Hà Nội'], ['02', 'Tỉnh Hà Giang'], ['04', 'Tỉnh Cao Bằng'], ['06', 'Tỉnh Bắc Kạn'], ['08', 'Tỉnh Tuyên Quang'], ['10', 'Tỉnh Lào Cai'],
  ['11', 'Tỉnh Điện Biên'], ['12', 'Tỉnh Lai Châu'], ['14', 'Tỉnh Sơn La'], ['15', 'Tỉnh Yên Bái'], ['17', 'Tỉnh Hòa Bình'], ['19', 'Tỉnh Thái Nguyên'],
  ['20', 'Tỉnh Lạng Sơn'], ['22', 'Tỉnh Quảng Ninh'], ['24', 'Tỉnh Bắc Giang'], ['25', 'Tỉnh Phú Thọ'], ['26', 'Tỉnh Vĩnh Phúc'], ['27', 'Tỉnh Bắc Ninh'],
  ['30', 'Tỉnh Hải Dương'], ['31', 'Thành phố Hải Phòng'], ['33', 'Tỉnh Hưng Yên'], ['34', 'Tỉnh Thái Bình'], ['35', 'Tỉnh Hà Nam'], ['36', 'Tỉnh Nam Định'],
  ['37', 'Tỉnh Ninh Bình'], ['38', 'Tỉnh Thanh Hóa'], ['40', 'Tỉnh Nghệ An'], ['42', 'Tỉnh Hà Tĩnh'], ['44', 'Tỉnh Quảng Bình'], ['45', 'Tỉnh Quảng Trị'],
  ['46', 'Thành phố Huế'], ['48', 'Thành phố Đà Nẵng'], ['49', 'Tỉnh Quảng Nam'], ['51', 'Tỉnh Quảng Ngãi'], ['52', 'Tỉnh Bình Định'], ['54', 'Tỉnh Phú Yên'],
  ['56', 'Tỉnh Khánh Hòa'], ['58', 'Tỉnh Ninh Thuận'], ['60', 'Tỉnh Bình Thuận'], ['62', 'Tỉnh Kon Tum'], ['64', 'Tỉnh Gia Lai'], ['66', 'Tỉnh Đắk Lắk'],
  ['67', 'Tỉnh Đắk Nông'], ['68', 'Tỉnh Lâm Đồng'], ['70', 'Tỉnh Bình Phước'], ['72', 'Tỉnh Tây Ninh'], ['74', 'Tỉnh Bình Dương'], ['75', 'Tỉnh Đồng Nai'],
  ['77', 'Tỉnh Bà Rịa - Vũng Tàu'], ['79', 'Thành phố Hồ Chí Minh'], ['80', 'Tỉnh Long An'], ['82', 'Tỉnh Tiền Giang'], ['83', 'Tỉnh Bến Tre'], ['84', 'Tỉnh Trà Vinh'],
  ['86', 'Tỉnh Vĩnh Long'], ['87', 'Tỉnh Đồng Tháp'], ['89', 'Tỉnh An Giang'], ['91', 'Tỉnh Kiên Giang'], ['92', 'Thành phố Cần Thơ'], ['93', 'Tỉnh Hậu Giang'],
  ['94', 'Tỉnh Sóc Trăng'], ['95', 'Tỉnh Bạc Liêu'], ['96', 'Tỉnh Cà Mau'],
];

/** Letter 1027/CTK-CSCL of 25 June 2025, which the package follows, gave two codes that Quyết định 19/2025/QĐ-TTg of 30 June 2025 did not: Ba Chẽ (Quảng Ninh), Ia Mơ (Gia Lai). */
export const CORRECTED_CODES: Readonly<Record<string, string>> = { '06970': '06978', '23737': '23938' };

/** The one commune of 10,035 that no row of the package names: Ia Mơ of Chư Prông, whose code of today the letter had wrong. It went to the Ia Mơ of today. */
export const COMMUNES_WITHOUT_A_ROW = [{ code: '23938', name: 'Xã Ia Mơ', district: 'Huyện Chư Prông', province: 'Tỉnh Gia Lai', to: '23938' }] as const;

/** Two communes named Thạnh Lộc in Kiên Giang, of Châu Thành and of Giồng Riềng, which the package takes for each other: Thạnh Lộc and Thạnh Hưng of today by Nghị quyết 1654/NQ-UBTVQH15. By old code, the new one. */
export const CORRECTED_TARGETS: Readonly<Record<string, string>> = { '30901': '30886', '30913': '30910' };

/** Districts without communes, each a special zone since the reform: the province of each by its old code. */
export const ISLAND_DISTRICTS: Readonly<Record<string, { readonly name: string; readonly province: string }>> = {
  '11948': { name: 'Huyện Bạch Long Vĩ', province: '31' },
  '19742': { name: 'Huyện Cồn Cỏ', province: '45' },
  '20333': { name: 'Huyện Hoàng Sa', province: '48' },
  '21548': { name: 'Huyện Lý Sơn', province: '51' },
  '26732': { name: 'Huyện Côn Đảo', province: '77' },
};

/** The laws of the reform: provinces by the National Assembly, communes by its Standing Committee, one resolution for each province. */
export const PROVINCES_BY = 'Nghị quyết 202/2025/QH15';
export const COMMUNES_BY = 'Nghị quyết 1654–1687/NQ-UBTVQH15';

export type Renaming = { readonly level: 'province' | 'commune'; readonly code: string; readonly name: string; readonly on: PlainDate; readonly basis: string };

const APRIL_2026 = plainDate('2026-04-30');
const CITY = 'Nghị quyết 30/2026/QH16';
const WARDS = 'Nghị quyết 237/NQ-UBTVQH16';

/** What got another type, and so another name, since the reform: Đồng Nai became a city under the centre, ten of its communes wards. */
export const RENAMINGS: readonly Renaming[] = [
  { level: 'province', code: '75', name: 'Thành phố Đồng Nai', on: APRIL_2026, basis: CITY },
  ...[
    ['25270', 'Phường Lộc Ninh'],
    ['25357', 'Phường Tân Khai'],
    ['25363', 'Phường Đồng Phú'],
    ['26116', 'Phường Tân Phú'],
    ['26170', 'Phường Trị An'],
    ['26248', 'Phường Trảng Bom'],
    ['26326', 'Phường Dầu Giây'],
    ['26368', 'Phường Long Thành'],
    ['26425', 'Phường Xuân Lộc'],
    ['26485', 'Phường Nhơn Trạch'],
  ].map(([code = '', name = '']): Renaming => ({ level: 'commune', code, name, on: APRIL_2026, basis: WARDS })),
];
