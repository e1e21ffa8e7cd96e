import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partialDate } from '../kernel/partial-date.ts'
import { insuranceProblems, isSameInsured, readInsuranceNumber } from './insurance-number.ts'

const told = (text: string, noted: Parameters<typeof insuranceProblems>[1] = {}) => insuranceProblems(text, noted).map(({ code, at }) => `${code} at ${at}`)

describe('a health-insurance number', () => {
  it('of 15 characters says group, level, issuer and own number', () => {
    expect(readInsuranceNumber('HT3666600112233')).toEqual({
      kind: 'card', group: 'HT', level: '3', issuer: { kind: 'province', code: '66', names: ['Đắk Lắk'] }, own: '6600112233',
    })
    expect(readInsuranceNumber('ht 3 66 6600112233')).toMatchObject({ kind: 'card', group: 'HT', own: '6600112233' })
    expect(readInsuranceNumber('GD4157916123456')).toMatchObject({ issuer: { names: ['Yên Bái', 'Lào Cai'] } })
    expect(readInsuranceNumber('QN5979716123456')).toMatchObject({ issuer: { kind: 'forces', code: '97' } })
  })
  it('of ten digits is the own number alone', () => expect(readInsuranceNumber('66 0011 2233')).toEqual({ kind: 'code', own: '6600112233' }))
  it('of twelve digits is the personal number', () => expect(readInsuranceNumber('066190001234')).toEqual({ kind: 'personal', digits: '066190001234' }))
  it('of anything else cannot be read, and is not refused', () => {
    expect(readInsuranceNumber('GD4797930')).toEqual({ kind: 'unreadable', why: 'length' })
    expect(readInsuranceNumber('66001122AB')).toEqual({ kind: 'unreadable', why: 'characters' })
    expect(readInsuranceNumber('không có')).toEqual({ kind: 'unreadable', why: 'characters' })
    fc.assert(fc.property(fc.string(), (text) => { expect(insuranceProblems(text, {}).every(({ severity }) => severity === 'warn')).toBe(true) }))
  })
  it('is one insured’s with 10 and with 15 characters', () => {
    expect(isSameInsured('HT3666600112233', '6600112233')).toBe(true)
    expect(isSameInsured('HT3666600112233', 'GD4 79 6600112233')).toBe(true)
    expect(isSameInsured('HT3666600112233', '6600112234')).toBe(false)
    expect(isSameInsured('066190001234', '6190001234')).toBe(false)
    expect(isSameInsured('GD4797930', 'gd4.797.930')).toBe(true)
    expect(isSameInsured('GD4797930', 'GD4797931')).toBe(false)
  })
})

describe('what is odd about a health-insurance number', () => {
  it('is nothing about a good one', () => {
    for (const text of ['HT3666600112233', '6600112233', 'GD4157916123456', 'CA5980123456789', '066190001234']) expect(told(text)).toEqual([])
  })
  it('is how long it is', () => {
    expect(insuranceProblems('GD4797930', {})).toEqual([{ code: 'insurance-length', at: 'insuranceNumber', severity: 'warn', params: { length: 9 } }])
    expect(told('HT36666001122334')).toEqual(['insurance-length at insuranceNumber'])
  })
  it('is a part of a card', () => {
    expect(insuranceProblems('H13666600112233', {})).toMatchObject([{ code: 'insurance-group', params: { group: 'H1' } }])
    expect(insuranceProblems('HT6666600112233', {})).toMatchObject([{ code: 'insurance-level', params: { level: '6' } }])
    expect(told('HT0666600112233')).toEqual(['insurance-level at insuranceNumber'])
    expect(insuranceProblems('HT3036600112233', {})).toMatchObject([{ code: 'insurance-province', params: { place: '03' } }])
    expect(told('HT366660011223A')).toEqual(['insurance-digits at insuranceNumber'])
    expect(told('H19000000000ABC')).toHaveLength(4)
  })
  it('is a letter among ten or twelve', () => {
    expect(told('66001122A3')).toEqual(['insurance-digits at insuranceNumber'])
    expect(told('06619000123O')).toEqual(['insurance-digits at insuranceNumber'])
  })
  it('is a personal number that is not the one noted, or not this person’s', () => {
    expect(told('066190001234', { nationalId: '066190001234', sex: 'male' })).toEqual([])
    expect(told('066190001234', { nationalId: '066 190 001 234' })).toEqual([])
    expect(told('066190001234', { nationalId: '066190001235' })).toEqual(['insurance-other-id at insuranceNumber'])
    expect(told('066190001234', { nationalId: '240123456', sex: 'male' })).toEqual(['national-id-sex at sex'])
    expect(told('066190001234', { sex: 'male', born: partialDate('1991') })).toEqual(['national-id-sex at sex', 'national-id-year at born'])
    expect(told('003190001234')).toEqual(['national-id-province at insuranceNumber'])
  })
})
