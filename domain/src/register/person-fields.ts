import * as z from 'zod/mini'
import { text } from '../kernel/text.ts'
import { PersonId } from '../kernel/ids.ts'
import { PartialDate } from '../kernel/partial-date.ts'
import { EDUCATIONS, LEGAL_RESIDENCES, MARITALS, RELATIONS, SEXES } from '../packs/tt01-2022/code-lists.ts'

/** What is told of a person whenever one enters the book. A field that is absent was not asked; `unknown` was asked and is not known. */

/** A name as spoken, and the given name by which a person is called and sorted ("Nguyễn Thị Mai": Mai; "H'Hen Niê": H'Hen). */
export const PersonName = z.strictObject({ full: text(200), given: text(100) })
export type PersonName = z.infer<typeof PersonName>

/** Health-insurance number and national id are kept as told; what they say is compared, never refused. */
const PaperNumber = z.string().check(z.regex(/^[A-Z0-9]{6,20}$/))

/** Basic information that P0 §6 lists when it changes. */
export const basics = {
  ethnicity: z.exactOptional(text(60)),
  nationality: z.exactOptional(text(60)),
  education: z.exactOptional(z.enum(EDUCATIONS)),
  insuranceNumber: z.exactOptional(PaperNumber),
  nationalId: z.exactOptional(PaperNumber),
}

/** Who somebody is, as an opening entry tells it. */
const identity = {
  person: PersonId,
  name: PersonName,
  sex: z.enum(SEXES),
  born: PartialDate,
  /** "Khoảng": the year itself is a guess. */
  bornAbout: z.exactOptional(z.boolean()),
  marital: z.exactOptional(z.enum(MARITALS)),
  legal: z.enum(LEGAL_RESIDENCES),
  mother: z.exactOptional(PersonId),
  father: z.exactOptional(PersonId),
  spouse: z.exactOptional(PersonId),
  ...basics,
}

/** Somebody who comes: not in the book yet, or somebody whom the book knows. */
export const Newcomer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new'), ...identity }),
  z.strictObject({ kind: z.literal('known'), person: PersonId }),
])
export type Newcomer = z.infer<typeof Newcomer>

/** Somebody with the place that he or she takes in a household. */
export const Placed = z.strictObject({ person: PersonId, relation: z.enum(RELATIONS) })
export type Placed = z.infer<typeof Placed>
