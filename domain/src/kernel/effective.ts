import type { AnyFact } from './fact.ts'
import type { FactId } from './ids.ts'
import { FactSettled, FactWithdrawn } from './taking-back.ts'

/**
 * Which of the facts noted about a subject count.
 *
 *     original ◀── correction ◀── withdrawal of the correction      → the original counts again
 *
 * 1. A held fact counts once an officer has taken it; of several settlements the later (recordedAt, id) speaks.
 * 2. A corrected fact is replaced by its correction, that by its own correction, and so on; of several corrections of one fact the later
 *    (recordedAt, id) counts. A withdrawn fact is left out: withdrawing a correction revives what it had replaced. Where a fact is both
 *    corrected and withdrawn the correction counts.
 * 3. Withdrawals and settlements can be neither corrected nor withdrawn. A target that is missing, or of another type than its
 *    correction, is tolerated: the correction counts for itself.
 * 4. Corrections that go round in a circle correct nothing: the links inside the circle are passed over.
 * 5. The answer is a function of the set: order and repeats of the input do not matter.
 */
export interface Noted<F extends AnyFact = AnyFact> {
  readonly fact: F
  /** The status it arrived with; `pending` is noted on this device and not answered yet. */
  readonly status: 'accepted' | 'held' | 'pending'
}

function isLater(a: AnyFact, b: AnyFact): boolean {
  return a.recordedAt !== b.recordedAt ? a.recordedAt > b.recordedAt : a.id > b.id
}

/** The fact that a fact corrects or withdraws, if it may. */
export function targetOf(fact: AnyFact): FactId | undefined {
  if (fact.type === 'fact-settled') return undefined
  if (fact.type === 'fact-withdrawn') {
    const read = FactWithdrawn.safeParse(fact)
    return read.success ? read.data.data.fact : undefined
  }
  return fact.corrects
}

/** The fact that a settlement speaks of. */
export function settledBy(fact: AnyFact): { fact: FactId; verdict: 'take' | 'refuse' } | undefined {
  if (fact.type !== 'fact-settled') return undefined
  const read = FactSettled.safeParse(fact)
  return read.success ? read.data.data : undefined
}

/** The ids whose latest settlement takes them, and those whose latest refuses them. */
function settlements(noted: readonly Noted[]): Map<FactId, 'take' | 'refuse'> {
  const latest = new Map<FactId, { by: AnyFact; verdict: 'take' | 'refuse' }>()
  for (const { fact, status } of noted) {
    const settled = status === 'held' ? undefined : settledBy(fact)
    if (settled === undefined) continue
    const before = latest.get(settled.fact)
    if (before === undefined || isLater(fact, before.by)) latest.set(settled.fact, { by: fact, verdict: settled.verdict })
  }
  return new Map([...latest].map(([id, { verdict }]) => [id, verdict]))
}

/** The facts of a set that count, in no particular order. @see the invariants above. */
export function effective<F extends AnyFact>(noted: readonly Noted<F>[]): F[] {
  const settled = settlements(noted)
  const admitted = new Map<FactId, F>()
  for (const { fact, status } of noted) {
    if (status !== 'held' || settled.get(fact.id) === 'take') admitted.set(fact.id, fact)
  }
  const depths = depthsOf(admitted)
  const withdrawn = new Set<FactId>()
  /** For each fact what stands in its place, known for the tips of a chain before its root. */
  const standing = new Map<FactId, F | undefined>()
  /** The later of the corrections of a fact that have something standing in their place. */
  const correction = new Map<FactId, F>()
  const tipsFirst = [...admitted.values()].sort((a, b) => (depths.get(b.id)?.depth ?? 0) - (depths.get(a.id)?.depth ?? 0))
  for (const fact of tipsFirst) {
    const best = correction.get(fact.id)
    const stands = best !== undefined ? standing.get(best.id) : withdrawn.has(fact.id) ? undefined : fact
    standing.set(fact.id, stands)
    const target = depths.get(fact.id)?.target
    if (target === undefined || stands === undefined) continue
    if (fact.type === 'fact-withdrawn') withdrawn.add(target)
    else {
      const rival = correction.get(target)
      if (rival === undefined || isLater(fact, rival)) correction.set(target, fact)
    }
  }
  const counting: F[] = []
  for (const fact of admitted.values()) {
    const stands = standing.get(fact.id)
    const isRoot = fact.type === 'fact-withdrawn' || depths.get(fact.id)?.target === undefined
    if (isRoot && stands !== undefined) counting.push(stands)
  }
  return counting
}

interface Depth {
  readonly target: FactId | undefined
  readonly depth: number
}

/** For each admitted fact the admitted fact it answers (circles passed over) and how many answers lie between it and a root. */
function depthsOf<F extends AnyFact>(admitted: ReadonlyMap<FactId, F>): Map<FactId, Depth> {
  const depths = new Map<FactId, Depth>()
  for (const start of admitted.values()) {
    const path: F[] = []
    const onPath = new Set<FactId>()
    let at: F | undefined = start
    while (at !== undefined && !depths.has(at.id) && !onPath.has(at.id)) {
      path.push(at)
      onPath.add(at.id)
      at = answered(at, admitted)
    }
    const circle = at !== undefined && onPath.has(at.id) ? path.slice(path.indexOf(at)) : []
    for (const fact of circle) depths.set(fact.id, { target: undefined, depth: 0 })
    for (const fact of path.reverse()) {
      if (depths.has(fact.id)) continue
      const target = answered(fact, admitted)
      depths.set(fact.id, { target: target?.id, depth: target === undefined ? 0 : (depths.get(target.id)?.depth ?? 0) + 1 })
    }
  }
  return depths
}

/** The admitted fact that `fact` corrects or withdraws, where that is possible at all. */
function answered<F extends AnyFact>(fact: F, admitted: ReadonlyMap<FactId, F>): F | undefined {
  const id = targetOf(fact)
  const target = id === undefined ? undefined : admitted.get(id)
  if (target === undefined || target.type === 'fact-withdrawn' || target.type === 'fact-settled') return undefined
  return fact.type === 'fact-withdrawn' || fact.type === target.type ? target : undefined
}
