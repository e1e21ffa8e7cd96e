import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPhoneNumber } from './phone-number.ts'

const e164 = (text: string): string | undefined => {
  const read = readPhoneNumber(text)
  return read.kind === 'unreadable' ? undefined : read.e164
}

/** libphonenumber-js 1.13.16, full metadata, region VN (shared/data/interop/vn_phone_vectors.json): what is written, and E.164 where it is valid. */
const MOBILE = [
  ['0912345678', '+84912345678'], ['+84 912 345 678', '+84912345678'], ['84912345678', '+84912345678'], ['0084912345678', '+84912345678'],
  ['091.234.5678', '+84912345678'], ['(091) 234-5678', '+84912345678'], ['912345678', '+84912345678'], ['０９１２３４５６７８', '+84912345678'],
  [' 0912345678 ', '+84912345678'], ['0362345678', '+84362345678'], ['0702345678', '+84702345678'], ['0812345678', '+84812345678'],
  ['0562345678', '+84562345678'], ['0592345678', '+84592345678'], ['0872345678', '+84872345678'], ['0522345678', '+84522345678'],
  ['0999999999', '+84999999999'], ['0951234567', '+84951234567'],
] as const
const LANDLINE = [['02438251234', '+842438251234'], ['024 3825 1234', '+842438251234'], ['02839291234', '+842839291234']] as const
const SERVICE = [['1800 1234', '+8418001234'], ['19001009', '+8419001009']] as const
const INVALID = ['01612345678', '0161 234 5678', '0123456789', '0592345', '0438251234', '0613822777', '113', '115', '0000000000', '0551234567']

describe('a phone number', () => {
  it('is read as libphonenumber reads it', () => {
    for (const [text, expected] of MOBILE) expect([text, readPhoneNumber(text).kind, e164(text)]).toEqual([text, 'mobile', expected])
    for (const [text, expected] of LANDLINE) expect([text, readPhoneNumber(text).kind, e164(text)]).toEqual([text, 'landline', expected])
    for (const [text, expected] of SERVICE) expect([text, readPhoneNumber(text).kind, e164(text)]).toEqual([text, 'service', expected])
    for (const text of INVALID) expect([text, readPhoneNumber(text).kind]).toEqual([text, 'unreadable'])
    expect(readPhoneNumber('+1 202 555 0100')).toEqual({ kind: 'abroad', e164: '+12025550100' })
  })
  it('of a mobile names the network it was given by', () => {
    const networks = ['0321', '0861', '0981', '0811', '0881', '0911', '0701', '0891', '0931', '0521', '0921', '0591', '0991', '0871', '0559', '0511'].map((prefix) => {
      const read = readPhoneNumber(prefix.padEnd(10, '1'))
      return read.kind === 'mobile' ? read.network : read.kind
    })
    expect(networks.join(' ')).toBe(
      'Viettel Viettel Viettel VinaPhone VinaPhone VinaPhone MobiFone MobiFone MobiFone Vietnamobile Vietnamobile Gmobile Gmobile Itel Wintel unknown',
    )
  })
  it('is written as it is read out', () => {
    expect(readPhoneNumber('+84912345678')).toMatchObject({ national: '0912 345 678' })
    expect(readPhoneNumber('842438251234')).toMatchObject({ national: '024 3825 1234', province: 'Hà Nội' })
    expect(readPhoneNumber('2623851234')).toMatchObject({ national: '0262 385 1234', province: 'Đắk Lắk' })
    expect(readPhoneNumber('19001009')).toMatchObject({ national: '1900 1009' })
  })
  /** The operators' notice of 15 September 2018 (baonghean.vn, mobifone.vn). */
  it('of eleven digits gets its prefix of 2018', () => {
    const old = [['0120', '070'], ['0121', '079'], ['0122', '077'], ['0126', '076'], ['0128', '078'], ['0123', '083'], ['0124', '084'], ['0125', '085'], ['0127', '081'],
      ['0129', '082'], ['0162', '032'], ['0163', '033'], ['0164', '034'], ['0165', '035'], ['0166', '036'], ['0167', '037'], ['0168', '038'], ['0169', '039'],
      ['0186', '056'], ['0188', '058'], ['0199', '059']]
    for (const [from, to] of old) {
      expect(readPhoneNumber(`${from}7878888`)).toMatchObject({ kind: 'mobile', e164: `+84${to?.slice(1)}7878888`, renumbered: { from, to } })
    }
    expect(e164('+84 168 787 8888')).toBe('+84387878888')
    expect(e164('1687878888')).toBe('+84387878888')
    expect(readPhoneNumber('0387878888')).not.toHaveProperty('renumbered')
  })
  it('that lost its 0 is not taken for one with a country', () => expect(readPhoneNumber('841234567')).toMatchObject({ kind: 'mobile', national: '0841 234 567' }))
  it('that is none says why', () => {
    expect(readPhoneNumber('0123456789')).toEqual({ kind: 'unreadable', why: 'prefix' })
    expect(readPhoneNumber('02418251234')).toEqual({ kind: 'unreadable', why: 'prefix' })
    expect(readPhoneNumber('không có')).toEqual({ kind: 'unreadable', why: 'characters' })
    expect(readPhoneNumber('0912345678 / 0987654321')).toEqual({ kind: 'unreadable', why: 'characters' })
    expect(readPhoneNumber('')).toEqual({ kind: 'unreadable', why: 'characters' })
    expect(readPhoneNumber('091234567')).toEqual({ kind: 'unreadable', why: 'length' })
    expect(readPhoneNumber('0243825123')).toEqual({ kind: 'unreadable', why: 'length' })
    expect(readPhoneNumber('0242345678')).toEqual({ kind: 'unreadable', why: 'length' })
    expect(readPhoneNumber('1900100')).toEqual({ kind: 'unreadable', why: 'length' })
    expect(readPhoneNumber('+123456')).toEqual({ kind: 'unreadable', why: 'length' })
    expect(readPhoneNumber('02953825123')).toEqual({ kind: 'unreadable', why: 'prefix' })
    expect(readPhoneNumber('0612345678')).toEqual({ kind: 'unreadable', why: 'prefix' })
  })
  it('is always the same number, however it is written', () => {
    const prefix = fc.constantFrom('32', '52', '70', '81', '91', '98', '243', '262')
    fc.assert(
      fc.property(prefix, fc.integer({ min: 2_000_000, max: 9_999_999 }), (start, rest) => {
        const bare = `${start}${rest}`
        const written = [`0${bare}`, `+84${bare}`, `84${bare}`, `0084${bare}`, bare, `+84 (0)${bare}`, `0${bare.slice(0, 2)}.${bare.slice(2)}`]
        expect(new Set(written.map(e164))).toEqual(new Set([`+84${bare}`]))
      }),
    )
  })
  it('is never refused', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\+?[0-9]{0,16}$/)), (text) => { expect(readPhoneNumber(text).kind).toMatch(/./) }))
  })
})
