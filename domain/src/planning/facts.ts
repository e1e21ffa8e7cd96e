import * as z from 'zod/mini'
import { fact } from '../kernel/fact.ts'
import { PersonId } from '../kernel/ids.ts'
import { PlainDate } from '../kernel/plain-date.ts'
import { text } from '../kernel/text.ts'
import {
  CHANNELS,
  METHODS,
  NOT_USING_REASONS,
  PREGNANCY_ENDS,
  SCREENING_RESULTS,
  SCREENING_WINDOWS,
  SERVICE_PLACES,
  STOP_REASONS,
} from '../packs/tt01-2022/code-lists.ts'

/**
 * Maternal and family planning follow-up (P0 §§2, 7–11, Thông tư 01/2022/TT-BYT; screening by QĐ 3845/QĐ-BYT). Each fact has one subject: the woman, the
 * man for his own sterilisation, the child for newborn screening, the elder for an examination. There is no field for the sex of a fetus.
 */

const where = z.exactOptional(z.enum(SERVICE_PLACES))
const Result = z.enum(SCREENING_RESULTS)

/** A method begun on that day. Male sterilisation is noted of the man; every other method, a condom too, of the woman. */
export const MethodStarted = fact(
  'method-started',
  1,
  z.strictObject({ person: PersonId, method: z.enum(METHODS), where, channel: z.exactOptional(z.enum(CHANNELS)) }),
)
export type MethodStarted = z.infer<typeof MethodStarted>

export const MethodStopped = fact('method-stopped', 1, z.strictObject({ person: PersonId, method: z.enum(METHODS), reason: z.exactOptional(z.enum(STOP_REASONS)) }))
export type MethodStopped = z.infer<typeof MethodStopped>

/** A woman in a couple who uses nothing, and why. */
export const MethodDeclined = fact('method-declined', 1, z.strictObject({ person: PersonId, reason: z.enum(NOT_USING_REASONS) }))
export type MethodDeclined = z.infer<typeof MethodDeclined>

/** A pregnancy, dated the day it was found. */
export const PregnancyReported = fact(
  'pregnancy-reported',
  1,
  z.strictObject({
    person: PersonId,
    lastPeriod: z.exactOptional(PlainDate),
    due: z.exactOptional(PlainDate),
    /** Which pregnancy of hers. */
    which: z.union([z.int().check(z.gte(1), z.lte(30)), z.literal('unknown')]),
  }),
)
export type PregnancyReported = z.infer<typeof PregnancyReported>

/** The end of a pregnancy other than a live birth, which ends it by itself. */
export const PregnancyEnded = fact('pregnancy-ended', 1, z.strictObject({ person: PersonId, outcome: z.enum(PREGNANCY_ENDS) }))
export type PregnancyEnded = z.infer<typeof PregnancyEnded>

/** A condition that is absent was not asked. */
export const PrenatalScreened = fact(
  'prenatal-screened',
  1,
  z.strictObject({
    person: PersonId,
    window: z.enum(SCREENING_WINDOWS),
    results: z.strictObject({
      down: z.exactOptional(Result),
      edwards: z.exactOptional(Result),
      patau: z.exactOptional(Result),
      thalassemia: z.exactOptional(Result),
    }),
    where,
  }),
)
export type PrenatalScreened = z.infer<typeof PrenatalScreened>

export const NewbornScreened = fact(
  'newborn-screened',
  1,
  z.strictObject({
    person: PersonId,
    results: z.strictObject({
      hypothyroidism: z.exactOptional(Result),
      g6pd: z.exactOptional(Result),
      'adrenal-hyperplasia': z.exactOptional(Result),
      'hearing-loss': z.exactOptional(Result),
      'heart-disease': z.exactOptional(Result),
    }),
    where,
  }),
)
export type NewbornScreened = z.infer<typeof NewbornScreened>

export const ElderExamined = fact('elder-examined', 1, z.strictObject({ person: PersonId, where, note: z.exactOptional(text(500)) }))
export type ElderExamined = z.infer<typeof ElderExamined>

/** Counselled and examined before marriage. */
export const PremaritalExamined = fact('premarital-examined', 1, z.strictObject({ person: PersonId, where }))
export type PremaritalExamined = z.infer<typeof PremaritalExamined>

export type PlanningFact =
  | MethodStarted
  | MethodStopped
  | MethodDeclined
  | PregnancyReported
  | PregnancyEnded
  | PrenatalScreened
  | NewbornScreened
  | ElderExamined
  | PremaritalExamined
