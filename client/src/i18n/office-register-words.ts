import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Messages, vi } from './vi.ts'
import { officeRegisterVi, type OfficeRegisterWords } from './office-register-vi.ts'

const Words = createContext<OfficeRegisterWords>(officeRegisterVi)
export const RegisterWordsProvider = Words.Provider

/** The words of the officer's register. */
export function useRegisterWords(): OfficeRegisterWords {
  return useContext(Words)
}

/** The words of the register, and those of the forms and of the book that it shares with the phone; English is fetched when it is first wanted. */
export async function loadRegisterWords(lang: string): Promise<{ readonly register: OfficeRegisterWords; readonly book: Messages }> {
  if (lang !== 'en') return wordsOf(officeRegisterVi, vi)
  const [{ officeRegisterEn }, { en }] = await Promise.all([import('./office-register-en.ts'), import('./en.ts')])
  return wordsOf(officeRegisterEn, en)
}

/** The same words as on a phone, but where the office sees further than one area. */
export function wordsOf(register: OfficeRegisterWords, book: Messages): { readonly register: OfficeRegisterWords; readonly book: Messages } {
  const titles = { ...book.forms.titles, move: register.form.move }
  return { register, book: { ...book, forms: { ...book.forms, titles } } }
}
