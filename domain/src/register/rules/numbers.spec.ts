import { describe, expect, it } from 'vitest'
import { partialDate } from '../../kernel/partial-date.ts'
import type { FactOf } from '../../kinds.ts'
import { type Draft, household, householdChanged, mother, person, personChanged } from '../../testing/drafts.ts'
import { given } from '../../testing/given.ts'

const home = (...more: readonly Draft[]) => given(household(), mother(), ...more)
/** A woman born on 20 May 1990, with these papers. */
const lan = (data: Partial<FactOf<'person-registered'>['data']>) => person('Lan', { data })

describe('papers of a person registered', () => {
  it('that are missing never warn', () => home().when(lan({})).thenNoProblem())
  it('that agree', () => {
    home().when(lan({ nationalId: '066190001234', insuranceNumber: 'HT3666600112233' })).thenNoProblem()
    home().when(lan({ nationalId: '066190001234', insuranceNumber: '066190001234' })).thenNoProblem()
  })
  it('that contradict what is noted warn there', () => {
    home().when(lan({ nationalId: '066090001234' })).thenProblem('national-id-sex', { at: 'data.sex', severity: 'warn' })
    home().when(lan({ nationalId: '066191001234' })).thenProblem('national-id-year', { at: 'data.born', severity: 'warn' })
    home().when(lan({ insuranceNumber: '066090001234' })).thenProblem('national-id-sex', { at: 'data.sex' })
  })
  it('of somebody whose year is a guess', () => {
    home().when(lan({ nationalId: '066191001234', born: partialDate('1990'), bornAbout: true })).thenNoProblem()
  })
  it('that are odd warn at the number', () => {
    home().when(lan({ nationalId: '06619000123' })).thenProblem('national-id-length', { at: 'data.nationalId', severity: 'warn' })
    home().when(lan({ nationalId: '66190001234' })).thenProblem('national-id-zero', { at: 'data.nationalId' })
    home().when(lan({ nationalId: '003190001234' })).thenProblem('national-id-province', { at: 'data.nationalId' })
    home().when(lan({ nationalId: '240123456' })).thenProblem('national-id-old', { at: 'data.nationalId' })
    home().when(lan({ insuranceNumber: 'GD4797930' })).thenProblem('insurance-length', { at: 'data.insuranceNumber', severity: 'warn' })
    home().when(lan({ nationalId: '066190001234', insuranceNumber: '066190001235' })).thenProblem('insurance-other-id', { at: 'data.insuranceNumber' })
  })
  it('never block', () => {
    const { problems } = home().when(lan({ nationalId: 'KHONGCO', insuranceNumber: 'XXXXXXXXXXXXXXX' }))
    expect(problems.map(({ severity }) => severity)).toEqual(['warn', 'warn', 'warn', 'warn'])
  })
})

describe('papers noted later', () => {
  const change = (next: FactOf<'person-changed'>['data']['new'], of = 'mother') => personChanged(of, { new: next })
  it('that agree with the person known', () => {
    home().when(change({ nationalId: '066190001234' })).thenNoProblem()
    home(lan({ nationalId: '066190001234' })).when(change({ insuranceNumber: '066190001234' }, 'Lan')).thenNoProblem()
  })
  it('that contradict the person known warn at the number', () => {
    home().when(change({ nationalId: '066090001234' })).thenProblem('national-id-sex', { at: 'data.new.nationalId', severity: 'warn' })
    home().when(change({ nationalId: '066180001234' })).thenProblem('national-id-year', { at: 'data.new.nationalId' })
    home().when(change({ insuranceNumber: '066180001234' })).thenProblem('national-id-year', { at: 'data.new.insuranceNumber' })
    home(lan({ nationalId: '066190001234' })).when(change({ insuranceNumber: '066190001239' }, 'Lan')).thenProblem('insurance-other-id', { at: 'data.new.insuranceNumber' })
  })
  it('are compared with the id of the same note first', () => {
    home(lan({ nationalId: '066190001234' })).when(change({ nationalId: '066190001239', insuranceNumber: '066190001239' }, 'Lan')).thenNoProblem()
  })
  it('of another kind are not looked at', () => home(lan({ nationalId: '066090001234' })).when(change({ education: 'college' }, 'Lan')).thenNoProblem())
})

describe('the phone of a household', () => {
  it('rings', () => {
    for (const phone of ['0912345678', '+84912345678', '02623851234', '+12025550100']) home().when(household('2', { data: { phone } })).thenNoProblem()
    home().when(household('2')).thenNoProblem()
  })
  it('is odd', () => {
    for (const phone of ['01912345678', '19001009', '0242345678']) {
      home().when(household('2', { data: { phone } })).thenProblem('phone-odd', { at: 'data.phone', severity: 'warn' })
    }
    home().when(householdChanged('1', { phone: '091234567' })).thenProblem('phone-odd', { at: 'data.phone', severity: 'warn' })
  })
  it('has a prefix of before 2018', () => {
    const { params } = home().when(householdChanged('1', { phone: '01687878888' })).thenProblem('phone-renumbered', { at: 'data.phone', severity: 'warn' })
    expect(params).toEqual({ from: '0168', to: '038' })
  })
})
