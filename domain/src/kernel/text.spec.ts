import { describe, expect, it } from 'vitest'
import { text } from './text.ts'

const name = text(200)
const read = (value: unknown) => name.safeParse(value)

describe('text from a person', () => {
  it('is brought to NFC and freed of outer spaces', () => {
    expect(name.parse(`  ${'Nguyễn Thị Ở'.normalize('NFD')} \n`)).toBe('Nguyễn Thị Ở')
  })
  it('may be 200 letters long, however they came, and no longer', () => {
    expect(read('ở'.repeat(200).normalize('NFD')).data).toBe('ở'.repeat(200))
    expect(read('ở'.repeat(201)).success).toBe(false)
    expect(read('a'.repeat(1_000_000)).success).toBe(false)
  })
  it('is not empty', () => {
    for (const value of ['', '   ', '\n', '\u00a0']) expect(read(value).success).toBe(false)
  })
  it('keeps lines, HTML, SQL, apostrophes and every letter as they are', () => {
    for (const value of ['dòng 1\ndòng 2', '<img src=x onerror=alert(1)>', "'; DROP TABLE log; --", "H'Hen Niê", 'Ŋ漢字🙂', '=1+1'])
      expect(name.parse(value)).toBe(value)
  })
  it('holds no control character', () => {
    for (const value of ['a\u0000b', 'a\u0007', 'a\tb', 'a\u001b[31m', 'a\u0085b', 'a\r\nb']) expect(read(value).success).toBe(false)
  })
  it('holds no half character', () => {
    for (const value of ['a\ud83d', '\ude42a', '\ude42\ud83d']) expect(read(value).success).toBe(false)
  })
  it('is text', () => {
    for (const value of [1, null, undefined, ['a'], { a: 1 }]) expect(read(value).success).toBe(false)
  })
})
