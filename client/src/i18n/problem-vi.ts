import type { ProblemParams } from '@sotay/domain/kernel/problem'
import { showDate } from './show-date.ts'

const date = (params: ProblemParams, key: string): string => showDate(String(params[key] ?? ''))

/** What speaks against a note, by code, in a sentence for whoever looks at it in the office. */
export const problemVi = {
  'about-incomplete': () => 'Ghi chép không nêu đủ những người và hộ liên quan.',
  'adopter-elsewhere': () => 'Người nhận nuôi không ở hộ này.',
  'adopter-not-older': () => 'Người nhận nuôi không lớn tuổi hơn trẻ. Hãy xem lại ngày sinh.',
  'after-death': (p: ProblemParams) => `Xảy ra sau khi người này đã chết (${date(p, 'on')}).`,
  'after-departure': (p: ProblemParams) => `Xảy ra sau khi người này đã chuyển đi (${date(p, 'on')}).`,
  'already-away': (p: ProblemParams) => `Người này đã được ghi vắng từ ${date(p, 'on')}.`,
  'already-dead': (p: ProblemParams) => `Người này đã được ghi chết ngày ${date(p, 'on')}.`,
  'already-gone': (p: ProblemParams) => `Người này đã được ghi chuyển đi ngày ${date(p, 'on')}.`,
  'already-here': () => 'Theo sổ, người này đang ở đây, chưa ghi chuyển đi.',
  'already-in-household': () => 'Người này đã ở hộ đó rồi.',
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
  'household-closed': (p: ProblemParams) => `Hộ này đã đóng sổ ngày ${date(p, 'on')}.`,
  'husband-is-a-woman': () => 'Người được ghi là chồng lại là nữ.',
  'id-taken': () => 'Mã số của ghi chép đã có ghi chép khác dùng.',
  'in-future': () => 'Ngày xảy ra còn ở phía trước.',
  'joined-ages-apart': (p: ProblemParams) => `Năm sinh hai bên cách nhau ${p['years'] ?? ''} năm.`,
  'joined-already': () => 'Một trong hai đã được nhập với người khác.',
  'joined-to-itself': () => 'Hãy chọn hai người khác nhau trong sổ.',
  'joined-unlike': () => 'Hai bên khác giới tính.',
  'joined-with-notes': (p: ProblemParams) => `Bên trùng còn ${p['count'] ?? ''} ghi chép riêng; sau khi nhập, các ghi chép đó không tính nữa. Hãy ghi lại cho bên được giữ nếu cần.`,
  'long-ago': (p: ProblemParams) => `Xảy ra đã lâu, ${p['days'] ?? ''} ngày trước khi ghi.`,
  'looks-like-known': (p: ProblemParams) => `Hộ này đã có ${p['name'] ?? ''}, sinh ${date(p, 'born')}. Nếu là một người, hãy chọn “người đã có trong sổ”.`,
  malformed: () => 'Có chỗ chưa điền hoặc chưa đúng. Hãy xem lại.',
  'married-already': (p: ProblemParams) => `Hai người này đã được ghi là vợ chồng từ ${date(p, 'on')}.`,
  'mother-dead': (p: ProblemParams) => `Người mẹ đã được ghi chết ngày ${date(p, 'on')}, trước ngày sinh này.`,
  'mother-is-a-man': () => 'Người được ghi là mẹ lại là nam.',
  'mother-unusual-age': (p: ProblemParams) => `Mẹ ${p['age'] ?? ''} tuổi khi sinh, ngoài khoảng ${p['from'] ?? ''}–${p['to'] ?? ''} tuổi.`,
  'mother-younger-than-child': () => 'Người mẹ sinh sau hoặc cùng ngày với con.',
  'named-twice': () => 'Có người được ghi hai lần.',
  'no-origin': () => 'Chưa rõ người này từ đâu đến.',
  'nobody-of-book': () => 'Phải có ít nhất một người trong sổ.',
  'nobody-stays': () => 'Không còn ai ở lại hộ cũ. Nếu cả hộ đi, hãy ghi chuyển hộ hoặc chuyển đi.',
  'not-away': () => 'Theo sổ, người này không vắng.',
  'not-held': () => 'Ghi chép này không còn chờ xem lại.',
  'not-married': () => 'Theo sổ, người này không đang có vợ hoặc chồng.',
  'not-of-this-household': () => 'Người được chọn không phải người của hộ này.',
  'not-your-area': () => 'Người ghi không phụ trách địa bàn này vào ngày xảy ra cũng như ngày gửi.',
  'nothing-changed': () => 'Ghi chép không thay đổi điều gì.',
  'number-taken': (p: ProblemParams) => `Số hộ ${p['number'] ?? ''} đã có hộ khác dùng.`,
  'order-not-next': (p: ProblemParams) => `Ghi là con thứ ${p['order'] ?? ''}, theo sổ thì là con thứ ${p['expected'] ?? ''}.`,
  'own-mother': () => 'Đứa trẻ được ghi là mẹ của chính mình.',
  'own-relative': () => 'Một người được ghi là người thân của chính mình.',
  'people-still-here': (p: ProblemParams) => `Hộ này còn ${p['count'] ?? ''} người đang ở. Hãy ghi họ đi đâu trước.`,
  'role-may-not': () => 'Vai trò của người gửi không ghi loại này.',
  'split-from-itself': () => 'Hộ mới phải khác hộ cũ.',
  'spouse-same-sex': () => 'Vợ và chồng được ghi cùng một giới.',
  'subject-elsewhere': () => 'Người hoặc hộ này thuộc sổ của địa bàn khác.',
  'subject-unknown': () => 'Người hoặc hộ này chưa có trong sổ.',
  'target-in-another-area': () => 'Ghi chép được sửa hoặc rút lại thuộc địa bàn khác.',
  'target-missing': () => 'Chưa thấy ghi chép được sửa hoặc rút lại.',
  'target-of-another-type': () => 'Ghi chép sửa khác loại với ghi chép được sửa.',
  'too-large': () => 'Ghi chép quá lớn.',
  'twin-not-marked': (p: ProblemParams) => `Cùng mẹ, cùng ngày ${date(p, 'on')} đã có một lần sinh; chưa ghi là sinh đôi.`,
  'under-marriage-age': (p: ProblemParams) => `Mới ${p['age'] ?? ''} tuổi, chưa đủ ${p['least'] ?? ''} tuổi; sẽ tính vào số tảo hôn. Hãy xem lại ngày sinh.`,
  'unknown-type': () => 'Ghi nhận từ phiên bản mới hơn của ứng dụng.',
  unreadable: () => 'Có chỗ không đọc được.',
  'very-old': (p: ProblemParams) => `Tuổi vượt quá ${p['years'] ?? ''}.`,
  'wife-is-a-man': () => 'Người được ghi là vợ lại là nam.',
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
