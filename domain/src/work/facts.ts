import * as z from 'zod/mini'
import { fact } from '../kernel/fact.ts'
import { FactId, HouseholdId, PersonId } from '../kernel/ids.ts'
import { PlainDate } from '../kernel/plain-date.ts'
import { text } from '../kernel/text.ts'
import { CHANNELS, COUNSELLING_MODES, COUNSELLING_TOPICS, PRODUCTS, VISIT_PURPOSES } from '../packs/tt01-2022/code-lists.ts'

/**
 * The handbook (Sổ tay công tác; duties of a collaborator by Thông tư 02/2021/TT-BYT): visits, counselling, supplies given, and tasks of the review meeting.
 * What concerns nobody in particular (a talk, a task) is about no subject and belongs to the area.
 */

const count = z.int().check(z.gte(0), z.lte(10_000))

/** A call at a household (vãng gia). `absent`: nobody was met. `lookedThrough`: the whole household was gone through (đã rà soát). */
export const VisitMade = fact(
  'visit-made',
  1,
  z.strictObject({
    household: HouseholdId,
    purposes: z.array(z.enum(VISIT_PURPOSES)).check(z.minLength(1), z.maxLength(VISIT_PURPOSES.length)),
    met: z.enum(['met', 'absent']),
    lookedThrough: z.boolean(),
    note: z.exactOptional(text(500)),
    next: z.exactOptional(PlainDate),
  }),
)
export type VisitMade = z.infer<typeof VisitMade>

/** Counselling of people named, or of a group counted by sex. */
export const CounsellingGiven = fact(
  'counselling-given',
  1,
  z.strictObject({
    mode: z.enum(COUNSELLING_MODES),
    topics: z.array(z.enum(COUNSELLING_TOPICS)).check(z.minLength(1), z.maxLength(COUNSELLING_TOPICS.length)),
    heard: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('people'), people: z.array(PersonId).check(z.minLength(1), z.maxLength(60)) }),
      z.strictObject({ kind: z.literal('counts'), male: count, female: count }),
    ]),
    place: z.exactOptional(text(200)),
    leaflets: z.exactOptional(count),
  }),
)
export type CounsellingGiven = z.infer<typeof CounsellingGiven>

/** Supplies put into somebody's hand. `money`: đồng received, where sold. */
export const SuppliesGiven = fact(
  'supplies-given',
  1,
  z.strictObject({
    person: PersonId,
    product: z.enum(PRODUCTS),
    /** Pieces of condoms, cycles of pills. */
    quantity: z.int().check(z.gte(1), z.lte(1_000)),
    channel: z.enum(CHANNELS),
    money: z.exactOptional(z.int().check(z.gte(0), z.lte(100_000_000))),
  }),
)
export type SuppliesGiven = z.infer<typeof SuppliesGiven>

/** A task that the officer gives an area at the review meeting. */
export const TaskGiven = fact('task-given', 1, z.strictObject({ text: text(1_000), due: z.exactOptional(PlainDate) }))
export type TaskGiven = z.infer<typeof TaskGiven>

export const TaskAnswered = fact('task-answered', 1, z.strictObject({ task: FactId, answer: z.enum(['done', 'not-done']), remark: z.exactOptional(text(500)) }))
export type TaskAnswered = z.infer<typeof TaskAnswered>

export type WorkFact = VisitMade | CounsellingGiven | SuppliesGiven | TaskGiven | TaskAnswered
