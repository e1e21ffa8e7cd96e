import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { AreaId, asHousehold, asPerson, type PersonId, type SubjectId } from '../kernel/ids.ts'
import { period } from '../kernel/period.ts'
import { CELL_CODES } from '../packs/tt01-2022/cells.ts'
import { readFact } from '../kinds.ts'
import { followUpFrom } from '../planning/fold.ts'
import { householdFrom, personFrom } from '../register/fold.ts'
import { contributionsOf } from '../testing/contributions-of.ts'
import { historyOf } from '../testing/given.ts'
import { dsxRows } from './dsx.ts'
import { p0Of } from './p0.ts'
import { p0PlanningOf } from './p0-planning.ts'
import { fromCounts, tally, toCounts } from './tally.ts'

interface Expected {
  readonly area: string
  readonly period: string
  /** Cells that are not named are zero. */
  readonly cells: Readonly<Record<string, number>>
  /** Sections that are not named are empty. */
  readonly p0: Readonly<Record<string, unknown[]>>
}

const SECTIONS = [
  ['births', 'births'],
  ['deaths', 'deaths'],
  ['arrivals', 'arrivals'],
  ['departures', 'departures'],
  ['changes', 'basics-changed'],
  ['newborns', 'newborn-screenings'],
  ['methodsNew', 'couples-new'],
  ['methodsStopped', 'couples-stopped'],
  ['prenatal', 'prenatal-screenings'],
] as const

const folder = new URL('../../../fixtures/', import.meta.url)
const cases = readdirSync(folder).filter((file) => file.endsWith('.facts.json')).map((file) => file.replace('.facts.json', ''))
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'))

function notedOf(name: string) {
  return (read(`${name}.facts.json`) as { status: 'accepted' | 'held'; fact: unknown }[]).map(({ status, fact }) => {
    const reading = readFact(fact)
    if (reading.kind !== 'known') throw new TypeError(`${name}: ${JSON.stringify(reading)}`)
    return { status, fact: reading.fact }
  })
}

/** Written by hand, every figure counted on paper; server and client read the same files. */
describe('the golden reports', () => {
  it('are there', () => expect(cases.length).toBeGreaterThanOrEqual(5))

  for (const name of cases) {
    for (const expected of read(`${name}.report.json`) as Expected[]) {
      describe(`${name}, ${expected.period}`, () => {
        const noted = notedOf(name)
        const book = historyOf(noted)
        const area = AreaId.parse(expected.area)
        const cells = tally(contributionsOf(noted).map((one) => one.contributions), period(expected.period)).get(area) ?? new Map()
        const source = {
          people: book.subjects().map((id) => personFrom(asPerson(id), book.about(id))),
          person: (id: PersonId) => personFrom(id, book.about(id)),
          household: (id: SubjectId) => householdFrom(asHousehold(id), book.about(id)),
          followUp: (id: PersonId) => followUpFrom(id, book.about(id)),
        }
        const p0 = { ...p0Of(source, area, period(expected.period)), ...p0PlanningOf(source, area, period(expected.period)) }
        const figure = (cell: string) => expected.cells[cell] ?? 0
        it('the cells, and the rows of 01-DSX', () => {
          expect(Object.keys(expected.cells).filter((cell) => !CELL_CODES.some((code) => code === cell))).toEqual([])
          expect(Object.fromEntries(fromCounts(toCounts(cells)))).toEqual(Object.fromEntries(CELL_CODES.map((cell) => [cell, figure(cell)])))
          for (const { cell, count } of dsxRows(cells)) expect(`${cell} ${count}`).toBe(`${cell} ${figure(cell)}`)
        })
        it('P0, as many lines as the cells say', () => {
          expect(p0).toStrictEqual({ ...Object.fromEntries(Object.keys(p0).map((section) => [section, []])), ...expected.p0 })
          for (const [list, cell] of SECTIONS) expect([list, p0[list].length]).toEqual([list, figure(cell)])
          expect(p0.pregnancies.length).toBe(figure('pregnancies-found') + figure('pregnancies-lost') + figure('stillbirths'))
          expect(new Set(p0.elders.map(({ person }) => person)).size).toBe(figure('elders-examined'))
        })
      })
    }
  }
})
