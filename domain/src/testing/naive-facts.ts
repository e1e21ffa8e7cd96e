/** Which facts count, in the order in which they happened, written out again for the naive recount: nothing is imported. */
export interface RawFact {
  readonly id: string
  readonly type: string
  readonly area: string
  readonly occurredOn: string
  readonly recordedAt: number
  readonly corrects?: string
  readonly data: unknown
}

export interface RawNoted {
  readonly fact: RawFact
  readonly status: string
}

export type Data = Record<string, unknown>

export function dataOf(fact: RawFact): Data {
  return typeof fact.data === 'object' && fact.data !== null ? { ...fact.data } : {}
}

function later(a: RawFact, b: RawFact): boolean {
  return a.recordedAt > b.recordedAt || (a.recordedAt === b.recordedAt && a.id > b.id)
}

/** The facts that count, found by asking of every first note what stands in its place. */
function counting(noted: readonly RawNoted[]): RawFact[] {
  const verdicts = new Map<string, RawFact>()
  for (const { fact, status } of noted) {
    if (fact.type !== 'fact-settled' || status === 'held') continue
    const id = String(dataOf(fact)['fact'])
    const known = verdicts.get(id)
    if (known === undefined || later(fact, known)) verdicts.set(id, fact)
  }
  const facts = new Map<string, RawFact>()
  for (const { fact, status } of noted) {
    const settled = verdicts.get(fact.id)
    if (status !== 'held' || (settled !== undefined && dataOf(settled)['verdict'] === 'take')) facts.set(fact.id, fact)
  }
  const isNote = (fact: RawFact | undefined): fact is RawFact => fact !== undefined && fact.type !== 'fact-withdrawn' && fact.type !== 'fact-settled'
  const targetOf = (fact: RawFact): RawFact | undefined => {
    const target = facts.get(fact.corrects ?? '')
    return isNote(fact) && isNote(target) && target.type === fact.type && !comesBack(fact) ? target : undefined
  }
  function comesBack(fact: RawFact): boolean {
    const seen = new Set<string>()
    for (let at = facts.get(fact.corrects ?? ''); at !== undefined && !seen.has(at.id); at = facts.get(at.corrects ?? '')) {
      if (at.id === fact.id) return true
      seen.add(at.id)
    }
    return false
  }
  const corrections = new Map<string, RawFact[]>()
  const withdrawn = new Set<string>()
  for (const fact of facts.values()) {
    const target = targetOf(fact)?.id
    if (target !== undefined) corrections.set(target, [...(corrections.get(target) ?? []), fact])
    if (fact.type === 'fact-withdrawn') withdrawn.add(String(dataOf(fact)['fact']))
  }
  const inPlaceOf = (fact: RawFact): RawFact | undefined => {
    let best: { correction: RawFact; stands: RawFact } | undefined
    for (const correction of corrections.get(fact.id) ?? []) {
      const stands = inPlaceOf(correction)
      if (stands !== undefined && (best === undefined || later(correction, best.correction))) best = { correction, stands }
    }
    if (best !== undefined) return best.stands
    return withdrawn.has(fact.id) ? undefined : fact
  }
  return [...facts.values()].filter((fact) => isNote(fact) && targetOf(fact) === undefined).flatMap((fact) => inPlaceOf(fact) ?? [])
}

const FIRST = new Set(['household-registered', 'household-split', 'person-registered', 'birth-reported', 'arrival-reported', 'adoption-reported'])
const LAST = new Set(['death-reported', 'household-closed'])

/** What counts of a log, in the order in which it happened. */
export function told(noted: readonly RawNoted[]): RawFact[] {
  const rank = ({ type }: RawFact) => (FIRST.has(type) ? 0 : LAST.has(type) ? 2 : 1)
  const key = (fact: RawFact) => `${fact.occurredOn}${rank(fact)}${String(fact.recordedAt).padStart(16, '0')}${fact.id}`
  return counting(noted).map((fact) => ({ fact, key: key(fact) })).sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ fact }) => fact)
}
