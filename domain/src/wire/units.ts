import * as z from 'zod/mini'
import { UnitId } from '../kernel/ids.ts'
import { PlainDate, plainDate } from '../kernel/plain-date.ts'
import { text } from '../kernel/text.ts'

/** What the service says about the units of the country: what one was on a day, what it is today, and what went where. */

export const UnitKind = z.enum(['country', 'province', 'district', 'commune', 'hamlet'])
export type UnitKind = z.infer<typeof UnitKind>

/**
 * How much of a unit went to another: all of it, a part of it, or `main`: all or most of it, where the list names one place only and does not say
 * whether a part went elsewhere.
 */
export const Share = z.enum(['full', 'part', 'main'])
export type Share = z.infer<typeof Share>

/** Nothing is known of an earlier day: from this one on the list of 63 provinces and 10,035 communes stood unchanged until the reform. */
export const LIST_BEGINS = plainDate('2025-03-01')

/** The day on which the 34 provinces and 3,321 communes began. */
export const REFORM = plainDate('2025-07-01')

/** A unit, by the name and the code it had on the day it is spoken of; `from` and `to` are its first and last day. */
export const UnitRef = z.strictObject({
  unit: UnitId,
  kind: UnitKind,
  name: z.string(),
  code: z.nullable(z.string()),
  from: PlainDate,
  to: z.nullable(PlainDate),
  /** Names of the units above it, the nearest first, without the country. */
  within: z.array(z.string()),
})
export type UnitRef = z.infer<typeof UnitRef>

/** `GET /api/units/search`: by name, on a day or ever; or by code, which means nothing without a day. */
export const UnitsAsked = z.strictObject({
  name: z.optional(text(120)),
  code: z.optional(text(20)),
  on: z.optional(PlainDate),
  /** By name: of this level alone. */
  kind: z.optional(z.enum(['province', 'district', 'commune'])),
})
export type UnitsAsked = z.infer<typeof UnitsAsked>

export const UnitFound = z.extend(UnitRef, { isInUse: z.boolean() })
export type UnitFound = z.infer<typeof UnitFound>

/** The best first. `hasMore`: there are more than are told. */
export const UnitsFound = z.strictObject({ units: z.array(UnitFound), hasMore: z.boolean() })
export type UnitsFound = z.infer<typeof UnitsFound>

/** One step of what went where. */
export const Succession = z.strictObject({ unit: UnitRef, on: PlainDate, share: Share, basis: z.nullable(z.string()) })
export type Succession = z.infer<typeof Succession>

/**
 * Whether figures of the unit as it stands today can be followed back exactly by adding up whole former units.
 *
 * - `holds-parts`: it holds parts of the units named; `gave-parts`: it gave parts to the units named; `was-split`: the unit asked for went to several;
 * - `level-ended`: its level came to an end and nothing took its place;
 * - `main-targets-only`: not known, for the list names one place for each former unit.
 */
export const ExactSeries = z.discriminatedUnion('exists', [
  z.strictObject({ exists: z.literal('yes') }),
  z.strictObject({ exists: z.literal('no'), because: z.enum(['holds-parts', 'gave-parts', 'was-split', 'level-ended']), parts: z.array(UnitRef) }),
  z.strictObject({ exists: z.literal('unknown'), because: z.literal('main-targets-only') }),
])
export type ExactSeries = z.infer<typeof ExactSeries>

const Dated = { from: PlainDate, to: z.nullable(PlainDate) }

/** `GET /api/units/:unit/history`. */
export const UnitHistory = z.strictObject({
  on: PlainDate,
  /** The unit on that day; null on a day on which there was none. */
  thatDay: z.nullable(UnitRef),
  /** The unit by its last name. */
  unit: UnitRef,
  basis: z.nullable(z.string()),
  names: z.array(z.strictObject({ name: z.string(), basis: z.nullable(z.string()), ...Dated })),
  codes: z.array(z.strictObject({ system: z.string(), code: z.string(), ...Dated })),
  /** The units that hold it today: itself while it stands, none before it begins. */
  now: z.array(UnitRef),
  cameFrom: z.array(Succession),
  wentTo: z.array(Succession),
  exactSeries: ExactSeries,
})
export type UnitHistory = z.infer<typeof UnitHistory>
