import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { idbShelf, openDatabase } from './idb-store.ts'
import { memoryShelf, type Shelf, ShelfTaken } from './shelf.ts'

const record = (n: number, text = `record ${n}`) => ({ n, sealed: new TextEncoder().encode(text) })
const numbers = async (shelf: Shelf, after = 0) => (await shelf.read(after)).map(({ n }) => n)

let made = 0
const kinds: Record<string, () => Promise<Shelf>> = {
  memory: () => Promise.resolve(memoryShelf()),
  IndexedDB: async () => idbShelf(await openDatabase(`book-${++made}`)),
}

describe.each(Object.entries(kinds))('a shelf in %s', (_name, open) => {
  it('gives back what was appended, in order, from any number', async () => {
    const shelf = await open()
    for (const n of [1, 2, 3]) await shelf.append(record(n))
    expect(await numbers(shelf)).toEqual([1, 2, 3])
    expect(await numbers(shelf, 2)).toEqual([3])
    expect(new TextDecoder().decode((await shelf.read(1))[0]?.sealed)).toBe('record 2')
  })

  it('SYNC-1: gives a number once and leaves no gap', async () => {
    const shelf = await open()
    await shelf.append(record(1))
    await expect(shelf.append(record(1, 'other'))).rejects.toThrow(ShelfTaken)
    await expect(shelf.append(record(3))).rejects.toThrow(ShelfTaken)
    expect(await numbers(shelf)).toEqual([1])
    const both = await Promise.allSettled([shelf.append(record(2, 'left')), shelf.append(record(2, 'right'))])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await numbers(shelf)).toEqual([1, 2])
  })

  it('puts one record in the place of all, unless a later one came meanwhile', async () => {
    const shelf = await open()
    for (const n of [1, 2, 3]) await shelf.append(record(n))
    await expect(shelf.compact(record(2, 'short'))).rejects.toThrow(ShelfTaken)
    expect(await numbers(shelf)).toEqual([1, 2, 3])
    await shelf.compact(record(3, 'short'))
    expect(await numbers(shelf)).toEqual([3])
    await shelf.append(record(4))
    expect(await numbers(shelf)).toEqual([3, 4])
  })
})
