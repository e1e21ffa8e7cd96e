import { describe, expect, it } from 'vitest'
import { asHousehold, asPerson } from '../kernel/ids.ts'
import { firstDay, lastDay, period, periodsBetween } from '../kernel/period.ts'
import { followUpFrom } from '../planning/fold.ts'
import { householdFrom, personFrom } from '../register/fold.ts'
import { birth, death, type Draft, household, mother, person } from '../testing/drafts.ts'
import { historyOf, type Notebook, notedOf } from '../testing/given.ts'
import { areaId, type householdId, personId } from '../testing/ids.ts'
import { makeHistory } from '../testing/make-history.ts'
import { naiveRecount } from '../testing/naive-recount.ts'
import { moved } from '../testing/moving-drafts.ts'
import { elderExamined, newborn, pregnancy, pregnancyEnded, prenatal, started, stopped } from '../testing/planning-drafts.ts'
import { villageOf } from '../testing/village.ts'
import { P0_SECTIONS } from '../packs/tt01-2022/code-lists.ts'
import { SECTION_CELLS } from '../packs/tt01-2022/p0-sections.ts'
import { p0Of } from './p0.ts'
import { linesOf } from './p0-lines.ts'
import { p0PlanningOf } from './p0-planning.ts'

function sourceOf(book: Notebook) {
  const people = new Map(book.subjects().map((id) => [asPerson(id), personFrom(asPerson(id), book.about(id))]))
  const followUps = new Map([...people.keys()].map((id) => [id, followUpFrom(id, book.about(id))]))
  return {
    people: [...people.values()],
    person: (id: ReturnType<typeof personId>) => people.get(id),
    household: (id: ReturnType<typeof householdId>) => householdFrom(asHousehold(id), book.about(id)),
    followUp: (id: ReturnType<typeof personId>) => followUps.get(id) ?? followUpFrom(id, []),
  }
}
const march = (...drafts: readonly Draft[]) => p0PlanningOf(sourceOf(historyOf(notedOf([household(), mother({ data: { insuranceNumber: 'GD4797930' } }), ...drafts]))), areaId('1'), period('2026-03'))
const woman = { person: personId('mother'), householdNumber: '1', name: 'Nguyễn Thị mother', insuranceNumber: 'GD4797930', born: '1990-05-20', bornAbout: false }

describe('P0 §2', () => {
  it('has the results told, and nothing of what was not asked', () => {
    expect(march(birth(), newborn('child', '2026-03-06', { g6pd: 'found', 'hearing-loss': 'not-done' }, { data: { where: 'hospital' } })).newborns).toStrictEqual([
      { person: personId('child'), householdNumber: '1', on: '2026-03-06', results: { g6pd: 'found', 'hearing-loss': 'not-done' }, where: 'hospital' },
    ])
  })
})

describe('P0 §§7 and 8', () => {
  const child = (name: string, order: number, on: string) => birth({ child: name, on, data: { order } })
  it('have the wife, the day and the method', () => {
    const { methodsNew, methodsStopped } = march(started('mother', 'iud', '2026-03-02', { data: { where: 'health-station' } }), stopped('mother', 'iud', '2026-03-20'))
    expect(methodsNew).toStrictEqual([{ ...woman, on: '2026-03-02', method: 'iud', where: 'health-station' }])
    expect(methodsStopped).toStrictEqual([{ ...woman, on: '2026-03-20', method: 'iud' }])
  })
  it('have his sterilisation at his wife', () => {
    const husband = person('Nam', { data: { sex: 'male', spouse: personId('mother') } })
    expect(march(husband, started('Nam', 'male-sterilisation', '2026-03-02')).methodsNew).toStrictEqual([{ ...woman, on: '2026-03-02', method: 'male-sterilisation' }])
  })
  it('leave out who is in no couple', () => expect(march(person('Lan', { data: { marital: 'divorced' } }), started('Lan', 'iud', '2026-03-02')).methodsNew).toEqual([]))
  it('tell her living children only where the book has them all', () => {
    const children = (...drafts: readonly Draft[]) => march(...drafts, started('mother', 'iud', '2026-03-20')).methodsNew[0]?.children
    const two = [child('a', 1, '2026-01-05'), child('b', 2, '2026-02-05')]
    expect(children(...two)).toBe(2)
    expect(children(...two, death('a', '2026-03-20'))).toBe(1)
    expect(children(...two, death('a', '2026-03-21'))).toBe(2)
    expect(children(...two, child('c', 3, '2026-03-21'))).toBe(2)
    expect(children(child('b', 2, '2026-02-05'))).toBeUndefined()
    expect(children()).toBeUndefined()
  })
  it('tell no number of children where of one of them nothing is read', () => {
    const source = sourceOf(historyOf(notedOf([household(), mother(), child('a', 1, '2026-01-05'), child('b', 2, '2026-02-05'), started('mother', 'iud', '2026-03-20')])))
    const unread = { ...source, person: (id: ReturnType<typeof personId>) => (id === personId('a') ? personFrom(id, []) : source.person(id)) }
    expect([source, unread].map((one) => p0PlanningOf(one, areaId('1'), period('2026-03')).methodsNew[0]?.children)).toEqual([2, undefined])
  })
})

describe('P0 §9', () => {
  it('lists pregnancies and losses, stillbirths too, with which it was where that is known', () => {
    const two = [pregnancy('mother', '2026-03-01', { data: { which: 3 } }), pregnancyEnded('mother', 'miscarriage', '2026-03-10'), pregnancyEnded('mother', 'stillbirth', '2026-03-20')]
    expect(march(...two).pregnancies).toStrictEqual([
      { ...woman, on: '2026-03-01', news: 'pregnant', which: 3 },
      { ...woman, on: '2026-03-10', news: 'miscarriage', which: 3 },
      { ...woman, on: '2026-03-20', news: 'stillbirth' },
    ])
  })
})

describe('P0 §10', () => {
  it('has each screening with its window and where she lives', () => {
    expect(march(prenatal('mother', '2026-03-10', { down: 'normal' }, { data: { window: '21', where: 'hospital' } })).prenatal).toStrictEqual([
      { ...woman, on: '2026-03-10', address: ['Tổ 1'], window: '21', results: { down: 'normal' }, where: 'hospital' },
    ])
  })
})

describe('the household of a line', () => {
  it('is that of the day, and so is the address', () => {
    const lists = march(household('2', { data: { address: ['Tổ 2'] } }), prenatal('mother', '2026-03-10', { down: 'normal' }), pregnancy('mother', '2026-03-20'), moved(['mother'], '2', '2026-03-15'))
    expect(lists.prenatal.map(({ householdNumber, address }) => [householdNumber, address])).toEqual([['1', ['Tổ 1']]])
    expect(lists.pregnancies.map(({ householdNumber }) => householdNumber)).toEqual(['2'])
  })
})

describe('P0 §11', () => {
  it('has each examination, by day, then by household number', () => {
    const homes = ['10', '9'].flatMap((number) => [household(number), person(`cụ ${number}`, { household: number, born: '1948', data: { bornAbout: true } })])
    const { elders } = march(...homes, elderExamined('cụ 10', '2026-03-05', { data: { note: 'Huyết áp cao' } }), elderExamined('cụ 9', '2026-03-05'), elderExamined('cụ 10', '2026-03-01'))
    expect(elders.map(({ householdNumber, on }) => [householdNumber, on])).toEqual([['10', '2026-03-01'], ['9', '2026-03-05'], ['10', '2026-03-05']])
    expect(elders[2]).toStrictEqual({ person: personId('cụ 10'), householdNumber: '10', on: '2026-03-05', name: 'Nguyễn Thị cụ 10', born: '1948', bornAbout: true, note: 'Huyết áp cao' })
  })
})

describe('the lines of every section', () => {
  it('are as many as a plain recount of the facts counts, over random histories', () => {
    let lines = 0
    for (let seed = 201; seed <= 203; seed++) {
      const noted = makeHistory(seed, villageOf(2), { households: 20, events: 120 })
      const source = sourceOf(historyOf(noted))
      const recount = naiveRecount(noted)
      for (const of of periodsBetween(period('2025-01'), period('2026-11'))) {
        const counts = recount(firstDay(of), lastDay(of))
        for (const area of ['1', '2'].map(areaId)) {
          const p0 = p0PlanningOf(source, area, of)
          const count = (...cells: readonly string[]) => cells.reduce((sum, cell) => sum + (counts.get(`${area}|${cell}`) ?? 0), 0)
          expect([p0.newborns.length, p0.methodsNew.length, p0.methodsStopped.length, p0.prenatal.length]).toEqual(
            ['newborn-screenings', 'couples-new', 'couples-stopped', 'prenatal-screenings'].map((cell) => count(cell)),
          )
          expect(p0.pregnancies.length).toBe(count('pregnancies-found', 'pregnancies-lost', 'stillbirths'))
          const lists = linesOf({ ...p0Of(source, area, of), ...p0 })
          for (const section of P0_SECTIONS) expect((lists.get(section) ?? -1) > 0, `section ${section}`).toBe(count(...SECTION_CELLS[section]) > 0)
          expect(new Set(p0.elders.map((line) => line.person)).size).toBe(count('elders-examined'))
          lines += Object.values(p0).reduce((sum, list) => sum + list.length, 0)
        }
      }
    }
    expect(lines).toBeGreaterThan(300)
  }, 30_000)
})
