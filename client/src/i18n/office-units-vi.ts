import type { ExactSeries, Share } from '@sotay/domain/wire/units'
import { showDate } from './show-date.ts'

type Broken = Extract<ExactSeries, { exists: 'no' }>['because']

const broken: Record<Broken, (parts: string) => string> = {
  'holds-parts': (parts) => `đơn vị nay giữ một phần của ${parts}`,
  'gave-parts': (parts) => `đơn vị đã chuyển một phần cho ${parts}`,
  'was-split': (parts) => `đơn vị đã chia vào ${parts}`,
  'level-ended': () => 'cấp này đã kết thúc, không có đơn vị nào thay',
}

const shares: Record<Share, string> = { full: 'toàn bộ', part: 'một phần', main: 'toàn bộ hoặc phần chính' }

/** Words of looking up units, Vietnamese. */
export const unitsVi = {
  title: 'Tra cứu đơn vị',
  lead: 'Một đơn vị là gì vào một ngày, nay là gì, phần nào đi đâu qua các lần sắp xếp.',
  name: 'Tên hoặc mã',
  nameHint: 'Có dấu hay không dấu đều được. Sau dấu phẩy là đơn vị trên: p.12, q gò vấp.',
  day: 'Vào ngày',
  dayHint: 'Phải có khi tra theo mã. Để trống thì tìm mọi thời kỳ.',
  submit: 'Tra cứu',
  nameMissing: 'Nhập tên hoặc mã đơn vị.',
  dayMissing: 'Mã cần kèm ngày: từ 01/07/2025 nhiều mã chỉ lãnh thổ khác trước.',
  early: (day: string) => `Danh sách bắt đầu từ ${showDate(day)}; trước đó chưa biết.`,
  none: 'Không có đơn vị nào như vậy.',
  more: 'Còn nhiều nữa. Hãy viết rõ hơn.',
  results: 'Tìm thấy',
  code: (code: string) => `mã ${code}`,
  noCode: 'chưa rõ mã',
  span: (from: string, to: string | null) => (to === null ? `từ ${showDate(from)}` : `${showDate(from)} – ${showDate(to)}`),
  thatDay: (day: string) => `Ngày ${showDate(day)}`,
  notThatDay: 'Chưa có hoặc không còn đơn vị này.',
  now: 'Nay',
  notNow: 'Không có đơn vị nào thay.',
  names: 'Tên qua các ngày',
  cameFrom: 'Gồm từ',
  wentTo: 'Đi vào',
  columns: { unit: 'Đơn vị', share: 'Phần', on: 'Từ ngày' },
  madeBy: 'Thành lập theo',
  basis: (basis: string) => `Theo ${basis}.`,
  shares,
  series: 'Chuỗi số liệu qua lần sắp xếp',
  exact: 'Có chuỗi chính xác: không đơn vị nào bị chia.',
  unknown: 'Chưa biết có chuỗi chính xác hay không: danh sách chỉ ghi một nơi nhận cho mỗi đơn vị cũ, không ghi phần tách sang nơi khác.',
  broken: (why: Broken, parts: readonly string[]) => `Không có chuỗi chính xác, vì ${broken[why](parts.join(', '))}.`,
  sortBy: (column: string) => `Sắp xếp theo ${column}`,
}
