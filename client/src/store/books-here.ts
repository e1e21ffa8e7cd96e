import { DeviceId, UserId } from '@sotay/domain/kernel/ids'
import * as z from 'zod/mini'

/** Which books are on this device and which was open last. Names and numbers only; the books themselves are sealed. */
const BookHere = z.object({ user: UserId, name: z.string(), device: DeviceId })
export type BookHere = z.infer<typeof BookHere>
const BooksHere = z.object({ current: z.nullable(UserId), books: z.array(BookHere) })

const KEY = 'sotay-books'

function read(): z.infer<typeof BooksHere> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    const books = BooksHere.safeParse(kept)
    return books.success ? books.data : { current: null, books: [] }
  } catch {
    return { current: null, books: [] }
  }
}

/** The book that was open last on this device. */
export function findCurrentBook(): BookHere | undefined {
  const { current, books } = read()
  return books.find((book) => book.user === current)
}

/** The book of a sign-in name. */
export function findBookOf(name: string): BookHere | undefined {
  return read().books.find((book) => book.name === name.trim().toLowerCase())
}

/** Makes a book the current one. */
export function chooseBook(book: BookHere): void {
  const others = read().books.filter((other) => other.user !== book.user)
  localStorage.setItem(KEY, JSON.stringify({ current: book.user, books: [...others, { ...book, name: book.name.trim().toLowerCase() }] }))
}

/** No book is current; all stay where they are. */
export function chooseNone(): void {
  localStorage.setItem(KEY, JSON.stringify({ ...read(), current: null }))
}

/** The name under which a user's book is stored. */
export function bookName(user: UserId): string {
  return `sotay-${user}`
}
