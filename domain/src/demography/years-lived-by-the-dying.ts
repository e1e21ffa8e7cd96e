import { quantity } from './quantity.ts'

/** A death rate of the age group that starts at `from` (completed years): deaths per person-year, ₙMₓ. */
export interface DeathRate {
  readonly from: number
  readonly rate: number
}

/**
 * A named rule for ₙaₓ, the years lived inside an age group by those who die in it:
 * - under 1 and 1–4: Coale and Demeny's equations for the West family by sex, from the death rate under 1; for both sexes the mean of the
 *   two;
 * - `greville`: from 15 to the open group Greville's formula, as the UN model life tables and MORTPAK have it; half of the group at 5–14,
 *   and where a neighbour is of another width or nobody died;
 * - `midpoint`: half of the group from 5 on.
 */
export interface YearsLivedRule {
  readonly rule: 'greville' | 'midpoint'
  readonly sex: 'male' | 'female' | 'both'
}

/** Under 1 and 1–4: the values from a rate of 0.107 up, and the line (at 0, slope) below it. */
interface CoaleDemeny {
  readonly high: readonly [number, number]
  readonly at0: readonly [number, number]
  readonly slope: readonly [number, number]
}

/** Preston, Heuveline & Guillot, *Demography* (2001), table 3.3, after Coale & Demeny, *Regional Model Life Tables* (1983), West. */
const MALE: CoaleDemeny = { high: [0.33, 1.352], at0: [0.045, 1.651], slope: [2.684, -2.816] }
const FEMALE: CoaleDemeny = { high: [0.35, 1.361], at0: [0.053, 1.522], slope: [2.8, -1.518] }

function coaleDemeny(by: CoaleDemeny, group: 0 | 1, infantRate: number): number {
  return infantRate >= 0.107 ? by.high[group] : by.at0[group] + by.slope[group] * infantRate
}

function underFive(sex: YearsLivedRule['sex'], group: 0 | 1, infantRate: number): number {
  if (sex === 'male') return coaleDemeny(MALE, group, infantRate)
  if (sex === 'female') return coaleDemeny(FEMALE, group, infantRate)
  return (coaleDemeny(MALE, group, infantRate) + coaleDemeny(FEMALE, group, infantRate)) / 2
}

/**
 * ₙaₓ = n/2 − n²/12 · (ₙmₓ − k), k = ln(ₙmₓ₊ₙ ÷ ₙmₓ₋ₙ) ÷ 2n: death rates that grow by a constant factor through three neighbouring groups.
 * Where that falls outside of the group, or is no number since a neighbour has no deaths, rates are too irregular for it, and half of the
 * group stands.
 *
 * Source: Greville, "Short methods of constructing abridged life tables", *The Record of the American Institute of Actuaries* 32 (1943) 29;
 * United Nations, *Model Life Tables for Developing Countries* (1982), introduction.
 */
function greville(width: number, before: number, rate: number, after: number): number {
  const growth = Math.log(after / before) / (2 * width)
  const years = width / 2 - (width ** 2 / 12) * (rate - growth)
  return years > 0 && years < width ? years : width / 2
}

/**
 * ₙaₓ in years for each closed group of rates in order of age; the last group is open and has none here.
 * @throws RangeError where ages start at 0 with a group other than 0 (0–1) or 0, 1–4: deaths under five are not spread evenly.
 */
export function yearsLivedByTheDying(rates: readonly DeathRate[], by: YearsLivedRule): readonly number[] {
  const infantRate = quantity(rates[0]?.rate ?? Number.NaN, 'the death rate under 1')
  return rates.slice(0, -1).map(({ from, rate }, index) => {
    const [before, after] = [rates[index - 1], rates[index + 1]]
    const width = (after?.from ?? Number.NaN) - from
    if (from === 0 && width === 1) return underFive(by.sex, 0, infantRate)
    if (from === 1 && width === 4) return underFive(by.sex, 1, infantRate)
    if (from < 5 && width > 1) throw new RangeError(`no rule for ages ${from}–${from + width}: groups start 0, 1, 5`)
    if (by.rule === 'midpoint' || from < 15) return width / 2
    if (before === undefined || after === undefined || from - before.from !== width) return width / 2
    return greville(width, before.rate, rate, after.rate)
  })
}
