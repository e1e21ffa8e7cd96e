import type { Education, LegalResidence, Marital, Method, Presence, Sex } from '@sotay/domain/packs/tt01-2022/code-lists';

import type { Cell } from './cell.ts';
import { isDateCell, textOf } from './cell.ts';
import { bareWords, Words } from './folded-word.ts';

const SEXES = new Words<Sex>([
  ['male', 'nam|trai|nam giới|đàn ông|M|male'],
  ['female', 'nữ|gái|nữ giới|đàn bà|F|female'],
]);

/** "Nam", "Nữ" and their like. Figures are not taken: some lists write 1 and 2, others 0 and 1. */
export function findSex(text: string): Sex | undefined {
  return SEXES.find(text);
}

const EDUCATIONS = new Words<Education>([
  ['none', 'chưa đi học|chưa học|mù chữ|không biết chữ|không đi học|mẫu giáo|mầm non|nhà trẻ|còn nhỏ|chưa đến tuổi|0'],
  ['primary', 'tiểu học|TH|cấp 1|cấp I|C1|biết đọc biết viết'],
  ['lower-secondary', 'THCS|trung học cơ sở|cấp 2|cấp II|C2'],
  ['upper-secondary', 'THPT|trung học phổ thông|PTTH|cấp 3|cấp III|C3|bổ túc THPT'],
  ['vocational', 'trung cấp|TC|sơ cấp|trung cấp nghề|TCCN|trung học chuyên nghiệp|THCN|dạy nghề|học nghề'],
  ['college', 'cao đẳng|CĐ|cao đẳng nghề'],
  ['university', 'đại học|ĐH|cử nhân|kỹ sư|kĩ sư'],
  ['postgraduate', 'trên đại học|sau đại học|thạc sĩ|thạc sỹ|ThS|tiến sĩ|tiến sỹ|TS|cao học'],
  ['unknown', 'chưa rõ|không rõ|không biết'],
]);

/** "Lớp 7", "7/12", "7": the class reached. The ten-year school of before 1981 (…/10) had 4, 3 and 3 classes. */
const CLASS = /^(?:lop )?(\d{1,2})(?: (10|12))?$/;

export function findEducation(cell: Cell): Education | undefined {
  // Excel makes a day of December of "9/12".
  const text = isDateCell(cell) ? cell.date.slice(5).split('-').toReversed().join('/') : textOf(cell);
  const reached = CLASS.exec(bareWords(text));
  if (reached === null) return EDUCATIONS.find(text);
  const [year, years] = [Number(reached[1]), Number(reached[2] ?? 12)];
  if (year === 0) return 'none';
  if (year > years) return undefined;
  const [primary, lower] = years === 10 ? [4, 7] : [5, 9];
  return year <= primary ? 'primary' : year <= lower ? 'lower-secondary' : 'upper-secondary';
}

const MARITALS = new Words<Marital>([
  ['never-married', 'chưa kết hôn|chưa|độc thân|chưa vợ|chưa chồng|chưa có vợ|chưa có chồng|chưa có vợ chồng|chưa lập gia đình|chưa có gia đình|còn nhỏ|trẻ em'],
  ['married', 'đang kết hôn|đã kết hôn|kết hôn|có vợ|có chồng|có vợ chồng|đang có vợ|đang có chồng|đang có vợ chồng|đã có vợ|đã có chồng|đã có gia đình|có gia đình|đã lập gia đình|lập gia đình'],
  ['separated', 'ly thân|li thân'],
  ['divorced', 'ly hôn|li hôn|ly dị|li dị|đã ly hôn|đã li hôn'],
  ['widowed', 'góa|goá|góa vợ|goá vợ|góa chồng|goá chồng|chồng chết|vợ chết|mất chồng|mất vợ|góa bụa'],
  ['unknown', 'chưa rõ|không rõ|không biết'],
]);

export function findMarital(text: string): Marital | undefined {
  return MARITALS.find(text);
}

export type Residence = { readonly legal: LegalResidence; readonly presence: Presence };
type ResidencePart = Partial<Residence>;

const RESIDENCES = new Words<ResidencePart>([
  [{ legal: 'permanent' }, 'thường trú|TT|KT1|có hộ khẩu|đăng ký thường trú|hộ khẩu thường trú'],
  [{ legal: 'temporary' }, 'tạm trú|KT2|KT3|tạm trú dài hạn|đăng ký tạm trú'],
  [{ legal: 'temporary', presence: 'staying' }, 'KT4|tạm trú ngắn hạn|tạm trú dưới 6 tháng'],
  [{ presence: 'staying' }, 'ở tạm|lưu trú|ở tạm chưa tính vào dân số'],
  [{ legal: 'none' }, 'chưa đăng ký|không đăng ký|chưa có hộ khẩu|không có hộ khẩu'],
  [{ presence: 'away' }, 'tạm vắng|vắng|đi vắng|đi làm xa|đi làm ăn xa|đi học xa|vắng mặt'],
  [{ presence: 'present' }, 'có mặt|hiện đang ở|đang ở|hiện có mặt'],
  [{ legal: 'unknown' }, 'chưa rõ|không rõ|không biết'],
]);

/**
 * Legal registration and presence, of one word or several ("thường trú, tạm vắng"). Where nothing is said of presence the person is there, as a register
 * says of those it lists; where nothing is said of registration it is not known. Registration never decides who counts (domain.md §3).
 */
export function findResidence(text: string): Residence | undefined {
  const whole = RESIDENCES.find(text);
  const parts = whole === undefined ? text.split(/[,;/+()]|\s[-–]\s/).filter((part) => bareWords(part) !== '').map((part) => RESIDENCES.find(part)) : [whole];
  let told: ResidencePart = {};
  for (const part of parts) {
    if (part === undefined) return undefined;
    told = { ...told, ...part };
  }
  return { legal: told.legal ?? 'unknown', presence: told.presence ?? 'present' };
}

/** A method, none, or a sterilisation that does not say whose. */
export type MethodRead = Method | 'none' | 'sterilisation';

const METHODS = new Words<MethodRead>([
  ['none', 'không|không sử dụng|không dùng|không SD|KSD|0|chưa|chưa sử dụng|chưa dùng|K|không áp dụng'],
  ['iud', 'vòng|đặt vòng|DCTC|dụng cụ tử cung|dụng cụ tử cung vòng|vòng tránh thai|IUD'],
  ['male-sterilisation', 'triệt sản nam|đình sản nam|TS nam|thắt ống dẫn tinh'],
  ['female-sterilisation', 'triệt sản nữ|đình sản nữ|TS nữ|thắt ống dẫn trứng'],
  ['sterilisation', 'triệt sản|đình sản|TS'],
  ['condom', 'bao cao su|BCS|bao'],
  ['pill', 'thuốc uống|thuốc uống tránh thai|viên uống|viên uống tránh thai|VUTT|TUTT|thuốc viên|uống thuốc|viên tránh thai|VTT'],
  ['injection', 'thuốc tiêm|thuốc tiêm tránh thai|tiêm|TTTT|tiêm tránh thai|TT tiêm'],
  ['implant', 'que cấy|que cấy tránh thai|que thuốc cấy tránh thai|thuốc cấy|thuốc cấy tránh thai|cấy|cấy que|cấy tránh thai|TCTT|QCTT'],
  ['other', 'khác|biện pháp khác|BP khác|BPTT khác|truyền thống|tính vòng kinh|xuất tinh ngoài|tính ngày|vòng kinh|tính vòng kinh xuất tinh ngoài'],
]);

/** Figures are not taken: official lists number methods differently. */
export function findMethod(text: string): MethodRead | undefined {
  return METHODS.find(text);
}
