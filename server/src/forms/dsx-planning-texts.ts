import { METHODS } from '@sotay/domain/packs/tt01-2022/code-lists';
import type { Method } from '@sotay/domain/packs/tt01-2022/code-lists';

const METHOD_WORDS: Readonly<Record<Method, string>> = {
  iud: 'Dụng cụ tử cung (vòng)',
  'male-sterilisation': 'Triệt sản nam',
  'female-sterilisation': 'Triệt sản nữ',
  condom: 'Bao cao su',
  pill: 'Thuốc uống',
  injection: 'Thuốc tiêm',
  implant: 'Que cấy',
  other: 'Biện pháp khác',
};

/** A row with one for each method below it, by letter in the order of the official numbers. */
function byMethod(no: string, text: string): [string, string][] {
  return [[no, text], ...METHODS.map((method, index): [string, string] => [`${no}${String.fromCodePoint(97 + index)}`, `  ${METHOD_WORDS[method]}`])];
}

/** What rows 11–17 say; the printer marks them as composed. */
export const PLANNING_ROW_TEXTS: Readonly<Record<string, string>> = {
  '11': 'Số phụ nữ đang mang thai tính đến cuối kỳ',
  '11a': '  Số phụ nữ mới mang thai trong kỳ',
  '11b': '  Số người sảy thai, phá thai trong kỳ',
  '12': 'Số bà mẹ mang thai được sàng lọc trước sinh (đủ 4 bệnh)',
  '13': 'Số trẻ sơ sinh được sàng lọc (đủ 5 bệnh)',
  ...Object.fromEntries([
    ...byMethod('14', 'Số cặp vợ chồng đang sử dụng BPTT tính đến cuối kỳ'),
    ...byMethod('15', 'Số cặp vợ chồng mới sử dụng BPTT trong kỳ'),
    ...byMethod('16', 'Số cặp vợ chồng thôi sử dụng BPTT trong kỳ'),
  ]),
  '17': 'Số người cao tuổi được khám sức khỏe trong kỳ',
};
