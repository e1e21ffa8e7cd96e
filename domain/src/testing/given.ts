import { aboutOf, decide } from '../decide.ts'
import type { Actor } from '../kernel/actor.ts'
import type { Context, History } from '../kernel/decide.ts'
import type { Noted } from '../kernel/effective.ts'
import { type AreaId, asPerson, type FactId, type HouseholdId, type PersonId, type SubjectId } from '../kernel/ids.ts'
import type { Period } from '../kernel/period.ts'
import { plainDate } from '../kernel/plain-date.ts'
import type { Problem } from '../kernel/problem.ts'
import { type Fact, readFact } from '../kinds.ts'
import { householdFrom, personFrom } from '../register/fold.ts'
import { dayOfDraft, type Draft } from './drafts.ts'
import { areaId, deviceId, factId, userId } from './ids.ts'

/**
 * Specs that read: `given(household(), mother({born: '1999'})).when(birth({on: '2026-03-04'})).thenProblem('births-too-close')`.
 * The collaborator "Hoa" has area "1"; the officer has areas "1" and "2"; today is 15 November 2026.
 */
export const TODAY = plainDate('2026-11-15')
const START = Date.UTC(2026, 0, 1, 8)

export const collaborator: Actor = {
  user: userId('Hoa'),
  role: 'collaborator',
  responsibilities: [{ area: areaId('1'), from: plainDate('2024-01-01') }],
  communeAreas: [],
}
export const officer: Actor = { user: userId('officer'), role: 'officer', responsibilities: [], communeAreas: [areaId('1'), areaId('2')] }

/** A history in memory, to which facts are added one by one. */
export class Notebook implements History {
  readonly noted: Noted<Fact>[] = []
  readonly #byId = new Map<FactId, Noted<Fact>>()
  readonly #bySubject = new Map<SubjectId, Noted<Fact>[]>()
  readonly #unread: readonly FactId[]

  constructor(unread: readonly FactId[] = []) {
    this.#unread = unread
  }

  add(one: Noted<Fact>): void {
    this.noted.push(one)
    this.#byId.set(one.fact.id, one)
    for (const id of new Set(one.fact.about)) {
      const about = this.#bySubject.get(id)
      if (about === undefined) this.#bySubject.set(id, [one])
      else about.push(one)
    }
  }

  find(id: FactId): Noted<Fact> | undefined {
    return this.#byId.get(id)
  }

  about(subject: SubjectId): readonly Noted<Fact>[] {
    return this.#bySubject.get(subject) ?? []
  }

  aboutNobody(area: AreaId): readonly Noted<Fact>[] {
    return this.noted.filter(({ fact }) => fact.area === area && fact.about.length === 0)
  }

  /** Nothing is counted here, unless a spec says otherwise. */
  lines = (_area: AreaId, _month: Period): ReadonlyMap<number, number> => new Map()

  isUnread(id: FactId): boolean {
    return this.#unread.includes(id)
  }

  /** Every subject that anything is noted about. */
  subjects(): SubjectId[] {
    return [...this.#bySubject.keys()]
  }

  numbered(area: AreaId, number: string): HouseholdId[] {
    const ids = new Set(this.noted.flatMap(({ fact }) => (isNumbering(fact) && fact.data.number === number ? [fact.data.household] : [])))
    return [...ids].filter((id) => {
      const household = householdFrom(id, this.about(id))
      return household.status === 'open' && household.area === area && household.number === number
    })
  }

  /** Everybody of the area: the judge compares. */
  alike(area: AreaId, _likeness: string): PersonId[] {
    return this.subjects().map((id) => asPerson(id)).filter((id) => {
      const person = personFrom(id, this.about(id))
      return person.status !== 'unopened' && person.area === area
    })
  }
}

/** Whether a fact may give its household a number; only those that were ever given one are folded. */
function isNumbering(fact: Fact) {
  return fact.type === 'household-registered' || fact.type === 'household-split' || fact.type === 'household-changed'
}

export function historyOf(noted: readonly Noted<Fact>[], unread: readonly FactId[] = []): Notebook {
  const book = new Notebook(unread)
  for (const one of noted) book.add(one)
  return book
}

/** Makes a fact of a draft, with the subjects it is about in the history so far. */
export function make(draft: Draft, index: number, history: History): Fact {
  const by = draft.by ?? 'Hoa'
  const bare = {
    id: factId(draft.as ?? `#${index}`),
    type: draft.type,
    v: 1,
    area: areaId(draft.area ?? '1'),
    about: [],
    occurredOn: dayOfDraft(draft),
    recordedAt: draft.recordedAt ?? START + index * 1000,
    recordedBy: userId(by),
    device: deviceId(by),
    via: by === 'officer' ? 'office' : 'phone',
    ...(draft.corrects === undefined ? {} : { corrects: factId(draft.corrects) }),
    ...(draft.because === undefined ? {} : { because: draft.because }),
    data: draft.data,
  }
  const read = readFact(bare)
  if (read.kind !== 'known') throw new TypeError(`the draft is no fact: ${JSON.stringify(read)}`)
  return { ...read.fact, about: aboutOf(read.fact, history) }
}

/** The facts of drafts, in the order told. */
export function notedOf(drafts: readonly Draft[]): Noted<Fact>[] {
  const book = new Notebook()
  for (const draft of drafts) book.add({ fact: make(draft, book.noted.length, book), status: draft.status ?? 'accepted' })
  return book.noted
}

export function given(...drafts: readonly Draft[]) {
  const noted = notedOf(drafts)
  return {
    noted,
    when(draft: Draft, change: { readonly context?: Partial<Context>; readonly unread?: readonly FactId[]; readonly lines?: Readonly<Record<number, number>>; readonly fact?: (fact: Fact) => Fact } = {}) {
      const history = historyOf(noted, change.unread)
      const { lines } = change
      if (lines !== undefined) history.lines = () => new Map(Object.entries(lines).map(([section, count]) => [Number(section), count]))
      const made = make(draft, noted.length, history)
      const fact = change.fact?.(made) ?? made
      const actor = draft.by === 'officer' ? officer : collaborator
      return judged(decide(fact, history, { actor, today: TODAY, ...change.context }))
    },
  }
}

class Unexpected extends Error {
  override readonly name = 'Unexpected'
}

function judged(problems: readonly Problem[]) {
  const told = problems.map(({ code, at, severity }) => `${severity} ${code} at ${at}`).join(', ') || 'nothing'
  return {
    problems,
    /** Something of this code stands against it; where a field is named, there. */
    thenProblem(code: string, expected: { readonly at?: string; readonly severity?: 'block' | 'warn' } = {}): Problem {
      const found = problems.find(
        (one) => one.code === code && (expected.at ?? one.at) === one.at && (expected.severity ?? one.severity) === one.severity,
      )
      if (found === undefined) throw new Unexpected(`expected ${code} ${JSON.stringify(expected)}, found ${told}`)
      return found
    },
    /** Nothing stands against it; with a code, not that. */
    thenNoProblem(code?: string): void {
      const found = code === undefined ? problems[0] : problems.find((one) => one.code === code)
      if (found !== undefined) throw new Unexpected(`expected no ${code ?? 'problem'}, found ${told}`)
    },
  }
}
