import type { Actor, Role } from './actor.ts'
import type { Noted } from './effective.ts'
import type { AnyFact } from './fact.ts'
import type { Rank } from './fold.ts'
import type { AreaId, FactId, HouseholdId, PersonId, SubjectId } from './ids.ts'
import type { Period } from './period.ts'
import type { PlainDate } from './plain-date.ts'
import type { Problem } from './problem.ts'
import type * as z from 'zod/mini'

/** What is already noted, as far as the judge knows: all of it on the server, one's own areas on a phone. */
export interface History {
  /** The fact of this id, whatever became of it. */
  find(id: FactId): Noted | undefined
  /** Every fact about a subject, in any order. */
  about(subject: SubjectId): readonly Noted[]
  /** Every fact of an area that is about nobody (docs/decisions/0017), in any order. */
  aboutNobody(area: AreaId): readonly Noted[]
  /** How many lines each section of P0 has for an area and month; a section that is not counted here is absent. */
  lines(area: AreaId, month: Period): ReadonlyMap<number, number>
  /** Whether a fact of this id is held of which only the id can be read. */
  isUnread(id: FactId): boolean
  /** The households of an area that bear a number, closed ones apart. */
  numbered(area: AreaId, number: string): readonly HouseholdId[]
  /** People whose home is, or was last, in an area and who may be of a likeness (`likenessKey`); whoever asks compares them. */
  alike(area: AreaId, likeness: string): readonly PersonId[]
}

/** What a judgement depends on besides the facts. */
export interface Context {
  readonly actor: Actor
  /** The civil day in Vietnam. */
  readonly today: PlainDate
}

/** A subject as what a fact names it: an id is only ever a person's or a household's. */
type Within = { readonly person: PersonId } | { readonly household: HouseholdId }

/**
 * One type of fact: all that must be there before a type may enter the pack. The table of them (`kinds.ts`) is checked by the compiler,
 * so that a type without a schema, rules, rank or subjects does not build.
 */
export interface Kind<F extends AnyFact> {
  readonly schema: z.ZodMiniType<F>
  readonly rank: Rank
  /** Who may note it. */
  readonly roles: readonly Role[]
  /** Every subject that the data names; a fact's `about` holds at least these. */
  about(fact: F): readonly SubjectId[]
  /** The subjects it opens: those that must not be known before. */
  opens(fact: F): readonly SubjectId[]
  /** The subjects whose book it is noted in: they must be known, be what they are named as, and belong to the fact's area. */
  within(fact: F): readonly Within[]
  /** Whose own states the judge reads besides those of the subjects named: the people of a household that takes somebody in, is split or closed. */
  beside?(fact: F, history: History): readonly SubjectId[]
  /** What speaks against it, given all that is noted already. Never throws, whatever the history. */
  judge(fact: F, history: History, context: Context): Problem[]
}
