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
  const forks = new Forks(fact, above, found)
  return noted
    .filter(({ fact: other, status }) => other.type === fact.type && other.id !== fact.id && (status !== 'held' || taken.has(other.id)))
    .map((one) => one.fact)
    .filter((other) => {
      if (withdrawn.has(other.id)) return false
      const fork = forks.of(other)
      return fork !== undefined && !(namesOnly(fork, fact) && namesOnly(fork, other))
    })
}

/** Where other branches leave the line above a fact; each fact is walked over once, however many start below it. */
class Forks {
  readonly #line = new Map<FactId, AnyFact>()
  readonly #known = new Map<FactId, AnyFact | undefined>()
  readonly #found: Found

  constructor(fact: AnyFact, above: readonly AnyFact[], found: Found) {
    this.#found = found
    for (const one of above) this.#line.set(one.id, one)
    this.#known.set(fact.id, undefined)
  }

  /** The nearest fact of the line that another corrects, however far; nothing for the line itself, and for what corrects the fact at its end. */
  of(other: AnyFact): AnyFact | undefined {
    if (this.#line.has(other.id)) return undefined
    const path = new Set<FactId>()
    let fork: AnyFact | undefined
    for (let at: AnyFact | undefined = other; at !== undefined && !path.has(at.id);) {
      if (this.#known.has(at.id)) {
        fork = this.#known.get(at.id)
        break
      }
      fork = this.#line.get(at.id)
      if (fork !== undefined) break
      path.add(at.id)
      at = at.corrects === undefined ? undefined : this.#found.find(at.corrects)?.fact
    }
    for (const id of path) this.#known.set(id, fork)
    return fork
  }
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
