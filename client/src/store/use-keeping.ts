import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Keeping } from './keeping.ts'

const Open = createContext<Keeping | undefined>(undefined)

/** Gives what keeps notes to every form below. */
export const KeepingProvider = Open.Provider

/** A form was drawn where nothing keeps its note. */
class NothingKeeps extends Error {
  override readonly name = 'NothingKeeps'
}

/** @throws NothingKeeps */
export function useKeeping(): Keeping {
  const keeping = useContext(Open)
  if (keeping === undefined) throw new NothingKeeps('a form needs a KeepingProvider above it')
  return keeping
}
