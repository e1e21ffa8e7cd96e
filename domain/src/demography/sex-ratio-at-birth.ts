import { quantity } from './quantity.ts'

/** Fewer births than this make a ratio that says next to nothing: screens show it greyed, with its interval. */
const CERTAIN_FROM = 1_000

/** How the interval was made: both are of the proportion of boys, its two limits turned into ratios. */
export type IntervalMethod = 'wald' | 'wilson'

/**
 * Boys per 100 girls among live births, with its 95 % interval in the same unit, or why there is none: nobody was born, or no girl.
 * `uncertain` under 1,000 births.
 */
export type SexRatioAtBirth =
  | { readonly kind: 'no-births' }
  | { readonly kind: 'no-girls'; readonly boys: number }
  | {
      readonly kind: 'ratio'
      readonly ratio: number
      readonly low: number
      readonly high: number
      readonly method: IntervalMethod
      readonly uncertain: boolean
    }

/** The 97.5 % point of the normal distribution. */
const Z = 1.959_963_984_540_054

/** The Wald interval has two limits inside (0, 1) where each sex has more births than Z² = 3.84; the usual rule asks for five. */
const WALD_FROM = 5

/** The normal approximation p ± z √(p(1 − p) ÷ n): Laplace 1812, method 1 of Newcombe, *Statistics in Medicine* 17 (1998) 857. */
function wald(share: number, births: number): readonly [number, number] {
  const half = Z * Math.sqrt((share * (1 - share)) / births)
  return [share - half, share + half]
}

/** The score interval: Wilson, *JASA* 22 (1927) 209, method 3 of Newcombe 1998. It holds for a handful of births too. */
function wilson(share: number, births: number): readonly [number, number] {
  const zz = Z ** 2 / births
  const half = Z * Math.sqrt((share * (1 - share) + zz / 4) / births)
  // Without a boy the lower limit is 0, which rounding would miss.
  return [share === 0 ? 0 : (share + zz / 2 - half) / (1 + zz), (share + zz / 2 + half) / (1 + zz)]
}

/**
 * The sex ratio at birth of a period from its live-born boys and girls (whole numbers, or weighted ones). The interval is Wald's where each
 * sex has five births or more: a ratio of 105 in 100 births means 71–157 (Wilson and the logarithm of the ratio say 71–155). Below that
 * Wald promises what nobody knows, down to "0–0" where no boy was born, and Wilson's takes its place.
 * @throws RangeError for a negative count.
 *
 * Source of the ratio: Tổng cục Thống kê, "Tỷ số giới tính khi sinh" (male ÷ female live births × 100 in the period, usually a year).
 */
export function sexRatioAtBirth(boys: number, girls: number): SexRatioAtBirth {
  const births = quantity(boys, 'boys') + quantity(girls, 'girls')
  if (births === 0) return { kind: 'no-births' }
  if (girls === 0) return { kind: 'no-girls', boys }
  const method = Math.min(boys, girls) < WALD_FROM ? 'wilson' : 'wald'
  const [low, high] = (method === 'wald' ? wald : wilson)(boys / births, births)
  return { kind: 'ratio', ratio: (boys / girls) * 100, low: odds(low), high: odds(high), method, uncertain: births < CERTAIN_FROM }
}

/** Boys per 100 girls where this share of the newborn are boys. */
function odds(share: number): number {
  return (share / (1 - share)) * 100
}
