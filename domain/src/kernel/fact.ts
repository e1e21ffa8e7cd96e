import * as z from 'zod/mini'
import { AreaId, DeviceId, FactId, SubjectId, UserId } from './ids.ts'
import { PlainDate } from './plain-date.ts'
import { text } from './text.ts'

/** The last instant a note may carry, milliseconds UTC: in the year 2243, well inside what every clock and database can write. */
export const LATEST_INSTANT = 8_640_000_000_000

/**
 * A fact: one line noted by one person about something that happened. Made once, with its final id, never changed.
 *
 * 1. The same fact sent twice is the same fact: its id is made on the device that notes it.
 * 2. `area` names the địa bàn in whose book it is noted and stays what it was.
 * 3. `about` holds every subject the data names and every subject of the fact it corrects or takes back, so that the facts of
 *    one subject are all that is needed to know which of them count.
 * 4. `corrects` names a fact of the same type that this one replaces, as if it had been noted so from the start.
 */
const envelope = {
  id: FactId,
  area: AreaId,
  about: z.array(SubjectId).check(z.maxLength(200)),
  occurredOn: PlainDate,
  recordedAt: z.number().check(z.int(), z.nonnegative(), z.maximum(LATEST_INSTANT)),
  recordedBy: UserId,
  device: DeviceId,
  via: z.enum(['phone', 'paper', 'telephone', 'office']),
  reportedBy: z.exactOptional(UserId),
  corrects: z.exactOptional(FactId),
  /** Why it is kept although something speaks against it ("Vẫn ghi, vì …"). */
  because: z.exactOptional(text(500)),
}

/** What can be read of any fact, of whatever type and version, the ones made by a later app included; keys it does not know are passed over. */
export const Envelope = z.object({
  ...envelope,
  type: z.string().check(z.regex(/^[a-z][a-z0-9-]{1,60}$/)),
  v: z.number().check(z.int(), z.positive()),
  data: z.record(z.string(), z.unknown()),
})
export type Envelope = z.infer<typeof Envelope>

/** The schema of one type and version of fact; unknown keys are refused, for what nobody reads nobody can count. */
export function fact<const Type extends string, const Data extends z.ZodMiniType>(type: Type, v: number, data: Data) {
  return z.strictObject({ ...envelope, type: z.literal(type), v: z.literal(v), data })
}

/** What every fact carries, whatever its type. */
export type AnyFact = Omit<Envelope, 'data'> & { readonly data: unknown }
