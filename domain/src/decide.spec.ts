import { describe, expect, it } from 'vitest'
import { decide } from './decide.ts'
import { type FactId, HouseholdId, PersonId, type SubjectId } from './kernel/ids.ts'
import { plainDate } from './kernel/plain-date.ts'
import { birth, death, departure, type Draft, household, mother, person, settled, withdrawn } from './testing/drafts.ts'
import { collaborator, given, historyOf, make, notedOf, officer, TODAY } from './testing/given.ts'
import { areaId, deviceId, householdId, personId, userId } from './testing/ids.ts'

const home = () => given(household(), mother())

describe('the date of a fact', () => {
  it('may be today', () => home().when(birth({ on: TODAY })).thenNoProblem())
  it('cannot be tomorrow', () => {
    home().when(birth({ on: '2026-11-16' })).thenProblem('in-future', { at: 'occurredOn', severity: 'block' })
  })
  it('a year ago is no surprise', () => given(household('1', { on: '2020-01-01' }), mother({ on: '2020-01-01' })).when(birth({ on: '2025-11-15' })).thenNoProblem())
  it('longer ago is asked about', () => {
    const old = given(household('1', { on: '2020-01-01' }), mother({ on: '2020-01-01' }))
    old.when(birth({ on: '2025-11-14' })).thenProblem('long-ago', { severity: 'warn' })
  })
  it('a book opened long ago is no late note', () => given().when(household('9', { on: '2010-01-01' })).thenNoProblem())
})

describe('the author', () => {
  it('may be the collaborator responsible on the day', () => home().when(birth()).thenNoProblem())
  it('may be responsible only now', () => {
    const actor = { ...collaborator, responsibilities: [{ area: areaId('1'), from: TODAY }] }
    home().when(birth(), { context: { actor } }).thenNoProblem()
  })
  it('may be a former collaborator, for what happened in her time', () => {
    const actor = { ...collaborator, responsibilities: [{ area: areaId('1'), from: plainDate('2024-01-01'), to: plainDate('2026-03-04') }] }
    home().when(birth(), { context: { actor } }).thenNoProblem()
  })
  it('is held for what happened after her time', () => {
    const actor = { ...collaborator, responsibilities: [{ area: areaId('1'), from: plainDate('2024-01-01'), to: plainDate('2026-03-03') }] }
    home().when(birth(), { context: { actor } }).thenProblem('not-your-area', { severity: 'block' })
  })
  it('is held in an area that was never hers', () => home().when(household('2', { area: '2' })).thenProblem('not-your-area'))
  it('may be the officer, for any area of the commune', () => home().when(household('2', { area: '2', by: 'officer' })).thenNoProblem())
  it('is the one who sends it', () => {
    home().when(birth(), { fact: (fact) => ({ ...fact, recordedBy: userId('somebody') }) }).thenProblem('another-author', { severity: 'block' })
  })
  it('an administrator notes nothing', () => {
    home().when(birth(), { context: { actor: { ...collaborator, role: 'administrator' } } }).thenProblem('role-may-not', { severity: 'block' })
  })
  it('a collaborator settles nothing', () => {
    given(household('1', { as: 'book', status: 'held' })).when(settled('book', 'take', { by: 'Hoa' })).thenProblem('role-may-not')
  })
})

describe('the subjects of a fact', () => {
  it('leave none out and add none', () => {
    home().when(birth(), { fact: (fact) => ({ ...fact, about: fact.about.slice(1) }) }).thenProblem('about-incomplete', { severity: 'block' })
    home().when(birth(), { fact: (fact) => ({ ...fact, about: [...fact.about, personId('stranger')] }) }).thenProblem('about-incomplete')
    home().when(birth(), { fact: (fact) => ({ ...fact, about: [...fact.about, ...fact.about] }) }).thenProblem('about-incomplete')
  })
  it('are opened once', () => home().when(person('mother')).thenProblem('already-opened', { severity: 'block' }))
  it('are known', () => home().when(death('nobody', '2026-04-01')).thenProblem('subject-unknown', { at: 'about', severity: 'block' }))
  it('are known while their opening waits on this phone', () => {
    given(household('1', { status: 'pending' }), mother({ status: 'pending' })).when(birth()).thenNoProblem()
  })
  it('are not known while their opening is held', () => given(household(), mother({ status: 'held' })).when(death('mother', '2026-04-01')).thenProblem('subject-unknown'))
  it('are of the book it is noted in', () => {
    const village = given(household(), mother(), household('2', { area: '2' }))
    village.when(person('Lan', { household: '2' })).thenProblem('subject-elsewhere', { severity: 'block' })
    village.when(death('mother', '2026-04-01', { area: '2', by: 'officer' })).thenProblem('subject-elsewhere')
  })
})

describe('a correction', () => {
  const village = () => given(household(), mother(), birth({ as: 'born' }))
  it('is judged as if what it corrects had not been noted', () => village().when(birth({ corrects: 'born', on: '2026-03-05' })).thenNoProblem())
  it('of a correction likewise', () => {
    given(household(), mother(), birth({ as: 'born' }), birth({ as: 'again', corrects: 'born', on: '2026-03-05' }))
      .when(birth({ corrects: 'again', on: '2026-03-06' }))
      .thenNoProblem()
  })
  it('may bring another mother in', () => {
    given(household(), mother(), person('Lan'), birth({ as: 'born' })).when(birth({ corrects: 'born', mother: 'Lan' })).thenNoProblem()
  })
  it('needs what it corrects', () => village().when(birth({ corrects: 'lost' })).thenProblem('target-missing', { at: 'corrects', severity: 'block' }))
  it('is of the same type', () => village().when(death('child', '2026-04-01', { corrects: 'born' })).thenProblem('target-of-another-type', { severity: 'block' }))
  it('is in the same book', () => {
    given(household(), mother(), birth({ as: 'born' }), household('2', { area: '2' }))
      .when(birth({ corrects: 'born', area: '2', household: '2', by: 'officer' }))
      .thenProblem('target-in-another-area', { severity: 'block' })
  })
})

describe('two corrections of one note', () => {
  const left = (...more: readonly Draft[]) =>
    given(household(), ...['a', 'b', 'c'].map((name) => person(name)), departure(['a'], '2026-03-01', { as: 'left' }), ...more)
  const of = (name: string, over: Parameters<typeof departure>[2] = {}) => departure([name], '2026-03-01', { corrects: 'left', ...over })
  it('may stand side by side while both name the same people', () => left(of('a', { on: '2026-03-02' })).when(of('a', { on: '2026-03-03' })).thenNoProblem())
  it('may not where they name different people, or both would have left', () => {
    left(of('b')).when(of('c')).thenProblem('corrected-otherwise', { at: 'corrects', severity: 'block' })
    left(of('b')).when(of('a')).thenProblem('corrected-otherwise')
    left(of('b')).when(of('b', { on: '2026-03-02' })).thenProblem('corrected-otherwise')
  })
  it('may one after the other', () => left(of('b', { as: 'second' })).when(of('c', { corrects: 'second' })).thenNoProblem())
  it('may once the first is taken back', () => left(of('b', { as: 'second' }), withdrawn('second')).when(of('c')).thenNoProblem())
  it('may not where the first, taken back, is corrected itself', () => {
    left(of('b', { as: 'second' }), of('c', { as: 'third' }), withdrawn('second'))
      .when(of('b', { corrects: 'second' }))
      .thenProblem('corrected-otherwise')
  })
  it('may while the first is held, but then the first may not be taken', () => {
    left(of('b', { as: 'second', status: 'held' })).when(of('c')).thenNoProblem()
    left(of('b', { as: 'second', status: 'held' }), of('c')).when(settled('second', 'take')).thenProblem('corrected-otherwise', { at: 'data.fact', severity: 'block' })
    left(of('b', { as: 'second', status: 'held' }), of('c')).when(settled('second', 'refuse')).thenNoProblem()
    left(of('b', { as: 'second', status: 'held' })).when(settled('second', 'take')).thenNoProblem()
    left(of('b', { as: 'second', status: 'held' }), settled('second', 'take')).when(of('c')).thenProblem('corrected-otherwise')
  })
})

describe('taking back', () => {
  it('needs what it takes back', () => home().when(withdrawn('lost')).thenProblem('target-missing', { at: 'data.fact', severity: 'block' }))
  it('takes back a note', () => given(household('1', { as: 'book' })).when(withdrawn('book')).thenNoProblem())
  it('takes back no taking back', () => {
    given(household('1', { as: 'book' }), withdrawn('book', { as: 'undo' })).when(withdrawn('undo')).thenProblem('cannot-be-answered', { severity: 'block' })
  })
})

describe('settling', () => {
  it('takes what is held', () => given(household('1', { as: 'book', status: 'held' })).when(settled('book', 'take')).thenNoProblem())
  it('takes or refuses a held withdrawal, and no settlement', () => {
    const held = given(household('1', { as: 'book' }), withdrawn('book', { as: 'undo', status: 'held' }))
    held.when(settled('undo', 'take')).thenNoProblem()
    held.when(settled('undo', 'refuse')).thenNoProblem()
    given(household('1', { as: 'book', status: 'held' }), settled('book', 'take', { as: 'taken' })).when(settled('taken', 'refuse')).thenProblem('cannot-be-answered')
  })
  it('does not take what is not held', () => given(household('1', { as: 'book' })).when(settled('book', 'take')).thenProblem('not-held', { severity: 'block' }))
  it('refuses a note of which only the id can be read', () => {
    const village = given(household())
    const history = historyOf(village.noted)
    const fact = make(settled('garbled', 'refuse'), 9, history)
    expect(decide(fact, historyOf(village.noted, ['data' in fact.data ? fact.id : fact.id]), { actor: officer, today: TODAY })).toContainEqual(
      expect.objectContaining({ code: 'target-missing' }),
    )
    if (fact.type !== 'fact-settled') throw new TypeError(fact.type)
    const unread = historyOf(village.noted, [fact.data.fact])
    expect(decide(fact, unread, { actor: officer, today: TODAY })).toEqual([])
    const take = { ...fact, data: { ...fact.data, verdict: 'take' as const } }
    expect(decide(take, unread, { actor: officer, today: TODAY })).toContainEqual(expect.objectContaining({ code: 'cannot-take-unread', severity: 'block' }))
  })
})

describe('a book', () => {
  it('takes nobody whose household is a person, and no death of a household', () => {
    const village = given(household(), mother())
    const asHome = personId('mother')
    village.when(person('x', { data: { household: HouseholdId.parse(asHome) } })).thenProblem('subject-unknown', { at: 'about', severity: 'block' })
    village.when(death('mother', '2026-05-05', { data: { person: PersonId.parse(householdId('1')) } })).thenProblem('subject-unknown', { at: 'about', severity: 'block' })
  })
  it('of another area is said to be another’s, and nothing of whom it holds', () => {
    const village = given(household(), mother(), death('mother', '2026-04-01'))
    const history = historyOf(village.noted)
    const actor = { ...collaborator, responsibilities: [{ area: areaId('2'), from: plainDate('2024-01-01') }] }
    const spying = { ...make(death('mother', '1950-01-01'), 9, history), area: areaId('2') }
    expect(decide(spying, history, { actor, today: TODAY }).filter(({ severity, code }) => severity === 'block' || code === 'already-dead')).toEqual([
      { code: 'subject-elsewhere', at: 'about', severity: 'block', params: { subject: personId('mother') } },
    ])
  })
})

describe('taking what is not told about everybody', () => {
  it('is refused, for what it corrects would go on counting for the others', () => {
    const village = given(household(), mother(), birth({ as: 'b' }))
    const history = historyOf(village.noted)
    const other = { ...make(birth({ as: 'c', child: 'other', corrects: 'b' }), 9, history), about: [personId('other'), householdId('1'), personId('mother')] }
    const held = historyOf([...village.noted, { fact: other, status: 'held' }])
    const take = make(settled('c', 'take'), 10, held)
    expect(decide(take, held, { actor: officer, today: TODAY })).toContainEqual(expect.objectContaining({ code: 'about-incomplete', at: 'data.fact', severity: 'block' }))
  })
})

describe('a chain of corrections', () => {
  it('of a thousand links is judged in the time of one look at each', () => {
    const chain = Array.from({ length: 1000 }, (_, n) => mother({ as: `m${n}`, ...(n === 0 ? {} : { corrects: `m${n - 1}` }) }))
    const history = historyOf(notedOf([household(), ...chain]))
    const looked = { count: 0 }
    const counting = { find: (id: FactId) => (looked.count++, history.find(id)), about: (id: SubjectId) => history.about(id), isUnread: () => false, numbered: () => [], alike: () => [], aboutNobody: () => [], lines: () => new Map<number, number>() }
    const next = make(mother({ as: 'next', corrects: 'm999' }), 1001, history)
    expect(decide(next, counting, { actor: collaborator, today: TODAY })).toEqual([])
    expect(looked.count).toBeLessThan(10_000)
  })
})

describe('a hostile history', () => {
  it('in which one id names a person and a household is judged without a throw', () => {
    const both = personId('x')
    const village = given(household(), mother())
    const odd = village.when(birth({ data: { child: both } }), {
      fact: (fact) => ({ ...fact, device: deviceId('x'), about: [both, householdId('1')] }),
    })
    odd.thenProblem('about-incomplete')
  })
  it('in which corrections go round is judged without a throw', () => {
    given(household(), mother(), birth({ as: 'a', corrects: 'b' }), birth({ as: 'b', corrects: 'a' }))
      .when(departure(['mother'], '2026-05-01'))
      .thenNoProblem('subject-unknown')
  })
})
