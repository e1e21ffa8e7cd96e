import type { OfficeWords } from './office-vi.ts'

/** What kept the server from answering, as `ui/ask-server` tells it. */
export type AskingTrouble =
  | { readonly kind: 'throttled'; readonly seconds: number }
  | { readonly kind: 'unreachable' | 'signed-out' | 'forbidden' | 'missing' | 'refused' | 'server' }

/** What kept the server from answering, in a sentence that says what to do. */
export function troubleText(words: OfficeWords, trouble: AskingTrouble): string {
  return trouble.kind === 'throttled' ? words.trouble.throttled(trouble.seconds) : words.trouble[trouble.kind]
}

/** The words of `AskedView`. */
export function askedWords(words: OfficeWords) {
  return { ...words.asked, trouble: (trouble: AskingTrouble) => troubleText(words, trouble) }
}
