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

/** Where somebody came from; the same places as somebody may go to. */
export const ORIGINS = ['same-province', 'other-province', 'abroad', 'unknown'] as const
export type Origin = (typeof ORIGINS)[number]

/** What somebody who came means to do; only who settles counts before six months are over (domain.md §3). */
export const INTENTS = ['settle', 'short', 'unknown'] as const
export type Intent = (typeof INTENTS)[number]

/** Composed: why a household is closed. */
export const CLOSING_REASONS = ['moved-away', 'joined-another', 'nobody-left'] as const
export type ClosingReason = (typeof CLOSING_REASONS)[number]

/** Composed: what somebody at the door says of a person who stays for now or is away for now. */
export const WHEREABOUTS = ['still-here', 'away', 'back'] as const
export type Whereabouts = (typeof WHEREABOUTS)[number]

/** Asked at a marriage: of close kin, examined before; "unknown" is an answer. */
export const ANSWERS = ['yes', 'no', 'unknown'] as const
export type Answer = (typeof ANSWERS)[number]

export const MARRIAGE_FORMS = ['registered', 'living-together', 'unknown'] as const
export type MarriageForm = (typeof MARRIAGE_FORMS)[number]

/** Methods in the order of their official numbers 1–8; `other` is not modern. Not using is no method. */
export const METHODS = ['iud', 'male-sterilisation', 'female-sterilisation', 'condom', 'pill', 'injection', 'implant', 'other'] as const
export type Method = (typeof METHODS)[number]

/** Three channels of supplies: miễn phí, tiếp thị xã hội, xã hội hóa. */
export const CHANNELS = ['free', 'social-marketing', 'socialised'] as const
export type Channel = (typeof CHANNELS)[number]

/** Composed: where a service was given. */
export const SERVICE_PLACES = ['health-station', 'hospital', 'private', 'home', 'other', 'unknown'] as const
export type ServicePlace = (typeof SERVICE_PLACES)[number]

/** Composed. */
export const STOP_REASONS = ['wants-child', 'side-effects', 'pregnant', 'infertile', 'husband-away', 'other', 'unknown'] as const
export type StopReason = (typeof STOP_REASONS)[number]

export const NOT_USING_REASONS = [
  'wants-child',
  'husband-away',
  'infertile',
  'pregnant',
  'postpartum',
  'side-effects',
  'husband-disagrees',
  'no-access',
  'other',
  'unknown',
] as const
export type NotUsingReason = (typeof NOT_USING_REASONS)[number]

/** How a pregnancy ends other than by a live birth; stillbirth (thai chết lưu) is composed. */
export const PREGNANCY_ENDS = ['miscarriage', 'abortion', 'stillbirth'] as const
export type PregnancyEnd = (typeof PREGNANCY_ENDS)[number]

/** QĐ 3845/QĐ-BYT, in force since 11 August 2021. */
export const PRENATAL_CONDITIONS = ['down', 'edwards', 'patau', 'thalassemia'] as const
export type PrenatalCondition = (typeof PRENATAL_CONDITIONS)[number]

/** QĐ 3845/QĐ-BYT, in force since 11 August 2021. */
export const NEWBORN_CONDITIONS = ['hypothyroidism', 'g6pd', 'adrenal-hyperplasia', 'hearing-loss', 'heart-disease'] as const
export type NewbornCondition = (typeof NEWBORN_CONDITIONS)[number]

/** Weeks of pregnancy at which screening stands on P0 §10. */
export const SCREENING_WINDOWS = ['12', '21'] as const
export type ScreeningWindow = (typeof SCREENING_WINDOWS)[number]

/** `not-done` and `no-result-yet` are results: neither is "normal". */
export const SCREENING_RESULTS = ['not-done', 'no-result-yet', 'normal', 'found'] as const
export type ScreeningResult = (typeof SCREENING_RESULTS)[number]

/** Composed. */
export const VISIT_PURPOSES = ['look-through', 'counselling', 'supplies', 'pregnancy', 'screening', 'elderly', 'other'] as const
export type VisitPurpose = (typeof VISIT_PURPOSES)[number]

/** Composed. */
export const COUNSELLING_TOPICS = [
  'methods',
  'prenatal-screening',
  'newborn-screening',
  'premarital',
  'two-children',
  'sex-ratio',
  'adolescents',
  'elderly',
  'infertility',
  'law',
  'other',
] as const
export type CounsellingTopic = (typeof COUNSELLING_TOPICS)[number]

export const COUNSELLING_MODES = ['direct', 'group', 'talk'] as const
export type CounsellingMode = (typeof COUNSELLING_MODES)[number]

/** What a collaborator gives out herself. */
export const PRODUCTS = ['condom', 'pill'] as const
export type Product = (typeof PRODUCTS)[number]

/** The eleven sections of P0/CTV. */
export const P0_SECTIONS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const
export type P0Section = (typeof P0_SECTIONS)[number]
