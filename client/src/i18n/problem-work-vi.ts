import type { ProblemParams } from '@sotay/domain/kernel/problem'
import { showDate } from './show-date.ts'

const date = (p: ProblemParams, key: string): string => showDate(String(p[key] ?? ''))

/** What speaks against notes of work and of the end of a month. */
export const workProblemsVi = {
  'before-book': (p: ProblemParams) => `Hộ này có trong sổ từ ${date(p, 'on')}, sau ngày thăm.`,
  'direct-without-names': () => 'Tư vấn trực tiếp thì ghi tên người được tư vấn.',
  'due-before-given': (p: ProblemParams) => `Hạn làm trước ngày giao việc (${date(p, 'on')}).`,
  'looked-through-absent': () => 'Không gặp ai mà vẫn ghi đã rà soát cả hộ.',
  'month-not-over': (p: ProblemParams) => `Tháng chưa hết (đến ${date(p, 'on')}); số liệu có thể còn thay đổi.`,
  'month-to-come': () => 'Tháng này chưa đến.',
  'names-somebody': () => 'Ghi chép chung của địa bàn không sửa thành ghi chép về một người được. Hãy rút lại rồi ghi mới.',
  'next-not-after': () => 'Ngày hẹn phải sau ngày thăm.',
  'nobody-heard': () => 'Hãy ghi có bao nhiêu người nghe.',
  'nobody-lives-there': () => 'Theo sổ, hôm ấy không còn ai ở hộ này.',
  'not-a-task': () => 'Ghi chép được trả lời không phải là việc được giao.',
  'paid-though-free': (p: ProblemParams) => `Cấp miễn phí mà có thu tiền (${p['money'] ?? ''} đồng).`,
  'pill-for-a-man': () => 'Thuốc uống tránh thai được ghi cho nam.',
  'section-not-empty': (p: ProblemParams) => `Mục ${p['section'] ?? ''} của tháng này đang có ${p['count'] ?? ''} dòng.`,
  'signed-already': (p: ProblemParams) => `Tháng này đã ký ngày ${date(p, 'on')}; lần ký sau sẽ thay lần trước.`,
  'task-answered-already': (p: ProblemParams) => `Việc này đã được trả lời như vậy ngày ${date(p, 'on')}.`,
  'task-missing': () => 'Chưa thấy việc được giao mà ghi chép này trả lời.',
  'task-of-another-area': () => 'Việc này được giao cho địa bàn khác.',
  'task-withdrawn': () => 'Viên chức đã rút lại việc này.',
  'visited-already': (p: ProblemParams) => `Ngày ${date(p, 'on')} đã ghi một lần thăm hộ này.`,
}
