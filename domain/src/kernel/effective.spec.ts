import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factId, areaId, deviceId, userId } from '../testing/ids.ts'
import { effective, type Noted } from './effective.ts'
import type { AnyFact } from './fact.ts'
import { plainDate } from './plain-date.ts'

type Status = Noted['status']

/** A note of one letter: what it answers (`corrects`, `of`), when it was recorded, how it arrived. */
interface Told {
  readonly type?: 'note' | 'other' | 'fact-withdrawn' | 'fact-settled'
  readonly corrects?: string
  readonly of?: string
  readonly verdict?: 'take' | 'refuse'
  readonly at?: number
  readonly status?: Status
}

function noted(told: Readonly<Record<string, Told>>): Noted[] {
  return Object.entries(told).map(([name, one], index) => {
    const type = one.type ?? 'note'
    const fact: AnyFact = {
      id: factId(name),
      type,
      v: 1,
      area: areaId('1'),
      about: [],
      occurredOn: plainDate('2026-03-04'),
      recordedAt: one.at ?? index,
      recordedBy: userId('Hoa'),
      device: deviceId('Hoa'),
      via: 'phone',
      ...(one.corrects === undefined ? {} : { corrects: factId(one.corrects) }),
      data:
        type === 'fact-withdrawn'
          ? { fact: factId(one.of ?? ''), reason: 'nhầm' }
          : type === 'fact-settled'
            ? { fact: factId(one.of ?? ''), verdict: one.verdict ?? 'take', reason: 'đã hỏi' }
            : { name },
    }
    return { fact, status: one.status ?? 'accepted' }
  })
}

/** The names of the notes that count, withdrawals and settlements apart. */
function counting(all: readonly Noted[]): string[] {
  return effective(all)
    .flatMap(({ data }) => (typeof data === 'object' && data !== null && 'name' in data ? [String(data.name)] : []))
    .sort()
}

const counts = (told: Readonly<Record<string, Told>>) => counting(noted(told)).join(' ')
const W = (of: string, more: Told = {}): Told => ({ type: 'fact-withdrawn', of, ...more })
const S = (of: string, verdict: 'take' | 'refuse', more: Told = {}): Told => ({ type: 'fact-settled', of, verdict, ...more })

describe('a correction', () => {
  it('stands in the place of what it corrects', () => expect(counts({ a: {}, b: { corrects: 'a' } })).toBe('b'))
  it('of a correction stands for both', () => expect(counts({ a: {}, b: { corrects: 'a' }, c: { corrects: 'b' } })).toBe('c'))
  it('noted later beats another of the same note', () => {
    expect(counts({ a: {}, b: { corrects: 'a', at: 9 }, c: { corrects: 'a', at: 8 } })).toBe('b')
    expect(counts({ a: {}, b: { corrects: 'a', at: 8 }, c: { corrects: 'a', at: 9 } })).toBe('c')
  })
  it('noted in the same millisecond as another beats it by id, whichever came first', () => {
    const [first, last] = ['b', 'c'].sort((x, y) => (factId(x) < factId(y) ? -1 : 1))
    expect(counts({ a: {}, b: { corrects: 'a', at: 9 }, c: { corrects: 'a', at: 9 } })).toBe(last)
    expect(counts({ a: {}, c: { corrects: 'a', at: 9 }, b: { corrects: 'a', at: 9 } })).toBe(last)
    expect(first).not.toBe(last)
  })
  it('counts for itself where what it corrects is missing', () => expect(counts({ b: { corrects: 'a' } })).toBe('b'))
  it('counts for itself where what it corrects is of another type', () => expect(counts({ a: { type: 'other' }, b: { corrects: 'a' } })).toBe('a b'))
  it('counts for itself where what it corrects is held', () => expect(counts({ a: { status: 'held' }, b: { corrects: 'a' } })).toBe('b'))
  it('of itself, and corrections in a circle, correct nothing', () => {
    expect(counts({ a: { corrects: 'a' } })).toBe('a')
    expect(counts({ a: { corrects: 'b' }, b: { corrects: 'a' } })).toBe('a b')
    expect(counts({ a: { corrects: 'b' }, b: { corrects: 'a' }, c: { corrects: 'a' } })).toBe('b c')
  })
})

describe('a withdrawal', () => {
  it('takes a note back', () => expect(counts({ a: {}, w: W('a') })).toBe(''))
  it('of a correction revives what it had replaced', () => expect(counts({ a: {}, b: { corrects: 'a' }, w: W('b') })).toBe('a'))
  it('of one of two corrections leaves the other', () => expect(counts({ a: {}, b: { corrects: 'a' }, c: { corrects: 'a' }, w: W('c') })).toBe('b'))
  it('is beaten by a correction of the same note', () => {
    expect(counts({ a: {}, w: W('a'), b: { corrects: 'a' } })).toBe('b')
    expect(counts({ a: {}, b: { corrects: 'a' }, w: W('a') })).toBe('b')
  })
  it('of a note and of its correction leaves nothing', () => expect(counts({ a: {}, b: { corrects: 'a' }, v: W('a'), w: W('b') })).toBe(''))
  it('of a middle correction is beaten by the correction of that', () => {
    expect(counts({ a: {}, b: { corrects: 'a' }, c: { corrects: 'b' }, w: W('b') })).toBe('c')
  })
  it('of a correction of a correction revives the first correction', () => {
    expect(counts({ a: {}, b: { corrects: 'a' }, c: { corrects: 'b' }, w: W('c') })).toBe('b')
  })
  it('cannot be withdrawn', () => expect(counts({ a: {}, w: W('a'), v: W('w') })).toBe(''))
  it('of something missing is tolerated', () => expect(counts({ a: {}, w: W('z') })).toBe('a'))
  it('that is held withdraws nothing yet', () => expect(counts({ a: {}, w: W('a', { status: 'held' }) })).toBe('a'))
  it('that waits on this phone withdraws already', () => expect(counts({ a: {}, w: W('a', { status: 'pending' }) })).toBe(''))
})

describe('what is held', () => {
  it('does not count', () => expect(counts({ a: { status: 'held' } })).toBe(''))
  it('counts once taken', () => expect(counts({ a: { status: 'held' }, s: S('a', 'take') })).toBe('a'))
  it('does not count once refused', () => expect(counts({ a: { status: 'held' }, s: S('a', 'refuse') })).toBe(''))
  it('is settled by the later word', () => {
    expect(counts({ a: { status: 'held' }, s: S('a', 'take', { at: 8 }), t: S('a', 'refuse', { at: 9 }) })).toBe('')
    expect(counts({ a: { status: 'held' }, s: S('a', 'take', { at: 9 }), t: S('a', 'refuse', { at: 8 }) })).toBe('a')
  })
  it('is not settled by a word that is itself held', () => expect(counts({ a: { status: 'held' }, s: S('a', 'take', { status: 'held' }) })).toBe(''))
  it('corrects once taken', () => {
    expect(counts({ a: {}, b: { corrects: 'a', status: 'held' } })).toBe('a')
    expect(counts({ a: {}, b: { corrects: 'a', status: 'held' }, s: S('b', 'take') })).toBe('b')
  })
  it('and what was accepted is not undone by a refusal', () => expect(counts({ a: {}, s: S('a', 'refuse') })).toBe('a'))
  it('a settlement can be neither withdrawn nor corrected', () => {
    expect(counts({ a: { status: 'held' }, s: S('a', 'take'), w: W('s') })).toBe('a')
    expect(counts({ a: { status: 'held' }, s: S('a', 'take'), t: S('a', 'refuse', { corrects: 's', at: -1 }) })).toBe('a')
  })
})

/** The same a second time, straight from domain.md §1: a fact is left out iff an effective fact corrects or withdraws it. */
function naive(all: readonly Noted[]): string[] {
  const told = [...new Map(all.map((one) => [one.fact.id, one])).values()]
  const field = (fact: AnyFact, key: string): unknown => Object.entries(fact.data ?? {}).find(([name]) => name === key)?.[1]
  const later = (a: AnyFact, b: AnyFact) => b.recordedAt - a.recordedAt || (a.id > b.id ? -1 : 1)
  const live = told
    .filter(({ fact, status }) => {
      const words = told.filter((one) => one.fact.type === 'fact-settled' && one.status !== 'held' && field(one.fact, 'fact') === fact.id)
      const last = words.map((one) => one.fact).sort(later)[0]
      return status !== 'held' || (last !== undefined && field(last, 'verdict') === 'take')
    })
    .map(({ fact }) => fact)
  const answer = (fact: AnyFact) => live.find((one) => one.id === fact.corrects && one.type === fact.type)
  const isRound = (fact: AnyFact) => {
    let at = answer(fact)
    for (let n = 0; n < live.length && at !== undefined; n++) {
      if (at.id === fact.id) return true
      at = answer(at)
    }
    return false
  }
  const notes = live.filter((fact) => !fact.type.startsWith('fact-'))
  const parent = new Map(notes.map((fact) => [fact.id, isRound(fact) ? undefined : answer(fact)]))
  /** Whether something of the tree from here on counts. */
  const lives = (fact: AnyFact): boolean =>
    notes.some((child) => parent.get(child.id)?.id === fact.id && lives(child)) ||
    !live.some((one) => one.type === 'fact-withdrawn' && field(one, 'fact') === fact.id)
  /** From the root down: is it the chosen one among its living brothers, and so all the way up? */
  const isChosen = (fact: AnyFact): boolean => {
    const above = parent.get(fact.id)
    if (above === undefined) return true
    const brothers = notes.filter((one) => parent.get(one.id)?.id === above.id && lives(one)).sort(later)
    return brothers[0]?.id === fact.id && isChosen(above)
  }
  return notes
    .filter((fact) => lives(fact) && isChosen(fact) && !notes.some((child) => parent.get(child.id)?.id === fact.id && lives(child)))
    .map((fact) => String(field(fact, 'name')))
    .sort()
}

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const
const letter = fc.constantFrom(...letters, 'z')
const status = fc.constantFrom<Status[]>('accepted', 'accepted', 'accepted', 'held', 'pending')
const at = fc.integer({ min: 0, max: 3 })
const tell: fc.Arbitrary<Told> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constantFrom('note' as const, 'note' as const, 'other' as const), corrects: letter, at, status }, { requiredKeys: ['type', 'at', 'status'] }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('fact-withdrawn' as const), of: letter, at, status }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('fact-settled' as const), of: letter, verdict: fc.constantFrom('take' as const, 'refuse' as const), at, status }) },
)
const history = fc.tuple(...letters.map(() => tell)).map((told) => noted(Object.fromEntries(letters.map((name, index) => [name, told[index] ?? {}]))))

describe('any history', () => {
  it('counts what a second telling of the rules counts', () => {
    fc.assert(
      fc.property(history, (all) => {
        expect(counting(all)).toEqual(naive(all))
      }),
      { numRuns: 3_000 },
    )
  })
  it('counts the same in any order and however often its notes are told', () => {
    fc.assert(
      fc.property(
        history.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }))),
        ([all, again]) => {
          expect(counting(again)).toEqual(counting(all))
        },
      ),
      { numRuns: 500 },
    )
  })
  it('never counts a note twice', () => {
    fc.assert(
      fc.property(history, (all) => {
        const ids = effective(all).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })
  it('of ten thousand corrections in a chain is answered without running out of stack', () => {
    const told = Object.fromEntries(Array.from({ length: 10_000 }, (_, n): [string, Told] => [`n${n}`, n === 0 ? {} : { corrects: `n${n - 1}` }]))
    expect(counts(told)).toBe('n9999')
  })
})
