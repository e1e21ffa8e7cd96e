import type { Method, NotUsingReason } from '@sotay/domain/packs/tt01-2022/code-lists'
import { showDate } from './show-date.ts'
import { planningCodesVi } from './story-planning-vi.ts'

/** Titles of the forms of follow-up, as far as possible those of P0. */
export const planningTitlesVi = {
  newborn: 'Sàng lọc sơ sinh',
  'method-start': 'Mới dùng biện pháp tránh thai',
  'method-stop': 'Thôi dùng biện pháp tránh thai',
  'method-decline': 'Không dùng biện pháp tránh thai',
  pregnancy: 'Mang thai',
  'pregnancy-end': 'Sảy thai, phá thai, thai chết lưu',
  prenatal: 'Sàng lọc trước sinh',
  elder: 'Người cao tuổi khám sức khỏe',
  premarital: 'Tư vấn, khám sức khỏe trước khi kết hôn',
}

/** What the day of each form is called. */
export const planningDaysVi = {
  newborn: 'Ngày sàng lọc',
  'method-start': 'Ngày bắt đầu dùng',
  'method-stop': 'Ngày thôi dùng',
  'method-decline': 'Ngày hỏi',
  pregnancy: 'Ngày biết có thai',
  'pregnancy-end': 'Ngày thai kỳ kết thúc',
  prenatal: 'Ngày sàng lọc',
  elder: 'Ngày khám',
  premarital: 'Ngày khám',
}

export const planningFieldsVi = {
  whom: 'Ghi cho ai?',
  someoneElse: 'Người khác trong hộ',
  partner: 'Ghi ở ai?',
  partnerHint: 'Triệt sản nam ghi ở người chồng; mọi biện pháp khác ghi ở người vợ.',
  method: 'Biện pháp',
  where: 'Nơi làm',
  channel: 'Nguồn cấp',
  stopReason: 'Lý do thôi',
  notUsing: 'Vì sao không dùng?',
  lastPeriod: 'Ngày đầu của kỳ kinh cuối',
  due: 'Ngày dự sinh',
  which: 'Mang thai lần thứ mấy',
  whichHint: 'Tính cả lần sảy, lần phá và thai chết lưu.',
  outcome: 'Thai kỳ kết thúc thế nào?',
  window: 'Mốc sàng lọc',
  results: 'Kết quả từng bệnh',
  resultsHint: 'Bệnh nào không hỏi thì để trống.',
  running: (method: Method, from: string) => `Đang dùng: ${planningCodesVi.methods[method]}, từ ngày ${showDate(from)}.`,
  runningEnds: 'Ghi biện pháp mới thì biện pháp này coi như thôi dùng từ ngày đó.',
  switchedBecause: 'Đổi sang biện pháp này',
}

export const planningProblemsVi = { 'no-result': 'Hãy chọn kết quả của ít nhất một bệnh.' }

const short: Record<Method, string> = {
  iud: 'vòng',
  'male-sterilisation': 'triệt sản nam',
  'female-sterilisation': 'triệt sản nữ',
  condom: 'bao cao su',
  pill: 'thuốc uống',
  injection: 'thuốc tiêm',
  implant: 'que cấy',
  other: 'cách khác',
}

/** The private part of a person's page. */
export const privateVi = {
  title: 'Riêng tư',
  hint: 'Chỉ mở khi không có người khác nhìn. Tự đóng khi rời trang.',
  open: 'Mở phần riêng tư',
  close: 'Đóng phần riêng tư',
  /** A private note where others may look: no name, no kind. */
  line: (time: string) => `Ghi chép riêng tư · ${time}`,
  saved: 'Ghi chép riêng tư.',
  lookThere: 'Bấm vào dòng này để mở trang của người đó; lý do nằm trong phần Riêng tư.',
  due: {
    title: 'Cần làm',
    none: 'Chưa có việc gì đến lúc.',
    overdue: 'Thai kỳ đã quá 44 tuần mà chưa ghi kết thúc. Hãy hỏi lại.',
    prenatal: (window: string, from: string, to: string) => `Đang là lúc sàng lọc trước sinh mốc ${window} tuần: từ ${showDate(from)} đến ${showDate(to)}.`,
    afterBirth: (born: string) => `Sinh ngày ${showDate(born)}, đã hơn 6 tuần mà chưa ghi biện pháp tránh thai.`,
    newborn: 'Chưa ghi sàng lọc sơ sinh.',
  },
  months: {
    title: 'Biện pháp tránh thai, 24 tháng',
    short,
    none: 'không dùng',
    unknown: 'chưa ghi',
    declined: (reason: NotUsingReason, on: string) => `Không dùng biện pháp nào, ${planningCodesVi.notUsingReasons[reason]}, hỏi ngày ${showDate(on)}.`,
  },
  pregnancy: {
    title: 'Thai sản',
    open: (which: number | 'unknown', found: string) =>
      `Đang mang thai${which === 'unknown' ? '' : ` lần ${which}`}, biết ngày ${showDate(found)}`,
    weeks: (weeks: number) => `khoảng ${weeks} tuần`,
    due: (on: string) => `dự sinh khoảng ${showDate(on)}`,
    ended: (on: string) => `Thai kỳ đã kết thúc, ngày ${showDate(on)}.`,
  },
  everybody: 'Hiện cả những người khác',
  note: 'Ghi riêng',
  others: 'Việc khác',
  story: 'Các ghi nhận riêng',
  noStory: 'Chưa có ghi nhận riêng nào.',
}

