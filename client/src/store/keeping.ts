import type { PlainDate } from '@sotay/domain/kernel/plain-date'
import type { Problem } from '@sotay/domain/kernel/problem'
import type { Book } from './book.ts'
import type { Drafts } from './drafts.ts'
import type { Phone } from './phone.ts'
import type { Draft, Recorded } from './record.ts'

/** What a form asks of the book that it is filled in for: a phone's open notebook, or a home that the office has just read. */
export interface Keeping {
  readonly book: Book
  /** All that is noted, as far as it is held or was read. */
  readonly phone: Pick<Phone, 'state' | 'version'>
  readonly drafts: Drafts
  readonly today: () => PlainDate
  /** What speaks against a draft: by what is held here, or as the service last said. */
  readonly judge: (draft: Draft) => readonly Problem[]
  /** Asks the service about a draft, for `judge` to tell; absent where all is judged here. @throws NotKept */
  readonly ask?: (draft: Draft) => Promise<void>
  /** Reads into the book whom a search finds beyond it; absent where the book is all there is. @throws NotKept */
  readonly seek?: (typed: string) => Promise<void>
  /** Keeps a note. @throws ShelfFull on a phone without room, NotKept where the service did not take it */
  readonly record: (draft: Draft) => Promise<Recorded>
}

/** The service did not take what was to be kept; the message says in a sentence, for whoever reads the screen, why and what to do. */
export class NotKept extends Error {
  override readonly name = 'NotKept'
}
