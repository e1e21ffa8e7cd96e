import { per, quantity, sum } from './quantity.ts'

/**
 * Persons by single year of age: the number at index 32 are those of 32 completed years. Ages past the end of the list have nobody;
 * an open last group must lie past the ages an index looks at.
 */
export type SingleAges = readonly number[]

function at(counts: SingleAges, age: number): number {
  return quantity(counts[age] ?? 0, 'persons of an age')
}

function between(counts: SingleAges, from: number, to: number): number {
  return sum(Array.from({ length: to - from + 1 }, (_, index) => at(counts, from + index)))
}

/** Which last digits Whipple's index looks at: 0 and 5 (the usual one), or 0 alone. */
export type WhippleDigits = 'zero-and-five' | 'zero'

/**
 * Whipple's index, over 23–62 years: persons whose age ends in 0 or 5 per 100 that there would be without a preference for them.
 * 100 is none; 500 (1,000 for 0 alone) where nobody tells another digit. UN scale: under 105 highly accurate, to 110 fairly accurate,
 * to 125 approximate, to 175 rough, above very rough. Undefined where nobody is of 23–62.
 *
 * Source: United Nations, *Demographic Yearbook* 1962, ch. 1; Siegel & Swanson, *The Methods and Materials of Demography* (2004), ch. 7:
 * (P₂₅ + P₃₀ + … + P₆₀) ÷ (⅕ of P₂₃…₆₂) × 100; for 0 alone (P₃₀ + P₄₀ + P₅₀ + P₆₀) ÷ (⅒ of P₂₃…₆₂) × 100.
 */
export function whippleIndex(counts: SingleAges, digits: WhippleDigits = 'zero-and-five'): number | undefined {
  const step = digits === 'zero' ? 10 : 5
  let heaped = 0
  for (let age = digits === 'zero' ? 30 : 25; age <= 60; age += step) heaped += at(counts, age)
  return per(100 * step, heaped, between(counts, 23, 62))
}

/** How people tell the last digit of their age. */
export interface DigitPreference {
  /** Percent of the population that would have to tell another digit, 0–90. */
  readonly index: number
  /** Blended persons for the last digits 0–9. */
  readonly blended: readonly number[]
  /** Deviation in percentage points from 10 % for the last digits 0–9: above 0 liked, below avoided. */
  readonly deviations: readonly number[]
}

/**
 * Myers' blended index of preference for last digits. Ages `from` to `to` are tabulated by last digit ten times, each time starting a year
 * later, so that a digit is not favoured by coming first where there are more of the young; the sums blend. Nine ages above `to` are looked
 * at too. Undefined where there is nobody.
 * @throws RangeError where the ages are not a whole number of tens.
 *
 * Source: Myers, "Errors and bias in the reporting of ages in census data", *Transactions of the Actuarial Society of America* 41 (1940)
 * 395; Siegel & Swanson 2004, ch. 7.
 */
export function myersIndex(counts: SingleAges, from = 10, to = 89): DigitPreference | undefined {
  const ages = to - from + 1
  if (ages < 10 || ages % 10 !== 0) throw new RangeError(`ages ${from}–${to} are no whole number of tens`)
  const blended = Array.from({ length: 10 }, () => 0)
  for (let start = from; start < from + 10; start++)
    for (let age = start; age < start + ages; age++) blended[age % 10] = (blended[age % 10] ?? 0) + at(counts, age)
  const all = sum(blended)
  if (all === 0) return undefined
  const deviations = blended.map((persons) => (persons / all) * 100 - 10)
  return { index: sum(deviations.map(Math.abs)) / 2, blended, deviations }
}
