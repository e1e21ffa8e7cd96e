import { useMemo, useState } from 'preact/hooks'
import { type Found, openSearch } from '../../store/search.ts'
import { useNotebook } from '../../store/use-notebook.ts'

/** What is typed and what it finds; names are prepared once for each state of the book. */
export function useSearch(): { readonly typed: string; readonly setTyped: (typed: string) => void; readonly found: readonly Found[] } {
  const { book, phone } = useNotebook()
  const [typed, setTyped] = useState('')
  const version = phone.version()
  const search = useMemo(() => openSearch(book), [book, version])
  const found = useMemo(() => search.find(typed), [search, typed])
  return { typed, setTyped, found }
}
