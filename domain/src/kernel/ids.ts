import * as z from 'zod/mini'

/**
 * Identifiers are UUIDs in lower case, made once where the thing is first noted and never changed.
 * Each kind has a brand of its own, so that a person's id cannot be handed where an area's is wanted.
 */
const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/))

export const FactId = uuid.brand('FactId')
export type FactId = z.infer<typeof FactId>

export const PersonId = uuid.brand('PersonId')
export type PersonId = z.infer<typeof PersonId>

export const HouseholdId = uuid.brand('HouseholdId')
export type HouseholdId = z.infer<typeof HouseholdId>

/** Whoever or whatever a fact can be about; read from outside, an id does not tell which. */
export type SubjectId = PersonId | HouseholdId
export const SubjectId = z.union([PersonId, HouseholdId])

/** A subject's id as a person's, to ask whether that is what it names. */
export const asPerson = (id: SubjectId): PersonId => PersonId.parse(id)
/** A subject's id as a household's, to ask whether that is what it names. */
export const asHousehold = (id: SubjectId): HouseholdId => HouseholdId.parse(id)

export const AreaId = uuid.brand('AreaId')
export type AreaId = z.infer<typeof AreaId>

export const UnitId = uuid.brand('UnitId')
export type UnitId = z.infer<typeof UnitId>

export const RegistryId = uuid.brand('RegistryId')
export type RegistryId = z.infer<typeof RegistryId>

export const UserId = uuid.brand('UserId')
export type UserId = z.infer<typeof UserId>

export const DeviceId = uuid.brand('DeviceId')
export type DeviceId = z.infer<typeof DeviceId>
