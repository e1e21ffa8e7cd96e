import * as z from 'zod/mini'
import { fact } from '../kernel/fact.ts'
import { PersonId } from '../kernel/ids.ts'
import { PartialDate } from '../kernel/partial-date.ts'
import { text } from '../kernel/text.ts'
import { ANSWERS, MARRIAGE_FORMS } from '../packs/tt01-2022/code-lists.ts'

/** Marriages and their ends (01-DSX rows 6–8). Wife and husband may each live elsewhere; one of them at least is somebody of the book. */

/** A wife or husband: somebody of the registry, or somebody who lives elsewhere and is described. */
export const Party = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), person: PersonId }),
  z.strictObject({ kind: z.literal('elsewhere'), name: z.exactOptional(text(200)), born: z.exactOptional(PartialDate), commune: z.exactOptional(text(200)) }),
])
export type Party = z.infer<typeof Party>

/** Dated the day of the wedding. `consanguineous`: kết hôn cận huyết thống; `examined`: both examined and counselled before. */
export const MarriageReported = fact(
  'marriage-reported',
  1,
  z.strictObject({ wife: Party, husband: Party, form: z.enum(MARRIAGE_FORMS), consanguineous: z.enum(ANSWERS), examined: z.enum(ANSWERS) }),
)
export type MarriageReported = z.infer<typeof MarriageReported>

/** Those of a couple who are of the book; one at least. */
const couple = z.strictObject({ wife: z.exactOptional(PersonId), husband: z.exactOptional(PersonId) })

/** They live apart and are still "có chồng". */
export const SeparationReported = fact('separation-reported', 1, couple)
export type SeparationReported = z.infer<typeof SeparationReported>

export const DivorceReported = fact('divorce-reported', 1, couple)
export type DivorceReported = z.infer<typeof DivorceReported>
