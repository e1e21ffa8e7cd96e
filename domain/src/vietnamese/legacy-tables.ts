/**
 * What the letters of two old encodings are, as they appear when text typed for a font is read as Windows-1252 (from a spreadsheet, a web page).
 *
 * TCVN3 (fonts .VnTime …): one byte a letter, the upper half of TCVN 5712:1993 (VSCII-3). It has small letters and the capitals Ă Â Ê Ô Ơ Ư Đ.
 * VNI-Windows (fonts VNI-Times …): a base letter, then a letter that stands for its marks; Đ, Ơ, Ư and those on i are one letter.
 */
const TCVN3_LETTERS =
  '¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00adư®đµà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵ'

export const TCVN3: ReadonlyMap<string, string> = new Map(
  Array.from({ length: TCVN3_LETTERS.length / 2 }, (_, index) => [TCVN3_LETTERS.charAt(index * 2), TCVN3_LETTERS.charAt(index * 2 + 1)]),
)

/** Marks of VNI as combining characters: tones, then those with a circumflex, then those with a breve. */
const VNI_TONES = { ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' }
const VNI_CIRCUMFLEX = { â: '\u0302', á: '\u0302\u0301', à: '\u0302\u0300', å: '\u0302\u0309', ã: '\u0302\u0303', ä: '\u0302\u0323' }
const VNI_BREVE = { ê: '\u0306', é: '\u0306\u0301', è: '\u0306\u0300', ú: '\u0306\u0309', ü: '\u0306\u0303', ë: '\u0306\u0323' }
const VNI_MARKS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['a', { ...VNI_TONES, ...VNI_CIRCUMFLEX, ...VNI_BREVE }],
  ['e', { ...VNI_TONES, ...VNI_CIRCUMFLEX }],
  ['o', { ...VNI_TONES, ...VNI_CIRCUMFLEX }],
  ['u', VNI_TONES],
  ['y', VNI_TONES],
  ['ô', VNI_TONES],
  ['ö', VNI_TONES],
]
/** Letters that are one. ỷ is yû; but some converters (npm vietnamese-conversion) write it ë, which VNI itself has only after a. */
const VNI_SINGLE = { ñ: 'đ', ô: 'ơ', ö: 'ư', í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ', ë: 'ỷ' }

/** Pairs stand before single letters, for "ôù" is ớ and not ơ with a mark left over. Marks may be small after a capital: "AÙ" and "Aù" are both Á. */
export const VNI: ReadonlyMap<string, string> = new Map([
  ...VNI_MARKS.flatMap(([base, marks]) =>
    Object.entries(marks).flatMap(([mark, combining]): [string, string][] => {
      const letter = ((base === 'ô' ? 'ơ' : base === 'ö' ? 'ư' : base) + combining).normalize('NFC')
      const [capital, capitalLetter] = [base.toUpperCase(), letter.toUpperCase()]
      return [[base + mark, letter], [capital + mark.toUpperCase(), capitalLetter], [capital + mark, capitalLetter]]
    }),
  ),
  ...Object.entries(VNI_SINGLE).flatMap(([from, to]): [string, string][] => [[from, to], [from.toUpperCase(), to.toUpperCase()]]),
])
