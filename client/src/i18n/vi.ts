import { kindOf, type Period } from '@sotay/domain/kernel/period'
import type { CellCode } from '@sotay/domain/packs/tt01-2022/cells'
import { planningCellsVi } from './planning-cells-vi.ts'
import { movingVi } from './moving-vi.ts'
import { privateVi } from './planning-vi.ts'
import { p0Vi } from './p0-vi.ts'
import { problemVi } from './problem-vi.ts'
import { showDate, type Span, spanOf } from './show-date.ts'
import { codesVi, storyVi } from './story-vi.ts'
import { formsVi } from './vi-forms.ts'
import { gateVi } from './vi-gate.ts'
import { workVi } from './work-vi.ts'

const UNITS: Record<Span['unit'], string> = { minute: 'phút', hour: 'giờ', day: 'ngày' }
const span = (milliseconds: number): string => {
  const { count, unit } = spanOf(milliseconds)
  return count === 0 ? 'chưa đầy 1 phút' : `${count} ${UNITS[unit]}`
}

const safe = 'Phần chị vừa ghi vẫn nằm an toàn trong máy.'

function month(of: Period): string {
  return kindOf(of) === 'month' ? `Tháng ${Number(of.slice(5))}/${of.slice(0, 4)}` : of
}

const cells: Record<CellCode, string> = {
  households: 'Số hộ dân cư cuối tháng',
  'households-family': 'Trong đó: hộ gia đình',
  residents: 'Nhân khẩu thực tế thường trú cuối tháng',
  'women-15-49-with-husband': 'Nữ 15–49 tuổi có chồng cuối tháng',
  births: 'Trẻ sinh ra trong tháng',
  'births-male': 'Trẻ em nam',
  'births-female': 'Trẻ em nữ',
  'births-second': 'Là con thứ 2',
  'births-third-or-later': 'Là con thứ 3 trở lên',
  'births-mother-under-20': 'Mẹ dưới 20 tuổi',
  deaths: 'Người chết trong tháng',
  married: 'Người kết hôn trong tháng',
  'married-under-age': 'Người tảo hôn',
  'married-consanguineous': 'Người kết hôn cận huyết thống',
  'couples-examined': 'Cặp kết hôn đã tư vấn, khám sức khỏe trước kết hôn',
  divorced: 'Người ly hôn trong tháng',
  arrivals: 'Người chuyển đến từ xã khác',
  departures: 'Người chuyển đi khỏi xã',
  'entered-by-book': 'Vào sổ',
  'entered-by-birth': 'Sinh ra tại địa bàn',
  'moved-in': 'Chuyển đến từ địa bàn khác trong xã',
  'moved-out': 'Chuyển sang địa bàn khác trong xã',
  'six-months-here': 'Ở đủ sáu tháng, bắt đầu tính',
  'six-months-away': 'Vắng đủ sáu tháng, thôi tính',
  'basics-changed': 'Thay đổi thông tin cơ bản',
  ...planningCellsVi,
}

/** Every text of the field app, Vietnamese: its type is what each other language must have. */
export const vi = {
  lang: 'vi',
  appName: 'Sổ tay',
  story: storyVi,
  problems: problemVi,
  unknownProblem: (code: string) => `Có điều cần xem lại (${code}).`,
  codes: codesVi,
  forms: formsVi,
  moving: movingVi,
  private: privateVi,
  gate: gateVi,
  work: workVi,
  p0: p0Vi,
  month,
  later: {
    opening: gateVi.opening,
    failed: 'Chưa mở được trang này: Sổ tay vừa có bản mới, hoặc chưa có mạng. Hãy mở lại; không có gì bị mất.',
    again: 'Mở lại',
  },
  shortMonth: (of: Period) => `${Number(of.slice(5))}/${of.slice(0, 4)}`,
  cells,
  skip: 'Đến nội dung',
  back: 'Quay lại',
  places: { today: 'Hôm nay', households: 'Hộ', note: 'Ghi', month: 'Tháng', me: 'Tôi' },
  top: {
    area: (number: string, name: string) => `Địa bàn ${number} · ${name}`,
    noArea: 'Chưa có địa bàn',
    allSent: 'Đã gửi hết',
    unsent: (count: number, sinceMs: number) => `${count} ghi chép chưa gửi · ${span(sinceMs)}`,
    pulling: (count: number) => (count === 0 ? 'Đang tải sổ…' : `Đang tải sổ: ${count} ghi chép`),
    notPulled: 'Chưa tải được sổ',
    sending: 'Đang gửi…',
  },
  unsent: {
    title: 'Chưa gửi',
    none: 'Không còn ghi chép nào chưa gửi.',
    tryNow: 'Thử gửi ngay',
    lastAnswer: (ms: number) => `Lần gửi gần nhất: ${span(ms)} trước.`,
    neverAnswered: 'Máy này chưa gửi lần nào.',
    nextTry: (ms: number) => `Sẽ tự thử lại sau ${span(ms)}.`,
    why: {
      done: 'Đã gửi được. Không có gì phải làm.',
      more: 'Đang gửi tiếp.',
      'signed-out': `Máy chủ cần chị đăng nhập lại. ${safe}`,
      revoked: `Máy này đã bị thu hồi. Những gì đã ghi vẫn gửi đi được. Hãy liên hệ viên chức dân số xã.`,
      'too-old': `Ứng dụng đã cũ, máy chủ chưa nhận được. ${safe} Hãy đóng rồi mở lại Sổ tay khi có mạng để có bản mới.`,
      'not-taken': `Máy chủ chưa nhận phần gửi lên. ${safe} Máy sẽ thử gửi từng ghi chép một.`,
      later: `Máy chủ đang bận. ${safe} Sẽ gửi lại.`,
      unreachable: `Chưa có mạng. ${safe} Sẽ gửi khi có mạng.`,
      notYet: 'Máy chưa thử gửi.',
    },
    signIn: 'Đăng nhập lại',
  },
  notices: {
    clockOff: 'Đồng hồ của máy sai hơn một ngày. Hãy chỉnh lại giờ của máy; khi ghi, hãy tự gõ ngày.',
    notPersistent: 'Trình duyệt chưa hứa giữ sổ khi máy gần đầy. Hãy cài Sổ tay ra màn hình chính để sổ được giữ chắc hơn.',
    full: 'Máy đã hết chỗ nên chưa lưu được. Phần đang ghi vẫn còn trên màn hình. Hãy xóa bớt ảnh hoặc ứng dụng khác rồi bấm Ghi lần nữa.',
    damaged: (count: number) => `${count} chỗ trong sổ trên máy không đọc được. Máy đang tải lại phần đó từ máy chủ.`,
    update: 'Có bản Sổ tay mới.',
    updateNow: 'Dùng bản mới',
    noNetworkFirst: 'Chưa có mạng nên chưa tải được sổ. Khi có mạng, sổ sẽ tự tải về.',
  },
  today: {
    title: 'Hôm nay',
    unsent: 'Chưa gửi',
    done: 'Đã làm hôm nay',
    noted: 'Đã ghi hôm nay',
    review: (count: number) => `Cần xem lại (${count})`,
    sinceWhen: (ms: number) => `từ ${span(ms)} trước`,
    notedNone: 'Hôm nay chưa ghi gì.',
    empty: 'Địa bàn này chưa có hộ nào trong sổ. Hãy bấm Ghi, rồi “Thêm hộ”.',
    noArea: 'Chị chưa được giao địa bàn nào. Hãy hỏi viên chức dân số xã.',
  },
  households: {
    title: 'Hộ',
    search: 'Tìm theo số hộ hoặc tên',
    searchHint: 'Gõ không cần dấu',
    count: (households: number, people: number) => `${households} hộ · ${people} người`,
    seeking: 'Đang tìm trong cả xã…',
    found: (count: number) => (count === 0 ? 'Không tìm thấy. Hãy thử gõ ít chữ hơn.' : `Tìm thấy ${count}`),
    more: (count: number) => `Còn ${count} dòng nữa. Hãy gõ thêm để thu hẹp.`,
    row: (number: string) => `Hộ ${number}`,
    people: (count: number) => `${count} người`,
    empty: 'Chưa có hộ nào.',
  },
  household: {
    title: (number: string) => `Hộ ${number}`,
    kinds: { family: 'Hộ gia đình', collective: 'Hộ tập thể' },
    people: 'Người trong hộ',
    past: 'Đã chết hoặc chuyển đi khỏi xã',
    note: 'Ghi cho hộ này',
    story: 'Các ghi nhận theo ngày',
    noPeople: 'Chưa có ai trong sổ của hộ này.',
    phone: 'Điện thoại',
    missing: 'Không thấy hộ này trong sổ của chị.',
  },
  person: {
    unnamed: { male: 'Trai (chưa đặt tên)', female: 'Gái (chưa đặt tên)' },
    age: (years: number) => `${years} tuổi`,
    infant: (months: number) => (months === 0 ? 'chưa đầy tháng' : `${months} tháng tuổi`),
    born: (text: string, isAbout: boolean) => `sinh ${isAbout ? 'khoảng ' : ''}${showDate(text)}`,
    dead: (on: string) => `đã chết ngày ${showDate(on)}`,
    gone: (on: string) => `đã chuyển đi ngày ${showDate(on)}`,
    household: 'Hộ',
    mother: 'Mẹ',
    motherElsewhere: (name: string, commune: string) => `${name} (ở ${commune})`,
    father: 'Cha',
    spouse: 'Vợ/chồng',
    child: 'Con',
    note: 'Ghi cho người này',
    story: 'Các ghi nhận theo ngày',
    ethnicity: 'Dân tộc',
    nationality: 'Quốc tịch',
    education: 'Trình độ học vấn',
    insurance: 'Số thẻ BHYT',
    nationalId: 'Số định danh',
    missing: 'Không thấy người này trong sổ của chị.',
  },
  notes: {
    author: (name: string, date: string) => `${name} ghi ngày ${date}`,
    someone: 'Người khác',
    standing: {
      pending: 'Chưa gửi',
      accepted: 'Đã nhận',
      held: 'Cần xem lại',
      refused: 'Máy chủ không nhận',
      settledTake: 'Viên chức đã nhận',
      settledRefuse: 'Viên chức không nhận',
    },
    refusedWhy: 'Ghi chép này vẫn giữ trong máy và không gửi nữa. Hãy đưa cho viên chức dân số xã xem.',
    left: 'Không còn tính (đã sửa hoặc rút lại)',
    correct: 'Sửa',
    withdraw: 'Rút lại',
    replaces: 'Trước khi sửa:',
    officer: (reason: string) => `Viên chức: ${reason}`,
  },
  monthPage: {
    title: 'Tháng',
    p0: 'Phiếu thu tin P0/CTV',
    dsx: 'Số liệu của địa bàn (01-DSX)',
    composed: 'soạn',
    nothing: 'Chưa ghi ai.',
    names: (count: number) => `${count} người hoặc hộ`,
    late: 'Số ở đây tính từ những gì máy này đang có, cả phần chưa gửi.',
    atDay: (day: string) => `Tính đến ngày ${showDate(day)}`,
  },
  me: {
    title: 'Tôi',
    language: 'Ngôn ngữ',
    languages: { vi: 'Tiếng Việt', en: 'English' },
    signedInAs: (name: string) => `Đăng nhập: ${name}`,
    changePin: 'Đổi mã PIN',
    oldPin: 'Mã PIN đang dùng',
    newPin: 'Mã PIN mới',
    pinChanged: 'Đã đổi mã PIN.',
    largeText: 'Cỡ chữ',
    sizes: { normal: 'Thường', large: 'Lớn', largest: 'Rất lớn' },
    keeps: 'Máy này giữ gì',
    keepsText: (households: number, people: number, notes: number, own: number) =>
      `${households} hộ, ${people} người, ${notes} ghi chép của địa bàn, ${own} ghi chép do chị ghi. Tất cả đều được khóa; chỉ mã PIN của chị mở được.`,
    storage: (used: string) => `Sổ chiếm khoảng ${used} của máy.`,
    persistent: 'Trình duyệt đã hứa giữ sổ.',
    versions: 'Phiên bản',
    version: (app: string, rules: number) => `Sổ tay ${app}, cách tính số ${rules}`,
    lock: 'Khóa sổ ngay',
    signOut: 'Đăng xuất',
    signOutUnsent: (count: number) => `Còn ${count} ghi chép chưa gửi. Đăng xuất không làm mất: chúng vẫn nằm khóa trong máy và sẽ gửi khi chị đăng nhập lại.`,
    signOutSure: 'Vẫn đăng xuất',
    help: 'Trợ giúp',
    helpText: [
      'Ghi ngay tại nhà dân, không cần mạng. Bấm Ghi, chọn việc, chọn hộ.',
      'Dòng trên cùng cho biết còn bao nhiêu ghi chép chưa gửi. Bấm vào đó để xem và gửi ngay.',
      'Ghi sai thì mở người hoặc hộ đó, bấm Sửa hoặc Rút lại ở ghi nhận sai. Không có gì bị xóa mất.',
      'Quên mã PIN thì gọi viên chức dân số xã để xin mã mở lại.',
    ],
    recoveryReady: 'Nếu quên mã PIN, viên chức dân số xã giúp mở lại được.',
    recoveryMissing: 'Chưa gửi được khóa dự phòng; máy sẽ gửi khi có mạng. Trước đó, quên mã PIN thì không mở lại được.',
  },
}
export type Messages = typeof vi
