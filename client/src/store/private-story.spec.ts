import type { AnyFact } from '@sotay/domain/kernel/fact'
import { plainDate } from '@sotay/domain/kernel/plain-date'
import { period } from '@sotay/domain/kernel/period'
import { birth, type Draft, household, mother, person, settled, type Told, withdrawn } from '@sotay/domain/testing/drafts'
import { notedOf } from '@sotay/domain/testing/given'
import { personId } from '@sotay/domain/testing/ids'
import type { FactOf } from '@sotay/domain/kinds'
import { describe, expect, it } from 'vitest'
import { openBook, type OpenPerson } from './book.ts'
import { applyLine, emptyPhone, type PhoneState } from './phone-state.ts'
import { dueFor } from './private-due.ts'
import { endsOf, findBeginning, findDueDay, findOwner, inUse, isPrivate, usedIn } from './private-story.ts'

type Method = FactOf<'method-started'>['data']['method']
const her = personId('mother')
const started = (method: Method, on: string, told: Partial<Told> = {}): Draft => ({ type: 'method-started', on, ...told, data: { person: her, method } })
const stopped = (method: Method, on: string, told: Partial<Told> = {}): Draft => ({ type: 'method-stopped', on, ...told, data: { person: her, method } })
const declined = (on: string): Draft => ({ type: 'method-declined', on, data: { person: her, reason: 'wants-child' } })
const pregnant = (on: string, data: Partial<FactOf<'pregnancy-reported'>['data']> = {}, told: Partial<Told> = {}): Draft => ({
  type: 'pregnancy-reported', on, ...told, data: { person: her, which: 'unknown', ...data },
})
const ended = (on: string): Draft => ({ type: 'pregnancy-ended', on, data: { person: her, outcome: 'abortion' } })
const screened = (window: '12' | '21', on: string): Draft => ({ type: 'prenatal-screened', on, data: { person: her, window, results: { down: 'not-done' } } })
const day = plainDate

function phoneWith(drafts: readonly Draft[]): PhoneState {
  const state = emptyPhone()
  for (const { fact } of notedOf([household('1'), mother(), ...drafts])) applyLine(state, { kind: 'noted', fact })
  return state
}

function getPerson(state: PhoneState, name = 'mother'): OpenPerson {
  const found = openBook(state).people.get(personId(name))
  if (found === undefined) throw new TypeError(`${name} is not in the book`)
  return found
}

function told(...drafts: readonly Draft[]) {
  const state = phoneWith(drafts)
  const woman = getPerson(state)
  const story = openBook(state).followUp(her)
  return { state, story, due: (today: string) => dueFor(woman, story, day(today)).map((due) => (due.kind === 'prenatal' ? `${due.kind} ${due.window}` : due.kind)) }
}

describe('what is private', () => {
  it('is every fact of planning, and every withdrawal and settlement of one', () => {
    const state = phoneWith([pregnant('2026-03-01', {}, { as: 'p' }), withdrawn('p'), settled('p', 'refuse'), birth({ as: 'b' }), withdrawn('b')])
    const facts = [...state.own.values()].map(({ fact }) => fact)
    expect(facts.map((fact) => [fact.type, isPrivate(state, fact)])).toEqual([
      ['household-registered', false],
      ['person-registered', false],
      ['pregnancy-reported', true],
      ['fact-withdrawn', true],
      ['fact-settled', true],
      ['birth-reported', false],
      ['fact-withdrawn', false],
    ])
    expect(new Set(facts.filter((fact) => isPrivate(state, fact)).map((fact) => findOwner(state, fact)))).toEqual(new Set([her]))
    const newer = { ...facts[2], v: 9, data: { woman: her } } as AnyFact
    expect([isPrivate(state, newer), findOwner(state, newer)]).toEqual([true, undefined])
  })

  it('belongs to whom a correction names, not to whom it was noted of first', () => {
    const other = personId('other')
    const { state, story } = told(person('other'), pregnant('2026-03-01', { person: other }, { as: 'p' }), pregnant('2026-03-01', {}, { as: 'q', corrects: 'p' }))
    const facts = [...state.own.values()].map(({ fact }) => fact).filter((fact) => isPrivate(state, fact))
    expect(facts.map((fact) => findOwner(state, fact))).toEqual([other, her])
    expect(facts[1]?.about).toContain(other)
    expect(story.pregnancies).toHaveLength(1)
    expect(openBook(state).followUp(other).pregnancies).toEqual([])
  })
})

describe('methods', () => {
  it('end where the next begins or they are stopped; what nobody noted is unknown, not none', () => {
    const { story } = told(started('iud', '2026-02-10'), started('pill', '2026-05-31'), stopped('pill', '2026-07-31'), declined('2026-07-31'))
    const months = ['2026-01', '2026-02', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08'].map((month) => usedIn(story, period(month), day('2026-11-15')))
    expect(months).toEqual(['unknown', ['iud'], ['iud'], ['pill'], ['pill'], 'none', 'none'])
    expect(usedIn(story, period('2026-02'), day('2026-02-09'))).toBe('unknown')
    expect(usedIn(told(declined('2026-03-31')).story, period('2026-03'), day('2026-11-15'))).toBe('none')
    expect(usedIn(told(declined('2026-03-31')).story, period('2026-02'), day('2026-11-15'))).toBe('unknown')
  })
  it('of which only the stop was noted are in use on no day that anybody could name', () => {
    expect(inUse(told(stopped('pill', '2026-03-01')).story, day('2026-02-01'))).toEqual([])
  })
})

describe('pregnancies', () => {
  it('begin with the last period, or as the expected birth has it; and the other way round', () => {
    const [told1] = told(pregnant('2026-03-01', { lastPeriod: day('2026-01-10') })).story.pregnancies
    const [told2] = told(pregnant('2026-03-01', { due: day('2026-10-17') })).story.pregnancies
    const [told3] = told(pregnant('2026-03-01')).story.pregnancies
    expect([told1, told2, told3].map((one) => one && [findBeginning(one), findDueDay(one)])).toEqual([
      ['2026-01-10', '2026-10-17'],
      ['2026-01-10', '2026-10-17'],
      [undefined, undefined],
    ])
  })
  it('have ended once each, those too that nobody had noted before', () => {
    const { story } = told(ended('2025-01-05'), pregnant('2025-09-01'), birth({ on: '2026-03-04' }), pregnant('2026-09-01'), ended('2026-10-01'))
    expect(endsOf(story)).toEqual(['2026-10-01', '2026-03-04', '2025-01-05'])
  })
})

describe('what is due', () => {
  const begun = pregnant('2026-02-20', { lastPeriod: day('2026-01-01') })
  it('screening two weeks either side of its mark, until it is noted', () => {
    const { due } = told(begun)
    expect(due('2026-03-11')).toEqual([])
    expect(due('2026-03-12')).toEqual(['prenatal 12'])
    expect(due('2026-04-09')).toEqual(['prenatal 12'])
    expect(due('2026-04-10')).toEqual([])
    expect(due('2026-05-14')).toEqual(['prenatal 21'])
    expect(told(begun, screened('12', '2026-03-20')).due('2026-03-21')).toEqual([])
    expect(told(screened('12', '2025-03-20'), begun).due('2026-03-21')).toEqual(['prenatal 12'])
  })
  it('asks about a pregnancy open past 44 weeks, and about none that has ended', () => {
    expect(told(begun).due('2026-11-05')).toEqual([])
    expect(told(begun).due('2026-11-06')).toEqual(['pregnancy-overdue'])
    expect(told(pregnant('2026-01-01')).due('2026-10-08')).toEqual([])
    expect(told(pregnant('2026-01-01')).due('2026-10-09')).toEqual(['pregnancy-overdue'])
    expect(told(begun, ended('2026-04-01')).due('2026-11-06')).toEqual([])
    expect(told(begun, ended('2026-04-01')).due('2026-03-12')).toEqual([])
  })
  it('a method from six weeks after a birth, unless one is noted or declined', () => {
    const born = birth({ on: '2026-03-04' })
    expect(told(born).due('2026-04-14')).toEqual([])
    expect(told(born).due('2026-04-15')).toEqual(['no-method-after-birth'])
    expect(told(born, started('pill', '2026-04-01')).due('2026-04-15')).toEqual([])
    expect(told(born, declined('2026-04-01')).due('2026-04-15')).toEqual([])
    expect(told(declined('2026-01-01'), born).due('2026-04-15')).toEqual(['no-method-after-birth'])
  })
  it('screening of a newborn to its 28th day; nothing for who has died', () => {
    const state = phoneWith([birth({ on: '2026-03-04' })])
    const child = getPerson(state, 'child')
    const due = (today: string) => dueFor(child, openBook(state).followUp(child.id), day(today)).map(({ kind }) => kind)
    expect([due('2026-04-01'), due('2026-04-02')]).toEqual([['newborn'], []])
    const dead = phoneWith([birth({ on: '2026-03-04' }), { type: 'death-reported', on: '2026-03-05', data: { person: personId('child'), place: 'home' } }])
    expect(dueFor(getPerson(dead, 'child'), openBook(dead).followUp(personId('child')), day('2026-03-06'))).toEqual([])
  })
})
