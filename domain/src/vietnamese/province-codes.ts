/**
 * The two-figure province codes of the General Statistics Office, which identity numbers (with a 0 before) and insurance cards carry: the 63 provinces
 * until 30 June 2025 (annex 1 of Thông tư 07/2016/TT-BCA) and the 34 that bear a code since (Quyết định 19/2025/QĐ-TTg). A code names another
 * territory since then — 15 was Yên Bái and is Lào Cai — and what is issued stays issued.
 */
const UNTIL_2025 = table(
  '01 Hà Nội,02 Hà Giang,04 Cao Bằng,06 Bắc Kạn,08 Tuyên Quang,10 Lào Cai,11 Điện Biên,12 Lai Châu,14 Sơn La,15 Yên Bái,17 Hòa Bình,19 Thái Nguyên,' +
    '20 Lạng Sơn,22 Quảng Ninh,24 Bắc Giang,25 Phú Thọ,26 Vĩnh Phúc,27 Bắc Ninh,30 Hải Dương,31 Hải Phòng,33 Hưng Yên,34 Thái Bình,35 Hà Nam,' +
    '36 Nam Định,37 Ninh Bình,38 Thanh Hóa,40 Nghệ An,42 Hà Tĩnh,44 Quảng Bình,45 Quảng Trị,46 Thừa Thiên Huế,48 Đà Nẵng,49 Quảng Nam,' +
    '51 Quảng Ngãi,52 Bình Định,54 Phú Yên,56 Khánh Hòa,58 Ninh Thuận,60 Bình Thuận,62 Kon Tum,64 Gia Lai,66 Đắk Lắk,67 Đắk Nông,68 Lâm Đồng,' +
    '70 Bình Phước,72 Tây Ninh,74 Bình Dương,75 Đồng Nai,77 Bà Rịa - Vũng Tàu,79 Hồ Chí Minh,80 Long An,82 Tiền Giang,83 Bến Tre,84 Trà Vinh,' +
    '86 Vĩnh Long,87 Đồng Tháp,89 An Giang,91 Kiên Giang,92 Cần Thơ,93 Hậu Giang,94 Sóc Trăng,95 Bạc Liêu,96 Cà Mau',
)
const SINCE_2025 = table(
  '01 Hà Nội,04 Cao Bằng,08 Tuyên Quang,11 Điện Biên,12 Lai Châu,14 Sơn La,15 Lào Cai,19 Thái Nguyên,20 Lạng Sơn,22 Quảng Ninh,24 Bắc Ninh,' +
    '25 Phú Thọ,31 Hải Phòng,33 Hưng Yên,37 Ninh Bình,38 Thanh Hóa,40 Nghệ An,42 Hà Tĩnh,44 Quảng Trị,46 Huế,48 Đà Nẵng,51 Quảng Ngãi,52 Gia Lai,' +
    '56 Khánh Hòa,66 Đắk Lắk,68 Lâm Đồng,75 Đồng Nai,79 Hồ Chí Minh,80 Tây Ninh,82 Đồng Tháp,86 Vĩnh Long,91 An Giang,92 Cần Thơ,96 Cà Mau',
)

function table(lines: string): ReadonlyMap<string, string> {
  return new Map(lines.split(',').map((line) => [line.slice(0, 2), line.slice(3)]))
}

/**
 * The provinces that a code may stand for, by the year in which it was given.
 * @param code two figures
 * @param year of 2025, and where no year is known, both names are returned where they differ
 * @returns no name for a code of no province
 */
export function provincesOfCode(code: string, year?: number): readonly string[] {
  const [before, since] = [UNTIL_2025.get(code), SINCE_2025.get(code)]
  if (before === undefined) return []
  if (since === undefined || since === before) return [before]
  if (year === undefined || year === 2025) return [before, since]
  return [year < 2025 ? before : since]
}
