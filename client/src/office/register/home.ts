import type { HouseholdId, PersonId } from '@sotay/domain/kernel/ids'
import type { HomeNotes } from '@sotay/domain/wire/register'
import type { Me } from '@sotay/domain/wire/session'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Book, openBook, type OpenPerson } from '../../store/book.ts'
import { keepEntry } from '../../store/line.ts'
import { type PhoneState, stateRead } from '../../store/phone-state.ts'

/** A home as the service gave it, folded by the functions that a phone folds with. */
export interface Home {
  readonly me: Me
  readonly state: PhoneState
  readonly book: Book
  /** Reads it once more, after something was noted. */
  readonly again: () => void
  /** Reads into the same book whom a search of the commune finds. @throws NotKept */
  readonly seek: (typed: string) => Promise<void>
}

export function openHome(me: Me, entries: HomeNotes['entries'], { again, seek }: Pick<Home, 'again' | 'seek'>): Home {
  const state = stateRead(
    me,
    entries.map(({ area, ...entry }) => ({ area, entry: keepEntry({ ...entry, position: entry.seq }) })),
  )
  return { me, state, book: openBook(state), again, seek }
}

const Opened = createContext<Home | undefined>(undefined)
export const HomeProvider = Opened.Provider

class NoHome extends Error {
  override readonly name = 'NoHome'
}

/** The home whose pages are shown. @throws NoHome */
export function useHome(): Home {
  const home = useContext(Opened)
  if (home === undefined) throw new NoHome('no home is open')
  return home
}

/** Who lives in a household by the home that was read. */
export function livesIn(person: OpenPerson, household: HouseholdId): boolean {
  return person.household === household && person.status === 'living' && person.departure === undefined && person.joinedInto === undefined
}

export function findPerson(home: Home, id: PersonId): OpenPerson | undefined {
  return home.book.people.get(id)
}

/** Number and name of an area of the commune. */
export function areaNameOf(me: Me, area: string, say: (number: string, name: string) => string): string {
  const seen = me.areas.find((one) => one.area === area)
  return seen === undefined ? '' : say(seen.number, seen.name)
}
