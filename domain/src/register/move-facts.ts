import * as z from 'zod/mini'
import { fact } from '../kernel/fact.ts'
import { HouseholdId, PersonId } from '../kernel/ids.ts'
import { text } from '../kernel/text.ts'
import { DESTINATIONS, INTENTS, ORIGINS, RELATIONS, WHEREABOUTS } from '../packs/tt01-2022/code-lists.ts'
import { Newcomer, Placed } from './person-fields.ts'

/** Who comes, goes and moves (P0 §§4–5, Thông tư 01/2022/TT-BYT). A move inside the registry is one fact, neither an arrival nor a departure. */

/** People who left the commune, dated the day they left. A whole household goes as all of its people. */
export const DepartureReported = fact(
  'departure-reported',
  1,
  z.strictObject({
    people: z.array(PersonId).check(z.minLength(1), z.maxLength(60)),
    destination: z.enum(DESTINATIONS),
    place: z.exactOptional(text(200)),
    note: z.exactOptional(text(500)),
  }),
)
export type DepartureReported = z.infer<typeof DepartureReported>

/** Somebody who came from outside the registry, dated the day of coming. `previous`: the entry of another registry that it is, if matched. */
export const ArrivalReported = fact(
  'arrival-reported',
  1,
  z.strictObject({
    who: Newcomer,
    household: HouseholdId,
    relation: z.enum(RELATIONS),
    from: z.enum(ORIGINS),
    place: z.exactOptional(text(200)),
    intent: z.enum(INTENTS),
    previous: z.exactOptional(PersonId),
  }),
)
export type ArrivalReported = z.infer<typeof ArrivalReported>

/** People who live from that day in another household of the registry: a bride, a son who comes home. */
export const PersonMoved = fact(
  'person-moved',
  1,
  z.strictObject({ household: HouseholdId, people: z.array(Placed).check(z.minLength(1), z.maxLength(60)) }),
)
export type PersonMoved = z.infer<typeof PersonMoved>

/** A child taken in: an arrival or a move, never a birth. The home that takes it in does not show the woman who bore it. */
export const AdoptionReported = fact(
  'adoption-reported',
  1,
  z.strictObject({
    who: Newcomer,
    household: HouseholdId,
    adopters: z.array(PersonId).check(z.minLength(1), z.maxLength(2)),
    from: z.exactOptional(z.enum(ORIGINS)),
  }),
)
export type AdoptionReported = z.infer<typeof AdoptionReported>

/** What was said at the door, dated the day it is true of: still here, away since that day, back since that day. It answers the six-month question. */
export const ResidenceConfirmed = fact('residence-confirmed', 1, z.strictObject({ person: PersonId, whereabouts: z.enum(WHEREABOUTS) }))
export type ResidenceConfirmed = z.infer<typeof ResidenceConfirmed>
