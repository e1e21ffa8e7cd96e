import { type Messages, vi } from './vi.ts'

export const FIELD_LANGUAGES = ['vi', 'en'] as const
export type FieldLanguage = (typeof FIELD_LANGUAGES)[number]

const KEY = 'sotay-language'

/** The language last chosen on this device: Vietnamese unless English was. */
export function keptLanguage(): FieldLanguage {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'vi'
  } catch {
    return 'vi'
  }
}

/** Keeps a language for the next time. */
export function keepLanguage(language: FieldLanguage): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // It is asked again next time.
  }
}

/** The words of a language; English is fetched when it is first wanted. */
export async function loadMessages(language: FieldLanguage): Promise<Messages> {
  return language === 'vi' ? vi : (await import('./en.ts')).en
}
