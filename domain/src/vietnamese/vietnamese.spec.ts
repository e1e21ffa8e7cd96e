import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guessGivenName } from './given-name.ts'
import { caseFolded, withoutMarks } from './letters.ts'
import { compareNames, compareText } from './name-order.ts'
import { isFoundBy, nameKey, queryKey } from './name-search.ts'

const finds = (typed: string, name: string) => isFoundBy(nameKey(name), queryKey(typed))

describe('letters', () => {
  it('fold to NFC and lower case', () => {
    expect(caseFolded('NGUYỄN'.normalize('NFD'))).toBe('nguyễn')
    expect(caseFolded('ĐẶNG')).toBe('đặng')
  })
  it('lose every mark, đ included', () => {
    expect(withoutMarks('Đặng Thị Mỹ Lệ, Nguyễn Hữu Ở, ỡ ặ ữ ằ ẵ ỷ')).toBe('dang thi my le, nguyen huu o, o a u a a y')
    expect(withoutMarks('Đ'.normalize('NFD'))).toBe('d')
  })
  it('that only look like đ stay what they are', () => expect(withoutMarks('\u00d0a')).toBe('\u00f0a'))
  it('of Vietnamese, every one, come down to a–z', () => {
    const base = 'a ă â e ê i o ô ơ u ư y'.split(' ')
    const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
    const letters = [...base.flatMap((letter) => tones.map((tone) => (letter + tone).normalize('NFC'))), 'đ']
    const both = letters.flatMap((letter) => [letter, letter.toUpperCase()])
    expect(new Set(both).size).toBe(146)
    for (const letter of both) expect(withoutMarks(letter)).toMatch(/^[a-z]$/)
  })
  it('are folded once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(withoutMarks(withoutMarks(text))).toBe(withoutMarks(text))
        expect(withoutMarks(text.normalize('NFD'))).toBe(withoutMarks(text))
      }),
    )
  })
})

describe('looking for a name', () => {
  it('each word typed begins some word, in any order', () => {
    expect(finds('thi la', 'Nguyễn Thị Lan')).toBe(true)
    expect(finds('lan nguyen', 'Nguyễn Thị Lan')).toBe(true)
    expect(finds('an', 'Nguyễn Thị Lan')).toBe(false)
    expect(finds('lan hoa', 'Nguyễn Thị Lan')).toBe(false)
    expect(finds('lann', 'Nguyễn Thị Lan')).toBe(false)
  })
  it('nothing typed finds everybody', () => expect(finds(' ', 'Nguyễn Thị Lan')).toBe(true))
  it('without marks all are found', () => {
    for (const name of ['Lan', 'Lân', 'Lần', 'LẬN']) expect(finds('lan', name)).toBe(true)
    expect(finds('dang', 'Đặng')).toBe(true)
  })
  it('marks typed must be there', () => {
    expect(finds('lân', 'Lan')).toBe(false)
    expect(finds('lân', 'Lân')).toBe(true)
    expect(finds('lân', 'Lần')).toBe(true)
    expect(finds('lần', 'Lân')).toBe(false)
    expect(finds('đang', 'Dang')).toBe(false)
    expect(finds('đang', 'Đặng')).toBe(true)
    expect(finds('lăn', 'Lân')).toBe(false)
    expect(finds('nguyê', 'Nguyễn')).toBe(true)
  })
  it('a tone counts wherever it is written', () => {
    expect(finds('hoà', 'Hòa')).toBe(true)
    expect(finds('hòa', 'Hoà')).toBe(true)
    expect(finds('hoá', 'Hòa')).toBe(false)
  })
  it('apostrophes may be left out', () => {
    for (const typed of ["h'hen", 'hhen', 'hen', 'h’hen', 'niê', 'nie']) expect(finds(typed, "H'Hen Niê")).toBe(true)
  })
  it('how the text is composed makes no difference', () => {
    expect(finds('lần'.normalize('NFD'), 'Lần')).toBe(true)
    expect(finds('lần', 'Lần'.normalize('NFD'))).toBe(true)
  })
  it('every name is found by itself, by its beginning and without its marks', () => {
    const word = fc.constantFrom('Nguyễn', 'Trần', 'Thị', 'Đỗ', 'Hoà', 'Lệ', "H'Hen", 'Êban', 'Ơn', 'Ước', 'Y')
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), fc.nat(20), (words, cut) => {
        const name = words.join(' ')
        expect(finds(name, name)).toBe(true)
        expect(finds(name.slice(0, cut), name)).toBe(true)
        expect(finds(withoutMarks(name), name)).toBe(true)
      }),
    )
  })
})

describe('order', () => {
  /** CLDR 48.0 by ICU 78.2, `Intl.Collator("vi")` (shared/data/strings/collation_vi.json). */
  const sorted = [
    'An Ao Ăn Ân Ẩn Ấn Ba Bà Bả Bã Bá Bạ Ca Cha Da Dá Dương Đa Đinh Đình Đương Em Êban Hoa Hoà Hoá Hòa Khanh Khánh Nga Ngà Nguyên Nguyễn Nhung',
    'Oanh Ông Ơn Phương Quý Thanh Thành Trang Tú Út Uyên Ước Văn Vân Y Ý Yến',
  ].flatMap((line) => line.split(' '))
  it('is that of the dictionary', () => {
    expect(sorted).toHaveLength(51)
    expect([...sorted].reverse().sort(compareText)).toEqual(sorted)
  })
  it('of people goes by the given name first', () => {
    const named = (full: string) => ({ full, given: guessGivenName(full) })
    const people = ['Trần Văn An', 'An Thị Yến', 'Nguyễn Thị Ân', 'Đỗ Văn An'].map(named)
    expect(people.sort(compareNames).map(({ full }) => full)).toEqual(['Đỗ Văn An', 'Trần Văn An', 'Nguyễn Thị Ân', 'An Thị Yến'])
  })
})

describe('the given name guessed', () => {
  it('is the last word', () => expect(guessGivenName('  Nguyễn Thị  Mai ')).toBe('Mai'))
  it.each([["H'Hen Niê", "H'Hen"], ['H’ Lan Mlô', 'H’ Lan'], ['Y Bhăm Êban', 'Y Bhăm'], ["K' Brêu", "K' Brêu"], ['Hồ Văn Y', 'Y'], ['Ý Lan', 'Lan'], ['Y', 'Y']])('of %s is %s', (full, given) =>
    expect(guessGivenName(full)).toBe(given))
  it('is nothing of nothing', () => expect(guessGivenName('  ')).toBe(''))
})
