import { describe, it } from 'vitest'
import { partialDate } from '../../kernel/partial-date.ts'
import { birth, death, departure, type Draft, household, householdChanged, mother, person, personChanged } from '../../testing/drafts.ts'
import { given } from '../../testing/given.ts'
import { householdId, personId } from '../../testing/ids.ts'

const home = (...more: readonly Draft[]) => given(household(), mother(), ...more)

describe('birth: the mother', () => {
  it('lives then', () => home().when(birth()).thenNoProblem())
  it('may die the day she gives birth', () => home(death('mother', '2026-03-04')).when(birth()).thenNoProblem())
  it('died before', () => home(death('mother', '2026-03-03')).when(birth()).thenProblem('mother-dead', { at: 'data.mother', severity: 'warn' }))
  it('left before', () => home(departure(['mother'], '2026-03-01')).when(birth()).thenProblem('after-departure', { severity: 'warn' }))
  it('is known', () => home().when(birth({ mother: 'nobody' })).thenProblem('subject-unknown', { at: 'data.mother', severity: 'block' }))
  it('is a woman', () => home(person('Nam', { data: { sex: 'male' } })).when(birth({ mother: 'Nam' })).thenProblem('mother-is-a-man', { severity: 'block' }))
  it('is not the child', () => home().when(birth({ data: { mother: { kind: 'person', person: personId('child') } } })).thenProblem('own-mother', { severity: 'block' }))
  it('was born before the child', () => {
    home(person('Lan', { born: '2026-01-01' })).when(birth({ mother: 'Lan', on: '2026-01-01' })).thenProblem('mother-younger-than-child', { severity: 'block' })
  })
  it('of 14 is asked about, of 15 not', () => {
    home(person('Lan', { born: '2011-03-05' })).when(birth({ mother: 'Lan' })).thenProblem('mother-unusual-age')
    home(person('Lan', { born: '2011-03-04' })).when(birth({ mother: 'Lan' })).thenNoProblem('mother-unusual-age')
  })
  it('of 51 is asked about, of 50 not', () => {
    home(person('Lan', { born: '1975-03-04' })).when(birth({ mother: 'Lan' })).thenProblem('mother-unusual-age')
    home(person('Lan', { born: '1975-03-05' })).when(birth({ mother: 'Lan' })).thenNoProblem('mother-unusual-age')
  })
  it('of whom only a year is known is taken for the middle of it', () => {
    home(person('Lan', { born: '2011' })).when(birth({ mother: 'Lan', on: '2026-07-01' })).thenNoProblem('mother-unusual-age')
    home(person('Lan', { born: '2011' })).when(birth({ mother: 'Lan', on: '2026-06-30' })).thenProblem('mother-unusual-age')
  })
  it('elsewhere is judged by the year told', () => {
    const elsewhere = (born: string) => ({ mother: { kind: 'elsewhere', name: 'Trần Thị B', commune: 'xã khác', born: partialDate(born) } }) as const
    home().when(birth({ data: elsewhere('1960') })).thenProblem('mother-unusual-age', { at: 'data.mother.born' })
    home().when(birth({ data: elsewhere('1999') })).thenNoProblem()
  })
  it('unknown is nothing to judge', () => home().when(birth({ mother: 'unknown' })).thenNoProblem())
})

describe('birth: the interval', () => {
  const before = (on: string) => home(birth({ child: 'first', on, data: { order: 1 } }))
  it('of 269 days is asked about, of 270 not', () => {
    before('2025-06-08').when(birth({ data: { order: 2 } })).thenProblem('births-too-close', { at: 'occurredOn', severity: 'warn' })
    before('2025-06-07').when(birth({ data: { order: 2 } })).thenNoProblem('births-too-close')
  })
  it('to a later birth counts too', () => {
    home(birth({ child: 'second', on: '2026-09-01' })).when(birth()).thenProblem('births-too-close')
  })
  it('of two twins is none', () => {
    home(birth({ child: 'first', data: { order: 1, twin: true } })).when(birth({ data: { order: 2, twin: true } })).thenNoProblem()
  })
  it('of twins born around midnight is none', () => {
    home(birth({ child: 'first', on: '2026-03-03', data: { order: 1, twin: true } })).when(birth({ data: { order: 2, twin: true } })).thenNoProblem()
  })
  it('of two children of one day who are not marked twins is asked about', () => {
    home(birth({ child: 'first' })).when(birth()).thenProblem('twin-not-marked', { at: 'data.twin' })
    home(birth({ child: 'first', data: { twin: true } })).when(birth()).thenProblem('twin-not-marked')
  })
  it('does not count the note that is corrected', () => {
    home(birth({ as: 'born' })).when(birth({ corrects: 'born', on: '2026-03-05' })).thenNoProblem()
  })
})

describe('birth: the order', () => {
  it('follows the one before', () => {
    const one = () => home(birth({ child: 'first', on: '2024-01-05', data: { order: 1 } }))
    one().when(birth({ data: { order: 2 } })).thenNoProblem()
    one().when(birth({ data: { order: 3 } })).thenProblem('order-not-next', { at: 'data.order', severity: 'warn' })
    one().when(birth({ data: { order: 1 } })).thenProblem('order-not-next')
  })
  it('unknown is no mistake', () => home(birth({ child: 'first', on: '2024-01-05', data: { order: 1 } })).when(birth()).thenNoProblem('order-not-next'))
  it('may be higher where earlier children are not in the book, not lower than those who are', () => {
    const two = () => home(person('A', { born: '2015', data: { mother: personId('mother') } }), person('B', { born: '2018-02', data: { mother: personId('mother') } }))
    two().when(birth({ data: { order: 4 } })).thenNoProblem('order-not-next')
    two().when(birth({ data: { order: 2 } })).thenProblem('order-not-next')
  })
})

describe('death', () => {
  it('of somebody living', () => home().when(death('mother', '2026-04-01')).thenNoProblem())
  it('a second time is asked about', () => home(death('mother', '2026-04-01')).when(death('mother', '2026-04-02')).thenProblem('already-dead', { severity: 'warn' }))
  it('before birth cannot be', () => home(person('Lan', { born: '2025-12-31' })).when(death('Lan', '2025-12-30')).thenProblem('before-birth', { severity: 'block' }))
  it('in the year of birth, of which no more is known, may be', () => home(person('Lan', { born: '2026' })).when(death('Lan', '2026-02-01')).thenNoProblem('before-birth'))
  it('after a departure is asked about', () => home(departure(['mother'], '2026-03-01')).when(death('mother', '2026-04-01')).thenProblem('after-departure'))
  it('before what is noted later is asked about', () => {
    home(birth({ on: '2026-05-01' })).when(death('mother', '2026-04-01')).thenProblem('facts-follow', { at: 'occurredOn' })
    home(birth({ on: '2026-03-01' })).when(death('mother', '2026-04-01')).thenNoProblem()
  })
})

describe('departure', () => {
  it('of people of the book', () => home(person('Lan')).when(departure(['mother', 'Lan'], '2026-04-01')).thenNoProblem())
  it('twice is asked about', () => home(departure(['mother'], '2026-03-01')).when(departure(['mother'], '2026-04-01')).thenProblem('already-gone', { at: 'data.people.0' }))
  it('names each once', () => home().when(departure(['mother', 'mother'], '2026-04-01')).thenProblem('named-twice', { severity: 'block' }))
  it('of the dead is asked about', () => home(death('mother', '2026-03-01')).when(departure(['mother'], '2026-04-01')).thenProblem('after-death'))
  it('before a birth noted here is asked about', () => home(birth()).when(departure(['mother'], '2026-03-01')).thenProblem('facts-follow'))
})

describe('household', () => {
  it('has a number of its own in the area', () => {
    home().when(household('2')).thenNoProblem()
    home().when(household('2', { data: { number: '1' } })).thenProblem('number-taken', { at: 'data.number', severity: 'warn' })
  })
  it('of another area may bear the same number', () => home().when(household('2', { area: '2', by: 'officer', data: { number: '1' } })).thenNoProblem())
  it('changes something', () => {
    home().when(householdChanged('1', {})).thenProblem('nothing-changed', { severity: 'block' })
    home().when(householdChanged('1', { phone: '0912345678' })).thenNoProblem()
  })
  it('takes a number that is free', () => {
    home(household('2')).when(householdChanged('1', { number: '2' })).thenProblem('number-taken')
    home(household('2')).when(householdChanged('1', { number: '1' })).thenNoProblem()
  })
  it('has a head of its own people, alive', () => {
    home().when(householdChanged('1', { head: personId('mother') })).thenNoProblem()
    home(household('2'), person('Lan', { household: '2' })).when(householdChanged('1', { head: personId('Lan') })).thenProblem('not-of-this-household', { severity: 'block' })
    home(death('mother', '2026-02-01')).when(householdChanged('1', { head: personId('mother') })).thenProblem('after-death', { at: 'data.head' })
  })
})

describe('person', () => {
  it('is born before the book knows her', () => {
    home().when(person('Lan', { born: '2026-01-02' })).thenProblem('before-birth', { at: 'data.born', severity: 'block' })
    home().when(person('Lan', { born: '2026-01-01' })).thenNoProblem()
    home().when(person('Lan', { born: '2026' })).thenNoProblem()
  })
  it('of more than 120 years is asked about', () => {
    home().when(person('Lan', { born: '1905' })).thenProblem('very-old', { severity: 'warn' })
    home().when(person('Lan', { born: '1906' })).thenNoProblem()
  })
  it('heads a household that has no head', () => {
    home().when(person('Nam', { data: { relation: 'head' } })).thenNoProblem()
    home(person('Bà', { data: { relation: 'head' } })).when(person('Nam', { data: { relation: 'head' } })).thenProblem('head-already', { at: 'data.relation' })
    given(household('k', { data: { kind: 'collective', household: householdId('k') } }))
      .when(person('Nam', { household: 'k', data: { relation: 'head' } }))
      .thenProblem('collective-has-no-head')
  })
  it('has parents and a spouse who can be', () => {
    const man = person('Nam', { data: { sex: 'male' } })
    home(man).when(person('Lan', { data: { mother: personId('mother'), father: personId('Nam') } })).thenNoProblem()
    home(man).when(person('Lan', { data: { mother: personId('Nam') } })).thenProblem('mother-is-a-man', { severity: 'block' })
    home().when(person('Lan', { data: { father: personId('mother') } })).thenProblem('father-is-a-woman', { severity: 'block' })
    home().when(person('Lan', { data: { spouse: personId('Lan') } })).thenProblem('own-relative', { severity: 'block' })
    home().when(person('Lan', { data: { father: personId('nobody') } })).thenProblem('subject-unknown', { at: 'data.father', severity: 'block' })
    home().when(person('Lan', { data: { spouse: personId('mother') } })).thenProblem('spouse-same-sex', { severity: 'warn' })
    home(man, person('Lan', { data: { spouse: personId('Nam') } }))
      .when(person('Hai', { data: { spouse: personId('Nam') } }))
      .thenProblem('already-married', { at: 'data.spouse', severity: 'warn' })
  })
  it('changes in what is told old and new', () => {
    home().when(personChanged('mother', {})).thenProblem('nothing-changed', { at: 'data.new', severity: 'block' })
    home().when(personChanged('mother', { old: { ethnicity: 'Kinh' }, new: { education: 'college' } })).thenProblem('nothing-changed', { at: 'data.old' })
    home().when(personChanged('mother', { old: { education: 'unknown' }, new: { education: 'college' } })).thenNoProblem()
  })
  it('does not change after death', () => {
    home(death('mother', '2026-02-01')).when(personChanged('mother', { new: { education: 'college' } })).thenProblem('after-death', { severity: 'warn' })
  })
})
