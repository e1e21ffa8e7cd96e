import { withoutMarks } from '@sotay/domain/vietnamese/letters';

/** Words as they are looked up: lower case, NFC, one space where anything but letters and figures stood. Marks stay: "con dâu" is not "con đầu". */
export function foldedWords(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim().normalize('NFC');
}

/** The same without marks. */
export function bareWords(text: string): string {
  return withoutMarks(foldedWords(text));
}

/** Words of a code list: the code and what people write for it, separated by `|`. */
export type WordList<Code> = readonly (readonly [code: Code, words: string])[];

/**
 * Looks up what people write for a code: as it is spelt, else without marks.
 * Where a word stands in the list with its marks, other words are not taken for it: "bà" is not "ba".
 */
export class Words<Code> {
  readonly #spelt = new Map<string, Code>();
  readonly #bare = new Map<string, Code>();

  constructor(list: WordList<Code>) {
    for (const [code, words] of list) {
      for (const word of words.split('|')) {
        const spelt = foldedWords(word);
        this.#spelt.set(spelt, code);
        if (!this.#bare.has(bareWords(word))) this.#bare.set(bareWords(word), code);
      }
    }
  }

  find(text: string): Code | undefined {
    return this.#spelt.get(foldedWords(text)) ?? this.#bare.get(bareWords(text));
  }
}
