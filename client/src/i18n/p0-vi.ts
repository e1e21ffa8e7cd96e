import type { P0Section } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { P0CellWords } from '@sotay/domain/reports/p0-cell'
import type { P0Column } from '@sotay/domain/reports/p0-table'
import { codesVi } from './story-vi.ts'

const titles: Readonly<Record<P0Section, string>> = {
  1: 'Danh sách trẻ sinh ra',
  2: 'Danh sách trẻ được sàng lọc sơ sinh',
  3: 'Danh sách người chết',
  4: 'Danh sách người chuyển đến từ xã khác',
  5: 'Danh sách người chuyển đi khỏi xã',
  6: 'Thay đổi thông tin cơ bản',
  7: 'Vợ chồng mới sử dụng biện pháp tránh thai',
  8: 'Vợ chồng thôi sử dụng biện pháp tránh thai',
  9: 'Phụ nữ có thông tin thai sản',
  10: 'Sàng lọc trước sinh',
  11: 'Người cao tuổi khám sức khỏe',
}

const heads: Readonly<Record<P0Column, string>> = {
  household: 'Hộ số',
  name: 'Họ và tên',
  insurance: 'Số thẻ BHYT',
  relation: 'Quan hệ với chủ hộ',
  sex: 'Giới tính',
  born: 'Ngày sinh',
  note: 'Ghi chú',
  on: 'Ngày',
  child: 'Họ và tên con',
  'born-male': 'Ngày sinh (nam)',
  'born-female': 'Ngày sinh (nữ)',
  ethnicity: 'Dân tộc',
  mother: 'Họ và tên mẹ',
  'mother-insurance': 'Số thẻ BHYT của mẹ',
  'mother-born': 'Ngày sinh của mẹ',
  'birth-place': 'Nơi đẻ',
  order: 'Là con thứ mấy của mẹ',
  infant: 'Họ và tên trẻ',
  hypothyroidism: 'Suy giáp trạng bẩm sinh',
  g6pd: 'Thiếu men G6PD',
  'adrenal-hyperplasia': 'Tăng sản thượng thận bẩm sinh',
  'hearing-loss': 'Khiếm thính bẩm sinh',
  'heart-disease': 'Tim bẩm sinh',
  'service-place': 'Nơi thực hiện',
  died: 'Ngày chết',
  education: 'Trình độ học vấn',
  marital: 'Tình trạng hôn nhân',
  arrived: 'Ngày đến',
  origin: 'Nơi đi',
  left: 'Ngày đi',
  destination: 'Nơi đến',
  old: 'Thông tin cũ',
  new: 'Thông tin mới',
  wife: 'Họ và tên vợ (15–49)',
  begun: 'Ngày sử dụng',
  'method-begun': 'BPTT mới sử dụng',
  children: '(Số con hiện có)',
  'local-service-place': '(Nơi thực hiện)',
  ended: 'Ngày thôi sử dụng',
  'method-ended': 'BPTT thôi sử dụng',
  news: 'Sự kiện (mang thai, sảy thai, phá thai)',
  which: 'Lần mang thai thứ',
  address: 'Nơi cư trú',
  window: 'Mốc (12 tuần, 21 tuần)',
  screened: 'Ngày thực hiện',
  edwards: 'Edward',
  down: 'Down',
  patau: 'Patau',
  thalassemia: 'Thalassemia',
  'subject-code': 'Mã đối tượng',
  'born-year': 'Năm sinh',
  examined: 'Ngày khám',
}

const unknown = 'chưa rõ'

/** As the service prints them in the workbook. */
const cells: P0CellWords = {
  unknown,
  about: (date) => `khoảng ${date}`,
  codes: {
    sex: codesVi.sexes,
    relation: { ...codesVi.relations, unknown },
    'birth-place': { 'health-station': 'Trạm Y tế', hospital: 'bệnh viện', home: 'tại nhà', other: 'nơi khác', unknown },
    education: { ...codesVi.educations, unknown },
    marital: { ...codesVi.maritals, unknown },
    origin: { 'same-province': 'xã khác trong tỉnh', 'other-province': 'tỉnh khác', abroad: 'nước ngoài', unknown },
    destination: { 'same-province': 'xã khác trong tỉnh', 'other-province': 'tỉnh khác', abroad: 'nước ngoài', unknown },
    method: codesVi.methods,
    'service-place': { 'health-station': 'Trạm Y tế', hospital: 'bệnh viện', private: 'cơ sở tư nhân', home: 'tại nhà', other: 'nơi khác', unknown },
    result: codesVi.screeningResults,
    window: codesVi.screeningWindows,
    news: { pregnant: 'mang thai', ...codesVi.pregnancyEnds, stillbirth: `${codesVi.pregnancyEnds.stillbirth} (soạn)` },
  },
  legals: { ...codesVi.legals, unknown },
  fields: {
    name: 'Họ và tên',
    relation: 'Quan hệ với chủ hộ',
    legal: 'Đăng ký cư trú',
    marital: 'Tình trạng hôn nhân',
    ethnicity: 'Dân tộc',
    nationality: 'Quốc tịch',
    education: 'Trình độ học vấn',
    insuranceNumber: 'Số thẻ BHYT',
    nationalId: 'Số định danh',
  },
}

/** The eleven lists of P0/CTV, their titles, columns and what stands in them exactly as on paper (Thông tư 01/2022/TT-BYT, one commune's reading). */
export const p0Vi = {
  section: (no: P0Section) => `${no}. ${titles[no]}`,
  heads,
  cells,
  note: 'Cột trong ngoặc đơn là cột của địa phương; chỗ ghi (soạn) do hệ thống soạn, chưa đối chiếu được với mẫu chính thức.',
}
export type P0Words = typeof p0Vi
