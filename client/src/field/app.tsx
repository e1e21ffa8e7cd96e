import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Router } from 'wouter-preact'
import { useHashLocation } from 'wouter-preact/use-hash-location'
import { type FieldLanguage, keepLanguage, keptLanguage, loadMessages } from '../i18n/field-language.ts'
import { FieldWordsProvider } from '../i18n/field-words.ts'
import { type Messages, vi } from '../i18n/vi.ts'
import { watchVersion } from '../store/app-version.ts'
import type { Notebook } from '../store/notebook.ts'
import { KeepingProvider } from '../store/use-keeping.ts'
import { NotebookProvider } from '../store/use-notebook.ts'
import button from '../ui/button.module.css'
import { LaterWordsProvider } from '../ui/later.tsx'
import { Notice } from '../ui/notice.tsx'
import { Gate } from './gate/gate.tsx'
import { Places } from './places.tsx'

/** The collaborator's app: the gate until the book is open, then its five places. */
export function App(): VNode {
  const [notebook, setNotebook] = useState<Notebook>()
  const [takeOver, setTakeOver] = useState<() => void>()
  const [words, setWords] = useState<Messages>(vi)
  const speak = (language: FieldLanguage): void => {
    // Where English cannot be fetched, Vietnamese stays.
    loadMessages(language).then(setWords, () => setWords(vi))
  }
  useEffect(() => speak(keptLanguage()), [])
  useEffect(() => {
    document.documentElement.lang = words.lang
  }, [words])
  useEffect(() => watchVersion((work) => setTakeOver(() => work)), [])
  const close = (): void => {
    notebook?.close()
    setNotebook(undefined)
  }
  return (
    <FieldWordsProvider value={words}>
      <LaterWordsProvider value={words.later}>
      {takeOver !== undefined && (
        <Notice kind="plain">
          <span>{words.notices.update} </span>
          <button type="button" class={button.plain} onClick={takeOver}>
            {words.notices.updateNow}
          </button>
        </Notice>
      )}
      {notebook === undefined ? (
        <Gate onOpen={setNotebook} />
      ) : (
        <NotebookProvider value={notebook}>
          <KeepingProvider value={notebook}>
            <Router hook={useHashLocation}>
              <Places onClose={close} onLanguage={(language) => (keepLanguage(language), speak(language))} />
            </Router>
          </KeepingProvider>
        </NotebookProvider>
      )}
      </LaterWordsProvider>
    </FieldWordsProvider>
  )
}
