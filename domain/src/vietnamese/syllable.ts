/**
 * Whether a word could be a Vietnamese syllable: consonants and vowels that stand together as they do, capitals only in front or throughout.
 * Loose on purpose: it tells writing from its own wreck under another encoding ("Nguyễn" from "Nguyeãn"), not good spelling from bad.
 */
export function isLikeSyllable(word: string): boolean {
  return groupsOf(word) === 1
}

/** The same for a word of one or more syllables, such as names from the highlands (Êban, Adrơng). */
export function isLikeWord(word: string): boolean {
  return groupsOf(word) > 0
}

/** The groups of vowels of a word; 0 for what is no word. */
function groupsOf(word: string): number {
  const lower = word.toLowerCase()
  const isCased = word === lower || word === word.toUpperCase() || word.slice(1) === lower.slice(1)
  const plain = lower.normalize('NFD').replace(TONES, '').normalize('NFC')
  return isCased && WORD.test(plain) ? (plain.match(VOWELS)?.length ?? 0) : 0
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu
const VOWELS = /[aăâeêioôơuưy]+/gu

/** Vowels that stand together, longest first. */
const NUCLEI =
  'iêu oai oao oay oeo uây uôi uya uyê uyu ươi ươu yêu ' +
  'ai ao au ay âu ây eo êu ia iê iu oa oă oe oi ôi ơi oo ôô ua uâ uê ui uô uơ uy ưa ưi ươ ưu yê a ă â e ê i o ô ơ u ư y'
const NUCLEUS = `(?:${NUCLEI.split(' ').join('|')})`
const CONSONANT = '(?:gi(?=[aăâeêioôơuưy])|qu|[bcdđfghjklmnpqrstvwxz])'
const WORD = new RegExp(`^${CONSONANT}*${NUCLEUS}(?:${CONSONANT}+${NUCLEUS})*${CONSONANT}*$`, 'u')
