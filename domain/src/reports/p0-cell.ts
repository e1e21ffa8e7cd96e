import * as z from 'zod/mini'
import { PartialDate } from '../kernel/partial-date.ts'
import {
  BIRTH_PLACES,
  DESTINATIONS,
  EDUCATIONS,
  type LegalResidence,
  MARITALS,
  METHODS,
  ORIGINS,
  PREGNANCY_ENDS,
  RELATIONS,
  SCREENING_RESULTS,
  SCREENING_WINDOWS,
  SERVICE_PLACES,
  SEXES,
} from '../packs/tt01-2022/code-lists.ts'
import { PersonChanged } from '../register/facts.ts'

const NEWS = ['pregnant', ...PREGNANCY_ENDS] as const

const Changed = PersonChanged.shape.data.shape.new

/**
 * What stands in one column of a line of P0/CTV, in no language: the printer has the words.
 *
 * `unknown`: not asked, or asked and not known; it prints so. `blank`: there is nothing to say, as a birthday in the column of the other sex, or no note.
 */
export const P0Cell = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('blank') }),
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('number'), number: z.int() }),
  z.strictObject({ kind: z.literal('day'), day: PartialDate, isAbout: z.boolean() }),
  z.strictObject({ kind: z.literal('sex'), code: z.enum(SEXES) }),
  z.strictObject({ kind: z.literal('relation'), code: z.enum(RELATIONS) }),
  z.strictObject({ kind: z.literal('birth-place'), code: z.enum(BIRTH_PLACES) }),
  z.strictObject({ kind: z.literal('education'), code: z.enum(EDUCATIONS) }),
  z.strictObject({ kind: z.literal('marital'), code: z.enum(MARITALS) }),
  z.strictObject({ kind: z.literal('origin'), code: z.enum(ORIGINS), place: z.exactOptional(z.string()) }),
  z.strictObject({ kind: z.literal('destination'), code: z.enum(DESTINATIONS), place: z.exactOptional(z.string()) }),
  z.strictObject({ kind: z.literal('fields'), fields: Changed }),
  z.strictObject({ kind: z.literal('method'), code: z.enum(METHODS) }),
  z.strictObject({ kind: z.literal('service-place'), code: z.enum(SERVICE_PLACES) }),
  z.strictObject({ kind: z.literal('result'), code: z.enum(SCREENING_RESULTS) }),
  z.strictObject({ kind: z.literal('window'), code: z.enum(SCREENING_WINDOWS) }),
  z.strictObject({ kind: z.literal('news'), code: z.enum(NEWS) }),
])
export type P0Cell = z.infer<typeof P0Cell>

type CodeOf<Kind extends P0Cell['kind']> = Extract<P0Cell, { kind: Kind; code: string }>['code']
type ChangedFields = z.infer<typeof Changed>

/** The words of one language in which cells are printed. */
export interface P0CellWords {
  readonly unknown: string
  /** Of a birth date that is a guess. */
  readonly about: (date: string) => string
  readonly codes: { readonly [Kind in P0Cell['kind'] as CodeOf<Kind> extends never ? never : Kind]: Readonly<Record<CodeOf<Kind>, string>> }
  readonly legals: Readonly<Record<LegalResidence, string>>
  /** What P0 §6 calls the information that changed. */
  readonly fields: Readonly<Record<keyof ChangedFields, string>>
}

/** The text of a cell; empty for a blank one. Dates as forms write them: `04/03/2026`, `03/1948`, `1948`. */
export function p0Text(cell: P0Cell, words: P0CellWords): string {
  switch (cell.kind) {
    case 'unknown':
      return words.unknown
    case 'blank':
      return ''
    case 'text':
      return cell.text
    case 'number':
      return String(cell.number)
    case 'day': {
      const shown = cell.day.split('-').reverse().join('/')
      return cell.isAbout ? words.about(shown) : shown
    }
    case 'origin':
    case 'destination': {
      const broad = cell.code === 'unknown' ? undefined : words.codes[cell.kind][cell.code]
      const parts = [broad, cell.place].filter((part) => part !== undefined)
      return parts.length === 0 ? words.unknown : parts.join(', ')
    }
    case 'fields':
      return fieldsText(cell.fields, words)
    case 'sex':
      return words.codes.sex[cell.code]
    case 'relation':
      return words.codes.relation[cell.code]
    case 'birth-place':
      return words.codes['birth-place'][cell.code]
    case 'education':
      return words.codes.education[cell.code]
    case 'marital':
      return words.codes.marital[cell.code]
    case 'method':
      return words.codes.method[cell.code]
    case 'service-place':
      return words.codes['service-place'][cell.code]
    case 'result':
      return words.codes.result[cell.code]
    case 'window':
      return words.codes.window[cell.code]
    case 'news':
      return words.codes.news[cell.code]
  }
}

function fieldsText(of: ChangedFields, { codes, legals, fields }: P0CellWords): string {
  const told: Readonly<Record<keyof ChangedFields, string | undefined>> = {
    name: of.name?.full,
    relation: of.relation && codes.relation[of.relation],
    legal: of.legal && legals[of.legal],
    marital: of.marital && codes.marital[of.marital],
    ethnicity: of.ethnicity,
    nationality: of.nationality,
    education: of.education && codes.education[of.education],
    insuranceNumber: of.insuranceNumber,
    nationalId: of.nationalId,
  }
  return Object.entries(told).flatMap(([key, value]) => (value === undefined ? [] : [`${wordOf(fields, key)}: ${value}`])).join('; ')
}

function wordOf(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key
}
