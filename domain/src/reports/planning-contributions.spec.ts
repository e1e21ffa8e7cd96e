import { describe, expect, it } from 'vitest'
import { period } from '../kernel/period.ts'
import { CELLS } from '../packs/tt01-2022/cells.ts'
import { PLANNING_CELLS } from '../packs/tt01-2022/planning-cells.ts'
import { contributionsOf } from '../testing/contributions-of.ts'
import { birth, death, departure, type Draft, household, mother, person } from '../testing/drafts.ts'
import { notedOf } from '../testing/given.ts'
import { areaId, personId } from '../testing/ids.ts'
import { elderExamined, newborn, pregnancy, pregnancyEnded, prenatal, started, stopped } from '../testing/planning-drafts.ts'
import { dsxRows } from './dsx.ts'
import { tally } from './tally.ts'

const planning = new Set<string>(PLANNING_CELLS.map(({ code }) => code))

/** The cells of the follow-up of area "1" for a period, those that are not zero. */
function cells(drafts: readonly Draft[], of = '2026-03', area = '1'): Record<string, number> {
  const counted = tally(contributionsOf(notedOf(drafts)).map(({ contributions }) => contributions), period(of)).get(areaId(area))
  return Object.fromEntries([...(counted ?? [])].filter(([cell]) => planning.has(cell)))
}
const man = (name: string, over: Parameters<typeof person>[1] = {}) => person(name, { born: '1985', ...over, data: { sex: 'male', marital: 'married', spouse: personId('mother'), ...over.data } })
const home = (...more: readonly Draft[]) => [household(), mother(), man('Nam'), ...more]
const using = (method: string, count = 1) => ({ 'couples-using': count, [`couples-using-${method}`]: count })
const fresh = (method: string, count = 1) => ({ 'couples-new': count, [`couples-new-${method}`]: count })
const ended = (method: string, count = 1) => ({ 'couples-stopped': count, [`couples-stopped-${method}`]: count })

describe('a method of hers', () => {
  it('is new in its month and used until the day it is stopped', () => {
    const iud = home(started('mother', 'iud', '2026-03-31'), stopped('mother', 'iud', '2026-05-31'))
    expect([cells(iud), cells(iud, '2026-04'), cells(iud, '2026-05')]).toEqual([{ ...using('iud'), ...fresh('iud') }, using('iud'), ended('iud')])
  })
  it('begun before the book is used, and was new in no month that the book has', () => {
    const iud = home(started('mother', 'iud', '2024-03-01'))
    expect([cells(iud), cells(iud, '2024-03')]).toEqual([using('iud'), {}])
  })
  it('switched is a stop and a new one', () => {
    const both = home(started('mother', 'pill', '2026-02-01'), started('mother', 'implant', '2026-03-10'))
    expect(cells(both)).toEqual({ ...using('implant'), ...fresh('implant'), ...ended('pill') })
  })
  it('stopped that nobody noted to run is a stop', () => expect(cells(home(stopped('mother', 'iud', '2026-03-10')))).toEqual(ended('iud')))
  it('counts only while she is in a couple', () => {
    const iud = started('mother', 'iud', '2026-02-01')
    expect(cells([household(), mother({ data: { marital: 'divorced' } }), iud])).toEqual({})
    expect(cells(home(iud, death('Nam', '2026-03-31')))).toEqual({})
    expect(cells(home(iud, death('Nam', '2026-03-31'), stopped('mother', 'iud', '2026-03-31')))).toEqual({})
    expect(cells(home(iud, departure(['mother'], '2026-03-31')))).toEqual({})
    expect(cells([household(), mother({ born: '1976-04-01' }), iud])).toEqual(using('iud'))
    expect(cells([household(), mother({ born: '1976-03-31' }), iud])).toEqual({})
  })
  it('ends with her life without a stop', () => expect(cells(home(started('mother', 'iud', '2026-02-01'), death('mother', '2026-03-10')))).toEqual({}))
})

describe('his sterilisation', () => {
  const his = started('Nam', 'male-sterilisation', '2026-03-10')
  it('counts at his wife, where she lives', () => {
    const apart = [household(), mother(), household('2', { area: '2' }), man('Nam', { area: '2', household: '2' }), started('Nam', 'male-sterilisation', '2026-03-10', { area: '2' })]
    expect(cells(apart)).toEqual({ ...using('male-sterilisation'), ...fresh('male-sterilisation') })
    expect(cells(apart, '2026-03', '2')).toEqual({})
  })
  it('waits while hers runs, and counts again when hers stops', () => {
    const both = home(his, started('mother', 'condom', '2026-04-10'), stopped('mother', 'condom', '2026-05-10'))
    expect(cells(both)).toEqual({ ...using('male-sterilisation'), ...fresh('male-sterilisation') })
    expect(cells(both, '2026-04')).toEqual({ ...using('condom'), ...fresh('condom') })
    expect(cells(both, '2026-05')).toEqual({ ...using('male-sterilisation'), ...ended('condom') })
  })
  it('is no more when he dies or it is undone', () => {
    expect(cells(home(his, death('Nam', '2026-03-31')))).toEqual(fresh('male-sterilisation'))
    expect(cells(home(his, stopped('Nam', 'male-sterilisation', '2026-04-10')), '2026-04')).toEqual(ended('male-sterilisation'))
  })
  it('follows him to another wife', () => {
    const again = [
      household(),
      person('Lan', { data: { marital: 'divorced' } }),
      person('Nam', { born: '1985', data: { sex: 'male', marital: 'married', spouse: personId('Lan') } }),
      mother({ data: { spouse: personId('Nam') } }),
      started('Nam', 'male-sterilisation', '2026-02-10'),
    ]
    expect(cells(again)).toEqual(using('male-sterilisation'))
    // Whoever still says that he is her husband has no part in it: he says otherwise.
    const both = again.map((draft) => (draft.type === 'person-registered' && draft.data.person === personId('Lan') ? person('Lan', { data: { marital: 'married', spouse: personId('Nam') } }) : draft))
    expect(cells(both)).toEqual(using('male-sterilisation'))
  })
  it('is not counted of somebody who turns out to be a woman', () => {
    const noted = home(started('Nam', 'male-sterilisation', '2026-02-10'))
    const asMan = { as: 'nam' }
    const wrong = noted.map((draft) => (draft.type === 'person-registered' && draft.data.person === personId('Nam') ? { ...draft, ...asMan } : draft))
    expect(cells(wrong)).toEqual(using('male-sterilisation'))
    expect(cells([...wrong, man('Nam', { corrects: 'nam', data: { sex: 'female' } })])).toEqual({})
  })
})

describe('a pregnancy', () => {
  it('is found in its month and open until a loss', () => {
    const lost = home(pregnancy('mother', '2026-02-20'), pregnancyEnded('mother', 'miscarriage', '2026-04-10'))
    expect([cells(lost, '2026-02'), cells(lost), cells(lost, '2026-04')]).toEqual([{ pregnant: 1, 'pregnancies-found': 1 }, { pregnant: 1 }, { 'pregnancies-lost': 1 }])
  })
  it('ends by a live birth', () => expect(cells(home(pregnancy('mother', '2026-02-20'), birth()))).toEqual({}))
  it('lost by a stillbirth is neither miscarriage nor abortion', () => {
    expect(cells(home(pregnancyEnded('mother', 'stillbirth', '2026-03-10')))).toEqual({ stillbirths: 1 })
    expect(cells(home(pregnancyEnded('mother', 'abortion', '2026-03-10')))).toEqual({ 'pregnancies-lost': 1 })
  })
  it('needs no husband, and counts where she lives', () => {
    const alone = [household(), mother({ data: { marital: 'never-married' } }), pregnancy('mother', '2026-03-10')]
    expect(cells(alone)).toEqual({ pregnant: 1, 'pregnancies-found': 1 })
    expect(cells([...alone, departure(['mother'], '2026-03-20')])).toEqual({ 'pregnancies-found': 1 })
    expect(cells([household(), mother({ data: { residence: { legal: 'none', presence: 'staying' } } }), pregnancy('mother', '2026-03-10')])).toEqual({})
  })
})

describe('screening', () => {
  const carrying = home(pregnancy('mother', '2026-01-10'))
  const open = { pregnant: 1 }
  it('before birth is complete when all four have something other than "not done"', () => {
    const [two, rest] = [prenatal('mother', '2026-02-10', { down: 'normal', edwards: 'no-result-yet' }), prenatal('mother', '2026-03-10', { patau: 'found', thalassemia: 'normal' })]
    expect(cells([...carrying, two], '2026-02')).toEqual({ ...open, 'prenatal-screenings': 1 })
    expect(cells([...carrying, two, rest])).toEqual({ ...open, 'prenatal-screenings': 1, 'screened-before-birth': 1 })
    const notDone = prenatal('mother', '2026-03-10', { patau: 'not-done', thalassemia: 'normal' })
    expect(cells([...carrying, two, notDone])).toEqual({ ...open, 'prenatal-screenings': 1 })
  })
  it('of which nothing was done is none', () => expect(cells([...carrying, prenatal('mother', '2026-03-10', { down: 'not-done' })])).toEqual(open))
  it('complete a second time counts no more', () => {
    expect(cells([...carrying, prenatal('mother', '2026-02-10'), prenatal('mother', '2026-03-10')])).toEqual({ ...open, 'prenatal-screenings': 1 })
  })
  it('without a pregnancy is a screening, and completes none', () => expect(cells(home(prenatal('mother', '2026-03-10')))).toEqual({ 'prenatal-screenings': 1 }))
  it('of a newborn is complete when all five are told', () => {
    const born = home(birth())
    const some = newborn('child', '2026-03-06', { hypothyroidism: 'normal', g6pd: 'normal', 'adrenal-hyperplasia': 'normal' })
    expect(cells([...born, some])).toEqual({ 'newborn-screenings': 1 })
    expect(cells([...born, some, newborn('child', '2026-03-20', { 'hearing-loss': 'normal', 'heart-disease': 'no-result-yet' })])).toEqual({ 'newborn-screenings': 2, 'screened-newborn': 1 })
  })
})

describe('what is distinct', () => {
  const old = person('cụ', { born: '1950' })
  const examined = [household(), old, elderExamined('cụ', '2026-01-05'), elderExamined('cụ', '2026-01-20'), elderExamined('cụ', '2026-03-10'), elderExamined('cụ', '2026-05-10')]
  it('counts somebody once a month, once a quarter and once a year: a quarter is not the sum of its months', () => {
    const count = (of: string) => cells(examined, of)['elders-examined'] ?? 0
    expect(['2026-01', '2026-02', '2026-03', '2026-05'].map(count)).toEqual([1, 0, 1, 1])
    expect(['2026-Q1', '2026-Q2', '2026'].map(count)).toEqual([1, 1, 1])
  })
  it('counts two people twice', () => {
    expect(cells([...examined, person('ông', { born: '1949', data: { sex: 'male' } }), elderExamined('ông', '2026-01-07')], '2026-Q1')).toEqual({ 'elders-examined': 2 })
  })
  it('counts two pregnancies screened in a year as one woman', () => {
    const two = home(pregnancy('mother', '2026-01-10'), prenatal('mother', '2026-02-10'), pregnancyEnded('mother', 'abortion', '2026-03-01'), pregnancy('mother', '2026-05-10'), prenatal('mother', '2026-06-10'))
    expect([cells(two, '2026-Q1'), cells(two, '2026-Q2'), cells(two, '2026')].map((one) => one['screened-before-birth'])).toEqual([1, 1, 1])
  })
})

describe('cells and rows', () => {
  it('have the kind of their contributions', () => {
    const all = home(
      started('mother', 'iud', '2026-02-01'),
      stopped('mother', 'iud', '2026-03-01'),
      pregnancy('mother', '2026-04-01'),
      prenatal('mother', '2026-05-01'),
      birth({ on: '2026-09-01' }),
      newborn('child', '2026-09-03'),
      elderExamined('Nam', '2026-09-03'),
      pregnancyEnded('mother', 'stillbirth', '2026-10-01'),
    )
    const kinds = new Map<string, string>(CELLS.map(({ code, kind }) => [code, kind]))
    for (const { contributions } of contributionsOf(notedOf(all))) for (const one of contributions) expect([one.cell, one.kind]).toEqual([one.cell, kinds.get(one.cell)])
  })
  it('stand in order, those of methods by letter', () => {
    const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    const rows = dsxRows(new Map(PLANNING_CELLS.map(({ code }, index) => [code, index])))
    expect(rows.filter(({ no }) => /^1[1-7]/.test(no)).map(({ no }) => no)).toEqual([
      '11', '11a', '11b', '12', '13',
      ...['14', '15', '16'].flatMap((no) => [no, ...letters.map((letter) => `${no}${letter}`)]),
      '17',
    ])
    expect(rows.filter(({ no }) => /^1[1-7]/.test(no)).every(({ status }) => status === 'composed')).toBe(true)
  })
})
