import type { Period } from '@sotay/domain/kernel/period'
import { showDate } from './show-date.ts'
import { sectionsVi } from './story-work-vi.ts'

const monthOf = (of: Period): string => `tháng ${Number(of.slice(5))}/${of.slice(0, 4)}`

/** Titles, dates and boxes of the handbook's forms, beside those of the register. */
export const workTitlesVi = { visit: 'Thăm hộ (vãng gia)', counselling: 'Tư vấn', talk: 'Tư vấn nhóm, nói chuyện', supplies: 'Cấp phương tiện' }
export const workDaysVi = { visit: 'Ngày thăm', counselling: 'Ngày tư vấn', talk: 'Ngày', supplies: 'Ngày cấp' }
export const workFieldsVi = {
  purposes: 'Thăm để làm gì?',
  met: 'Có gặp ai không?',
  lookedThrough: 'Đã rà soát cả hộ',
  next: 'Hẹn thăm lại ngày',
  topics: 'Nội dung',
  mode: 'Hình thức',
  hearers: 'Ai được tư vấn?',
  male: 'Số nam',
  female: 'Số nữ',
  heldAt: 'Ở đâu',
  leaflets: 'Số tờ rơi đã phát',
  receiver: 'Cấp cho ai?',
  product: 'Loại',
  quantity: 'Số lượng (cái bao, vỉ thuốc)',
  money: 'Tiền thu (đồng)',
}

/** Words of the handbook and of the end of a month, Vietnamese. */
export const workVi = {
  met: { met: 'Gặp', absent: 'Vắng' },
  private: 'Riêng tư (chạm để xem)',
  chooseArea: 'Ở địa bàn nào?',
  sections: sectionsVi,
  today: {
    toDo: 'Việc cần làm',
    tasks: 'Việc được giao',
    due: (day: string) => `Hạn ${showDate(day)}`,
    overdue: 'Quá hạn',
    answered: (remark: string | undefined, day: string) => `Đã trả lời “chưa làm được” ngày ${showDate(day)}${remark === undefined ? '' : `: ${remark}`}`,
    done: 'Đã làm',
    notDone: 'Chưa làm được',
    remark: 'Ghi thêm (nếu cần)',
    save: (answer: string) => `Ghi: ${answer}`,
    cancel: 'Thôi',
    appointments: 'Hộ hẹn thăm',
    appointment: (day: string) => `hẹn ${showDate(day)}`,
    visit: 'Thăm một hộ',
    nothing: 'Không có việc được giao và không có hộ nào hẹn thăm trong 7 ngày tới.',
  },
  handbook: {
    title: 'Công việc trong tháng',
    visits: 'Lượt vãng gia',
    households: 'Hộ được thăm',
    lookedThrough: 'Hộ đã rà soát trong tháng',
    lookedThroughQuarter: 'Hộ đã rà soát trong quý',
    ofHouseholds: (count: number, all: number) => `${count}/${all}`,
    absentTwice: 'Hộ vắng từ hai lần',
    modes: { direct: 'Tư vấn trực tiếp', group: 'Tư vấn nhóm', talk: 'Nói chuyện chuyên đề' },
    times: (times: number, people: number) => `${times} lượt, ${people} người`,
    gathered: 'Người dự nhóm, nói chuyện',
    bySex: (male: number, female: number) => `${male} nam, ${female} nữ`,
    topics: 'Theo nội dung tư vấn',
    leaflets: 'Tờ rơi đã phát',
    supplies: (product: string, channel: string) => `${product}, ${channel}`,
    money: 'Tiền thu',
    dong: (money: number) => `${money.toLocaleString('vi')} đồng`,
    notes: 'Xem các ghi chép chung của địa bàn',
    notesTitle: (of: Period) => `Ghi chép chung, ${monthOf(of)}`,
    notesNone: 'Tháng này chưa có ghi chép chung nào (tư vấn nhóm, nói chuyện, việc được giao, không phát sinh, ký).',
  },
  end: {
    title: 'Không phát sinh và ký',
    nothingTitle: 'Mục nào không phát sinh?',
    nothingWhy: 'Ô trống chưa phải là số không: hãy đánh dấu mục nào trong tháng không có gì.',
    section: (no: number, name: string) => `${no}. ${name}`,
    said: (no: number, name: string) => `${no}. ${name}: không phát sinh`,
    notEmpty: (no: number, name: string, count: number) => `${no}. ${name}: đã ghi “không phát sinh” nhưng nay có ${count} dòng. Hãy xem lại ở các ghi chép chung.`,
    save: 'Ghi không phát sinh',
    chooseOne: 'Hãy đánh dấu ít nhất một mục.',
    open: (count: number) => `Còn ${count} mục không có dòng nào và chưa đánh dấu “không phát sinh”.`,
    sign: (of: Period) => `Ký ${monthOf(of)}`,
    signAgain: (of: Period) => `Ký lại ${monthOf(of)}`,
    notSigned: 'Chưa ký.',
    confirm: (of: Period) => `Số liệu ${monthOf(of)} của địa bàn. Hãy xem lại trước khi ký.`,
    signNow: 'Tôi đã xem, ký',
    back: 'Quay lại',
    signing: 'Đang ký…',
    keep: 'Vẫn ký, vì …',
    signed: (signer: string, day: string) => `Đã ký ngày ${showDate(day)}: ${signer}`,
    unsent: 'Chữ ký đã lưu trên máy, chưa gửi.',
    late: (count: number) => `Bổ sung kỳ trước: ${count} ghi chép sau khi ký`,
    noLate: 'Không có ghi chép bổ sung sau khi ký.',
  },
}
