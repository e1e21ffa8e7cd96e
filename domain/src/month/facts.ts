import * as z from 'zod/mini'
import { fact } from '../kernel/fact.ts'
import { FactId } from '../kernel/ids.ts'
import { Period } from '../kernel/period.ts'
import { text } from '../kernel/text.ts'
import { P0_SECTIONS } from '../packs/tt01-2022/code-lists.ts'

/** The end of a month in one area's book: what did not occur, and the signature under P0. Both belong to the area and are about no subject. */

const Month = Period.check(z.refine((period) => /^\d{4}-(0[1-9]|1[0-2])$/.test(period)))

/** "Không phát sinh": a blank is not a zero, so it is said for each section. */
export const NothingToReport = fact(
  'nothing-to-report',
  1,
  z.strictObject({ month: Month, sections: z.array(z.literal(P0_SECTIONS)).check(z.minLength(1), z.maxLength(P0_SECTIONS.length)) }),
)
export type NothingToReport = z.infer<typeof NothingToReport>

/**
 * The collaborator's word that a month is whole, with what she signed: how far her device had read the log, what it had not sent yet, the rules, and the
 * figures by cell.
 */
export const MonthSigned = fact(
  'month-signed',
  1,
  z.strictObject({
    month: Month,
    on: z.enum(['device', 'paper']),
    signer: text(200),
    receivedBy: z.exactOptional(text(200)),
    /** Position in the area's feed up to which the device had read. */
    seq: z.int().check(z.gte(0)),
    pending: z.array(FactId).check(z.maxLength(500)),
    rulesVersion: z.int().check(z.gte(1)),
    totals: z.record(z.string().check(z.maxLength(60)), z.int().check(z.gte(0))),
  }),
)
export type MonthSigned = z.infer<typeof MonthSigned>

export type MonthFact = NothingToReport | MonthSigned
