import * as z from 'zod/mini'
import { AreaId, FactId, HouseholdId, UserId } from '../kernel/ids.ts'
import { PlainDate } from '../kernel/plain-date.ts'
import { Problem } from '../kernel/problem.ts'
import { text } from '../kernel/text.ts'

/** The register as the officer reads it and notes in it (`/api/register`, `/api/notes`). */

export const HOUSEHOLD_ORDERS = ['number', 'head', 'people'] as const
export type HouseholdOrder = (typeof HOUSEHOLD_ORDERS)[number]

/** `POST /api/register/households/search`: what is looked for may be a name, which never stands in an address. */
export const HouseholdSearch = z.strictObject({
  /** One area; all of the commune without it. */
  area: z.exactOptional(AreaId),
  /** The beginning of a number, or words of somebody's name in any spelling. */
  typed: z.exactOptional(text(100)),
  standing: z.exactOptional(z.enum(['open', 'closed'])),
  order: z.exactOptional(z.enum(HOUSEHOLD_ORDERS)),
  isDown: z.exactOptional(z.boolean()),
  skip: z.exactOptional(z.int().check(z.nonnegative(), z.maximum(1_000_000))),
})
export type HouseholdSearch = z.infer<typeof HouseholdSearch>

export const HouseholdListed = z.strictObject({
  household: HouseholdId,
  area: AreaId,
  number: z.string(),
  kind: z.enum(['family', 'collective']),
  /** The head's full name, of a collective household its representative's. */
  head: z.nullable(z.string()),
  /** Who lives there: neither dead nor gone. */
  people: z.int(),
  closedOn: z.nullable(PlainDate),
  /** Whose names were looked for, at most five. */
  found: z.array(z.strictObject({ person: z.string(), name: z.string() })),
})
export type HouseholdListed = z.infer<typeof HouseholdListed>

/** At most a hundred households at a time. `isCut`: so many people are called so that not all were looked at. */
export const HouseholdsFound = z.strictObject({ total: z.int(), isCut: z.boolean(), households: z.array(HouseholdListed) })
export type HouseholdsFound = z.infer<typeof HouseholdsFound>

/** `GET /api/register/households/:household/notes`, `…/people/:person/notes`: what is noted about a home, its people and whoever they are tied to. */
export const HomeNotes = z.strictObject({
  entries: z.array(
    z.strictObject({ seq: z.int(), area: AreaId, receivedAt: z.int(), status: z.enum(['accepted', 'held']), problems: z.array(Problem), raw: z.unknown() }),
  ),
})
export type HomeNotes = z.infer<typeof HomeNotes>

/** `?private=1`: the person's own private notes as well; each time is written in the audit. */
export const NotesQuery = z.strictObject({ private: z.exactOptional(z.literal('1')) })
export type NotesQuery = z.infer<typeof NotesQuery>

/**
 * `POST /api/notes`: the officer notes. The id is the client's, so that a note whose answer was lost is not noted twice; what else a fact carries the
 * service adds.
 */
export const OfficeNote = z.strictObject({
  id: FactId,
  type: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,60}$/)),
  area: AreaId,
  occurredOn: PlainDate,
  data: z.record(z.string(), z.unknown()),
  via: z.enum(['office', 'paper', 'telephone']),
  /** The collaborator from whom it comes. */
  reportedBy: z.exactOptional(UserId),
  because: z.exactOptional(text(500)),
  corrects: z.exactOptional(FactId),
  /** Only what would be said of it. */
  dryRun: z.exactOptional(z.boolean()),
})
export type OfficeNote = z.infer<typeof OfficeNote>

/** `kept`: in the log. `clear`: would be. `doubtful`: would be with a reason. `blocked`: cannot be. But for `kept`, nothing is written. */
export const OfficeNoteAnswer = z.strictObject({
  outcome: z.enum(['kept', 'clear', 'doubtful', 'blocked']),
  problems: z.array(Problem),
  /** The fact as the log holds it, where it is kept. */
  fact: z.unknown(),
})
export type OfficeNoteAnswer = z.infer<typeof OfficeNoteAnswer>
