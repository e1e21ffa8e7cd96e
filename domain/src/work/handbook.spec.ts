import { describe, expect, it } from 'vitest'
import { period } from '../kernel/period.ts'
import { plainDate } from '../kernel/plain-date.ts'
import { type Draft, household, mother, person, settled, withdrawn } from '../testing/drafts.ts'
import { notedOf } from '../testing/given.ts'
import { factId, householdId, personId } from '../testing/ids.ts'
import { answer, counselled, supplied, talk, task, visit } from '../testing/work-drafts.ts'
import { appointmentsOf } from './appointments.ts'
import { workFacts } from './effective-work.ts'
import { handbookOf } from './handbook.ts'
import { isOpen, tasksOf } from './tasks.ts'

const women = new Set([personId('mother')])
const sexOf = (id: ReturnType<typeof personId>) => (women.has(id) ? ('female' as const) : undefined)
const counted = (of: string, ...drafts: readonly Draft[]) => handbookOf(workFacts(notedOf(drafts)), period(of), sexOf)
const people = [household('1'), household('2'), mother(), person('Hùng', { data: { sex: 'male' } })]

describe('visits of a month', () => {
  const { visits } = counted(
    '2026-03',
    ...people,
    visit('1', { data: { lookedThrough: true } }),
    visit('1', { on: '2026-03-20', data: { met: 'absent' } }),
    visit('2', { on: '2026-03-02', data: { met: 'absent' } }),
    visit('2', { on: '2026-03-03', data: { met: 'absent' } }),
    visit('2', { on: '2026-04-01', data: { lookedThrough: true } }),
    visit('2', { on: '2026-03-04', as: 'mistake' }),
    withdrawn('mistake'),
  )
  it('count times, and each household once', () => expect(visits).toEqual({ times: 4, households: 2, lookedThrough: 1, absentTwice: 1 }))
  it('of a quarter tell households apart anew, not by adding months up', () => {
    const twice = [household(), visit('1', { data: { lookedThrough: true } }), visit('1', { on: '2026-02-10', data: { lookedThrough: true } })]
    expect(counted('2026-Q1', ...twice).visits).toEqual({ times: 2, households: 1, lookedThrough: 1, absentTwice: 0 })
  })
})

describe('counselling of a month', () => {
  const { counselling } = counted(
    '2026-03',
    ...people,
    counselled(['mother', 'Hùng'], { data: { topics: ['methods', 'elderly', 'methods'], leaflets: 2 } }),
    talk(3, 12),
    talk(1, 4, { as: 'group', data: { mode: 'group', leaflets: 5 } }),
    talk(2, 4, { corrects: 'group', data: { mode: 'group', leaflets: 5 } }),
    counselled(['mother'], { data: { mode: 'group' } }),
    talk(9, 9, { on: '2026-02-28' }),
  )
  it('by mode and topic, with how many heard it', () => {
    expect(counselling.modes).toEqual({ direct: { times: 1, people: 2 }, group: { times: 2, people: 7 }, talk: { times: 1, people: 15 } })
    expect([counselling.topics.methods, counselling.topics.elderly, counselling.topics.law]).toEqual([{ times: 2, people: 3 }, { times: 1, people: 2 }, { times: 2, people: 21 }])
  })
  it('by sex where people gather, with what was handed out', () => expect([counselling.gathered, counselling.leaflets]).toEqual([{ male: 5, female: 17 }, 7]))
})

it('supplies of a month by product and channel, with the money', () => {
  const { supplies, money } = counted(
    '2026-03',
    ...people,
    supplied('mother'),
    supplied('mother', { data: { quantity: 3, channel: 'social-marketing', money: 30_000 } }),
    supplied('Hùng', { data: { product: 'condom', quantity: 12, channel: 'socialised', money: 24_000 } }),
    supplied('mother', { on: '2026-04-01' }),
  )
  expect(supplies.pill).toEqual({ free: { quantity: 2, money: 0 }, 'social-marketing': { quantity: 3, money: 30_000 }, socialised: { quantity: 0, money: 0 } })
  expect([supplies.condom.socialised, money]).toEqual([{ quantity: 12, money: 24_000 }, 54_000])
})

describe('tasks', () => {
  const told = (...drafts: readonly Draft[]) => tasksOf(notedOf(drafts)).map((one) => [one.fact.id, one.answer?.data.answer, isOpen(one)])
  it('are open until they are done; the later answer stands', () => {
    expect(told(task('a'), task('b'), answer('a', 'not-done'))).toEqual([[factId('b'), undefined, true], [factId('a'), 'not-done', true]])
    expect(told(task('a'), answer('a', 'not-done'), answer('a', 'done'))).toEqual([[factId('a'), 'done', false]])
    expect(told(task('a'), answer('a', 'done', { as: 'x' }), withdrawn('x'))).toEqual([[factId('a'), undefined, true]])
  })
  it('taken back are no more; put right they keep their answer', () => {
    expect(told(task('a'), withdrawn('a', { by: 'officer' }))).toEqual([])
    expect(told(task('a'), answer('a'), task('b', { corrects: 'a', data: { text: 'Rà soát lại' } }))).toEqual([[factId('b'), 'done', false]])
  })
  it('held do not count until the officer takes them', () => {
    expect(told(task('a'), answer('a', 'done', { as: 'x', status: 'held' }))).toEqual([[factId('a'), undefined, true]])
    expect(told(task('a'), answer('a', 'done', { as: 'x', status: 'held' }), settled('x', 'take'))).toEqual([[factId('a'), 'done', false]])
  })
})

it('appointments are of the last visit, while no visit followed', () => {
  const next = (on: string) => ({ data: { next: plainDate(on) } })
  const facts = workFacts(notedOf([...people, visit('1', next('2026-03-25')), visit('2', { ...next('2026-03-15') }), visit('2', { on: '2026-03-16' }), visit('1', { on: '2026-03-01', ...next('2026-03-05') })]))
  expect(appointmentsOf(facts)).toEqual([{ household: householdId('1'), on: '2026-03-25' }])
})
