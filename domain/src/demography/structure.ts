import { per, quantity, sum } from './quantity.ts'

export interface Person {
  /** Completed years. */
  readonly age: number
  readonly sex: 'male' | 'female'
}

/** Persons of one age group of a pyramid; `to` is the last age in completed years, undefined for the open group. */
export interface PyramidGroup {
  readonly from: number
  readonly to: number | undefined
  readonly male: number
  readonly female: number
}

/** Five-year groups 0–4, 5–9, … and an open one from 65 or later, in order of age; made by `pyramidOf` or `pyramidFrom`. */
export type Pyramid = readonly PyramidGroup[]

const WIDTH = 5

/**
 * The pyramid of a table of five-year groups: males and females of 0–4, 5–9, …, the last pair being open upwards.
 * @throws RangeError where the lists differ in length, the open group starts below 65, or a count is negative.
 */
export function pyramidFrom(males: readonly number[], females: readonly number[]): Pyramid {
  const last = males.length - 1
  if (females.length !== males.length) throw new RangeError(`${males.length} groups of males, ${females.length} of females`)
  if (last * WIDTH < 65) throw new RangeError(`a pyramid has its open group at 65 or later, not at ${last * WIDTH}`)
  return males.map((male, index) => ({
    from: index * WIDTH,
    to: index === last ? undefined : index * WIDTH + WIDTH - 1,
    male: quantity(male, 'males'),
    female: quantity(females[index] ?? Number.NaN, 'females'),
  }))
}

/**
 * The pyramid of people by age and sex, counted in five-year groups up to an open one.
 * @throws RangeError for a negative age, or an open group below 65 or not at a multiple of five.
 */
export function pyramidOf(people: Iterable<Person>, openFrom = 85): Pyramid {
  if (openFrom % WIDTH !== 0) throw new RangeError(`no five-year group starts at ${openFrom}`)
  const empty = (): number[] => Array.from({ length: openFrom / WIDTH + 1 }, () => 0)
  const counts = { male: empty(), female: empty() }
  for (const { age, sex } of people) {
    const group = Math.floor(Math.min(quantity(age, 'an age'), openFrom) / WIDTH)
    counts[sex][group] = (counts[sex][group] ?? 0) + 1
  }
  return pyramidFrom(counts.male, counts.female)
}

/** Persons of both sexes from one age up to, not including, another; both at the edge of a group. */
function persons(pyramid: Pyramid, from: number, below = Number.POSITIVE_INFINITY): number {
  return sum(pyramid.filter((group) => group.from >= from && group.from < below).map(({ male, female }) => male + female))
}

/** Shares of the population, each 0–1, together 1. */
export interface AgeShares {
  readonly under15: number
  readonly from15to64: number
  readonly from65: number
}

/** Shares of 0–14, 15–64 and 65 and over; undefined where there is nobody. Source: Tổng cục Thống kê, "cơ cấu dân số theo nhóm tuổi". */
export function ageShares(pyramid: Pyramid): AgeShares | undefined {
  const all = persons(pyramid, 0)
  if (all === 0) return undefined
  return { under15: persons(pyramid, 0, 15) / all, from15to64: persons(pyramid, 15, 65) / all, from65: persons(pyramid, 65) / all }
}

/** Dependants per 100 persons of 15–64. */
export interface Dependency {
  readonly child: number
  readonly old: number
  readonly total: number
}

/**
 * Dependency ratios per 100 persons of 15–64: children of 0–14, the old of 65 and over, and both. Undefined where there is nobody of 15–64.
 *
 * Source: Tổng cục Thống kê, Tổng điều tra dân số và nhà ở 2019, "Tỷ số phụ thuộc" (chung, trẻ em, người già).
 */
export function dependency(pyramid: Pyramid): Dependency | undefined {
  const working = persons(pyramid, 15, 65)
  const [child, old] = [per(100, persons(pyramid, 0, 15), working), per(100, persons(pyramid, 65), working)]
  return child === undefined || old === undefined ? undefined : { child, old, total: child + old }
}

/**
 * Ageing index: the old per 100 children of 0–14. Undefined where there are no children.
 * The old are those of 60 and over, as Vietnam's census and its Law on the Elderly have it; international tables count from 65.
 *
 * Sources: Tổng cục Thống kê, census 2019, "Chỉ số già hoá"; for 65 Siegel & Swanson, *The Methods and Materials of Demography* (2004), ch.
 * 7.
 */
export function ageingIndex(pyramid: Pyramid, oldFrom: 60 | 65 = 60): number | undefined {
  return per(100, persons(pyramid, oldFrom), persons(pyramid, 0, 15))
}

/**
 * Sex ratio of a population: males per 100 females; undefined where there are no females.
 *
 * Source: Tổng cục Thống kê, "Tỷ số giới tính của dân số".
 */
export function sexRatio(pyramid: Pyramid): number | undefined {
  return per(100, sum(pyramid.map(({ male }) => male)), sum(pyramid.map(({ female }) => female)))
}

/** The sex ratio of an age group, males per 100 females. */
export interface SexRatioOfAges {
  readonly from: number
  readonly to: number | undefined
  readonly ratio: number | undefined
}

/** The sex ratio of each age group; undefined in a group without females. */
export function sexRatiosByAge(pyramid: Pyramid): readonly SexRatioOfAges[] {
  return pyramid.map(({ from, to, male, female }) => ({ from, to, ratio: per(100, male, female) }))
}
