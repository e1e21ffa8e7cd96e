import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Notebook } from './notebook.ts'

const Open = createContext<Notebook | undefined>(undefined)

/** Gives the open book to every screen below. */
export const NotebookProvider = Open.Provider

/** A screen was drawn outside of an open book. */
class NoNotebook extends Error {
  override readonly name = 'NoNotebook'
}

/** The open book; draws again whenever it changes. @throws NoNotebook */
export function useNotebook(): Notebook {
  const notebook = useContext(Open)
  if (notebook === undefined) throw new NoNotebook('no book is open')
  const [, redraw] = useState(0)
  useEffect(() => notebook.onChange(() => redraw((count) => count + 1)), [notebook])
  return notebook
}
