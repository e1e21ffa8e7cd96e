/**
 * Vietnamese letters with and without their marks. A letter carries up to two: one of quality, which makes it another letter (ă â ê ô ơ ư đ), and
 * one of tone, which belongs to the syllable (huyền, hỏi, ngã, sắc, nặng). Unicode decomposes all of them but đ.
 */
const MARKS = /\p{M}/gu

/** Text brought to NFC in lower case: what must be the same for two names to be spelt the same. */
export function caseFolded(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

/** The same without any mark, đ as d. The Icelandic ð (U+00F0, U+00D0), which looks like đ, is not one and stays. */
export function withoutMarks(text: string): string {
  return caseFolded(text).normalize('NFD').replace(MARKS, '').replaceAll('đ', 'd').normalize('NFC')
}
