import type { Problem } from '@sotay/domain/kernel/problem';

/** What the rules say of an opening entry, in the words of whoever sent a file. The phone's words are in `client/src/i18n`. */
const REASONS: Readonly<Record<string, string>> = {
  'before-birth': 'xảy ra trước ngày sinh',
  'in-future': 'ngày ở tương lai',
  'very-old': 'tuổi cao khác thường, nên xem lại năm sinh',
  'head-already': 'hộ trong sổ đã có chủ hộ khác',
  'collective-has-no-head': 'hộ tập thể không có chủ hộ',
  'number-taken': 'số hộ đã có hộ khác trong sổ',
  'already-married': 'người kia trong sổ đang có vợ hoặc chồng khác',
  'spouse-same-sex': 'vợ và chồng cùng giới tính',
  'mother-is-a-man': 'mẹ là nam',
  'father-is-a-woman': 'bố là nữ',
  'not-your-area': 'viên chức không phụ trách địa bàn này',
};

/** Rules that ask about every old entry; a register is nothing but old entries. */
const SILENT = new Set(['long-ago']);

/** The Vietnamese reason of a problem, by its code where there are no words; nothing for what a register need not be asked. */
export function admissionReason({ code }: Problem): string | undefined {
  return SILENT.has(code) ? undefined : (REASONS[code] ?? `nên xem lại (${code})`);
}
