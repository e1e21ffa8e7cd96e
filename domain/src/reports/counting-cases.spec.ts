import { describe, expect, it } from 'vitest'
import { asPerson } from '../kernel/ids.ts'
import { period } from '../kernel/period.ts'
import { personFrom } from '../register/fold.ts'
import { contributionsOf } from '../testing/contributions-of.ts'
import { birth, death, departure, type Draft, household, householdChanged, mother, person, personChanged, withdrawn } from '../testing/drafts.ts'
import { historyOf, notedOf } from '../testing/given.ts'
import { areaId, householdId, personId } from '../testing/ids.ts'
import { adoption, arrival, comesBack, confirmed, divorce, householdClosed, joined, marriage, moved, separation, split } from '../testing/moving-drafts.ts'
import { p0Of } from './p0.ts'
import { tally } from './tally.ts'

/** The rules of domain.md §3, a case each. Cells of an area and period that are not zero, those of households left out. */
function cells(drafts: readonly Draft[], of: string, area = '1'): Record<string, number> {
  const counted = tally(
    contributionsOf(notedOf(drafts)).map(({ contributions }) => contributions),
    period(of),
  ).get(areaId(area))
  return Object.fromEntries([...(counted ?? [])].filter(([cell, count]) => count !== 0 && !cell.startsWith('households')))
}

const staying = { residence: { legal: 'temporary', presence: 'staying' } } as const
const elsewhere = { mother: { kind: 'elsewhere', name: 'Trần Thị B', commune: 'xã khác' } } as const

describe('baby of a temporary resident', () => {
  const facts = [household(), mother({ data: staying }), birth({ on: '2026-03-04' })]
  it('is not a birth here and is not counted by it', () => expect(cells(facts, '2026-03')).toEqual({}))
  it('counts from the day its mother does, six months after she came, with no birth', () => {
    expect(cells(facts, '2026-06')).toEqual({})
    expect(cells(facts, '2026-07')).toEqual({ residents: 2, 'six-months-here': 2, 'women-15-49-with-husband': 1 })
    expect(cells(facts, '2026')['births']).toBeUndefined()
  })
  it('counts at once, and as a birth, when the mother had six months by then', () => {
    const later = [household(), mother({ data: staying }), birth({ on: '2026-07-01' })]
    expect(cells(later, '2026-07')).toMatchObject({ residents: 2, births: 1, 'entered-by-birth': 1, 'six-months-here': 1 })
  })
})

describe("mother giving birth at her parents'", () => {
  it('counts where she is resident that day, not where the child is noted', () => {
    const facts = [household(), mother(), household('2', { area: '2' }), birth({ household: '2', area: '2' })]
    expect(cells(facts, '2026-03')).toMatchObject({ births: 1, 'births-female': 1 })
    expect(cells(facts, '2026-03', '2')['births']).toBeUndefined()
  })
  it('from another commune is no birth here, and the child counts here only after six months', () => {
    const facts = [household(), birth({ data: elsewhere, on: '2026-03-04' })]
    expect(cells(facts, '2026-08')).toEqual({})
    expect(cells(facts, '2026-09')).toEqual({ residents: 1, 'six-months-here': 1 })
    expect(cells([...facts, departure(['child'], '2026-05-01')], '2026')).toEqual({})
  })
})

describe('twins at the second delivery', () => {
  it('are two births, a second and a third child, of one day', () => {
    const twins = [birth({ child: 'a', data: { order: 2, twin: true } }), birth({ child: 'b', data: { order: 3, twin: true, sex: 'male' } })]
    expect(cells([household(), mother(), ...twins], '2026-03')).toMatchObject({
      births: 2, 'births-male': 1, 'births-female': 1, 'births-second': 1, 'births-third-or-later': 1, residents: 3,
    })
  })
})

describe('adopted child', () => {
  const home = [household(), person('father', { data: { sex: 'male' }, born: '1980' })]
  it('from elsewhere is an arrival at once and never a birth', () => {
    expect(cells([...home, adoption('Nuôi', ['father'], '2026-03-03', { born: '2025-12-01' })], '2026-03')).toEqual({ residents: 2, arrivals: 1 })
  })
  it('of another household of the area moves without counting, and its home names who took it in, not who bore it', () => {
    const facts = [...home, household('2'), mother({ household: '2' }), birth({ household: '2' }), adoption('child', ['father'], '2026-04-03')]
    expect(cells(facts, '2026-04')).toEqual({ residents: 3, 'women-15-49-with-husband': 1 })
    expect(cells(facts, '2026-03')).toMatchObject({ births: 1 })
    const child = personFrom(personId('child'), historyOf(notedOf(facts)).about(personId('child')))
    expect(child).toMatchObject({ household: householdId('1'), relation: 'adopted-child', adopters: [personId('father')] })
  })
})

describe('infant found after three months', () => {
  it('of a mother nobody knows is a birth of its month, where it is', () => {
    const facts = [household(), birth({ mother: 'unknown', on: '2026-01-10', recordedAt: Date.UTC(2026, 3, 10) })]
    expect(cells(facts, '2026-01')).toEqual({ births: 1, 'births-female': 1, residents: 1, 'entered-by-birth': 1 })
    expect(cells(facts, '2026-04')).toEqual({ residents: 1 })
  })
  it('of a mother of the book is a birth of its month too, however late it is noted', () => {
    const facts = [household(), mother(), birth({ on: '2026-01-10', recordedAt: Date.UTC(2026, 3, 10) })]
    expect(cells(facts, '2026-01')).toMatchObject({ births: 1, residents: 2 })
    expect(cells(facts, '2026-04')['births']).toBeUndefined()
  })
})

describe('couple living apart', () => {
  it('counts at the wife alone', () => {
    const facts = [household(), mother(), household('2', { area: '2' }), person('Nam', { area: '2', household: '2', data: { sex: 'male', marital: 'married', spouse: personId('mother') } })]
    expect(cells(facts, '2026-03')).toMatchObject({ 'women-15-49-with-husband': 1 })
    expect(cells(facts, '2026-03', '2')['women-15-49-with-husband']).toBeUndefined()
  })
  it('separated, away or abroad is a couple still; divorced or widowed is none', () => {
    const wed = [household(), mother(), person('Nam', { data: { sex: 'male', marital: 'married', spouse: personId('mother') } })]
    const wives = (...more: readonly Draft[]) => cells([...wed, ...more], '2026-05')['women-15-49-with-husband'] ?? 0
    expect(wives(separation('mother', 'Nam', '2026-04-01'))).toBe(1)
    expect(wives(departure(['Nam'], '2026-04-01', { data: { destination: 'abroad' } }))).toBe(1)
    expect(wives(confirmed('mother', 'away', '2026-04-01'))).toBe(1)
    expect(wives(divorce('mother', 'Nam', '2026-04-01'))).toBe(0)
    expect(wives(death('Nam', '2026-04-01'))).toBe(0)
    expect(wives(personChanged('mother', { new: { marital: 'widowed' } }, { on: '2026-04-01' }))).toBe(0)
  })
})

describe('remarried', () => {
  const wed = [household(), mother(), person('Nam', { data: { sex: 'male', marital: 'married', spouse: personId('mother') } })]
  it('after a divorce is a couple from the wedding, and the first husband no longer ends it', () => {
    const facts = [...wed, divorce('mother', 'Nam', '2026-03-01'), marriage('mother', undefined, '2026-05-01'), death('Nam', '2026-06-01')]
    expect(cells(facts, '2026-04')['women-15-49-with-husband']).toBeUndefined()
    expect(cells(facts, '2026-06')['women-15-49-with-husband']).toBe(1)
  })
})

describe('death abroad after departure', () => {
  const gone = [household(), mother(), person('Nam', { data: { sex: 'male', marital: 'married', spouse: personId('mother') } }), departure(['Nam'], '2026-02-01')]
  const facts = [...gone, death('Nam', '2026-04-01', { data: { place: 'abroad' } })]
  it('is accepted and not counted here', () => expect(cells(facts, '2026-04')['deaths']).toBeUndefined())
  it('ends the marriage', () => {
    expect(cells(facts, '2026-03')['women-15-49-with-husband']).toBe(1)
    expect(cells(facts, '2026-04')['women-15-49-with-husband']).toBeUndefined()
  })
})

describe('dormitory', () => {
  const dorm = household('KTX', { data: { kind: 'collective', representative: 'Ông Bình', shortStayers: { male: 12, female: 30 } } })
  it('is a household but no family; who lives there for six months counts, who stays a while is a number and no resident', () => {
    const facts = [dorm, arrival('Công nhân', '2026-01-10', { household: 'KTX', data: { intent: 'short' } })]
    expect(cells(facts, '2026-06')).toEqual({})
    expect(cells(facts, '2026-07')).toEqual({ residents: 1, 'six-months-here': 1 })
    const counted = tally(contributionsOf(notedOf(facts)).map(({ contributions }) => contributions), period('2026-07')).get(areaId('1'))
    expect([counted?.get('households'), counted?.get('households-family')]).toEqual([1, undefined])
  })
  it('tells its short stayers anew without counting them', () => {
    const facts = [dorm, householdChanged('KTX', { shortStayers: { male: 0, female: 500 } })]
    expect(cells(facts, '2026-03')).toEqual({})
  })
})

describe('family without papers', () => {
  it('counts like any other', () => {
    const bare = { legal: 'none', presence: 'present' } as const
    expect(cells([household(), mother({ data: { residence: bare } }), birth()], '2026-03')).toMatchObject({ residents: 2, births: 1 })
    expect(cells([household(), arrival('Lan', '2026-03-01')], '2026-03')).toMatchObject({ residents: 1, arrivals: 1 })
  })
})

describe('six months reached with no note', () => {
  it('counts who stays from that very day, as a flow of its own and no arrival', () => {
    const facts = [household(), arrival('Lan', '2026-02-10', { data: { intent: 'unknown' } })]
    expect(cells(facts, '2026-02')).toEqual({})
    expect(cells(facts, '2026-07')).toEqual({})
    expect(cells(facts, '2026-08')).toEqual({ residents: 1, 'six-months-here': 1 })
  })
  it('falls on the last day of a shorter month', () => {
    const facts = [household(), arrival('Lan', '2025-08-31', { data: { intent: 'short' } })]
    expect(cells(facts, '2026-02')).toEqual({ residents: 1, 'six-months-here': 1 })
  })
  it('no longer counts who is away, until the day of coming back', () => {
    const facts = [household(), mother(), confirmed('mother', 'away', '2026-01-15')]
    expect(cells(facts, '2026-06')).toMatchObject({ residents: 1 })
    expect(cells(facts, '2026-07')).toEqual({ 'six-months-away': 1 })
    const back = [...facts, confirmed('mother', 'back', '2026-09-02')]
    expect(cells(back, '2026-07')).toEqual({ 'six-months-away': 1 })
    expect(cells(back, '2026-09')).toMatchObject({ residents: 1, 'six-months-here': 1 })
  })
  it('is without hindsight: an answer at eight months does not change that she counted from six', () => {
    const facts = [household(), arrival('Lan', '2026-01-10', { data: { intent: 'short' } }), confirmed('Lan', 'still-here', '2026-09-10')]
    expect(cells(facts, '2026-07')).toMatchObject({ 'six-months-here': 1 })
    expect(cells([...facts, departure(['Lan'], '2026-10-01')], '2026-07')).toMatchObject({ residents: 1, 'six-months-here': 1 })
    expect(cells([...facts, departure(['Lan'], '2026-10-01')], '2026-10')).toEqual({ departures: 1 })
  })
  it('never comes for who leaves before, and neither coming nor going counts', () => {
    const facts = [household(), arrival('Lan', '2026-01-10', { data: { intent: 'short' } }), departure(['Lan'], '2026-07-09')]
    expect(cells(facts, '2026')).toEqual({})
  })
})

describe('a move', () => {
  const start = [household(), mother(), household('2', { area: '2' })]
  it('inside the registry is neither an arrival nor a departure, and P0 lists it in no section', () => {
    const facts = [...start, moved(['mother'], '2', '2026-03-20', { area: '2' })]
    expect(cells(facts, '2026-03')).toEqual({ 'moved-out': 1 })
    expect(cells(facts, '2026-03', '2')).toEqual({ residents: 1, 'moved-in': 1, 'women-15-49-with-husband': 1 })
    const book = historyOf(notedOf(facts))
    const source = { people: book.subjects().map((id) => personFrom(asPerson(id), book.about(id))), person: () => undefined, household: () => undefined }
    for (const area of ['1', '2']) expect(Object.values(p0Of(source, areaId(area), period('2026-03'))).flat()).toEqual([])
  })
  it('to another household of the area, by moving or by a split, changes no number', () => {
    const facts = [household(), household('3'), mother(), person('Lan'), moved(['mother'], '3', '2026-03-20'), split('1', '4', ['Lan'], '2026-03-21')]
    expect(cells(facts, '2026-03')).toEqual({ residents: 2, 'women-15-49-with-husband': 1 })
  })
})

describe('a return', () => {
  it('is an arrival of the same person', () => {
    const facts = [household(), mother(), departure(['mother'], '2026-02-10'), comesBack('mother', '2026-05-05')]
    expect(cells(facts, '2026-02')).toEqual({ departures: 1 })
    expect(cells(facts, '2026-05')).toMatchObject({ residents: 1, arrivals: 1, 'women-15-49-with-husband': 1 })
  })
})

describe('a wedding', () => {
  const start = [household(), person('Mai', { born: '2008-06-01', data: { marital: 'never-married' } }), household('2', { area: '2' }), person('Nam', { area: '2', household: '2', born: '2000', data: { sex: 'male', marital: 'never-married' } })]
  const wed = [...start, marriage('Mai', 'Nam', '2026-03-20', { data: { examined: 'yes', consanguineous: 'yes' } }), moved(['Mai'], '2', '2026-03-20', { area: '2' })]
  it('counts each where resident the day before, the couple once where the wife is that day, and tảo hôn by her age', () => {
    expect(cells(wed, '2026-03')).toMatchObject({ married: 1, 'married-under-age': 1, 'married-consanguineous': 1, 'couples-examined': 1 })
    expect(cells(wed, '2026-03', '2')).toMatchObject({ married: 1, 'married-consanguineous': 1 })
    expect(cells(wed, '2026-03', '2')['couples-examined']).toBeUndefined()
  })
  it('of a bride from elsewhere counts the husband, and the couple at him', () => {
    const facts = [...start, marriage(undefined, 'Nam', '2026-03-20', { area: '2', data: { examined: 'yes' } }), arrival('Dâu', '2026-03-20', { area: '2', household: '2' })]
    expect(cells(facts, '2026-03', '2')).toMatchObject({ married: 1, 'couples-examined': 1, arrivals: 1 })
  })
  it('told twice counts once', () => {
    const twice = [...wed, marriage('Mai', 'Nam', '2026-03-21')]
    expect(cells(twice, '2026-03')['married']).toBe(1)
    const elsewhere = [...start, marriage('Mai', undefined, '2026-03-20'), marriage('Mai', undefined, '2026-03-20', { as: 'again' })]
    expect(cells(elsewhere, '2026-03')['married']).toBe(1)
  })
  it('on the day before the 18th birthday is under age, on the birthday not', () => {
    const on = (day: string) => cells([...start, marriage('Mai', undefined, day)], day.slice(0, 7))['married-under-age']
    expect([on('2026-05-31'), on('2026-06-01')]).toEqual([1, undefined])
  })
  it('a divorce counts each of the two where resident the day before', () => {
    expect(cells([...wed, divorce('Mai', 'Nam', '2026-08-01')], '2026-08', '2')).toMatchObject({ divorced: 2 })
  })
})

describe('two entries of one person', () => {
  const facts = [household(), mother(), person('Trùng', { as: 'twice' })]
  it('count once after joining, from the start, and twice again when the joining is taken back', () => {
    expect(cells(facts, '2026-02')).toMatchObject({ residents: 2 })
    const one = [...facts, joined('mother', 'Trùng', { as: 'joined' })]
    expect(cells(one, '2026-02')).toMatchObject({ residents: 1 })
    expect(cells([...one, withdrawn('joined', { by: 'officer' })], '2026-02')).toMatchObject({ residents: 2 })
  })
})

describe('a household that is closed', () => {
  const count = (facts: readonly Draft[], of: string) =>
    tally(contributionsOf(notedOf(facts)).map(({ contributions }) => contributions), period(of)).get(areaId('1'))?.get('households') ?? 0
  it('counts up to the day before', () => {
    const facts = [household(), householdClosed('1', '2026-03-31')]
    expect([count(facts, '2026-02'), count(facts, '2026-03'), count(facts, '2026-04')]).toEqual([1, 0, 0])
  })
})
