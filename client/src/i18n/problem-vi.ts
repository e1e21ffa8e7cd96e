import type { ProblemParams } from '@sotay/domain/kernel/problem'
import { workProblemsVi } from './problem-work-vi.ts'
import { showDate } from './show-date.ts'

const date = (params: ProblemParams, key: string): string => showDate(String(params[key] ?? ''))

/** What speaks against a note, by code, in a sentence for whoever looks at it in the office. */
export const problemVi = {
  'about-incomplete': () => 'Ghi chép không nêu đủ những người và hộ liên quan.',
  'after-death': (p: ProblemParams) => `Xảy ra sau khi người này đã chết (${date(p, 'on')}).`,
  'after-departure': (p: ProblemParams) => `Xảy ra sau khi người này đã chuyển đi (${date(p, 'on')}).`,
  'already-dead': (p: ProblemParams) => `Người này đã được ghi chết ngày ${date(p, 'on')}.`,
  'already-gone': (p: ProblemParams) => `Người này đã được ghi chuyển đi ngày ${date(p, 'on')}.`,
  'already-married': () => 'Người được ghi là vợ hoặc chồng đang có vợ hoặc chồng khác.',
  'already-opened': () => 'Người hoặc hộ này đã có trong sổ.',
  'another-author': () => 'Người gửi không phải là người ghi.',
  'before-birth': (p: ProblemParams) => `Xảy ra trước ngày sinh của người này (${date(p, 'born')}).`,
  'births-too-close': (p: ProblemParams) => `Chỉ cách lần sinh ngày ${date(p, 'on')} có ${p['days'] ?? ''} ngày.`,
  'cannot-be-answered': () => 'Không sửa hoặc rút lại được một lần rút lại hay một quyết định.',
  'cannot-take-unread': () => 'Chỉ đọc được mã số của ghi chép nên không nhận được.',
  'collective-has-no-head': () => 'Hộ tập thể không có chủ hộ.',
  'corrected-otherwise': () => 'Ghi chép này đã được sửa theo cách khác, cho người hoặc hộ khác; hãy sửa bản sửa mới nhất.',
  'facts-follow': (p: ProblemParams) => `Sau ngày này vẫn còn ${p['count'] ?? ''} ghi chép, sớm nhất ngày ${date(p, 'on')}.`,
  'father-is-a-woman': () => 'Người được ghi là cha lại là nữ.',
  'head-already': () => 'Hộ này đã có chủ hộ.',
  'id-taken': () => 'Mã số của ghi chép đã có ghi chép khác dùng.',
  'in-future': () => 'Ngày xảy ra còn ở phía trước.',
  'long-ago': (p: ProblemParams) => `Xảy ra đã lâu, ${p['days'] ?? ''} ngày trước khi ghi.`,
  'mother-dead': (p: ProblemParams) => `Người mẹ đã được ghi chết ngày ${date(p, 'on')}, trước ngày sinh này.`,
  'mother-is-a-man': () => 'Người được ghi là mẹ lại là nam.',
  'mother-unusual-age': (p: ProblemParams) => `Mẹ ${p['age'] ?? ''} tuổi khi sinh, ngoài khoảng ${p['from'] ?? ''}–${p['to'] ?? ''} tuổi.`,
  'mother-younger-than-child': () => 'Người mẹ sinh sau hoặc cùng ngày với con.',
  'named-twice': () => 'Có người được ghi hai lần.',
  'not-held': () => 'Ghi chép này không còn chờ xem lại.',
  'not-of-this-household': () => 'Chủ hộ mới không phải người của hộ này.',
  'not-your-area': () => 'Người ghi không phụ trách địa bàn này vào ngày xảy ra cũng như ngày gửi.',
  'nothing-changed': () => 'Ghi chép không thay đổi điều gì.',
  'number-taken': (p: ProblemParams) => `Số hộ ${p['number'] ?? ''} đã có hộ khác dùng.`,
  'order-not-next': (p: ProblemParams) => `Ghi là con thứ ${p['order'] ?? ''}, theo sổ thì là con thứ ${p['expected'] ?? ''}.`,
  'own-mother': () => 'Đứa trẻ được ghi là mẹ của chính mình.',
  'own-relative': () => 'Một người được ghi là người thân của chính mình.',
  'role-may-not': () => 'Vai trò của người gửi không ghi loại này.',
  'spouse-same-sex': () => 'Vợ và chồng được ghi cùng một giới.',
  'subject-elsewhere': () => 'Người hoặc hộ này thuộc sổ của địa bàn khác.',
  'subject-unknown': () => 'Người hoặc hộ này chưa có trong sổ.',
  'target-in-another-area': () => 'Ghi chép được sửa hoặc rút lại thuộc địa bàn khác.',
  'target-missing': () => 'Chưa thấy ghi chép được sửa hoặc rút lại.',
  'target-of-another-type': () => 'Ghi chép sửa khác loại với ghi chép được sửa.',
  'too-large': () => 'Ghi chép quá lớn.',
  'twin-not-marked': (p: ProblemParams) => `Cùng mẹ, cùng ngày ${date(p, 'on')} đã có một lần sinh; chưa ghi là sinh đôi.`,
  'unknown-type': () => 'Ghi nhận từ phiên bản mới hơn của ứng dụng.',
  unreadable: () => 'Có chỗ không đọc được.',
  'very-old': (p: ProblemParams) => `Tuổi vượt quá ${p['years'] ?? ''}.`,
  'without-id': () => 'Ghi chép không có mã số.',
  ...workProblemsVi,
}
export type ProblemCode = keyof typeof problemVi
export type ProblemWords = typeof problemVi

/** The sentence of a code; a code of a later version is shown as it is. */
export function problemText(words: ProblemWords, code: string, params: ProblemParams, unknown: (code: string) => string): string {
  return isProblemCode(code) ? words[code](params) : unknown(code)
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemVi, code)
}
