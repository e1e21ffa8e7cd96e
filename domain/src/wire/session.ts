import * as z from 'zod/mini'
import { ROLES } from '../kernel/actor.ts'
import { AreaId, DeviceId, UnitId, UserId } from '../kernel/ids.ts'
import { PlainDate } from '../kernel/plain-date.ts'
import { text } from '../kernel/text.ts'

/** What one may sign in with: letters of any alphabet, digits, dot, dash, underscore, single spaces inside. */
export const SignInName = z.pipe(text(60), z.string().check(z.regex(/^[\p{L}\p{M}\p{N}]+(?:[ ._-][\p{L}\p{M}\p{N}]+)*$/u)))

/** What the app and the service say about signing in (`/api/session`). */
export const SignIn = z.strictObject({
  name: text(60),
  password: z.string().check(z.minLength(1), z.maxLength(200)),
  /** The device that will keep notes; absent in the office. */
  device: z.exactOptional(DeviceId),
})
export type SignIn = z.infer<typeof SignIn>

/** An area as somebody responsible sees it. */
export const AreaSeen = z.strictObject({
  area: AreaId,
  number: z.string(),
  name: z.string(),
  commune: UnitId,
  communeName: z.string(),
})
export type AreaSeen = z.infer<typeof AreaSeen>

/** Who is signed in, and what is in that person's charge: everything that `decide` asks of an actor, and names to show. */
export const Me = z.strictObject({
  user: UserId,
  name: z.string(),
  fullName: z.string(),
  role: z.enum(ROLES),
  responsibilities: z.array(z.strictObject({ area: AreaId, from: PlainDate, to: z.exactOptional(PlainDate) })),
  communeAreas: z.array(AreaId),
  areas: z.array(AreaSeen),
  /** The unit of an officer. */
  commune: z.nullable(z.strictObject({ unit: UnitId, name: z.string() })),
  /** Names of those whose notes one may see. */
  people: z.record(UserId, z.string()),
  /** Whether the password must be changed before anything else. */
  mustChangePassword: z.boolean(),
  /** Whether the device of this session may only deliver what it still holds. */
  isDeviceRevoked: z.boolean(),
  /** Milliseconds UTC at the server. */
  serverTime: z.int(),
})
export type Me = z.infer<typeof Me>

const Password = z.string().check(z.minLength(1), z.maxLength(200))

/** `POST /api/session/password`: one's own; signs out everywhere else. */
export const ChangePassword = z.strictObject({ old: Password, new: Password })
export type ChangePassword = z.infer<typeof ChangePassword>

/** `POST /api/session/link`: sets the password that a one-time link lets one set, and signs in. The first administrator says who she or he is. */
export const OpenLink = z.strictObject({
  token: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  password: Password,
  device: z.exactOptional(DeviceId),
  /** Of the first administrator only. */
  name: z.exactOptional(SignInName),
  fullName: z.exactOptional(text(120)),
})
export type OpenLink = z.infer<typeof OpenLink>

/** `POST /api/session/link/look`: whom a link is for, before a password is chosen. */
export const LookAtLink = z.strictObject({ token: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)) })
export const LinkSeen = z.strictObject({
  purpose: z.enum(['first-administrator', 'password']),
  /** The sign-in name and the full name of its user; null for the first administrator. */
  name: z.nullable(z.string()),
  fullName: z.nullable(z.string()),
})
export type LinkSeen = z.infer<typeof LinkSeen>
