import * as z from 'zod/mini'
import { ROLES } from '../kernel/actor.ts'
import { AreaId, DeviceId, UnitId, UserId } from '../kernel/ids.ts'
import { PlainDate } from '../kernel/plain-date.ts'
import { text } from '../kernel/text.ts'

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
  /** Milliseconds UTC at the server. */
  serverTime: z.int(),
})
export type Me = z.infer<typeof Me>
