import { type AreaId, type PersonId, RegistryId } from '@sotay/domain/kernel/ids'
import { period } from '@sotay/domain/kernel/period'
import { plainDate } from '@sotay/domain/kernel/plain-date'
import { birth, death, departure, type Draft, household, mother, person, personChanged, withdrawn } from '@sotay/domain/testing/drafts'
import { notedOf } from '@sotay/domain/testing/given'
import { areaId, householdId, personId } from '@sotay/domain/testing/ids'
import { adoption, arrival, comesBack, confirmed, divorce, householdClosed, joined, marriage, moved, separation, split } from '@sotay/domain/testing/moving-drafts'
import { describe, expect, it } from 'vitest'
import { type Book, openBook, type OpenPerson } from './book.ts'
import { countedOn } from './counted.ts'
import { behind, figuresOf } from './figures.ts'
import { keepEntry, type Line } from './line.ts'
import { applyLine, emptyPhone, type PhoneState } from './phone-state.ts'
import { livesHere, membersInOrder, movedOn, openPeopleSearch, openSearch } from './search.ts'
import { findQuestion, questionsBy } from './six-months.ts'
import { adoptedBy, findSpouseElsewhere, maritalOf, parentsOf } from './ties.ts'

const HASH = '0'.repeat(64)
const registry = RegistryId.parse('0193a000-0000-7000-8000-00000000000f')

function page(of: AreaId, entries: Extract<Line, { kind: 'page' }>['entries'] = [], gone: readonly PersonId[] = []): Line {
  return { kind: 'page', area: of, registry, cursor: [entries.length, HASH], entries, newcomers: [], gone: [...gone] }
}

/** A phone that follows area "1" and has pulled these. */
function phoneWith(...drafts: readonly Draft[]): PhoneState {
  const state = emptyPhone()
  const entries = notedOf(drafts).map(({ fact }, index) => keepEntry({ seq: index + 1, position: index + 1, status: 'accepted', receivedAt: 1, problems: [], raw: fact }))
  applyLine(state, page(areaId('1'), entries))
  return state
}

function getPerson(book: Book, name: string): OpenPerson {
  const found = book.people.get(personId(name))
  if (found === undefined) throw new TypeError(`${name} is not in the book`)
  return found
}

function getHousehold(book: Book, name: string) {
  const found = book.households.get(householdId(name))
  if (found === undefined) throw new TypeError(`household ${name} is not in the book`)
  return found
}

const names = (people: readonly OpenPerson[]) => people.map((one) => one.name?.given ?? '')
const home: readonly Draft[] = [household('1'), household('2'), mother(), person('an', { data: { relation: 'head', sex: 'male' } }), person('binh', { household: '2' })]

describe('the people of a household', () => {
  it('are those who live in it now; who moved on is told apart', () => {
    const book = openBook(phoneWith(...home, moved(['mother'], '2', '2026-03-01')))
    expect(names(membersInOrder(book, getHousehold(book, '1')))).toEqual(['an'])
    expect(names(movedOn(book, getHousehold(book, '1')))).toEqual(['mother'])
    expect(new Set(names(membersInOrder(book, getHousehold(book, '2'))))).toEqual(new Set(['binh', 'mother']))
    expect(names(openSearch(book).find('mother').flatMap(({ people }) => people))).toEqual(['mother'])
    expect(openSearch(book).find('mother').map((found) => found.household.number)).toEqual(['2'])
  })
  it('a second entry of somebody lives nowhere, and is not found', () => {
    const book = openBook(phoneWith(...home, joined('mother', 'binh')))
    expect(livesHere(book, getPerson(book, 'binh'))).toBe(false)
    expect(openSearch(book).find('binh')).toEqual([])
    expect(countedOn(book, getPerson(book, 'binh'), plainDate('2026-04-01'))).toEqual({ is: 'joined', into: personId('mother') })
  })
  it('closed households come last', () => {
    const book = openBook(phoneWith(...home, household('10'), householdClosed('1', '2026-03-01')))
    expect(openSearch(book).find('').map((found) => found.household.number)).toEqual(['2', '10', '1'])
  })
  it('people are looked for by name, by given name in order, and only those sought', () => {
    const book = openBook(phoneWith(...home, departure(['binh'], '2026-03-01')))
    const find = openPeopleSearch(book, (one) => livesHere(book, one))
    expect(names(find('nguyen thi'))).toEqual(['an', 'mother'])
    expect(names(find('Nguyễn Thị'.normalize('NFD')))).toEqual(['an', 'mother'])
    expect(find(' ')).toEqual([])
    expect(names(openPeopleSearch(book, () => true)('binh'))).toEqual(['binh'])
  })
})

describe('who has moved to another collaborator’s area', () => {
  const there = areaId('2')
  const drafts = [...home, household('far', { area: '2' }), moved(['mother'], 'far', '2026-04-10', { area: '2' })]
  const april = period('2026-04')
  it('is kept for the past, named under the household left, and lives here no more', () => {
    const book = openBook(phoneWith(...drafts.slice(0, 5), ...drafts.slice(6)))
    const gone = getPerson(book, 'mother')
    expect(gone.area).toBe(there)
    expect(livesHere(book, gone)).toBe(false)
    expect(names(movedOn(book, getHousehold(book, '1')))).toEqual(['mother'])
    expect(openSearch(book).find('mother').map((found) => found.household.number)).toEqual(['1'])
    expect(countedOn(book, gone, plainDate('2026-05-01'))).toEqual({ is: 'elsewhere', on: '2026-04-10' })
    expect(figuresOf(book, [areaId('1')], period('2026-03')).get('residents')).toBe(3)
    expect(figuresOf(book, [areaId('1')], april).get('residents')).toBe(2)
    expect(behind(book, [areaId('1')], april, 'moved-out')).toEqual([gone.id])
  })
  it('stays when the service says that the area sees her no more, and goes when no area of one’s own is among hers', () => {
    const state = phoneWith(...drafts)
    applyLine(state, page(areaId('1'), [], [personId('mother')]))
    expect(openBook(state).people.has(personId('mother'))).toBe(true)
    const other = phoneWith(...drafts)
    applyLine(other, page(areaId('1'), [], [personId('binh')]))
    expect(openBook(other).people.has(personId('binh'))).toBe(true)
    applyLine(other, { kind: 'lost', area: areaId('1') })
    expect([...openBook(other).people.keys()]).toEqual([])
  })
})

describe('who is counted', () => {
  const of = (name: string, today: string, ...drafts: readonly Draft[]) => {
    const book = openBook(phoneWith(...home, ...drafts))
    return countedOn(book, getPerson(book, name), plainDate(today))
  }
  it('of the book from the day of its entry; away six months at most', () => {
    expect(of('mother', '2026-04-01')).toEqual({ is: 'yes', from: '2026-01-01', opened: 'book' })
    const away = confirmed('mother', 'away', '2026-02-10')
    expect(of('mother', '2026-04-01', away)).toEqual({ is: 'yes', from: '2026-01-01', opened: 'book', away: { since: '2026-02-10', until: '2026-08-10' } })
    expect(of('mother', '2026-08-09', away)).toMatchObject({ is: 'yes' })
    expect(of('mother', '2026-08-10', away)).toEqual({ is: 'away-too-long', since: '2026-02-10', reached: '2026-08-10' })
    expect(of('mother', '2026-09-02', away, confirmed('mother', 'back', '2026-09-01'))).toMatchObject({ is: 'yes', opened: 'six-months', from: '2026-09-01' })
  })
  it('who stays for now from six months on; who settles at once', () => {
    const short = arrival('lan', '2026-05-20', { data: { intent: 'short' } })
    expect(of('lan', '2026-06-01', short)).toEqual({ is: 'not-yet', why: 'staying', since: '2026-05-20', from: '2026-11-20' })
    expect(of('lan', '2026-11-20', short)).toEqual({ is: 'yes', from: '2026-11-20', opened: 'six-months' })
    expect(of('lan', '2026-06-01', arrival('lan', '2026-05-20'))).toEqual({ is: 'yes', from: '2026-05-20', opened: 'arrival' })
  })
  it('a newborn of a mother who is not counted waits with her', () => {
    const short = arrival('lan', '2026-05-20', { data: { intent: 'short' } })
    expect(of('child', '2026-07-01', short, birth({ on: '2026-06-10', mother: 'lan' }))).toEqual({ is: 'not-yet', why: 'newborn', since: '2026-06-10', from: '2026-11-20' })
  })
  it('not the dead, nor the gone', () => {
    expect(of('mother', '2026-05-01', death('mother', '2026-04-02'))).toEqual({ is: 'dead', on: '2026-04-02' })
    expect(of('mother', '2026-05-01', departure(['mother'], '2026-04-02'))).toEqual({ is: 'gone', on: '2026-04-02' })
    expect(of('mother', '2026-07-01', departure(['mother'], '2026-04-02'), comesBack('mother', '2026-06-01'))).toMatchObject({ is: 'yes', opened: 'arrival' })
  })
})

describe('the six-month question', () => {
  const asks = (today: string, ...drafts: readonly Draft[]) => {
    const state = phoneWith(...home, ...drafts)
    return questionsBy(state, openBook(state), plainDate(today)).map(({ person: of, kind, reached }) => `${of.name?.given ?? ''} ${kind} ${reached}`)
  }
  const short = arrival('lan', '2026-05-20', { data: { intent: 'short' } })
  const away = confirmed('mother', 'away', '2026-02-10')
  it('stands from a month before the day until it is answered', () => {
    expect(asks('2026-10-19', short)).toEqual([])
    expect(asks('2026-10-20', short)).toEqual(['lan staying 2026-11-20'])
    expect(asks('2027-03-01', short)).toEqual(['lan staying 2026-11-20'])
    expect(asks('2026-11-01', short, away)).toEqual(['mother away 2026-08-10', 'lan staying 2026-11-20'])
  })
  it('is answered by what is said from then on, not by what was said before', () => {
    expect(asks('2026-12-01', short, confirmed('lan', 'still-here', '2026-10-19'))).toEqual(['lan staying 2026-11-20'])
    expect(asks('2026-12-01', short, confirmed('lan', 'still-here', '2026-10-20'))).toEqual([])
    expect(asks('2026-12-01', short, confirmed('lan', 'still-here', '2026-10-20', { as: 'said' }), withdrawn('said'))).toEqual(['lan staying 2026-11-20'])
    expect(asks('2026-12-01', away, confirmed('mother', 'away', '2026-08-01'))).toEqual([])
    expect(asks('2026-12-01', away, confirmed('mother', 'back', '2026-06-01'))).toEqual([])
  })
  it('is of nobody who settled, left, died or moved to another area', () => {
    expect(asks('2027-03-01', arrival('lan', '2026-05-20'))).toEqual([])
    expect(asks('2027-03-01', short, departure(['lan'], '2026-09-01'))).toEqual([])
    expect(asks('2027-03-01', short, death('lan', '2026-09-01'))).toEqual([])
    expect(asks('2027-03-01', short, moved(['lan'], 'far', '2026-09-01', { area: '2' }))).toEqual([])
  })
  it('tells on a person’s page since when and until when, before it is asked', () => {
    const state = phoneWith(...home, short)
    const book = openBook(state)
    expect(findQuestion(state, getPerson(book, 'lan'))).toMatchObject({ kind: 'staying', since: '2026-05-20', asked: '2026-10-20', reached: '2026-11-20' })
    expect(findQuestion(state, getPerson(book, 'mother'))).toBeUndefined()
  })
})

describe('ties', () => {
  const wed = marriage('mother', 'an', '2026-03-01')
  const bookOf = (...drafts: readonly Draft[]) => openBook(phoneWith(...home, ...drafts))
  it('who is married to somebody dead is widowed; divorced and separated are what they are', () => {
    const marital = (...drafts: readonly Draft[]) => maritalOf(bookOf(...drafts), getPerson(bookOf(...drafts), 'mother'))
    expect(marital(wed)).toBe('married')
    expect(marital(wed, death('an', '2026-04-01'))).toBe('widowed')
    expect(marital(wed, separation('mother', 'an', '2026-04-01'))).toBe('separated')
    expect(marital(wed, separation('mother', 'an', '2026-04-01'), death('an', '2026-05-01'))).toBe('widowed')
    expect(marital(wed, divorce('mother', 'an', '2026-04-01'), death('an', '2026-05-01'))).toBe('divorced')
    expect(marital(personChanged('mother', { new: { marital: 'widowed' } }))).toBe('widowed')
  })
  it('a husband elsewhere is described as long as the marriage lasts', () => {
    const away = marriage('mother', undefined, '2026-03-01')
    expect(findSpouseElsewhere(getPerson(bookOf(away), 'mother'))).toEqual({ kind: 'elsewhere', commune: 'xã khác' })
    expect(findSpouseElsewhere(getPerson(bookOf(away, divorce('mother', undefined, '2026-04-01')), 'mother'))).toBeUndefined()
    expect(findSpouseElsewhere(getPerson(bookOf(wed), 'mother'))).toBeUndefined()
  })
  it('the home of an adopted child shows who adopted it, never who bore it', () => {
    const book = bookOf(birth({ on: '2026-02-01' }), adoption('child', ['binh'], '2026-03-01', { household: '2' }))
    expect(parentsOf(getPerson(book, 'child'))).toEqual({ adopters: [personId('binh')] })
    expect(adoptedBy(book, getPerson(book, 'binh')).map(({ id }) => id)).toEqual([personId('child')])
    expect(parentsOf(getPerson(bookOf(birth({ on: '2026-02-01' })), 'child')).mother).toEqual({ kind: 'person', person: personId('mother') })
  })
  it('a household that was split has its own people, and the former one the others', () => {
    const book = bookOf(split('1', '3', ['mother'], '2026-03-01'))
    expect(names(membersInOrder(book, getHousehold(book, '3')))).toEqual(['mother'])
    expect(names(membersInOrder(book, getHousehold(book, '1')))).toEqual(['an'])
  })
})
