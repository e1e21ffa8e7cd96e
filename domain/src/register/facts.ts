import * as z from 'zod/mini'
import { fact } from '../kernel/fact.ts'
import { HouseholdId, PersonId } from '../kernel/ids.ts'
import { PartialDate } from '../kernel/partial-date.ts'
import { text } from '../kernel/text.ts'
import {
  BIRTH_PLACES,
  CLOSING_REASONS,
  DEATH_CAUSES,
  DEATH_PLACES,
  HOUSEHOLD_KINDS,
  LEGAL_RESIDENCES,
  MARITALS,
  PRESENCES,
  RELATIONS,
  SEXES,
} from '../packs/tt01-2022/code-lists.ts'
import type { DivorceReported, MarriageReported, SeparationReported } from './marriage-facts.ts'
import type { AdoptionReported, ArrivalReported, DepartureReported, PersonMoved, ResidenceConfirmed } from './move-facts.ts'
import { basics, PersonName, Placed } from './person-fields.ts'

/**
 * The register (Sổ A0, Thông tư 01/2022/TT-BYT): households, people and what changes them. A field that is absent was not asked;
 * `unknown` was asked and is not known.
 */

const Phone = z.string().check(z.regex(/^\+?[0-9]{8,15}$/))
const Address = z.array(text(120)).check(z.maxLength(4))
/** People who stay in a collective household for a short while, told by its manager: counted, never named, never residents. */
const ShortStayers = z.strictObject({ male: z.int().check(z.gte(0), z.lte(5000)), female: z.int().check(z.gte(0), z.lte(5000)) })

export const HouseholdRegistered = fact(
  'household-registered',
  1,
  z.strictObject({
    household: HouseholdId,
    number: text(20),
    kind: z.enum(HOUSEHOLD_KINDS),
    address: Address,
    phone: z.exactOptional(Phone),
    /** Of a collective household: who speaks for it. */
    representative: z.exactOptional(text(200)),
    shortStayers: z.exactOptional(ShortStayers),
  }),
)
export type HouseholdRegistered = z.infer<typeof HouseholdRegistered>

export const HouseholdChanged = fact(
  'household-changed',
  1,
  z.strictObject({
    household: HouseholdId,
    number: z.exactOptional(text(20)),
    address: z.exactOptional(Address),
    phone: z.exactOptional(Phone),
    representative: z.exactOptional(text(200)),
    head: z.exactOptional(PersonId),
    shortStayers: z.exactOptional(ShortStayers),
  }),
)
export type HouseholdChanged = z.infer<typeof HouseholdChanged>

/** Part of a household sets up a household of its own (tách hộ), in the same book. */
export const HouseholdSplit = fact(
  'household-split',
  1,
  z.strictObject({
    /** The one that comes into being. */
    household: HouseholdId,
    from: HouseholdId,
    number: text(20),
    address: Address,
    phone: z.exactOptional(Phone),
    people: z.array(Placed).check(z.minLength(1), z.maxLength(60)),
  }),
)
export type HouseholdSplit = z.infer<typeof HouseholdSplit>

/** A household that is no more, dated its last day. What became of its people is told by facts of their own. */
export const HouseholdClosed = fact('household-closed', 1, z.strictObject({ household: HouseholdId, reason: z.enum(CLOSING_REASONS), note: z.exactOptional(text(500)) }))
export type HouseholdClosed = z.infer<typeof HouseholdClosed>

export const PersonRegistered = fact(
  'person-registered',
  1,
  z.strictObject({
    household: HouseholdId,
    person: PersonId,
    name: PersonName,
    sex: z.enum(SEXES),
    born: PartialDate,
    /** "Khoảng": the year itself is a guess. */
    bornAbout: z.exactOptional(z.boolean()),
    relation: z.enum(RELATIONS),
    marital: z.exactOptional(z.enum(MARITALS)),
    residence: z.strictObject({ legal: z.enum(LEGAL_RESIDENCES), presence: z.enum(PRESENCES) }),
    mother: z.exactOptional(PersonId),
    father: z.exactOptional(PersonId),
    spouse: z.exactOptional(PersonId),
    ...basics,
  }),
)
export type PersonRegistered = z.infer<typeof PersonRegistered>

const ChangedFields = z.strictObject({
  name: z.exactOptional(PersonName),
  relation: z.exactOptional(z.enum(RELATIONS)),
  legal: z.exactOptional(z.enum(LEGAL_RESIDENCES)),
  /** What no fact of its own tells: a husband who died far away, a marriage that nobody noted. */
  marital: z.exactOptional(z.enum(MARITALS)),
  ...basics,
})

/** A truth that changed (P0 §6 prints old and new). What was noted wrongly from the start is a correction instead. */
export const PersonChanged = fact('person-changed', 1, z.strictObject({ person: PersonId, old: ChangedFields, new: ChangedFields }))
export type PersonChanged = z.infer<typeof PersonChanged>

export const Mother = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), person: PersonId }),
  z.strictObject({
    kind: z.literal('elsewhere'),
    name: text(200),
    born: z.exactOptional(PartialDate),
    commune: text(200),
  }),
  z.strictObject({ kind: z.literal('unknown') }),
])
export type Mother = z.infer<typeof Mother>

/** A live birth, dated the day of birth. One act with twins is two facts, orders n and n + 1. */
export const BirthReported = fact(
  'birth-reported',
  1,
  z.strictObject({
    child: PersonId,
    household: HouseholdId,
    /** Absent until the child has a name: shown as "Trai" or "Gái". */
    name: z.exactOptional(PersonName),
    sex: z.enum(SEXES),
    mother: Mother,
    place: z.enum(BIRTH_PLACES),
    /** Which live-born child of its mother. */
    order: z.union([z.int().check(z.gte(1), z.lte(25)), z.literal('unknown')]),
    twin: z.exactOptional(z.boolean()),
    /** Grams. */
    weight: z.exactOptional(z.int().check(z.gte(200), z.lte(9000))),
    ethnicity: z.exactOptional(text(60)),
  }),
)
export type BirthReported = z.infer<typeof BirthReported>

export const DeathReported = fact(
  'death-reported',
  1,
  z.strictObject({
    person: PersonId,
    place: z.enum(DEATH_PLACES),
    cause: z.exactOptional(z.enum(DEATH_CAUSES)),
    note: z.exactOptional(text(500)),
  }),
)
export type DeathReported = z.infer<typeof DeathReported>

/** Two entries of the book are one person: the officer says so, and may take it back. The duplicate counts nowhere; what was noted of it stays readable. */
export const PersonsJoined = fact('persons-joined', 1, z.strictObject({ person: PersonId, duplicate: PersonId }))
export type PersonsJoined = z.infer<typeof PersonsJoined>

export type RegisterFact =
  | HouseholdRegistered
  | HouseholdChanged
  | HouseholdSplit
  | HouseholdClosed
  | PersonRegistered
  | PersonChanged
  | BirthReported
  | DeathReported
  | DepartureReported
  | ArrivalReported
  | PersonMoved
  | AdoptionReported
  | ResidenceConfirmed
  | MarriageReported
  | SeparationReported
  | DivorceReported
  | PersonsJoined
