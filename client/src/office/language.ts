import type { OfficeLanguage } from '../i18n/office-words.ts'

const KEY = 'sotay-office-language'

/** The language last chosen in this browser, Vietnamese unless English was; also where the browser keeps nothing. */
export function keptLanguage(): OfficeLanguage {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'vi'
  } catch {
    return 'vi'
  }
}

export function keepLanguage(language: OfficeLanguage): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
