import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Kind } from './kernel/decide.ts'
import { type Fact, type FactOf, type FactType, isFactType, kinds, readFact } from './kinds.ts'
import { isPlanningFact } from './planning/fold.ts'
import { rankOf, REGISTER_RANKS } from './register/fold.ts'
import { plainDate } from './kernel/plain-date.ts'
import { birth, death, departure, type Draft, household, householdChanged, mother, person, personChanged, settled, withdrawn } from './testing/drafts.ts'
import { notedOf } from './testing/given.ts'
import { adoption, arrival, confirmed, divorce, householdClosed, joined, marriage, moved, separation, split } from './testing/moving-drafts.ts'
import { declined, elderExamined, newborn, pregnancy, pregnancyEnded, premaritalExamined, prenatal, started, stopped } from './testing/planning-drafts.ts'
import { answer, counselled, nothing, signed, supplied, talk, task, visit } from './testing/work-drafts.ts'
import { areaId, personId } from './testing/ids.ts'

const village: readonly Draft[] = [
  household('1', { as: 'book' }),
  mother({ data: { name: { full: 'Trần Thị Hoa', given: 'Hoa' } } }),
  birth({ as: 'born' }),
  householdChanged('1', { phone: '0912345678' }),
  personChanged('mother', { new: { education: 'college' } }),
  started('mother', 'iud', '2026-03-10'),
  stopped('mother', 'iud', '2026-03-11'),
  declined('mother', 'wants-child', '2026-03-12'),
  pregnancy('mother', '2026-03-13'),
  prenatal('mother', '2026-03-14'),
  pregnancyEnded('mother', 'miscarriage', '2026-03-15'),
  newborn('child', '2026-03-06'),
  elderExamined('mother', '2026-03-16'),
  premaritalExamined('mother', '2026-03-17'),
  departure(['mother'], '2026-04-01', { as: 'left' }),
  death('child', '2026-05-01', { as: 'died' }),
  household('2'),
  person('father', { data: { sex: 'male' } }),
  person('twice', { data: { relation: 'unknown' } }),
  arrival('Mới', '2026-02-01'),
  moved(['Mới'], '2', '2026-03-02'),
  adoption('Nuôi', ['father'], '2026-03-03', { born: '2020-05' }),
  confirmed('Mới', 'away', '2026-03-05'),
  marriage('Mới', 'father', '2026-03-06'),
  separation('Mới', 'father', '2026-03-07'),
  divorce('Mới', 'father', '2026-03-08'),
  joined('mother', 'twice'),
  split('2', '3', ['Mới'], '2026-03-09'),
  householdClosed('2', '2026-03-10'),
  withdrawn('left'),
  settled('died', 'take'),
  visit('1', { data: { next: plainDate('2026-04-10') } }),
  counselled(['mother'], { data: { leaflets: 2, place: 'Nhà văn hóa' } }),
  talk(3, 12),
  supplied('mother', { data: { channel: 'social-marketing', money: 20_000 } }),
  task('task', { data: { due: plainDate('2026-03-31') } }),
  answer('task', 'not-done', { data: { remark: 'Hộ đi vắng' } }),
  nothing('2026-03', [3, 5]),
  signed('2026-03'),
]
const facts = notedOf(village).map(({ fact }) => fact)

type Json = Record<string, unknown>

function find(type: FactType): Json {
  return JSON.parse(JSON.stringify(facts.find((fact) => fact.type === type))) as Json
}
function born(change: Json = {}, data: Json = {}): Json {
  const raw = find('birth-reported')
  return { ...raw, ...change, data: { ...(raw['data'] as Json), ...data } }
}
const named = (full: string) => readFact(born({}, { name: { full, given: 'Mai' } }))

describe('every type of fact', () => {
  it('is among the facts of this spec', () => expect(new Set(facts.map(({ type }) => type))).toEqual(new Set(Object.keys(kinds))))
  it('is read back as it was written', () => {
    for (const fact of facts) expect(readFact(JSON.parse(JSON.stringify(fact)))).toEqual({ kind: 'known', fact })
  })
  it('has one rank, in the table and in the fold', () => {
    for (const type of Object.keys(REGISTER_RANKS)) {
      const fact = facts.find((one) => one.type === type)
      expect(fact && isFactType(type) && kinds[type].rank).toBe(fact && rankOf(fact))
    }
  })
  it('of the follow-up stands among the others of its day', () => {
    for (const fact of facts) if (isPlanningFact(fact)) expect([kinds[fact.type].rank, rankOf(fact)]).toEqual(['other', 'other'])
  })
  it('names in about every id of a subject that its data holds', () => {
    for (const fact of facts) {
      const kind: Kind<Fact> = kinds[fact.type]
      const ids = JSON.stringify(fact.data).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []
      const subjects = fact.type === 'fact-withdrawn' || fact.type === 'fact-settled' || fact.type === 'task-answered' ? [] : [...new Set(ids)].sort()
      expect([...kind.about(fact)].sort()).toEqual(subjects)
    }
  })
  it('does not compile without each of its parts', () => {
    const whole = kinds['death-reported']
    const { schema, rank, roles, about, opens, within, judge } = whole
    // @ts-expect-error a type without a schema
    const noSchema: Kind<FactOf<'death-reported'>> = { rank, roles, about, opens, within, judge }
    // @ts-expect-error a type without a rank in the fold
    const noRank: Kind<FactOf<'death-reported'>> = { schema, roles, about, opens, within, judge }
    // @ts-expect-error a type without its subjects
    const noAbout: Kind<FactOf<'death-reported'>> = { schema, rank, roles, opens, within, judge }
    // @ts-expect-error a type without rules
    const noRules: Kind<FactOf<'death-reported'>> = { schema, rank, roles, about, opens, within }
    // @ts-expect-error a type with the schema of another
    const wrongSchema: Kind<FactOf<'death-reported'>> = { ...whole, schema: kinds['birth-reported'].schema }
    const { 'death-reported': _left, ...others } = kinds
    // @ts-expect-error a table without one of the types
    const table: { [T in FactType]: Kind<FactOf<T>> } = others
    expect([noSchema, noRank, noAbout, noRules, wrongSchema, table]).toHaveLength(6)
  })
})

describe('what cannot be read', () => {
  const at = (raw: unknown) => {
    const reading = readFact(raw)
    return reading.kind === 'unreadable' ? reading.at : reading.kind
  }
  it('says where: a key that nobody knows, outside and inside', () => {
    expect(readFact(born({ sexOfFetus: 'male' })).kind).toBe('unreadable')
    expect(at(born({}, { note: 'x' }))).toEqual(['data'])
    expect(at(born({}, { mother: { kind: 'unknown', name: 'x' } }))).toEqual(['data.mother'])
  })
  it('31/02/2026 and its like', () => {
    for (const day of ['2026-02-31', '31/02/2026', '2026-02-29', 20_260_301, null]) expect(at(born({ occurredOn: day }))).toEqual(['occurredOn'])
    expect(at({ ...find('person-registered'), data: { ...(find('person-registered')['data'] as Json), born: '1990-02-31' } })).toEqual(['data.born'])
  })
  it('a missing field, a wrong type, a number out of bounds', () => {
    expect(at(born({}, { sex: 'unknown' }))).toEqual(['data.sex'])
    expect(at(born({}, { order: 0 }))).toEqual(['data.order'])
    expect(at(born({}, { order: 1.5 }))).toEqual(['data.order'])
    expect(at(born({}, { weight: 100_000 }))).toEqual(['data.weight'])
    expect(at(born({ recordedAt: -1 }))).toEqual(['recordedAt'])
    expect(at(born({ recordedAt: 8_640_000_000_000_001 }))).toEqual(['recordedAt'])
    expect(at(born({ about: Array.from({ length: 201 }, () => personId('x')) }))).toEqual(['about'])
    expect(at(born({ id: 'not-an-id' }))).toEqual(['id'])
    expect(at(born({ id: areaId('x').toUpperCase() }))).toEqual(['id'])
  })
  it('text with control or half characters', () => {
    expect(named('Mai\u0000').kind).toBe('unreadable')
    expect(named('Mai\ud800').kind).toBe('unreadable')
    expect(named('a'.repeat(201)).kind).toBe('unreadable')
  })
  it('nothing at all', () => {
    for (const raw of [undefined, null, 1, 'fact', [], {}, () => 1, new Date(0), Number.NaN]) expect(readFact(raw).kind).toBe('unreadable')
  })
  it('names at most twenty places', () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`k${n}`, n]))
    expect(at({ ...born(), about: Array.from({ length: 100 }, () => 'no'), ...many }).length).toBeLessThanOrEqual(20)
  })
})

describe('what is read', () => {
  const nameOf = (reading: ReturnType<typeof named>) =>
    reading.kind === 'known' && reading.fact.type === 'birth-reported' ? reading.fact.data.name?.full : reading.kind
  it('is brought to NFC', () => expect(nameOf(named('Nguyễn Thị Mỹ'.normalize('NFD')))).toBe('Nguyễn Thị Mỹ'))
  it('keeps HTML, SQL and formulas as the text they are', () => {
    for (const text of ['<script>alert(1)</script>', "Robert'); DROP TABLE log;--", '=HYPERLINK("http://x")', '{{7*7}}', '../../etc/passwd'])
      expect(nameOf(named(text))).toBe(text)
  })
  it('of a later version or type is kept whole and not taken for known', () => {
    const later = born({ v: 2 }, { fingers: 10 })
    expect(readFact(later)).toMatchObject({ kind: 'newer', fact: { v: 2, data: { fingers: 10 } } })
    expect(readFact(born({ type: 'moon-landed' }))).toMatchObject({ kind: 'newer', fact: { type: 'moon-landed' } })
    expect(readFact(born({ type: 'moon-landed', mood: 'good' })).kind).toBe('newer')
    for (const type of ['toString', '__proto__', 'constructor', 'Birth', '', 'x'.repeat(99)]) expect(readFact(born({ type })).kind).not.toBe('known')
    for (const v of [0, -1, 1.5, '1']) expect(readFact(born({ v })).kind).toBe('unreadable')
  })
})

describe('hostile input', () => {
  it('with __proto__ and constructor keys changes nothing and is refused', () => {
    const text = JSON.stringify(born())
    for (const key of ['__proto__', 'constructor', 'prototype', 'toString']) {
      const outside: unknown = JSON.parse(text.replace('{', `{"${key}":{"polluted":1},`))
      const inside: unknown = JSON.parse(text.replace('"data":{', `"data":{"${key}":{"polluted":1},`))
      expect([key, readFact(outside).kind, readFact(inside).kind]).toEqual([key, 'unreadable', 'unreadable'])
      expect('polluted' in {}).toBe(false)
    }
    const newer = readFact(JSON.parse(text.replace('"v":1', '"v":2').replace('"data":{', '"data":{"__proto__":{"polluted":1},')))
    expect(newer.kind === 'newer' && 'polluted' in Object(newer.fact.data)).toBe(false)
  })
  it('nested a hundred thousand deep is read or refused, not run out of stack', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(4_000)}${']'.repeat(4_000)}`)
    let deeper: unknown = deep
    for (let level = 0; level < 100_000; level++) deeper = { deeper }
    expect(readFact(born({}, { weight: deeper })).kind).toBe('unreadable')
    expect(readFact(born({ v: 2 }, { weight: deeper })).kind).toBe('newer')
    expect(readFact(deeper).kind).toBe('unreadable')
  })
  it('of a million letters, ids or keys is refused', () => {
    expect(named('ở'.repeat(1_000_000)).kind).toBe('unreadable')
    expect(readFact(born({ about: Array.from({ length: 100_000 }, () => personId('x')) })).kind).toBe('unreadable')
  })
  it('of any shape never makes it throw', () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }), (raw) => void readFact(raw)), { numRuns: 2_000 })
    fc.assert(
      fc.property(fc.constantFrom(...facts), fc.string(), fc.jsonValue(), fc.boolean(), (fact, key, value, inside) => {
        const keys = Object.keys(inside ? fact.data : fact)
        const at = keys[key.length % keys.length] ?? key
        const broken = inside ? { ...fact, data: { ...fact.data, [at]: value } } : { ...fact, [at]: value }
        expect(['known', 'newer', 'unreadable']).toContain(readFact(broken).kind)
      }),
      { numRuns: 2_000 },
    )
  })
})
