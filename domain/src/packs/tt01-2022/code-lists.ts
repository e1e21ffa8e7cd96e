/**
 * Code lists of the first pack, after Thông tư 01/2022/TT-BYT as far as public readings of it go, and our own composition where they do not
 * (`docs/decisions` and `shared/data/forms/codes.json` tell which). Their words on screen are in the client's `i18n`.
 */
export const SEXES = ['male', 'female'] as const
export type Sex = (typeof SEXES)[number]

export const HOUSEHOLD_KINDS = ['family', 'collective'] as const
export type HouseholdKind = (typeof HOUSEHOLD_KINDS)[number]

export const RELATIONS = [
  'head',
  'spouse',
  'child',
  'adopted-child',
  'child-in-law',
  'parent',
  'parent-in-law',
  'grandchild',
  'other-relative',
  'representative',
  'unknown',
] as const
export type Relation = (typeof RELATIONS)[number]

export const EDUCATIONS = [
  'none',
  'primary',
  'lower-secondary',
  'upper-secondary',
  'vocational',
  'college',
  'university',
  'postgraduate',
  'unknown',
] as const
export type Education = (typeof EDUCATIONS)[number]

export const MARITALS = ['never-married', 'married', 'separated', 'divorced', 'widowed', 'unknown'] as const
export type Marital = (typeof MARITALS)[number]

export const LEGAL_RESIDENCES = ['permanent', 'temporary', 'none', 'unknown'] as const
export type LegalResidence = (typeof LEGAL_RESIDENCES)[number]

/** `staying`: lives here for now and is not counted in the area's population. */
export const PRESENCES = ['present', 'away', 'staying'] as const
export type Presence = (typeof PRESENCES)[number]

export const BIRTH_PLACES = ['health-station', 'hospital', 'home', 'other', 'unknown'] as const
export type BirthPlace = (typeof BIRTH_PLACES)[number]

export const DEATH_PLACES = ['health-facility', 'home', 'abroad', 'other', 'unknown'] as const
export type DeathPlace = (typeof DEATH_PLACES)[number]

/** Composed: broad enough to be told at a door. */
export const DEATH_CAUSES = ['illness', 'old-age', 'accident', 'childbirth', 'other', 'unknown'] as const
export type DeathCause = (typeof DEATH_CAUSES)[number]

export const DESTINATIONS = ['same-province', 'other-province', 'abroad', 'unknown'] as const
export type Destination = (typeof DESTINATIONS)[number]
