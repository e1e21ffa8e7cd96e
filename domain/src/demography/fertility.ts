import { per, quantity, quotient, sum } from './quantity.ts'

/** One age group of women: from its first age in completed years, so many ages wide. */
interface AgesOfWomen {
  readonly from: number
  readonly width: number
}

/** Live births to the women of an age group, and the person-years that those women lived meanwhile (mean number of women × years). */
export interface BirthsByAge extends AgesOfWomen {
  readonly births: number
  readonly womanYears: number
}

/** Births per woman and year of an age group (0.12, not 120); undefined where no woman was of that age. */
export interface FertilityRate extends AgesOfWomen {
  readonly rate: number | undefined
}

/** Sums over age groups are undefined as soon as one group has no rate: a gap is no zero. */
function total(rates: readonly FertilityRate[], weight: (ages: AgesOfWomen, index: number) => number): number | undefined {
  let result = 0
  for (const [index, ages] of rates.entries()) {
    if (ages.rate === undefined) return undefined
    result += quantity(ages.rate, 'a fertility rate') * weight(ages, index)
  }
  return result
}

/**
 * Age-specific fertility rates: births ÷ woman-years of each group, per woman and year.
 *
 * Source: Preston, Heuveline & Guillot, *Demography* (2001), ch. 5.
 */
export function ageSpecificFertility(groups: readonly BirthsByAge[]): readonly FertilityRate[] {
  return groups.map(({ from, width, births, womanYears }) => ({
    from: quantity(from, 'an age'),
    width: quantity(width, 'a width'),
    rate: quotient(quantity(births, 'births'), quantity(womanYears, 'woman-years')),
  }))
}

/** Person-years of women of 15–49 under which reports show no fertility by age: 1,000 women through three years. */
const FEWEST_WOMAN_YEARS = 3_000

/** Whether rates by age of these groups are worth showing. */
export function enoughWomen(groups: readonly BirthsByAge[]): boolean {
  const fertile = groups.filter(({ from, width }) => from >= 15 && from + width <= 50)
  return sum(fertile.map(({ womanYears }) => quantity(womanYears, 'woman-years'))) >= FEWEST_WOMAN_YEARS
}

/**
 * General fertility rate: births per 1,000 woman-years of 15–49. Undefined where there is no such woman.
 *
 * Source: Preston, Heuveline & Guillot 2001, ch. 5; it is the crude birth rate ÷ the share of women of 15–49 in the population.
 */
export function generalFertilityRate(births: number, womanYears: number): number | undefined {
  return per(1000, quantity(births, 'births'), quantity(womanYears, 'woman-years'))
}

/**
 * Total fertility rate: children per woman, Σ width × rate (5 × Σ ASFR for five-year groups).
 *
 * Source: Preston, Heuveline & Guillot 2001, ch. 5.
 */
export function totalFertilityRate(rates: readonly FertilityRate[]): number | undefined {
  return total(rates, ({ width }) => width)
}

/** The share of girls among births, 0–1, that goes with a sex ratio at birth in boys per 100 girls. */
export function shareOfGirls(boysPer100Girls: number): number {
  return 100 / (100 + quantity(boysPer100Girls, 'a sex ratio'))
}

/**
 * Gross reproduction rate: daughters per woman if none of the women died before 50: total fertility rate × share of girls (0–1).
 *
 * Source: Preston, Heuveline & Guillot 2001, ch. 5, the share of girls being the same at every age of the mother.
 */
export function grossReproductionRate(rates: readonly FertilityRate[], girls: number): number | undefined {
  const children = totalFertilityRate(rates)
  return children === undefined ? undefined : children * girls
}

/**
 * Net reproduction rate: daughters per newborn girl under this fertility and this mortality, Σ rate × share of girls × ₙLₓ ÷ l₀.
 * `personYears` has the ₙLₓ of the female life table for each group of `rates`, in the same order, per newborn girl (l₀ = 1).
 * @throws RangeError when the two lists differ in length, or more is lived in a group than it is wide.
 *
 * Source: Preston, Heuveline & Guillot 2001, ch. 5.
 */
export function netReproductionRate(rates: readonly FertilityRate[], personYears: readonly number[], girls: number): number | undefined {
  if (rates.length !== personYears.length) throw new RangeError(`${personYears.length} person-years for ${rates.length} fertility rates`)
  const daughters = total(rates, ({ width }, index) => {
    const lived = quantity(personYears[index] ?? Number.NaN, 'person-years')
    if (lived > width) throw new RangeError(`${lived} person-years lived in ${width} ages: not per newborn girl`)
    return lived
  })
  return daughters === undefined ? undefined : daughters * girls
}

/**
 * Mean age at childbearing in years, of the rates and so of no particular age structure: Σ (middle of the group × width × rate) ÷ Σ (width
 * × rate). Undefined without a birth, or where a group has no rate.
 *
 * Source: Preston, Heuveline & Guillot 2001, ch. 5; UN *World Population Prospects*, glossary.
 */
export function meanAgeAtChildbearing(rates: readonly FertilityRate[]): number | undefined {
  const children = totalFertilityRate(rates)
  const years = total(rates, ({ from, width }) => (from + width / 2) * width)
  return children === undefined || years === undefined ? undefined : quotient(years, children)
}
