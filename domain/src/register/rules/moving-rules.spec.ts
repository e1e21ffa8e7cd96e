import { describe, expect, it } from 'vitest'
import { partialDate } from '../../kernel/partial-date.ts'
import { birth, death, departure, type Draft, household, mother, person } from '../../testing/drafts.ts'
import { given } from '../../testing/given.ts'
import { householdId, personId } from '../../testing/ids.ts'
import { adoption, arrival, comesBack, confirmed, divorce, householdClosed, joined, marriage, moved, separation, split } from '../../testing/moving-drafts.ts'

const man = (name: string, over: Parameters<typeof person>[1] = {}) => person(name, { ...over, data: { sex: 'male', ...over.data } })
const home = (...more: readonly Draft[]) => given(household(), household('2'), mother(), ...more)

describe('an arrival', () => {
  it('of somebody new is nothing to ask about', () => home().when(arrival('Lan', '2026-03-01')).thenNoProblem())
  it('after a birth date to come cannot be', () => {
    home().when(arrival('Lan', '2026-03-01', { born: '2026-03-02' })).thenProblem('before-birth', { at: 'data.who.born', severity: 'block' })
  })
  it('from nowhere is asked about', () => home().when(arrival('Lan', '2026-03-01', { data: { from: 'unknown' } })).thenProblem('no-origin', { severity: 'warn' }))
  it('of somebody like one whom the household has or had is asked about', () => {
    home(person('Lan', { born: '1995-08-02' }), departure(['Lan'], '2026-02-01')).when(arrival('Lan 2', '2026-03-01', { data: { who: { ...who('Lan 2'), name: { full: 'Trần LAN', given: 'LAN' } } } })).thenProblem('looks-like-known', { at: 'data.who.name' })
    home(person('Lan', { born: '1994' })).when(arrival('Lan 2', '2026-03-01', { data: { who: { ...who('Lan 2'), name: { full: 'Trần Lan', given: 'Lan' } } } })).thenNoProblem('looks-like-known')
  })
  it('of somebody like one who lives, or lived, in another household of the area is asked about where the family or the whole name agrees', () => {
    const like = (told: object) => home(person('Lan', { born: '1995-08-02', household: '2', data: { mother: personId('mother') } }), departure(['Lan'], '2026-02-01')).when(arrival('Lan 2', '2026-03-01', { data: { who: { ...who('Lan 2'), ...told } } }))
    const namesake = { name: { full: 'NGUYỄN THỊ LAN', given: 'LAN' } }
    expect(like(namesake).thenProblem('looks-like-known').params).toEqual({ name: 'Nguyễn Thị Lan', born: '1995-08-02', household: '2' })
    like({ ...namesake, born: partialDate('1995-08-03') }).thenNoProblem('looks-like-known')
    like({ ...namesake, sex: 'male' }).thenNoProblem('looks-like-known')
    like({ name: { full: 'Trần Lan', given: 'Lan' } }).thenNoProblem('looks-like-known')
    like({ name: { full: 'Trần Lan', given: 'Lan' }, mother: personId('mother') }).thenProblem('looks-like-known')
  })
  it('of somebody like one of another area, or like one who died, is not', () => {
    const namesake = { data: { who: { ...who('Lan 2'), name: { full: 'Nguyễn Thị Lan', given: 'Lan' } } } }
    given(household(), household('2', { area: '2' }), mother(), person('Lan', { born: '1995', household: '2', area: '2' })).when(arrival('Lan 2', '2026-03-01', namesake)).thenNoProblem('looks-like-known')
    home(person('Lan', { born: '1995', household: '2' }), death('Lan', '2026-02-01')).when(arrival('Lan 2', '2026-03-01', namesake)).thenNoProblem('looks-like-known')
  })
  it('of somebody unknown as known cannot be', () => home().when(comesBack('nobody', '2026-03-01')).thenProblem('subject-unknown', { severity: 'block' }))
  it('of somebody who is here is asked about, of somebody who left not', () => {
    home().when(comesBack('mother', '2026-03-01')).thenProblem('already-here')
    home(departure(['mother'], '2026-02-01')).when(comesBack('mother', '2026-03-01')).thenNoProblem()
  })
  it('of the dead is asked about', () => home(death('mother', '2026-02-01')).when(comesBack('mother', '2026-03-01')).thenProblem('after-death'))
  it('as a second head, or head of a dormitory, is asked about', () => {
    home(man('Nam', { data: { relation: 'head' } })).when(arrival('Lan', '2026-03-01', { data: { relation: 'head' } })).thenProblem('head-already')
    given(household('1', { data: { kind: 'collective' } })).when(arrival('Lan', '2026-03-01', { data: { relation: 'head' } })).thenProblem('collective-has-no-head')
  })
  it('to a household closed before is asked about', () => {
    home(householdClosed('2', '2026-02-01')).when(arrival('Lan', '2026-03-01', { household: '2' })).thenProblem('household-closed')
    home(householdClosed('2', '2026-03-01')).when(arrival('Lan', '2026-03-01', { household: '2' })).thenNoProblem()
  })
  it('to the book of another area is held, and says nothing else', () => {
    const { problems } = given(household(), household('2', { area: '2' })).when(arrival('Lan', '2026-03-01', { household: '2', data: { from: 'unknown' } }))
    expect(problems.map(({ code }) => code)).toEqual(['subject-elsewhere'])
  })
  it('with papers that say another sex is asked about', () => {
    home().when(arrival('Lan', '2026-03-01', { data: { who: { ...who('Lan'), nationalId: '001095000001' } } })).thenProblem('national-id-sex', { at: 'data.who.sex', severity: 'warn' })
  })
  it('long ago is asked about', () => home().when(arrival('Lan', '2025-03-01')).thenProblem('long-ago'))
  it('of somebody opened already cannot be', () => home().when(arrival('mother', '2026-03-01')).thenProblem('already-opened', { severity: 'block' }))
})

const who = (name: string) => ({ kind: 'new', person: personId(name), name: { full: name, given: name }, sex: 'female', born: partialDate('1995'), legal: 'unknown' }) as const

describe('a move', () => {
  it('to another household is nothing to ask about', () => home().when(moved(['mother'], '2', '2026-03-01')).thenNoProblem())
  it('of somebody unknown cannot be', () => home().when(moved(['nobody'], '2', '2026-03-01')).thenProblem('subject-unknown', { at: 'data.people.0', severity: 'block' }))
  it('of one named twice cannot be', () => home().when(moved(['mother', 'mother'], '2', '2026-03-01')).thenProblem('named-twice', { severity: 'block' }))
  it('to where one lives is asked about', () => home().when(moved(['mother'], '1', '2026-03-01')).thenProblem('already-in-household'))
  it('after death or departure is asked about, before birth cannot be', () => {
    home(death('mother', '2026-02-01')).when(moved(['mother'], '2', '2026-03-01')).thenProblem('after-death')
    home(departure(['mother'], '2026-02-01')).when(moved(['mother'], '2', '2026-03-01')).thenProblem('after-departure')
    home(birth({ on: '2026-03-04' })).when(moved(['child'], '2', '2026-03-01')).thenProblem('before-birth', { severity: 'block' })
  })
  it('leaves late notes of the former area where they were made', () => {
    const facts = [household(), household('2', { area: '2' }), mother(), moved(['mother'], '2', '2026-03-01', { area: '2', by: 'officer' })]
    given(...facts).when(death('mother', '2026-02-01')).thenNoProblem('subject-elsewhere')
    given(...facts).when(death('mother', '2026-04-01', { area: '2', by: 'officer' })).thenNoProblem()
  })
})

describe('a split', () => {
  it('of some of a household is nothing to ask about', () => home(person('Lan')).when(split('1', '9', ['Lan'], '2026-03-01')).thenNoProblem())
  it('takes a number that is free', () => home(person('Lan')).when(split('1', '9', ['Lan'], '2026-03-01', { data: { number: '2' } })).thenProblem('number-taken'))
  it('may take the number of a closed household', () => {
    home(person('Lan'), householdClosed('2', '2026-02-01')).when(split('1', '9', ['Lan'], '2026-03-01', { data: { number: '2' } })).thenNoProblem()
  })
  it('of everybody is asked about', () => home().when(split('1', '9', ['mother'], '2026-03-01')).thenProblem('nobody-stays'))
  it('of somebody of another household is asked about', () => home(person('Lan', { household: '2' })).when(split('1', '9', ['Lan'], '2026-03-01')).thenProblem('not-of-this-household'))
  it('from itself cannot be', () => home().when(split('1', '1', ['mother'], '2026-03-01')).thenProblem('split-from-itself', { severity: 'block' }))
})

describe('closing a household', () => {
  it('where nobody lives is nothing to ask about', () => {
    home(departure(['mother'], '2026-02-01')).when(householdClosed('1', '2026-03-01')).thenNoProblem()
    home(moved(['mother'], '2', '2026-02-01')).when(householdClosed('1', '2026-03-01')).thenNoProblem()
    home(death('mother', '2026-02-01')).when(householdClosed('1', '2026-03-01')).thenNoProblem()
  })
  it('where people live is asked about', () => expect(home().when(householdClosed('1', '2026-03-01')).thenProblem('people-still-here').params).toEqual({ count: 1 }))
  it('twice is asked about', () => home(householdClosed('2', '2026-02-01')).when(householdClosed('2', '2026-03-01')).thenProblem('household-closed'))
})

describe('an adoption', () => {
  const parents = [man('Nam', { born: '1980' })]
  it('by somebody of the household is nothing to ask about', () => {
    home(...parents).when(adoption('Bé', ['Nam'], '2026-03-01', { born: '2020' })).thenNoProblem()
    home(...parents, birth({ household: '2' })).when(adoption('child', ['Nam'], '2026-04-01')).thenNoProblem()
  })
  it('by the child, or by somebody unknown, cannot be', () => {
    home().when(adoption('Bé', ['Bé'], '2026-03-01', { born: '2020' })).thenProblem('own-relative', { severity: 'block' })
    home().when(adoption('Bé', ['nobody'], '2026-03-01', { born: '2020' })).thenProblem('subject-unknown', { at: 'data.adopters.0', severity: 'block' })
  })
  it('by somebody of another household, or no older, is asked about', () => {
    home(man('Xa', { household: '2', born: '1980' })).when(adoption('Bé', ['Xa'], '2026-03-01', { born: '2020' })).thenProblem('adopter-elsewhere')
    home(...parents).when(adoption('Bé', ['Nam'], '2026-03-01', { born: '1979' })).thenProblem('adopter-not-older')
  })
})

describe('what is said of somebody away', () => {
  it('fits what is noted', () => {
    home().when(confirmed('mother', 'away', '2026-03-01')).thenNoProblem()
    home().when(confirmed('mother', 'still-here', '2026-03-01')).thenNoProblem()
    home(confirmed('mother', 'away', '2026-02-01')).when(confirmed('mother', 'back', '2026-03-01')).thenNoProblem()
  })
  it('twice away, or back from nowhere, is asked about', () => {
    home(confirmed('mother', 'away', '2026-02-01')).when(confirmed('mother', 'away', '2026-03-01')).thenProblem('already-away')
    home().when(confirmed('mother', 'back', '2026-03-01')).thenProblem('not-away')
  })
  it('still away is an answer from a month before six months are reached', () => {
    home(confirmed('mother', 'away', '2026-02-10')).when(confirmed('mother', 'away', '2026-07-09')).thenProblem('already-away')
    home(confirmed('mother', 'away', '2026-02-10')).when(confirmed('mother', 'away', '2026-07-10')).thenNoProblem()
  })
})

describe('a wedding', () => {
  const single = [man('Nam'), person('Mai')]
  it('of two who are free is nothing to ask about', () => home(...single).when(marriage('Mai', 'Nam', '2026-03-01')).thenNoProblem())
  it('with somebody from elsewhere is nothing to ask about', () => {
    home(...single).when(marriage('Mai', undefined, '2026-03-01')).thenNoProblem()
    home(...single).when(marriage(undefined, 'Nam', '2026-03-01')).thenNoProblem()
  })
  it('of nobody of the book, of somebody unknown, with oneself cannot be', () => {
    home().when(marriage(undefined, undefined, '2026-03-01')).thenProblem('nobody-of-book', { severity: 'block' })
    home(...single).when(marriage('nobody', 'Nam', '2026-03-01')).thenProblem('subject-unknown', { severity: 'block' })
    home(...single).when(marriage('Mai', 'Mai', '2026-03-01')).thenProblem('own-relative', { severity: 'block' })
  })
  it('of two people of another area is held', () => {
    given(household('2', { area: '2' }), person('Mai', { household: '2', area: '2' })).when(marriage('Mai', undefined, '2026-03-01')).thenProblem('subject-elsewhere', { severity: 'block' })
  })
  it('with somebody of another area is noted in either book', () => {
    given(household(), person('Mai'), household('2', { area: '2' }), man('Nam', { household: '2', area: '2' })).when(marriage('Mai', 'Nam', '2026-03-01')).thenNoProblem()
  })
  it('of a woman as husband or a man as wife is asked about', () => {
    home(...single).when(marriage('Nam', undefined, '2026-03-01')).thenProblem('wife-is-a-man', { severity: 'warn' })
    home(...single).when(marriage(undefined, 'Mai', '2026-03-01')).thenProblem('husband-is-a-woman', { severity: 'warn' })
  })
  it('of somebody married is asked about; after a divorce or his death not', () => {
    home(...single).when(marriage('mother', 'Nam', '2026-03-01')).thenProblem('already-married', { at: 'data.wife', severity: 'warn' })
    home(...single, divorce('mother', undefined, '2026-02-01')).when(marriage('mother', 'Nam', '2026-03-01')).thenNoProblem()
    const wed = man('Bình', { data: { sex: 'male', marital: 'married', spouse: personId('mother') } })
    home(...single, wed, death('Bình', '2026-02-01')).when(marriage('mother', 'Nam', '2026-03-01')).thenNoProblem('already-married')
    home(...single, wed).when(marriage('mother', 'Bình', '2026-03-01')).thenProblem('married-already')
  })
  it('under 18 or 20 is asked about', () => {
    expect(home(person('Mai', { born: '2008-03-02' })).when(marriage('Mai', undefined, '2026-03-01')).thenProblem('under-marriage-age').params).toEqual({ age: 17, least: 18 })
    home(person('Mai', { born: '2008-03-01' })).when(marriage('Mai', undefined, '2026-03-01')).thenNoProblem()
    home(man('Nam', { born: '2006-03-02' })).when(marriage(undefined, 'Nam', '2026-03-01')).thenProblem('under-marriage-age')
  })
})

describe('parting', () => {
  it('of who is married is nothing to ask about', () => {
    home().when(separation('mother', undefined, '2026-03-01')).thenNoProblem()
    home().when(divorce('mother', undefined, '2026-03-01')).thenNoProblem()
  })
  it('of who is not is asked about', () => {
    home(person('Mai')).when(divorce('Mai', undefined, '2026-03-01')).thenProblem('not-married', { at: 'data.wife' })
    home(divorce('mother', undefined, '2026-02-01')).when(divorce('mother', undefined, '2026-03-01')).thenProblem('not-married')
  })
  it('of nobody cannot be', () => home().when(divorce(undefined, undefined, '2026-03-01')).thenProblem('nobody-of-book', { severity: 'block' }))
})

describe('joining two entries', () => {
  const twice = [person('Trùng', { born: '1990' })]
  it('is the officer’s', () => {
    home(...twice).when(joined('mother', 'Trùng')).thenNoProblem()
    home(...twice).when(joined('mother', 'Trùng', { by: 'Hoa' })).thenProblem('role-may-not', { severity: 'block' })
  })
  it('with itself, with nobody, or again cannot be', () => {
    home().when(joined('mother', 'mother')).thenProblem('joined-to-itself', { severity: 'block' })
    home().when(joined('mother', 'nobody')).thenProblem('subject-unknown', { severity: 'block' })
    home(...twice, joined('mother', 'Trùng')).when(joined('mother', 'Trùng')).thenProblem('joined-already', { severity: 'block' })
    home(...twice, person('Ba'), joined('mother', 'Trùng')).when(joined('Trùng', 'Ba')).thenProblem('joined-already', { at: 'data.person' })
  })
  it('of unlike people is asked about', () => {
    home(man('Nam', { born: '1990' })).when(joined('mother', 'Nam')).thenProblem('joined-unlike')
    home(person('Già', { born: '1950' })).when(joined('mother', 'Già')).thenProblem('joined-ages-apart')
    home(...twice, confirmed('Trùng', 'away', '2026-02-01')).when(joined('mother', 'Trùng')).thenProblem('joined-with-notes')
  })
})

describe('a household of the book', () => {
  it('keeps its people in the order they came, wherever they are', () => {
    const { problems } = home(person('Lan'), moved(['Lan'], '2', '2026-02-01')).when(moved(['Lan'], '1', '2026-03-01', { data: { household: householdId('1') } }))
    expect(problems).toEqual([])
  })
})
