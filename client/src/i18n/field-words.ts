import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Messages, vi } from './vi.ts'

const Words = createContext<Messages>(vi)
export const FieldWordsProvider = Words.Provider

/** The words of the field app in the language chosen. */
export function useWords(): Messages {
  return useContext(Words)
}
