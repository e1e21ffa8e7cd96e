import { p0Vi } from './p0-vi.ts'
import { showDate } from './show-date.ts'

/** The page of P0/CTV in the office, Vietnamese. */
export const officeP0Vi = {
  ...p0Vi,
  forms: 'Các biểu',
  dsx: 'Biểu DSX',
  p0: 'P0/CTV',
  title: 'Phiếu thu tin P0/CTV',
  area: 'Địa bàn',
  pickers: 'Chọn phiếu',
  heading: 'PHIẾU THU TIN VỀ DÂN SỐ',
  month: (month: string) => `Tháng ${Number(month.slice(5))} năm ${month.slice(0, 4)}`,
  receiver: 'Lập ngày 01 của tháng sau tháng báo cáo. Nơi nhận: Trạm Y tế xã.',
  nothing: 'Không phát sinh',
  blank: 'Chưa ghi gì, chưa đánh dấu không phát sinh.',
  notEmpty: (count: number) => `Cộng tác viên đánh dấu không phát sinh, nhưng có ${count} dòng.`,
  held: (count: number) => `Riêng tư: ${count} dòng, chưa mở.`,
  open: 'Mở các mục riêng tư (2, 7–11)',
  close: 'Đóng các mục riêng tư',
  openHint: 'Mỗi lần mở, mỗi lần tải đều được ghi lại. Đóng lại thì tệp Excel và bản in cũng không có các mục ấy.',
  appraiser: 'Người thẩm định',
  writer: 'Cộng tác viên dân số lập phiếu',
  signed: (signer: string, on: string) => `Đã ký ngày ${showDate(on)}: ${signer}`,
}
export type OfficeP0Words = typeof officeP0Vi
