import { caseFolded, withoutMarks } from './letters.ts'

/**
 * Finding people by what one types of their names.
 *
 * 1. Every word typed begins some word of the name: "thi la" finds Nguyễn Thị Lan.
 * 2. What is typed without marks finds all; a mark that is typed must be there: "lan" finds Lan, Lân and Lần, "lân" finds Lân and Lần, not Lan.
 * 3. A tone belongs to the word, wherever it is written: "hoà" finds Hòa.
 * 4. Apostrophes may be left out: "hhen", "h'hen" and "hen" find H'Hen Niê.
 */
export type NameKey = readonly WordKey[]

interface WordKey {
  /** The letters without marks. */
  readonly bare: string
  /** Which of them carries which mark of quality (ă â ê ô ơ ư đ), empty for none. */
  readonly qualities: readonly string[]
  readonly tones: readonly string[]
}

/** What people type where a name has an apostrophe: H'Hen. */
export const APOSTROPHES = /['‘’ʼ`´]/g
const BREAKS = /[^\p{L}\p{M}\p{N}'‘’ʼ`´]+/u
/** The marks of tone, apart from their letters (NFD). */
export const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu
const QUALITIES = /[\u0302\u0306\u031b]/u

/** The words of a name as they are searched; made once, used for every keystroke. */
export function nameKey(name: string): NameKey {
  return wordsOf(name).flatMap((word) => {
    const parts = word.split(APOSTROPHES).filter((part) => part !== '')
    return parts.length > 1 ? [parts.join(''), ...parts.slice(1)].map(wordKey) : parts.map(wordKey)
  })
}

/** What is typed, as it is searched; no word, nothing typed. */
export function queryKey(typed: string): NameKey {
  return wordsOf(typed)
    .map((word) => word.replace(APOSTROPHES, ''))
    .filter((word) => word !== '')
    .map(wordKey)
}

/** Whether a name is found by what is typed; by nothing typed, every name is. */
export function isFoundBy(name: NameKey, query: NameKey): boolean {
  return query.every((typed) => name.some((word) => begins(word, typed)))
}

/** The words of a name, or of what is typed, as a table keeps them to be searched: each after a space, without marks. Only letters and digits stand in them. */
export function bareWords(key: NameKey): string[] {
  return key.map(({ bare }) => ` ${bare}`)
}

function wordsOf(text: string): string[] {
  return caseFolded(text)
    .split(BREAKS)
    .filter((word) => word !== '')
}

function wordKey(word: string): WordKey {
  const letters = Array.from(word.normalize('NFC'))
  return {
    bare: letters.map((letter) => withoutMarks(letter)).join(''),
    qualities: letters.map(qualityOf),
    tones: word.normalize('NFD').match(TONES) ?? [],
  }
}

function qualityOf(letter: string): string {
  return letter === 'đ' ? letter : (QUALITIES.exec(letter.normalize('NFD'))?.[0] ?? '')
}

function begins(word: WordKey, typed: WordKey): boolean {
  if (!word.bare.startsWith(typed.bare)) return false
  if (!typed.tones.every((tone) => word.tones.includes(tone))) return false
  return typed.qualities.every((quality, index) => quality === '' || quality === word.qualities[index])
}
