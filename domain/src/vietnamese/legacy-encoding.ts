import { TCVN3, VNI } from './legacy-tables.ts'
import { isLikeSyllable, isLikeWord } from './syllable.ts'

/**
 * Old registers come in spreadsheets typed for TCVN3 or VNI fonts: "NguyÔn ThÞ Hång" and "Nguyeãn Thò Hoàng" are both Nguyễn Thị Hồng.
 *
 * 1. One encoding is decided for many texts, never for one word: "Hoàng" is Unicode, and is VNI for Hồng. Ask first for a column, and where that is `unclear`
 *    (or has a word or two) for the sheet: who typed a sheet used one font, but columns come together from several files. What stays `unclear` is asked of
 *    whoever imports, with both readings shown.
 * 2. Plain ASCII is Unicode, and so is decomposed text (NFD). Text with any letter that only Unicode has is never converted, whatever was decided
 *    for its column: a name corrected later in an old sheet survives.
 * 3. What comes out is NFC.
 */
export type Encoding = 'unicode' | LegacyEncoding | 'unclear'
export type LegacyEncoding = 'tcvn3' | 'vni'

/** A word with its letters, those included that are letters in a font only (¨ © ª « ­ ® …); Latin-1 from ¡ on. */
const WORDS = /[A-Za-z\u00a1-\u00ff\p{L}\p{M}]+/gu
const BEYOND_ASCII = /[^\0-\x7f]/u
/** A letter or mark that no byte of an old encoding is. */
const ONLY_UNICODE = /(?![\0-\xff])[\p{L}\p{M}]/u

const TABLES = { tcvn3: TCVN3, vni: VNI } as const
const PATTERNS = { tcvn3: patternOf(TCVN3), vni: patternOf(VNI) } as const

function patternOf(table: ReadonlyMap<string, string>): RegExp {
  return new RegExp([...table.keys()].join('|'), 'gu')
}

/** Words that speak for one reading must outnumber those against it by this much. */
const MAJORITY = 3

/**
 * The encoding in which texts are written, judged by their different words beyond ASCII: in which reading are they like Vietnamese?
 * @param texts the cells of a column, or of a sheet
 * @returns `unicode` where nothing speaks for anything else; `unclear` where the words speak for several
 */
export function recogniseEncoding(texts: readonly string[]): Encoding {
  const words = new Set(texts.flatMap((text) => text.normalize('NFC').match(WORDS) ?? []).filter((word) => word.length > 1 && BEYOND_ASCII.test(word)))
  const fits = [...words].map((word) => ({ unicode: isUnicode(word), tcvn3: isLegacy(word, 'tcvn3'), vni: isLegacy(word, 'vni') }))
  const count = (one: Reading, against: Reading): number => fits.filter((fit) => fit[one] && !fit[against]).length
  const [tcvn3, vni] = [count('tcvn3', 'vni'), count('vni', 'tcvn3')]
  const legacy = tcvn3 >= vni ? 'tcvn3' : 'vni'
  const [forLegacy, forUnicode] = [count(legacy, 'unicode'), count('unicode', legacy)]
  if (forLegacy === 0) return 'unicode'
  if (isOutnumbered(forLegacy, forUnicode)) return 'unicode'
  if (!isOutnumbered(forUnicode, forLegacy) || !isOutnumbered(Math.min(tcvn3, vni), Math.max(tcvn3, vni))) return 'unclear'
  return legacy
}

type Reading = 'unicode' | LegacyEncoding

function isOutnumbered(few: number, many: number): boolean {
  return many > 0 && many >= few * MAJORITY
}

function isUnicode(word: string): boolean {
  return ONLY_UNICODE.test(word) || isLikeWord(word)
}

function isLegacy(word: string, encoding: LegacyEncoding): boolean {
  const isAllKnown = !BEYOND_ASCII.test(word.replace(PATTERNS[encoding], ''))
  return isAllKnown && isLikeSyllable(fromLegacy(word, encoding))
}

/**
 * Text of an encoding as Unicode, NFC.
 *
 * TCVN3 has no capitals with a tone. Where a converter wrote the plain capital before the small letter ("A¸nh", Ánh) they become one, and a word in capitals
 * is raised as a whole ("NGUYÔN", Nguyễn → NGUYỄN). Elsewhere the case is lost with the font: "¸nh" is ánh, and text of a capital font
 * (.VnTimeH), in which small letters show as capitals, is the caller's to raise with `toUpperCase`.
 * @param encoding of `unicode` and `unclear` text comes back as it is
 */
export function fromLegacy(text: string, encoding: Encoding): string {
  const composed = text.normalize('NFC')
  if (encoding === 'unicode' || encoding === 'unclear' || ONLY_UNICODE.test(composed)) return composed
  const table = TABLES[encoding]
  const read = composed.replace(PATTERNS[encoding], (letters) => table.get(letters) ?? letters)
  return encoding === 'tcvn3' ? raised(joined(read)) : read
}

const CAPITAL_THEN_SMALL = /([AĂÂEÊIOÔƠUƯY])([àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ])/gu
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u

function joined(text: string): string {
  return text.replace(CAPITAL_THEN_SMALL, (both, capital: string, small: string) =>
    small.normalize('NFD').replace(TONE, '').normalize('NFC') === capital.toLowerCase() ? small.toUpperCase() : both,
  )
}

/** In a word of at least two capitals and no small letter of ASCII the small ones are capitals too; in a text of such words, its short words as well. */
function raised(text: string): string {
  const isCapital = (word: string): boolean => /\p{Lu}.*\p{Lu}/u.test(word) && !/[a-z]/.test(word)
  const words = text.match(WORDS) ?? []
  if (!/[a-z]/.test(text) && words.some(isCapital)) return text.toUpperCase()
  return text.replace(WORDS, (word) => (isCapital(word) ? word.toUpperCase() : word))
}
