import type { ProblemParams } from '@sotay/domain/kernel/problem'
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
  'insurance-digits': () => 'Số thẻ bảo hiểm y tế có chữ cái ở chỗ phải là chữ số; hãy xem lại trên thẻ.',
  'insurance-group': (p: ProblemParams) => `Số thẻ bảo hiểm y tế phải bắt đầu bằng hai chữ cái, ở đây là “${p['group'] ?? ''}”; hãy xem lại trên thẻ.`,
  'insurance-length': (p: ProblemParams) => `Số thẻ bảo hiểm y tế có 10, 12 hoặc 15 ký tự, ở đây có ${p['length'] ?? ''}; hãy xem lại trên thẻ.`,
  'insurance-level': (p: ProblemParams) => `Ký tự thứ ba của số thẻ bảo hiểm y tế là từ 1 đến 5, ở đây là “${p['level'] ?? ''}”; hãy xem lại trên thẻ.`,
  'insurance-other-id': () => 'Số thẻ bảo hiểm y tế 12 số phải giống số định danh, ở đây hai số khác nhau; hãy xem lại cả hai.',
  'insurance-province': (p: ProblemParams) => `Ký tự thứ tư và thứ năm của số thẻ bảo hiểm y tế là mã tỉnh, không tỉnh nào có mã “${p['place'] ?? ''}”; hãy xem lại trên thẻ.`,
  'long-ago': (p: ProblemParams) => `Xảy ra đã lâu, ${p['days'] ?? ''} ngày trước khi ghi.`,
  'mother-dead': (p: ProblemParams) => `Người mẹ đã được ghi chết ngày ${date(p, 'on')}, trước ngày sinh này.`,
  'mother-is-a-man': () => 'Người được ghi là mẹ lại là nam.',
  'mother-unusual-age': (p: ProblemParams) => `Mẹ ${p['age'] ?? ''} tuổi khi sinh, ngoài khoảng ${p['from'] ?? ''}–${p['to'] ?? ''} tuổi.`,
  'mother-younger-than-child': () => 'Người mẹ sinh sau hoặc cùng ngày với con.',
  'named-twice': () => 'Có người được ghi hai lần.',
  'national-id-digits': () => 'Số định danh chỉ gồm chữ số; hãy xem lại trên thẻ căn cước.',
  'national-id-length': (p: ProblemParams) => `Số định danh có 12 chữ số, ở đây có ${p['length'] ?? ''}; hãy xem lại trên thẻ căn cước.`,
  'national-id-old': () => 'Đây là số chứng minh nhân dân cũ (9 số); nếu đã có thẻ căn cước, hãy ghi 12 số trên thẻ đó.',
  'national-id-province': (p: ProblemParams) => `Ba số đầu của số định danh là mã tỉnh, không tỉnh nào có mã “${p['start'] ?? ''}”; hãy xem lại trên thẻ căn cước.`,
  'national-id-sex': (p: ProblemParams) => `Theo số định danh thì người này là ${p['says'] === 'male' ? 'nam' : 'nữ'}; hãy xem lại giới tính và số định danh.`,
  'national-id-year': (p: ProblemParams) => `Theo số định danh thì người này sinh năm ${p['says'] ?? ''}, trong sổ là ${p['noted'] ?? ''}; hãy xem lại ngày sinh và số định danh.`,
  'national-id-zero': () => 'Số định danh có lẽ thiếu số 0 ở đầu; hãy ghi đủ 12 chữ số như trên thẻ căn cước.',
  'not-held': () => 'Ghi chép này không còn chờ xem lại.',
  'not-of-this-household': () => 'Chủ hộ mới không phải người của hộ này.',
  'not-your-area': () => 'Người ghi không phụ trách địa bàn này vào ngày xảy ra cũng như ngày gửi.',
  'nothing-changed': () => 'Ghi chép không thay đổi điều gì.',
  'number-taken': (p: ProblemParams) => `Số hộ ${p['number'] ?? ''} đã có hộ khác dùng.`,
  'order-not-next': (p: ProblemParams) => `Ghi là con thứ ${p['order'] ?? ''}, theo sổ thì là con thứ ${p['expected'] ?? ''}.`,
  'own-mother': () => 'Đứa trẻ được ghi là mẹ của chính mình.',
  'own-relative': () => 'Một người được ghi là người thân của chính mình.',
  'phone-odd': () => 'Số điện thoại này không gọi được cho hộ; hãy hỏi lại số và ghi đủ các chữ số.',
  'phone-renumbered': (p: ProblemParams) => `Đầu số ${p['from'] ?? ''} đã đổi thành ${p['to'] ?? ''} từ năm 2018; hãy hỏi lại và ghi số mới.`,
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
