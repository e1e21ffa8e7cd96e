import { pyramidOf } from '../demography/structure.ts'
import { type PartialDate, presumedDay } from '../kernel/partial-date.ts'
import { lastDay, type Period } from '../kernel/period.ts'
import { ageOn } from '../kernel/plain-date.ts'
import type { Sex } from '../packs/tt01-2022/code-lists.ts'

/** Residents of one sex who were born on one date, as far as it is known. */
export interface BornOn {
  readonly sex: Sex
  readonly born: PartialDate
  readonly count: number
}

/**
 * The age–sex structure of 03-DSX: the residents of row 2 by completed years of age at the end of the period's last day, males and females of 0–4, 5–9, …
 * 80–84 and of 85 and over, in that order. It is counted when the form is asked for and no cell holds it (decision 0020).
 */
export interface AgeSex {
  readonly male: readonly number[]
  readonly female: readonly number[]
}

/** Whom a row of the structure counts, by completed years; without `below`, everybody from an age on. Every bound is at the edge of a group. */
export interface Ages {
  readonly code: AgesCode
  readonly from: number
  readonly below?: number
  /** The row counts women only. */
  readonly only?: 'female'
}

export type AgesCode = `${number}-${number}` | `${number}+`

const WIDTH = 5
const OPEN_FROM = 85

/** The groups of the structure in their order: five years each, the last open. */
export const AGE_GROUPS: readonly Ages[] = [
  ...Array.from({ length: OPEN_FROM / WIDTH }, (_, index) => between(index * WIDTH, index * WIDTH + WIDTH)),
  { code: `${OPEN_FROM}+`, from: OPEN_FROM },
]

function between(from: number, below: number): Ages {
  return { code: `${from}-${below - 1}`, from, below }
}

export const ALL_AGES: Ages = { code: '0+', from: 0 }
export const WOMEN_15_49: Ages = { ...between(15, 50), only: 'female' }
export const FROM_60: Ages = { code: '60+', from: 60 }

/** A row of the structure as it stands on the form: all are our own composition. */
export interface AgeRow {
  readonly no: string
  readonly ages: Ages
}

/** Row 19 with its groups a–r, 20 and 21. */
export const AGE_ROWS: readonly AgeRow[] = [
  { no: '19', ages: ALL_AGES },
  ...AGE_GROUPS.map((ages, index) => ({ no: `19${String.fromCodePoint(97 + index)}`, ages })),
  { no: '20', ages: WOMEN_15_49 },
  { no: '21', ages: FROM_60 },
]

export const AGES_CODES: readonly AgesCode[] = AGE_ROWS.map(({ ages }) => ages.code)

/** The ages of a code that `AGES_CODES` holds. @throws RangeError for another */
export function agesOf(code: AgesCode): Ages {
  const row = AGE_ROWS.find(({ ages }) => ages.code === code)
  if (row === undefined) throw new RangeError(`no row of the structure has the ages ${code}`)
  return row.ages
}

/** Completed years at the end of a period's last day, by the presumed birthday; 0 for whom a note counts before the day of birth. */
export function ageAtEnd(born: PartialDate, of: Period): number {
  return Math.max(0, ageOn(presumedDay(born), lastDay(of)))
}

/** Whether somebody of a sex and an age (completed years) is counted in a row. */
export function isOfAges({ from, below, only }: Ages, { sex, age }: { readonly sex: Sex; readonly age: number }): boolean {
  return age >= from && (below === undefined || age < below) && (only === undefined || only === sex)
}

/** Puts residents in groups; the sum of all is the sum of their counts. */
export function ageSexOf(residents: Iterable<BornOn>, of: Period): AgeSex {
  const pyramid = pyramidOf(each(residents, of), OPEN_FROM)
  return { male: pyramid.map(({ male }) => male), female: pyramid.map(({ female }) => female) }
}

function* each(residents: Iterable<BornOn>, of: Period): Generator<{ sex: Sex; age: number }> {
  for (const { sex, born, count } of residents) {
    const age = ageAtEnd(born, of)
    for (let counted = 0; counted < count; counted++) yield { sex, age }
  }
}

/** The structure of several areas together. */
export function sumAgeSex(areas: readonly AgeSex[]): AgeSex {
  const total = (sex: Sex): number[] => AGE_GROUPS.map((_, index) => areas.reduce((sum, area) => sum + (area[sex][index] ?? 0), 0))
  return { male: total('male'), female: total('female') }
}

/** What a row of the structure shows, for both sexes and for each; no men where it counts women only. */
export interface AgeFigures {
  readonly both: number
  readonly male: number | undefined
  readonly female: number
}

export function ageFigures(structure: AgeSex, ages: Ages): AgeFigures {
  const people = (sex: Sex): number =>
    AGE_GROUPS.reduce((sum, { from: age }, index) => sum + (isOfAges(ages, { sex, age }) ? (structure[sex][index] ?? 0) : 0), 0)
  const [male, female] = [people('male'), people('female')]
  return { both: male + female, male: ages.only === 'female' ? undefined : male, female }
}
