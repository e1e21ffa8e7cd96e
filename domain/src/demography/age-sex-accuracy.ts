import { per, quantity, quotient, sum } from './quantity.ts'

function mean(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined)
  return known.length === values.length ? quotient(sum(known), known.length) : undefined
}

/**
 * Age ratio score of one sex, from persons in five-year groups in order of age, the open group left out: the mean distance from 100 of the
 * ratios 100 × twice a group ÷ the sum of its two neighbours, over all groups but the first and the last. 0 where numbers change evenly
 * with age. Undefined with fewer than three groups, or where both neighbours of a group are empty.
 *
 * Source: United Nations, "Accuracy tests for census age distributions tabulated in five-year and ten-year groups", *Population Bulletin* 2
 * (1952) 59.
 */
export function ageRatioScore(counts: readonly number[]): number | undefined {
  const groups = counts.map((count) => quantity(count, 'persons'))
  const ratios = groups.slice(1, -1).map((count, index) => per(100, 2 * count, (groups[index] ?? 0) + (groups[index + 2] ?? 0)))
  return mean(ratios.map((ratio) => (ratio === undefined ? undefined : Math.abs(ratio - 100))))
}

/**
 * Sex ratio score, from males and females in five-year groups in order of age, the open group left out: the mean change, up or down, of the
 * sex ratio (males per 100 females) from one group to the next. Undefined with fewer than two groups, or where a group has no females.
 * @throws RangeError where the two lists differ in length.
 *
 * Source: United Nations 1952, as above.
 */
export function sexRatioScore(males: readonly number[], females: readonly number[]): number | undefined {
  if (males.length !== females.length) throw new RangeError(`${males.length} groups of males, ${females.length} of females`)
  const ratios = males.map((male, index) => per(100, quantity(male, 'males'), quantity(females[index] ?? Number.NaN, 'females')))
  return mean(
    ratios.slice(1).map((ratio, index) => {
      const before = ratios[index]
      return ratio === undefined || before === undefined ? undefined : Math.abs(ratio - before)
    }),
  )
}

/**
 * UN age–sex accuracy index ("joint score") of a population in five-year groups without the open one: 3 × sex ratio score + the age ratio
 * scores of both sexes. UN scale: under 20 accurate, 20–40 inaccurate, above 40 highly inaccurate. It is made for nations: a small
 * population scores high by chance, and no correction for its size is made. Undefined where one of its scores is.
 * @throws RangeError where the two lists differ in length.
 *
 * Source: United Nations 1952, as above; *Manual II: Methods of Appraisal of Quality of Basic Data for Population Estimates* (1955), ch. 3.
 */
export function ageSexAccuracyIndex(males: readonly number[], females: readonly number[]): number | undefined {
  const [sexes, male, female] = [sexRatioScore(males, females), ageRatioScore(males), ageRatioScore(females)]
  return sexes === undefined || male === undefined || female === undefined ? undefined : 3 * sexes + male + female
}
