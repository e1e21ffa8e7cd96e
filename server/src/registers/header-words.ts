import { bareWords, foldedWords } from './folded-word.ts';

/** What a column of a register can be. `male` and `female`: one column for each sex, with a mark or the birth date. */
export const FIELDS = [
  'household',
  'order',
  'insurance',
  'nationalId',
  'name',
  'surname',
  'givenName',
  'relation',
  'sex',
  'male',
  'female',
  'born',
  'bornDay',
  'bornMonth',
  'bornYear',
  'ethnicity',
  'education',
  'marital',
  'residence',
  'method',
  'methodStart',
  'address',
  'phone',
] as const;
export type Field = (typeof FIELDS)[number];

/** Headers that look like one of a person's own columns and are somebody else's, or another thing. */
const OTHERS = /\b(?:noi sinh|con sinh|sinh con|lan sinh|so con|khai sinh noi|chu ho ten|ho (?:va )?ten (?:chu ho|vo|chong|me|bo|cha)|ten (?:me|bo|cha|vo|chong|chu ho)|chuyen mon|noi cap|ngay cap|ngay het|han the|so ho khau|so so)\b/;

/** Patterns over a header without marks, first match first. */
const PATTERNS: readonly (readonly [Field, RegExp])[] = [
  ['methodStart', /\b(?:bat dau|tu ngay|ap dung|ngay su dung|thoi gian su dung|ngay dung|ngay dat)\b/],
  ['method', /\b(?:bptt|bien phap|tranh thai|kt tranh thai)\b/],
  ['insurance', /\b(?:bhyt|bhxh|bao hiem|so the|ma the)\b/],
  ['nationalId', /\b(?:cccd|can cuoc|cmnd|cmtnd|cmt|chung minh|dinh danh|ddcn)\b/],
  ['relation', /\b(?:quan he|qh|qhch|qhcch|qhvch)\b/],
  ['education', /\b(?:hoc van|tdhv|tdvh|trinh do|van hoa|hv)\b/],
  ['marital', /\b(?:hon nhan|tthn|hn)\b/],
  ['address', /^(?:dia chi.*|cho o.*|noi o.*|noi cu tru.*|noi thuong tru.*|to dan pho|thon.*|xom.*|so nha)$/],
  ['residence', /\b(?:cu tru|ttct|thuong tru|tam tru)\b/],
  ['ethnicity', /\bdan toc\b/],
  ['phone', /\b(?:dien thoai|sdt|so dt|so may)\b/],
  ['household', /^(?:ho so|so ho|ma ho|stt ho|ho gia dinh so|so ho gia dinh|ma ho gia dinh|so ho so|ho so ho|so thu tu ho|so tt ho|tt ho|so a0|so phieu|phieu so|to so|so to|ma so ho|ho|so hieu ho)$/],
  ['name', /^(?:ho (?:va |chu dem va |chu dem |dem va )?ten.*|hovaten|hoten|ten (?:thanh vien|nhan khau|nguoi).*|nhan khau|thanh vien)$/],
  ['order', /^(?:stt|tt|so tt|so thu tu|thu tu|stt (?:nguoi|trong ho|nk)|so thu tu (?:nguoi|trong ho)|tt nguoi|no)$/],
  ['sex', /^(?:gioi tinh.*|gioi|gt|phai|nam nu|nu nam|nam hay nu|nam hoac nu|sex)$/],
  ['bornYear', /^(?:nam sinh|ns|nam)$/],
  ['born', /\b(?:sinh|ngay sinh)\b/],
];

/** Words whose marks tell what they mean: "Họ" is not "Hộ", "Nam" not "Năm", "ĐT" not "DT". */
const SPELT: Readonly<Record<string, Field>> = {
  họ: 'surname',
  'họ đệm': 'surname',
  'họ và đệm': 'surname',
  'họ và tên đệm': 'surname',
  'họ tên đệm': 'surname',
  'họ lót': 'surname',
  'họ và chữ đệm': 'surname',
  'họ chữ đệm': 'surname',
  'ho dem': 'surname',
  'ho va dem': 'surname',
  'ho va ten dem': 'surname',
  'ho va chu dem': 'surname',
  tên: 'givenName',
  ten: 'givenName',
  hộ: 'household',
  năm: 'bornYear',
  tháng: 'bornMonth',
  thang: 'bornMonth',
  ngày: 'bornDay',
  ngay: 'bornDay',
  nam: 'male',
  nữ: 'female',
  nu: 'female',
  đt: 'phone',
  dt: 'ethnicity',
  'ngày tháng năm sinh': 'born',
  'ngày sinh': 'born',
};

/** The column that a header names, whatever its case and marks; undefined for one that this import does not use. */
export function findField(header: string): Field | undefined {
  const bare = bareWords(header);
  if (bare === '') return undefined;
  const spelt = SPELT[foldedWords(header)];
  if (spelt !== undefined) return spelt;
  if (OTHERS.test(bare)) return undefined;
  return PATTERNS.find(([, pattern]) => pattern.test(bare))?.[0];
}
