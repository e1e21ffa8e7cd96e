import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Router } from 'wouter-preact'
import { useHashLocation } from 'wouter-preact/use-hash-location'
import { FieldWordsProvider } from '../i18n/field-words.ts'
import { vi } from '../i18n/vi.ts'
import { watchVersion } from '../store/app-version.ts'
import type { Notebook } from '../store/notebook.ts'
import { NotebookProvider } from '../store/use-notebook.ts'
import button from '../ui/button.module.css'
import { Notice } from '../ui/notice.tsx'
import { Gate } from './gate/gate.tsx'
import { Places } from './places.tsx'

/** The collaborator's app: the gate until the book is open, then its five places. */
export function App(): VNode {
  const [notebook, setNotebook] = useState<Notebook>()
  const [takeOver, setTakeOver] = useState<() => void>()
  useEffect(() => watchVersion((work) => setTakeOver(() => work)), [])
  const close = (): void => {
    notebook?.close()
    setNotebook(undefined)
  }
  return (
    <FieldWordsProvider value={vi}>
      {takeOver !== undefined && (
        <Notice kind="plain">
          <span>{vi.notices.update} </span>
          <button type="button" class={button.plain} onClick={takeOver}>
            {vi.notices.updateNow}
          </button>
        </Notice>
      )}
      {notebook === undefined ? (
        <Gate onOpen={setNotebook} />
      ) : (
        <NotebookProvider value={notebook}>
          <Router hook={useHashLocation}>
            <Places onClose={close} />
          </Router>
        </NotebookProvider>
      )}
    </FieldWordsProvider>
  )
}
