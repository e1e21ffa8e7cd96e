import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partialDate } from '../kernel/partial-date.ts'
import { nationalIdProblems, readNationalId } from './national-id.ts'
import { provincesOfCode } from './province-codes.ts'

const told = (text: string, noted: Parameters<typeof nationalIdProblems>[1] = {}) => nationalIdProblems(text, noted).map(({ code, at }) => `${code} at ${at}`)
const born = (text: string) => ({ born: partialDate(text) })

describe('a personal number', () => {
  it('says where the birth was registered, sex, century and year', () => {
    expect(readNationalId('066190001234')).toEqual({
      kind: 'cccd', digits: '066190001234', place: { kind: 'province', code: '066', names: ['Đắk Lắk'] }, sex: 'female', century: 20, birthYear: 1990,
    })
    expect(readNationalId('001204012345')).toMatchObject({ sex: 'male', century: 21, birthYear: 2004, place: { names: ['Hà Nội'] } })
    expect(readNationalId('001312012345')).toMatchObject({ sex: 'female', century: 21, birthYear: 2012 })
    expect(readNationalId('001948012345')).toMatchObject({ sex: 'female', century: 24, birthYear: 2348 })
  })
  it('is read with spaces, dots and full-width digits', () => {
    for (const text of ['066 190 001 234', '066.190.001.234', ' 066190001234 ', '０６６１９０００１２３４']) expect(readNationalId(text)).toMatchObject({ digits: '066190001234' })
  })
  it('keeps the province of its time: codes changed hands on 1 July 2025', () => {
    expect(readNationalId('015199001234')).toMatchObject({ place: { names: ['Yên Bái'] } })
    expect(readNationalId('015224001234')).toMatchObject({ place: { names: ['Yên Bái'] } })
    expect(readNationalId('015225001234')).toMatchObject({ place: { names: ['Yên Bái', 'Lào Cai'] } })
    expect(readNationalId('015226001234')).toMatchObject({ place: { names: ['Lào Cai'] } })
    expect(readNationalId('046190001234')).toMatchObject({ place: { names: ['Thừa Thiên Huế'] } })
  })
  it('may be of a birth registered abroad', () => expect(readNationalId('107190001234')).toMatchObject({ place: { kind: 'country', code: '107' } }))
  it('of nine digits is an old one', () => expect(readNationalId('240123456')).toEqual({ kind: 'cmnd', digits: '240123456' }))
  it('that lost its noughts in a spreadsheet is told from one that is too short', () => {
    expect(readNationalId('66190001234')).toEqual({ kind: 'unreadable', why: 'zero-lost', digits: '066190001234' })
    expect(readNationalId('1190001234')).toEqual({ kind: 'unreadable', why: 'zero-lost', digits: '001190001234' })
    expect(readNationalId('03190001234')).toEqual({ kind: 'unreadable', why: 'length' })
    expect(readNationalId('3619000123')).toEqual({ kind: 'unreadable', why: 'length' })
  })
  it('that is none is never refused', () => {
    expect(readNationalId('B1234567')).toEqual({ kind: 'unreadable', why: 'characters' })
    expect(readNationalId('')).toEqual({ kind: 'unreadable', why: 'length' })
    fc.assert(fc.property(fc.string(), (text) => { expect(nationalIdProblems(text, {}).every(({ severity }) => severity === 'warn')).toBe(true) }))
  })
  it('always says the sex and the year it was made of', () => {
    fc.assert(
      fc.property(fc.constantFrom('male', 'female'), fc.integer({ min: 1900, max: 2099 }), fc.nat(999_999), (sex, year, rest) => {
        const digit = (year < 2000 ? 0 : 2) + (sex === 'female' ? 1 : 0)
        const text = `066${digit}${String(year % 100).padStart(2, '0')}${String(rest).padStart(6, '0')}`
        expect(readNationalId(text)).toMatchObject({ kind: 'cccd', sex, birthYear: year })
      }),
    )
  })
})

describe('a personal number and what is noted', () => {
  it('agree', () => {
    expect(told('066190001234', { sex: 'female', ...born('1990-05-20') })).toEqual([])
    expect(told('066190001234', { sex: 'female', ...born('1990-05') })).toEqual([])
    expect(told('066190001234', { sex: 'female', ...born('1990') })).toEqual([])
    expect(told('066190001234')).toEqual([])
  })
  it('contradict one another in sex', () => {
    expect(nationalIdProblems('066190001234', { sex: 'male' })).toEqual([{ code: 'national-id-sex', at: 'sex', severity: 'warn', params: { says: 'female' } }])
    expect(told('066090001234', { sex: 'female' })).toEqual(['national-id-sex at sex'])
  })
  it('contradict one another in the year', () => {
    expect(nationalIdProblems('066190001234', born('1991-01-02'))).toEqual([
      { code: 'national-id-year', at: 'born', severity: 'warn', params: { says: 1990, noted: 1991 } },
    ])
    expect(told('066190001234', born('1989'))).toEqual(['national-id-year at born'])
    expect(told('066390001234', born('1990'))).toEqual(['national-id-year at born'])
  })
  it('may lie under ten years apart where the year is a guess', () => {
    const about = (year: string) => told('066150001234', { ...born(year), bornAbout: true })
    expect([about('1941'), about('1959')]).toEqual([[], []])
    expect([about('1940'), about('1960')]).toEqual([['national-id-year at born'], ['national-id-year at born']])
    expect(told('066150001234', { ...born('1951'), bornAbout: false })).toEqual(['national-id-year at born'])
  })
  it('are not compared where the number cannot be read', () => {
    const noted = { sex: 'male', ...born('1900') } as const
    expect(told('240123456', noted)).toEqual(['national-id-old at nationalId'])
    expect(told('66190001234', noted)).toEqual(['national-id-zero at nationalId'])
    expect(told('0661900012345', noted)).toEqual(['national-id-length at nationalId'])
    expect(told('06619000123A', noted)).toEqual(['national-id-digits at nationalId'])
    expect(nationalIdProblems('0661 9000', {})).toMatchObject([{ code: 'national-id-length', params: { length: 8 } }])
  })
  it('has a province that there is', () => {
    expect(nationalIdProblems('003190001234', {})).toMatchObject([{ code: 'national-id-province', at: 'nationalId', params: { start: '003' } }])
    expect(told('000190001234')).toEqual(['national-id-province at nationalId'])
    expect(told('107190001234')).toEqual([])
  })
})

describe('province codes', () => {
  const codes = Array.from({ length: 100 }, (_, code) => String(code).padStart(2, '0'))
  it('are 63 until 2025; 34 of them go on, eight under another name', () => {
    const before = codes.filter((code) => provincesOfCode(code, 2024).length > 0)
    expect(before).toHaveLength(63)
    const renamed = before.filter((code) => provincesOfCode(code).length === 2)
    expect(renamed).toEqual(['15', '24', '44', '46', '52', '80', '82', '91'])
    expect(new Set(before.map((code) => provincesOfCode(code, 2024)[0])).size).toBe(63)
  })
  it('that no province bears since 2025 keep the name they had', () => expect(provincesOfCode('02', 2026)).toEqual(['Hà Giang']))
})
