import type { Period } from '@sotay/domain/kernel/period'
import { showDate } from './show-date.ts'

const monthOf = (of: Period): string => `${Number(of.slice(5))}/${of.slice(0, 4)}`

/** Words of the tasks given at the review meeting, and of signed months, Vietnamese. */
export const officeTasksVi = {
  title: 'Giao việc',
  lead: 'Việc giao ở buổi giao ban hiện trên điện thoại của cộng tác viên; các chị trả lời “đã làm” hoặc “chưa làm được”.',
  text: 'Việc cần làm',
  textMissing: 'Hãy viết việc cần làm.',
  due: 'Hạn làm (không bắt buộc)',
  dueWrong: 'Hạn làm phải từ hôm nay trở đi.',
  areas: 'Giao cho địa bàn',
  all: 'Tất cả địa bàn',
  areasMissing: 'Hãy chọn ít nhất một địa bàn.',
  give: 'Giao việc',
  giving: 'Đang giao…',
  given: (areas: number) => `Đã giao cho ${areas} địa bàn.`,
  list: 'Việc đã giao',
  none: 'Chưa giao việc nào.',
  givenOn: (day: string) => `Giao ngày ${showDate(day)}`,
  dueOn: (day: string) => `hạn ${showDate(day)}`,
  done: (count: number, all: number) => `${count}/${all} địa bàn đã làm`,
  area: 'Địa bàn',
  answer: 'Trả lời',
  remark: 'Ghi thêm',
  answers: { done: 'Đã làm', 'not-done': 'Chưa làm được' },
  noAnswer: 'Chưa trả lời',
  by: (name: string, day: string) => `${name}, ${showDate(day)}`,
  withdraw: 'Rút lại việc này',
  withdrawWhy: 'Vì sao rút lại?',
  withdrawMissing: 'Hãy viết lý do để cộng tác viên biết.',
  withdrawSure: 'Rút lại',
  keep: 'Thôi',
  withdrawn: 'Đã rút lại.',
  signed: 'Tháng đã ký',
  signedOn: (of: Period, day: string, signer: string) => `${monthOf(of)}: ký ${showDate(day)}, ${signer}`,
  notSigned: (of: Period) => `${monthOf(of)}: chưa ký`,
}
