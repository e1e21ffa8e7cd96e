import type { History } from '../kernel/decide.ts'
import type { AnyFact } from '../kernel/fact.ts'
import { foldOrder } from '../kernel/fold.ts'
import type { PersonId } from '../kernel/ids.ts'
import { rankOf } from '../register/fold.ts'
import { followedFacts } from './fold.ts'
import { evolve, type FollowUp, noFollowUp } from './follow-up.ts'

const order = foldOrder(rankOf)

/** A person's follow-up just before a fact in fold order. */
export function followUpBefore(history: History, id: PersonId, fact: AnyFact): FollowUp {
  return followedFacts(history.about(id))
    .filter((other) => order(other, fact) < 0)
    .reduce(evolve, noFollowUp(id))
}

/** What a judge knows of a person's follow-up: all that counts, whenever it happened. */
export function followUpKnown(history: History, id: PersonId): FollowUp {
  return followedFacts(history.about(id)).reduce(evolve, noFollowUp(id))
}
