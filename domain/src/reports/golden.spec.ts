import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { AreaId, asHousehold, asPerson } from '../kernel/ids.ts'
import { period } from '../kernel/period.ts'
import { readFact } from '../kinds.ts'
import { householdFrom, personFrom } from '../register/fold.ts'
import { contributionsOf } from '../testing/contributions-of.ts'
import { historyOf } from '../testing/given.ts'
import { dsxRows } from './dsx.ts'
import { p0Of } from './p0.ts'
import { tally, toCounts } from './tally.ts'

interface Expected {
  readonly area: string
  readonly period: string
  readonly cells: Readonly<Record<string, number>>
  readonly p0: { readonly births: unknown[]; readonly deaths: unknown[] }
}

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
        const p0 = p0Of(
          {
            people: book.subjects().map((id) => personFrom(asPerson(id), book.about(id))),
            person: (id) => personFrom(id, book.about(id)),
            household: (id) => householdFrom(asHousehold(id), book.about(id)),
          },
          area,
          period(expected.period),
        )
        it('01-DSX rows 1–5', () => {
          expect(Object.fromEntries(dsxRows(cells).map(({ cell, count }) => [cell, count]))).toEqual(expected.cells)
          expect(toCounts(cells)).toEqual(Object.values(expected.cells))
        })
        it('P0 §§1 and 3, as many lines as the cells say', () => {
          expect(p0).toStrictEqual(expected.p0)
          expect([p0.births.length, p0.deaths.length]).toEqual([expected.cells['births'], expected.cells['deaths']])
        })
      })
    }
  }
})
