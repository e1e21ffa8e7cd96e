import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { officeVi, type OfficeWords } from './office-vi.ts'

export type OfficeLanguage = 'vi' | 'en'

const Words = createContext<OfficeWords>(officeVi)

/** Gives the words of one language to every office screen below. */
export const WordsProvider = Words.Provider

export function useWords(): OfficeWords {
  return useContext(Words)
}

/** The words of a language; English is fetched when it is first wanted. */
export async function loadWords(language: OfficeLanguage): Promise<OfficeWords> {
  return language === 'vi' ? officeVi : (await import('./office-en.ts')).officeEn
}
