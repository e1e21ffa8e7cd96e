import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { AreaId, asHousehold, asPerson } from '../kernel/ids.ts'
import { period } from '../kernel/period.ts'
import { CELL_CODES } from '../packs/tt01-2022/cells.ts'
import { readFact } from '../kinds.ts'
import { householdFrom, personFrom } from '../register/fold.ts'
import { contributionsOf } from '../testing/contributions-of.ts'
import { historyOf } from '../testing/given.ts'
import { dsxRows } from './dsx.ts'
import { type P0, p0Of } from './p0.ts'
import { tally, toCounts } from './tally.ts'

interface Expected {
  readonly area: string
  readonly period: string
  readonly cells: Readonly<Record<string, number>>
  readonly p0: Readonly<Partial<Record<keyof P0, unknown[]>>>
}

const SECTIONS = [
  ['births', 'births'],
  ['deaths', 'deaths'],
  ['arrivals', 'arrivals'],
  ['departures', 'departures'],
  ['changes', 'basics-changed'],
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
        const cells = tally(contributionsOf(noted).flatMap((one) => one.contributions), period(expected.period)).get(area) ?? new Map()
        const p0 = p0Of(
          {
            people: book.subjects().map((id) => personFrom(asPerson(id), book.about(id))),
            person: (id) => personFrom(id, book.about(id)),
            household: (id) => householdFrom(asHousehold(id), book.about(id)),
          },
          area,
          period(expected.period),
        )
        const isCounted = ([, count]: readonly [string, number]) => count !== 0
        it('the cells, those that are not there being zero', () => {
          expect(Object.fromEntries([...cells].filter(isCounted))).toEqual(Object.fromEntries(Object.entries(expected.cells).filter(isCounted)))
          expect(dsxRows(cells).filter(({ cell, count }) => count !== (expected.cells[cell] ?? 0))).toEqual([])
          expect(toCounts(cells)).toEqual(CELL_CODES.map((code) => expected.cells[code] ?? 0))
        })
        it('P0, as many lines as the cells say', () => {
          expect(p0).toStrictEqual({ births: [], deaths: [], arrivals: [], departures: [], changes: [], ...expected.p0 })
          for (const [list, cell] of SECTIONS) expect([list, p0[list].length]).toEqual([list, expected.cells[cell] ?? 0])
        })
      })
    }
  }
})
