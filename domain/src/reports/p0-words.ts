import type { P0Section } from '../packs/tt01-2022/code-lists.ts'
import type { P0CellWords } from './p0-cell.ts'
import type { P0Column } from './p0-table.ts'

/**
 * The words of P0/CTV on paper (Thông tư 01/2022/TT-BYT, one commune's reading): what screens, workbook and command line show, so that none of them says
 * otherwise. English and what surrounds the form are the screens' own (`client/src/i18n`).
 */

/** What its sections are called. */
export const P0_TITLES: Readonly<Record<P0Section, string>> = {
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

/** The heads of its columns. */
export const P0_HEADS: Readonly<Record<P0Column, string>> = {
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

/** What stands in the columns. "(soạn)": of our own composition, not yet compared with the official form (docs/decisions/0016). */
export const P0_CELL_WORDS: P0CellWords = {
  unknown,
  about: (date) => `khoảng ${date}`,
  codes: {
    sex: { male: 'nam', female: 'nữ' },
    relation: {
      head: 'chủ hộ',
      spouse: 'vợ/chồng',
      child: 'con',
      'adopted-child': 'con nuôi',
      'child-in-law': 'con dâu/rể',
      parent: 'cha/mẹ',
      'parent-in-law': 'cha/mẹ vợ hoặc chồng',
      grandchild: 'cháu',
      'other-relative': 'người thân khác',
      representative: 'người đại diện',
      unknown,
    },
    'birth-place': { 'health-station': 'Trạm Y tế', hospital: 'bệnh viện', home: 'tại nhà', other: 'nơi khác', unknown },
    education: {
      none: 'chưa đi học',
      primary: 'tiểu học',
      'lower-secondary': 'trung học cơ sở',
      'upper-secondary': 'trung học phổ thông',
      vocational: 'học nghề',
      college: 'cao đẳng',
      university: 'đại học',
      postgraduate: 'sau đại học',
      unknown,
    },
    marital: { 'never-married': 'chưa vợ/chồng', married: 'có vợ/chồng', separated: 'ly thân', divorced: 'ly hôn', widowed: 'góa', unknown },
    origin: { 'same-province': 'xã khác trong tỉnh', 'other-province': 'tỉnh khác', abroad: 'nước ngoài', unknown },
    destination: { 'same-province': 'xã khác trong tỉnh', 'other-province': 'tỉnh khác', abroad: 'nước ngoài', unknown },
    method: {
      iud: 'dụng cụ tử cung (vòng)',
      'male-sterilisation': 'triệt sản nam',
      'female-sterilisation': 'triệt sản nữ',
      condom: 'bao cao su',
      pill: 'thuốc uống tránh thai',
      injection: 'thuốc tiêm tránh thai',
      implant: 'que cấy tránh thai',
      other: 'biện pháp khác',
    },
    'service-place': { 'health-station': 'Trạm Y tế', hospital: 'bệnh viện', private: 'cơ sở tư nhân', home: 'tại nhà', other: 'nơi khác', unknown },
    result: { 'not-done': 'chưa làm', 'no-result-yet': 'chưa có kết quả', normal: 'bình thường – nguy cơ thấp', found: 'nguy cơ cao – phát hiện' },
    window: { '12': '12 tuần', '21': '21 tuần' },
    news: { pregnant: 'mang thai', miscarriage: 'sảy thai', abortion: 'phá thai', stillbirth: 'thai chết lưu (soạn)' },
  },
  legals: { permanent: 'thường trú', temporary: 'tạm trú', none: 'chưa đăng ký', unknown },
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

/** Below the lists. */
export const P0_NOTE = 'Cột trong ngoặc đơn là cột của địa phương; chỗ ghi (soạn) do Sổ tay tự soạn, chưa đối chiếu với mẫu đã ban hành.'
