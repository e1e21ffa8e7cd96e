import * as z from 'zod/mini'
import { ROLES } from '../kernel/actor.ts'
import { AreaId, DeviceId, UnitId, UserId } from '../kernel/ids.ts'
import { PlainDate } from '../kernel/plain-date.ts'
import { text } from '../kernel/text.ts'
import { SignInName } from './session.ts'
import { UnitKind } from './units.ts'

/** What the administrator and the officer say to the service about units, areas, users, responsibility and devices. */

/** `POST /api/units` (administrator). The country is the root and exists already: a province has none above it. */
export const NewUnit = z.strictObject({
  kind: z.enum(['province', 'commune']),
  name: text(120),
  /** The province of a commune; absent for a province. */
  parent: z.exactOptional(UnitId),
  /** Its code in the official list, if known. */
  code: z.exactOptional(text(20)),
  validFrom: PlainDate,
})
export type NewUnit = z.infer<typeof NewUnit>

/** `GET /api/units`: the communes in use here, and the provinces that stand. */
export const UnitSeen = z.strictObject({
  unit: UnitId,
  kind: UnitKind,
  parent: z.nullable(UnitId),
  name: z.string(),
  code: z.nullable(z.string()),
  /** Its last day, where it has one. */
  to: z.nullable(PlainDate),
})
export type UnitSeen = z.infer<typeof UnitSeen>

/** `POST /api/units/:unit/areas`. */
export const NewArea = z.strictObject({ number: text(20), name: text(120), validFrom: PlainDate })
export type NewArea = z.infer<typeof NewArea>

/** `POST /api/units/:unit/users`: an officer (by an administrator) or a collaborator (by the officer too) of a commune. */
export const NewUser = z.strictObject({ name: SignInName, fullName: text(120), role: z.enum(['officer', 'collaborator']) })
export type NewUser = z.infer<typeof NewUser>

/** A link that sets a password once; its token stands in the fragment, which no server sees and no log keeps. Milliseconds UTC. */
export const OneTimeLink = z.strictObject({ user: UserId, link: z.string(), expiresAt: z.int() })
export type OneTimeLink = z.infer<typeof OneTimeLink>

export const ResponsibilityId = z.uuid()

export const UserSeen = z.strictObject({
  user: UserId,
  name: z.string(),
  fullName: z.string(),
  role: z.enum(ROLES),
  disabled: z.boolean(),
  /** Whether a password was ever set. */
  hasPassword: z.boolean(),
  responsibilities: z.array(z.strictObject({ id: ResponsibilityId, area: AreaId, from: PlainDate, to: z.nullable(PlainDate) })),
})
export type UserSeen = z.infer<typeof UserSeen>

/** `POST /api/units/:unit/responsibilities`. */
export const NewResponsibility = z.strictObject({ area: AreaId, user: UserId, from: PlainDate, to: z.exactOptional(PlainDate) })
export type NewResponsibility = z.infer<typeof NewResponsibility>

/** `PATCH /api/units/:unit/responsibilities/:responsibility`: its last day. */
export const EndResponsibility = z.strictObject({ to: PlainDate })
export type EndResponsibility = z.infer<typeof EndResponsibility>

/** `POST /api/devices`: the phone names itself; the id is made on it. */
export const NewDevice = z.strictObject({ device: DeviceId, name: text(80) })
export type NewDevice = z.infer<typeof NewDevice>

export const DeviceSeen = z.strictObject({
  device: DeviceId,
  user: UserId,
  name: z.string(),
  /** Milliseconds UTC. */
  firstSeen: z.int(),
  lastSeen: z.int(),
  lastSync: z.nullable(z.int()),
  unsent: z.int(),
  unsentSince: z.nullable(z.int()),
  revoked: z.boolean(),
  /** Whether its key was left with the service, so that a forgotten PIN can be helped. */
  canRecover: z.boolean(),
})
export type DeviceSeen = z.infer<typeof DeviceSeen>

const Base64Url = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/))

/** An RSA public key as JWK, for RSA-OAEP with SHA-256: 2048 to 4096 bits. */
const RsaJwk = z.object({ kty: z.literal('RSA'), n: Base64Url.check(z.minLength(342), z.maxLength(684)), e: z.literal('AQAB') })

/** `GET /api/devices/recovery-key`: the service's public key, to which a phone wraps the key of its store. */
export const RecoveryPublicKey = z.strictObject({ id: z.string().check(z.maxLength(60)), jwk: RsaJwk })
export type RecoveryPublicKey = z.infer<typeof RecoveryPublicKey>

/** `PUT /api/devices/:device/wrapped-key`: the data key, encrypted to the recovery key `id`. */
export const WrappedKey = z.strictObject({ id: z.string().check(z.maxLength(60)), wrapped: Base64Url.check(z.minLength(256), z.maxLength(1024)) })
export type WrappedKey = z.infer<typeof WrappedKey>

/** `POST /api/devices/:device/recovery-code` (officer): eight digits to say to her, good for 15 minutes and five tries. Milliseconds UTC. */
export const RecoveryCode = z.strictObject({ code: z.string(), expiresAt: z.int() })
export type RecoveryCode = z.infer<typeof RecoveryCode>

/** `POST /api/devices/:device/recover` (the phone, signed in as its user): the code, and a fresh public key of its own. */
export const Recover = z.strictObject({ code: z.string().check(z.regex(/^\d{8}$/)), publicKey: RsaJwk })
export type Recover = z.infer<typeof Recover>

/** The data key, encrypted to the phone's fresh key. */
export const Recovered = z.strictObject({ wrapped: Base64Url })
export type Recovered = z.infer<typeof Recovered>

/** `PUT /api/users/:user/disabled`. */
export const SetDisabled = z.strictObject({ disabled: z.boolean() })
