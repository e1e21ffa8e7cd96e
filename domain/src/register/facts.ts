import * as z from 'zod/mini'
import { fact } from '../kernel/fact.ts'
import { HouseholdId, PersonId } from '../kernel/ids.ts'
import { PartialDate } from '../kernel/partial-date.ts'
import { text } from '../kernel/text.ts'
import {
  BIRTH_PLACES,
  DEATH_CAUSES,
  DEATH_PLACES,
  DESTINATIONS,
  EDUCATIONS,
  HOUSEHOLD_KINDS,
  LEGAL_RESIDENCES,
  MARITALS,
  PRESENCES,
  RELATIONS,
  SEXES,
} from '../packs/tt01-2022/code-lists.ts'

/**
 * The register (Sổ A0, Thông tư 01/2022/TT-BYT): households, people and what changes them. A field that is absent was not asked;
 * `unknown` was asked and is not known.
 */

/** A name as spoken, and the given name by which a person is called and sorted ("Nguyễn Thị Mai": Mai; "H'Hen Niê": H'Hen). */
export const PersonName = z.strictObject({ full: text(200), given: text(100) })
export type PersonName = z.infer<typeof PersonName>

const Phone = z.string().check(z.regex(/^\+?[0-9]{8,15}$/))
/** Health-insurance number and national id are kept as told; what they say is compared, never refused. */
const PaperNumber = z.string().check(z.regex(/^[A-Z0-9]{6,20}$/))
const Address = z.array(text(120)).check(z.maxLength(4))

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
  }),
)
export type HouseholdChanged = z.infer<typeof HouseholdChanged>

/** Basic information that P0 §6 lists when it changes. */
const basics = {
  ethnicity: z.exactOptional(text(60)),
  nationality: z.exactOptional(text(60)),
  education: z.exactOptional(z.enum(EDUCATIONS)),
  insuranceNumber: z.exactOptional(PaperNumber),
  nationalId: z.exactOptional(PaperNumber),
}

export const PersonRegistered = fact(
  'person-registered',
  1,
  z.strictObject({
    person: PersonId,
    household: HouseholdId,
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

export type RegisterFact =
  | HouseholdRegistered
  | HouseholdChanged
  | PersonRegistered
  | PersonChanged
  | BirthReported
  | DeathReported
  | DepartureReported
