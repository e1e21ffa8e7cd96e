import type { Context, History } from '../../kernel/decide.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { block, type Problem, warn } from '../../kernel/problem.ts'
import type { DeathReported } from '../facts.ts'
import type { DepartureReported } from '../move-facts.ts'
import { personKnown } from '../known.ts'
import { followedProblems, lifetimeProblems } from './lifetime.ts'

/** A death: of somebody not noted dead already, with nothing noted after it (domain.md §4 "death, departure"). */
export function judgeDeath(fact: DeathReported, history: History, _context: Context): Problem[] {
  const id = fact.data.person
  const known = personKnown(history, id)
  if (known.status === 'dead') return [warn('already-dead', 'data.person', { on: known.death.on })]
  return [...lifetimeProblems(fact, id, history, 'data.person'), ...followedProblems(fact, id, history)]
}

/** A departure of one or several people: each named once, not dead and not gone already. */
export function judgeDeparture(fact: DepartureReported, history: History, _context: Context): Problem[] {
  const { people } = fact.data
  if (new Set(people).size !== people.length) return [block('named-twice', 'data.people')]
  return people.flatMap((id, index) => leaverProblems(fact, id, history, `data.people.${index}`))
}

function leaverProblems(fact: DepartureReported, id: PersonId, history: History, at: string): Problem[] {
  const known = personKnown(history, id)
  if (known.status === 'living' && known.departure !== undefined) return [warn('already-gone', at, { on: known.departure.on })]
  return [...lifetimeProblems(fact, id, history, at), ...followedProblems(fact, id, history)]
}
