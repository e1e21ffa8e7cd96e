import type { Noted } from './effective.ts'
import { settledBy, targetOf } from './effective.ts'
import type { AnyFact } from './fact.ts'
import type { FactId, SubjectId } from './ids.ts'

/**
 * Corrections of one note on different branches.
 *
 *     departure of a ◀── correction: of b
 *                    ◀── correction: of c
 *
 * Only one of the two counts, but what is noted about b does not tell of the other nor of what both correct, so that b and c would both have left. Two
 * corrections may therefore stand side by side only where neither names a subject that the note they correct does not name; who corrects again
 * corrects the correction.
 */

/** What finds facts by their id and by their subjects. */
export interface Found {
  find(id: FactId): Noted | undefined
  about(subject: SubjectId): readonly Noted[]
}

/** The facts beside which `fact` may not stand: of another branch, counting or able to count again, one of both naming a subject too many. */
export function rivalsOf(fact: AnyFact, found: Found): AnyFact[] {
  const above = ancestorsOf(fact, found)
  const subject = above.at(-1)?.about[0]
  if (subject === undefined) return []
  const noted = found.about(subject)
  const taken = takenOf(noted)
  const withdrawn = new Set(noted.flatMap((one) => (one.fact.type === 'fact-withdrawn' && one.status !== 'held' ? (targetOf(one.fact) ?? []) : [])))
  return noted
    .filter(({ fact: other, status }) => other.type === fact.type && other.id !== fact.id && (status !== 'held' || taken.has(other.id)))
    .map((one) => one.fact)
    .filter((other) => {
      if (withdrawn.has(other.id) || above.some(({ id }) => id === other.id)) return false
      const others = ancestorsOf(other, found)
      if (others.some(({ id }) => id === fact.id)) return false
      const fork = above.find(({ id }) => others.some((one) => one.id === id))
      return fork !== undefined && !(namesOnly(fork, fact) && namesOnly(fork, other))
    })
}

/** What a fact corrects, what that corrects, and so on to the first note; a circle ends where it comes back. */
function ancestorsOf(fact: AnyFact, found: Found): AnyFact[] {
  const seen = new Set<FactId>([fact.id])
  const ancestors: AnyFact[] = []
  for (let id = fact.corrects; id !== undefined && !seen.has(id); id = ancestors.at(-1)?.corrects) {
    seen.add(id)
    const target = found.find(id)?.fact
    if (target === undefined) break
    ancestors.push(target)
  }
  return ancestors
}

/** Of what was held, what an officer's settlement has taken at any time: taken again it counts again. */
function takenOf(noted: readonly Noted[]): Set<FactId> {
  return new Set(
    noted.flatMap(({ fact, status }) => {
      const settled = status === 'held' ? undefined : settledBy(fact)
      return settled?.verdict === 'take' ? [settled.fact] : []
    }),
  )
}

function namesOnly(corrected: AnyFact, correction: AnyFact): boolean {
  return correction.about.every((id) => corrected.about.includes(id))
}
