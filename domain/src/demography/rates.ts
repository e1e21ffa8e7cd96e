import { per, quantity } from './quantity.ts'

/** The population counted on one day; `day` is a number of days since any fixed day. */
export interface PopulationCount {
  readonly day: number
  readonly persons: number
}

/**
 * The mean population of the time between the first and the last count: persons, by the trapezoid through all counts.
 * Of two counts it is (start + end) ÷ 2; of a single one, that one.
 * @throws RangeError without a count, or where the days do not ascend.
 *
 * Source: Preston, Heuveline & Guillot, *Demography* (2001), ch. 1: person-years lived as the area under the curve of the population.
 */
export function meanPopulation(counts: readonly PopulationCount[]): number {
  let [personDays, days] = [0, 0]
  for (const [index, { day, persons }] of counts.entries()) {
    quantity(persons, 'a population')
    const before = counts[index - 1]
    if (before === undefined) continue
    if (!(day > before.day)) throw new RangeError(`counts of the population out of order: ${before.day}, ${day}`)
    personDays += ((before.persons + persons) / 2) * (day - before.day)
    days += day - before.day
  }
  const [first] = counts
  if (first === undefined) throw new RangeError('no count of the population')
  return days === 0 ? first.persons : personDays / days
}

/**
 * Crude rate of a whole year: events per 1,000 person-years, from events and the mean population of the year in persons.
 * With births it is the crude birth rate, with deaths the crude death rate. Undefined where nobody lived.
 *
 * Sources: Tổng cục Thống kê, "Tỷ suất sinh thô" (CBR = B ÷ P × 1000, P the average population); Preston, Heuveline & Guillot 2001, ch. 1.
 */
export function crudeRate(events: number, mean: number): number | undefined {
  return per(1000, quantity(events, 'events'), quantity(mean, 'a mean population'))
}

/**
 * Crude rate of a month or a quarter "quy năm": events per 1,000 person-years, from the events in so many days and the mean population of
 * those days. It is the rate of a year that went on like these days, × 365 ÷ days; it has the chance of a few events in it and stands
 * beside no target of a year. Undefined where nobody lived.
 * @throws RangeError for a period without days.
 *
 * Source: Preston, Heuveline & Guillot 2001, ch. 1: occurrences ÷ person-years, a period of days being days ÷ 365 of a year.
 */
export function annualisedRate(events: number, mean: number, days: number): number | undefined {
  if (quantity(days, 'days') === 0) throw new RangeError('a period without days')
  return per((1000 * 365) / days, quantity(events, 'events'), quantity(mean, 'a mean population'))
}

/**
 * Natural increase of a whole year: (births − deaths) per 1,000 person-years, negative where more died. Undefined where nobody lived.
 *
 * Source: Preston, Heuveline & Guillot 2001, ch. 1: the balancing equation without migration; crude birth rate − crude death rate.
 */
export function naturalIncrease(births: number, deaths: number, mean: number): number | undefined {
  return per(1000, quantity(births, 'births') - quantity(deaths, 'deaths'), quantity(mean, 'a mean population'))
}

/**
 * Infant mortality rate of a year: deaths under one year of age per 1,000 live births of the same year. Undefined without a birth.
 * Where a life table is at hand, 1,000 × its ₁q₀ is the same thing by cohort.
 *
 * Source: Preston, Heuveline & Guillot 2001, ch. 2: the conventional approximation of ₁q₀.
 */
export function infantMortalityRate(deathsUnderOne: number, liveBirths: number): number | undefined {
  return per(1000, quantity(deathsUnderOne, 'deaths'), quantity(liveBirths, 'births'))
}
