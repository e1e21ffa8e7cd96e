import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findUnitType, isBelow, isUnitNamed, searchWords, unitNameKey, unitQuery, unitRank, unitSearchText, unitSpelling } from './unit-name.ts'

const finds = (typed: string, name: string): boolean => isUnitNamed(unitNameKey(name), unitQuery(typed))

describe('looking for a unit', () => {
  it('takes any spelling: marks or none, the tone on either letter, composed or not', () => {
    for (const typed of ['Hòa Bình', 'Hoà Bình', 'hoa binh', 'HÒA BÌNH', 'hoà bình'.normalize('NFD'), 'hoa b']) {
      for (const name of ['Xã Hòa Bình', 'Xã Hoà Bình', 'Xã Hoà Bình'.normalize('NFD')]) expect(finds(typed, name), `${typed} ${name}`).toBe(true)
    }
    expect(finds('hóa bình', 'Xã Hòa Bình')).toBe(false)
    expect(finds('hòa binh', 'Xã Hoa Bình')).toBe(false)
  })
  it.each([
    ['TP. Huế', 'Thành phố Huế'],
    ['tp huế', 'Thành phố Huế'],
    ['TP.HCM', 'Thành phố Hồ Chí Minh'],
    ['tphcm', 'Thành phố Hồ Chí Minh'],
    ['P. Hoà Bình', 'Phường Hòa Bình'],
    ['P12', 'Phường 12'],
    ['Q. 1', 'Quận 1'],
    ['q1', 'Quận 1'],
    ['H. Gia Lâm', 'Huyện Gia Lâm'],
    ['TX Sơn Tây', 'Thị xã Sơn Tây'],
    ['TT. Liên Sơn', 'Thị trấn Liên Sơn'],
    ['ĐK Phú Quốc', 'Đặc khu Phú Quốc'],
    ['X. Ia Mơ', 'Xã Ia Mơ'],
    ['T. Đồng Nai', 'Tỉnh Đồng Nai'],
    ['phường 1', 'Phường 01'],
    ["ea h'leo", 'Xã Ea H’Leo'],
    ['\u00d0\u1ed3ng Nai', 'Tỉnh Đồng Nai'],
    ['dong nai', 'Tỉnh \u00d0\u1ed3ng Nai'],
  ])('%s finds %s', (typed, name) => expect(finds(typed, name)).toBe(true))
  it('takes a short form only where it is one', () => {
    expect(finds('p', 'Phường Phú Lợi')).toBe(true)
    expect(finds('tp', 'Phường Phú Lợi')).toBe(false)
    expect(finds('q 1', 'Huyện Quế Phong')).toBe(false)
    expect(finds('x', 'Phường Xuân Hòa')).toBe(true)
  })
  it('holds what follows a comma against the units above', () => {
    const query = unitQuery('p.12, q gò vấp, tp.hcm')
    expect(isUnitNamed(unitNameKey('Phường 12'), query)).toBe(true)
    expect(isBelow(['Quận Gò Vấp', 'Thành phố Hồ Chí Minh'].map(unitNameKey), query)).toBe(true)
    expect(isBelow(['Quận Tân Bình', 'Thành phố Hồ Chí Minh'].map(unitNameKey), query)).toBe(false)
  })
  it('ranks the very name first, then without the type, then without marks', () => {
    const query = unitQuery('Hoà Bình')
    expect(['Hòa Bình', 'Xã Hòa Bình', 'Xã Hoa Bình', 'Xã Hòa Bình Thạnh'].map((name) => unitRank(name, query))).toEqual([0, 1, 2, 3])
  })
  it('a name is found by its own search text, by itself and by its beginning', () => {
    const word = fc.constantFrom('Hoà', 'Đông', 'Thạnh', 'Ea', 'H’Leo', 'Tân', '12', 'Ô', 'Ước')
    const name = fc.tuple(fc.constantFrom('Xã', 'Phường', 'Quận', 'Thị trấn'), fc.array(word, { minLength: 1, maxLength: 4 })).map(([type, words]) => [type, ...words].join(' '))
    fc.assert(
      fc.property(name, fc.nat(12), (full, cut) => {
        for (const typed of [full, full.slice(0, cut), full.normalize('NFD')]) {
          expect(finds(typed, full)).toBe(true)
          for (const found of searchWords(unitQuery(typed))) expect(unitSearchText(full)).toContain(` ${found}`)
        }
        expect(unitSpelling(full.toUpperCase())).toBe(unitSpelling(full))
      }),
    )
  })
})

describe('the type of a unit', () => {
  it('stands before its name', () => {
    expect(['Phường Ba Đình', 'Thành phố Huế', 'Thị trấn NT Lệ Ninh', 'Đặc khu Côn Đảo'].map(findUnitType)).toEqual(['Phường', 'Thành phố', 'Thị trấn', 'Đặc khu'])
  })
  it('may be missing', () => expect(['Ba Đình', 'Phường', 'Xãm'].map(findUnitType)).toEqual([undefined, undefined, undefined]))
})
