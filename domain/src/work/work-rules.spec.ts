import { describe, expect, it } from 'vitest'
import { plainDate } from '../kernel/plain-date.ts'
import { death, departure, household, mother, person, settled, withdrawn } from '../testing/drafts.ts'
import { given, TODAY } from '../testing/given.ts'
import { householdClosed, moved } from '../testing/moving-drafts.ts'
import { answer, counselled, supplied, talk, task, visit } from '../testing/work-drafts.ts'

const home = () => given(household(), mother())

describe('a visit', () => {
  it('is noted by a collaborator or the officer, of a household of the book', () => {
    home().when(visit()).thenNoProblem()
    home().when(visit('1', { by: 'officer' })).thenNoProblem()
    home().when(visit('9')).thenProblem('subject-unknown', { severity: 'block' })
    given(household(), household('2', { area: '2' })).when(visit('2')).thenProblem('subject-elsewhere', { severity: 'block' })
  })
  it('is followed by another on a later day', () => {
    home().when(visit('1', { data: { next: plainDate('2026-03-11') } })).thenNoProblem()
    home().when(visit('1', { data: { next: plainDate('2026-03-10') } })).thenProblem('next-not-after', { at: 'data.next', severity: 'block' })
  })
  it('at which nobody was met hardly looked through anything', () => {
    home().when(visit('1', { data: { met: 'absent', lookedThrough: true } })).thenProblem('looked-through-absent', { severity: 'warn' })
    home().when(visit('1', { data: { met: 'absent' } })).thenNoProblem()
  })
  it('before the book knows the household is asked about', () => home().when(visit('1', { on: '2025-12-31' })).thenProblem('before-book', { at: 'occurredOn', severity: 'warn' }))
  it('meets nobody where all have left or died by then', () => {
    const empty = given(household(), mother(), departure(['mother'], '2026-03-09'))
    empty.when(visit()).thenProblem('nobody-lives-there', { severity: 'warn' })
    empty.when(visit('1', { on: '2026-03-08' })).thenNoProblem()
    empty.when(visit('1', { data: { met: 'absent' } })).thenNoProblem()
    given(household(), mother(), death('mother', '2026-03-01')).when(visit()).thenProblem('nobody-lives-there')
    given(household()).when(visit()).thenNoProblem()
  })
  it('meets nobody where all have moved to another household by then', () => {
    const emptied = given(household(), household('2'), mother(), moved(['mother'], '2', '2026-03-09'))
    emptied.when(visit()).thenProblem('nobody-lives-there', { severity: 'warn' })
    emptied.when(visit('2')).thenNoProblem()
    emptied.when(visit('1', { on: '2026-03-08' })).thenNoProblem()
  })
  it('to a household closed before is asked about, whoever was met', () => {
    const closed = given(household(), mother(), departure(['mother'], '2026-03-08'), householdClosed('1', '2026-03-09'))
    closed.when(visit('1', { data: { met: 'absent' } })).thenProblem('household-closed', { at: 'data.household', severity: 'warn' })
    expect(closed.when(visit()).problems.map(({ code }) => code)).toEqual(['household-closed'])
    closed.when(visit('1', { on: '2026-03-09', data: { met: 'absent' } })).thenNoProblem()
  })
  it('is noted once a day, a correction apart', () => {
    const visited = given(household(), mother(), visit('1', { as: 'v' }))
    visited.when(visit('1', { data: { met: 'absent' } })).thenProblem('visited-already', { severity: 'warn' })
    visited.when(visit('1', { corrects: 'v', data: { met: 'absent' } })).thenNoProblem()
    visited.when(visit('1', { on: '2026-03-11' })).thenNoProblem()
    given(household(), mother(), visit('1', { as: 'v' }), withdrawn('v')).when(visit()).thenNoProblem()
  })
})

describe('counselling', () => {
  it('of people names each once, alive and of the area', () => {
    home().when(counselled(['mother'])).thenNoProblem()
    home().when(counselled(['mother', 'mother'])).thenProblem('named-twice', { severity: 'block' })
    home().when(counselled(['nobody'])).thenProblem('subject-unknown', { severity: 'block' })
    given(household(), mother(), death('mother', '2026-03-01')).when(counselled(['mother'])).thenProblem('after-death', { severity: 'warn' })
  })
  it('of a group is heard by somebody', () => {
    home().when(talk(0, 1)).thenNoProblem()
    home().when(talk(0, 0)).thenProblem('nobody-heard', { severity: 'block' })
  })
  it('face to face has names', () => home().when(talk(1, 0, { data: { mode: 'direct' } })).thenProblem('direct-without-names', { severity: 'warn' }))
})

describe('supplies', () => {
  it('go to somebody of the area who is here', () => {
    home().when(supplied('mother')).thenNoProblem()
    home().when(supplied('nobody')).thenProblem('subject-unknown', { severity: 'block' })
    given(household(), mother(), departure(['mother'], '2026-03-09')).when(supplied('mother')).thenProblem('after-departure', { severity: 'warn' })
  })
  it('that are pills are a woman’s', () => {
    const man = given(household(), person('Hùng', { data: { sex: 'male' } }))
    man.when(supplied('Hùng')).thenProblem('pill-for-a-man', { at: 'data.product', severity: 'warn' })
    man.when(supplied('Hùng', { data: { product: 'condom' } })).thenNoProblem()
  })
  it('that are free cost nothing', () => {
    home().when(supplied('mother', { data: { money: 0 } })).thenNoProblem()
    home().when(supplied('mother', { data: { money: 5_000 } })).thenProblem('paid-though-free', { at: 'data.money', severity: 'warn' })
    home().when(supplied('mother', { data: { money: 5_000, channel: 'socialised' } })).thenNoProblem()
  })
})

describe('a task', () => {
  it('is given by the officer alone', () => {
    given().when(task('t')).thenNoProblem()
    given().when(task('t', { by: 'Hoa' })).thenProblem('role-may-not', { severity: 'block' })
  })
  it('is due after it is given', () => {
    given().when(task('t', { data: { due: plainDate('2026-03-02') } })).thenNoProblem()
    given().when(task('t', { data: { due: plainDate('2026-03-01') } })).thenProblem('due-before-given', { at: 'data.due', severity: 'warn' })
  })
  it('is taken back and put right by the officer alone', () => {
    given(task('t')).when(withdrawn('t')).thenProblem('role-may-not', { at: 'data.fact', severity: 'block' })
    given(task('t')).when(withdrawn('t', { by: 'officer' })).thenNoProblem()
    given(task('t')).when(task('u', { corrects: 't', data: { text: 'Khác' } })).thenNoProblem()
  })
  it('is answered once it is known, by either', () => {
    given(task('t')).when(answer('t')).thenNoProblem()
    given(task('t')).when(answer('t', 'done', { by: 'officer' })).thenNoProblem()
    given().when(answer('t')).thenProblem('task-missing', { at: 'data.task', severity: 'block' })
    given(talk(1, 1, { as: 'talk' })).when(answer('talk')).thenProblem('not-a-task', { severity: 'block' })
    given(task('t', { area: '2' })).when(answer('t')).thenProblem('task-of-another-area', { severity: 'block' })
  })
  it('that was taken back needs no answer', () => given(task('t'), withdrawn('t', { by: 'officer' })).when(answer('t')).thenProblem('task-withdrawn', { severity: 'warn' }))
  it('is answered the same way once', () => {
    given(task('t'), answer('t', 'not-done')).when(answer('t', 'done')).thenNoProblem()
    given(task('t'), answer('t', 'done')).when(answer('t', 'done')).thenProblem('task-answered-already', { severity: 'warn' })
    given(task('t'), answer('t', 'done', { as: 'a' }), withdrawn('a')).when(answer('t', 'done')).thenNoProblem()
  })
})

describe('a note about nobody', () => {
  const told = given(talk(1, 2, { as: 'talk' }))
  it('is corrected, withdrawn and settled like any other', () => {
    told.when(talk(1, 3, { corrects: 'talk' })).thenNoProblem()
    told.when(withdrawn('talk')).thenNoProblem()
    given(talk(1, 2, { as: 'talk', status: 'held' })).when(settled('talk', 'take')).thenNoProblem()
  })
  it('cannot come to be about somebody by a correction, nor by taking a held one', () => {
    given(household(), mother(), talk(1, 2, { as: 'talk' })).when(counselled(['mother'], { corrects: 'talk' })).thenProblem('names-somebody', { at: 'corrects', severity: 'block' })
    given(household(), mother(), talk(1, 2, { as: 'talk' }), counselled(['mother'], { as: 'wrong', corrects: 'talk', status: 'held' }))
      .when(settled('wrong', 'take'))
      .thenProblem('names-somebody', { at: 'data.fact', severity: 'block' })
  })
  it('may be what a note about somebody is corrected to: its subjects stay told', () => {
    const named = given(household(), mother(), counselled(['mother'], { as: 'c' }))
    named.when(talk(1, 2, { corrects: 'c' })).thenNoProblem()
    expect(named.noted.at(-1)?.fact.about).toHaveLength(1)
  })
  it('is not of the future either', () => given().when(talk(1, 1, { on: '2026-11-16' })).thenProblem('in-future', { severity: 'block' }))
  it('may be of today', () => given().when(talk(1, 1, { on: TODAY })).thenNoProblem())
})
