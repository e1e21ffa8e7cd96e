import type { Trouble, TroubleCode } from './trouble.ts';

type Params = Trouble['params'];

/** What is said to whoever sent the file. */
const WORDS: Readonly<Record<TroubleCode, (params: Params) => string>> = {
  'name-missing': () => 'thiếu họ tên',
  'name-too-long': ({ most }) => `họ tên dài quá ${most} ký tự`,
  'name-unlike-a-name': () => 'không phải tên người',
  'household-missing': () => 'thiếu số hộ',
  'household-too-long': ({ most }) => `số hộ dài quá ${most} ký tự`,
  'household-taken': ({ number }) => `hộ số ${number} trong sổ là một nhà khác: không ai trong tệp có trong hộ ấy`,
  'sex-missing': () => 'thiếu giới tính',
  'sex-unreadable': () => 'không hiểu giới tính; ghi Nam hoặc Nữ',
  'sex-twice': () => 'đánh dấu cả Nam và Nữ',
  'sex-against-relation': ({ relation }) => `giới tính không hợp với quan hệ "${relation}"`,
  'relation-unreadable': () => 'không hiểu quan hệ với chủ hộ',
  'second-head': ({ row }) => `hộ đã có chủ hộ ở dòng ${row}`,
  'born-missing': () => 'thiếu ngày sinh; chỉ biết năm thì ghi năm',
  'date-impossible': () => 'không có ngày này',
  'date-unreadable': () => 'không hiểu ngày này; ghi ngày/tháng/năm, tháng/năm hoặc năm',
  'date-after-book': ({ on }) => `sau ngày lập sổ ${on}`,
  'year-guessed': ({ year }) => `năm hai chữ số, hiểu là ${year}`,
  'insurance-unreadable': () => 'không phải số thẻ BHYT (6–20 chữ và số)',
  'id-unreadable': () => 'không phải số căn cước (6–20 chữ và số)',
  'ethnicity-too-long': ({ most }) => `dân tộc dài quá ${most} ký tự`,
  'ethnicity-unlisted': () => 'không có trong danh mục 54 dân tộc; giữ như đã ghi',
  'education-unreadable': () => 'không hiểu trình độ học vấn',
  'marital-unreadable': () => 'không hiểu tình trạng hôn nhân',
  'residence-unreadable': () => 'không hiểu tình trạng cư trú',
  'address-too-long': ({ most }) => `địa chỉ dài quá ${most} ký tự`,
  'phone-unreadable': () => 'không phải số điện thoại',
  'method-unreadable': () => 'không hiểu biện pháp tránh thai; ghi bằng chữ, không ghi mã số',
  'method-whose': () => 'biện pháp này ghi ở dòng của người vợ (triệt sản nam: ở dòng của người chồng)',
  'method-start-missing': () => 'có biện pháp mà thiếu ngày bắt đầu',
  'method-start-partial': () => 'ngày bắt đầu biện pháp phải đủ ngày, tháng, năm',
  'method-not-known': () => 'phiên bản này chưa ghi được biện pháp tránh thai; không nhập',
  'formula-uncalculated': () => 'công thức chưa có kết quả; mở bằng Excel, lưu lại rồi gửi',
  'cell-error': () => 'ô báo lỗi công thức',
  'same-in-book': ({ name, number }) => `đã có trong sổ: ${name}, hộ số ${number}`,
  'same-in-file': ({ row }) => `trùng với dòng ${row}`,
  'looks-like': ({ name, number }) => `giống người đã có: ${name}, hộ số ${number}; vẫn nhập, nên xem lại`,
  'paper-twice': ({ row }) => `số giấy tờ trùng với dòng ${row}`,
  'household-without-head': ({ number }) => `hộ số ${number} không có chủ hộ`,
  'head-of-sheet': ({ row }) => `chủ hộ ở dòng ${row}; quan hệ của người này với chủ hộ ghi "chưa rõ"`,
  'not-admitted': ({ reason }) => `${reason}`,
};

/** The Vietnamese reason of a trouble. */
export function reasonOf({ code, params }: Pick<Trouble, 'code' | 'params'>): string {
  return WORDS[code](params);
}
