import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packColumn, unpackColumn } from './column.ts'
import { packEntries, unpackEntries } from './columns.ts'
import { IdReader, IdWriter } from './id-dictionary.ts'
import { MalformedColumns } from './malformed-columns.ts'
import type { Entry } from './protocol.ts'

function roundTrip(values: readonly unknown[]): unknown[] {
  const ids = new IdWriter()
  const packed: unknown = JSON.parse(JSON.stringify(packColumn(values, ids)))
  return unpackColumn(packed, values.length, new IdReader(ids.packed()))
}

const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown)
const id = fc.uuid()
const factLike = fc.record(
  {
    id,
    type: fc.constantFrom('birth-reported', 'death-reported'),
    about: fc.array(id, { maxLength: 4 }),
    recordedAt: fc.integer({ min: 0, max: 2 ** 45 }),
    data: fc.record({ mother: fc.oneof(fc.record({ kind: fc.constant('person'), person: id }), fc.record({ kind: fc.constant('unknown') })), order: json }),
  },
  { requiredKeys: ['id', 'type'], noNullPrototype: true },
).map((value) => JSON.parse(JSON.stringify(value)) as unknown)

describe('columns', () => {
  it('give back any JSON values as they were', () => {
    fc.assert(fc.property(fc.array(json, { maxLength: 30 }), (values) => {
        expect(roundTrip(values)).toStrictEqual(values)
      }), { numRuns: 300 })
  })

  it('give back facts as they were', () => {
    fc.assert(fc.property(fc.array(factLike, { maxLength: 40 }), (values) => {
        expect(roundTrip(values)).toStrictEqual(values)
      }), { numRuns: 200 })
  })

  it('keep a key named __proto__ a key', () => {
    const values: unknown[] = [JSON.parse('{"__proto__":{"a":1}}'), JSON.parse('{"__proto__":{"a":2}}')]
    expect(JSON.stringify(roundTrip(values))).toBe(JSON.stringify(values))
  })

  it('keep lone surrogates, control characters and ids in odd places', () => {
    const values = ['\ud800', '\u0000', '0190a000-0000-7000-8000-000000000001']
    expect(roundTrip(values)).toStrictEqual(values)
  })

  it('keep what is nested deeper than they pack', () => {
    let deep: unknown = 'end'
    for (let level = 0; level < 120; level++) deep = [{ deep }]
    expect(roundTrip([deep, deep])).toStrictEqual([deep, deep])
  })
})

const entry = (raw: unknown, seq: number): Entry => ({ seq, position: seq, status: 'accepted', receivedAt: 1_764_000_000_000 + seq, problems: [], raw })

describe('a page', () => {
  it('gives back its entries', () => {
    fc.assert(
      fc.property(fc.array(factLike, { maxLength: 40 }), (facts) => {
        const entries = facts.map((fact, index) => entry(fact, index + 1))
        expect(unpackEntries(JSON.parse(JSON.stringify(packEntries(entries))) as Record<string, unknown>)).toStrictEqual(entries)
      }),
    )
  })

  it('is refused by name when anything of it is cut, swapped or made up', () => {
    const entries = [1, 2, 3].map((seq) => entry({ id: `0190a000-0000-7000-8000-00000000000${seq}`, about: ['x'], n: seq }, seq))
    const whole = JSON.stringify(packEntries(entries))
    let refused = 0
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.constantFrom('', '9', '[]', '-1', '{"c":1}'), (place, put) => {
        let broken: unknown
        try {
          broken = JSON.parse(whole.slice(0, place) + put + whole.slice(place + 1))
        } catch {
          return
        }
        try {
          unpackEntries(broken as Record<string, unknown>)
        } catch (error) {
          refused++
          expect(error).toBeInstanceOf(MalformedColumns)
        }
      }),
      { numRuns: 2_000 },
    )
    expect(refused).toBeGreaterThan(0)
  })

  it('that claims more than it holds is refused at once', () => {
    const bomb = { count: 100_000, ids: { times: [], rest: '' }, entries: { a: Array.from({ length: 100_000 }, () => 1_000_000), e: { c: 1 } } }
    expect(() => unpackEntries(bomb)).toThrow(MalformedColumns)
  })
})
