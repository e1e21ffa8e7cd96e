import * as z from 'zod/mini'
import { fact } from './fact.ts'
import { FactId } from './ids.ts'
import { text } from './text.ts'

/** "Rút lại": takes a note back. It stays readable; it no longer counts. */
export const FactWithdrawn = fact('fact-withdrawn', 1, z.strictObject({ fact: FactId, reason: text(500) }))
export type FactWithdrawn = z.infer<typeof FactWithdrawn>

/** The officer's word on a held note: taken as it is, or refused. The note itself keeps the status it arrived with. */
export const FactSettled = fact(
  'fact-settled',
  1,
  z.strictObject({ fact: FactId, verdict: z.enum(['take', 'refuse']), reason: text(500) }),
)
export type FactSettled = z.infer<typeof FactSettled>
