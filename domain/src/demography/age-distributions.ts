import { quantity, quotient, sum } from './quantity.ts'

/** Shares in percent; undefined where there is nobody. */
function percent(counts: readonly number[]): readonly number[] | undefined {
  const all = sum(counts.map((count) => quantity(count, 'persons')))
  return all === 0 ? undefined : counts.map((count) => (count / all) * 100)
}

function checkSameGroups(one: readonly number[], other: readonly number[]): void {
  if (one.length !== other.length) throw new RangeError(`age distributions of ${one.length} and ${other.length} groups`)
}

/**
 * Index of dissimilarity of two age distributions, from persons or shares in the same groups: half of the sum of differences of their
 * percentages. 0 where they are alike, 100 where they have no age in common: the percent of one that would have to change its age.
 * Undefined where one is empty.
 * @throws RangeError where the groups differ in number.
 *
 * Source: Siegel & Swanson, *The Methods and Materials of Demography* (2004), ch. 7.
 */
export function indexOfDissimilarity(one: readonly number[], other: readonly number[]): number | undefined {
  checkSameGroups(one, other)
  const [shares, others] = [percent(one), percent(other)]
  if (shares === undefined || others === undefined) return undefined
  return sum(shares.map((share, index) => Math.abs(share - (others[index] ?? Number.NaN)))) / 2
}

/**
 * Index of relative difference of an age distribution from a standard one, from persons or shares in the same groups: half of the mean
 * distance from 100 of 100 × share ÷ share of the standard. Undefined where one is empty, or the standard lacks one of the ages.
 * @throws RangeError where the groups differ in number.
 *
 * Source: Siegel & Swanson 2004, ch. 7.
 */
export function indexOfRelativeDifference(standard: readonly number[], other: readonly number[]): number | undefined {
  checkSameGroups(standard, other)
  const [shares, others] = [percent(standard), percent(other)]
  if (shares === undefined || others === undefined) return undefined
  const distances = sum(shares.map((share, index) => Math.abs(100 * ((others[index] ?? Number.NaN) / share) - 100)))
  return quotient(distances, 2 * shares.length)
}
