import { quantity, quotient } from './quantity.ts'
import { type DeathRate, yearsLivedByTheDying, type YearsLivedRule } from './years-lived-by-the-dying.ts'

/** One age group of a period life table, from exact age `from` to `from + width` (`undefined`: open). */
export interface LifeTableRow {
  readonly from: number
  readonly width: number | undefined
  /** ₙmₓ, deaths per person-year. */
  readonly mx: number
  /** ₙaₓ, years lived in the group by those who die in it. */
  readonly ax: number
  /** ₙqₓ, the probability 0–1 to die in the group for who reaches it; of the first group × 1,000 it is the infant mortality rate. */
  readonly qx: number
  /** lₓ, survivors at exact age `from` of as many newborns as the radix. */
  readonly lx: number
  /** ₙdₓ, deaths in the group. */
  readonly dx: number
  /** ₙLₓ, person-years lived in the group. */
  readonly Lx: number
  /** Tₓ, person-years lived from exact age `from` on. */
  readonly Tx: number
  /** eₓ, life expectancy in years at exact age `from`; undefined where nobody reaches it. */
  readonly ex: number | undefined
}

/** Person-years from each age on (Tₓ), and life expectancy there in years (eₓ; undefined where nobody is left). */
export interface Expectancy {
  readonly Tx: number
  readonly ex: number | undefined
}

/**
 * Tₓ and eₓ of a life table, of a cohort or a period, from its survivors lₓ and person-years ₙLₓ by age group.
 * @throws RangeError where the two differ in length.
 *
 * Source: Preston, Heuveline & Guillot, *Demography* (2001), ch. 3: Tₓ = Σ ₙLₐ over a ≥ x, eₓ = Tₓ ÷ lₓ.
 */
export function expectancies(survivors: readonly number[], personYears: readonly number[]): readonly Expectancy[] {
  if (survivors.length !== personYears.length) throw new RangeError(`${survivors.length} survivors, ${personYears.length} person-years`)
  let above = 0
  return survivors
    .map((lx, index) => ({ lx: quantity(lx, 'survivors'), Lx: quantity(personYears[index] ?? Number.NaN, 'person-years') }))
    .reverse()
    .map(({ lx, Lx }) => {
      above += Lx
      return { Tx: above, ex: quotient(above, lx) }
    })
    .reverse()
}

type Closed = Pick<LifeTableRow, 'mx' | 'ax' | 'qx'>

/** ₙqₓ = n·m ÷ (1 + (n − a)·m); where the rate is so high that nobody would leave the group alive, all die, 1 ÷ m years after they came. */
function closed(mx: number, ax: number, width: number): Closed {
  if (ax * mx >= 1) return { mx, ax: 1 / mx, qx: 1 }
  return { mx, ax, qx: (width * mx) / (1 + (width - ax) * mx) }
}

/**
 * An abridged period life table from death rates by age, or undefined where nobody died in the open group: nothing tells how long people
 * live in it. `rates` start at age 0, ascend, and end with the open group. `ax` is a named rule, or ₙaₓ in years for each group but the
 * open one, where it is 1 ÷ M. Small numbers make wild tables: it is meant for a province and above.
 * @throws RangeError for negative rates, ages out of order, fewer than two groups, or ₙaₓ that do not fit the groups.
 *
 * Source: Preston, Heuveline & Guillot 2001, ch. 3 (box 3.1): ₙqₓ, lₓ₊ₙ = lₓ(1 − ₙqₓ), ₙLₓ = n·lₓ₊ₙ + ₙaₓ·ₙdₓ, ∞Lₓ = lₓ ÷ ∞mₓ.
 */
export function lifeTable(
  rates: readonly DeathRate[],
  ax: YearsLivedRule | readonly number[],
  radix = 100_000,
): readonly LifeTableRow[] | undefined {
  const open = checkedOpenGroup(rates)
  if (open.rate === 0) return undefined
  const years = 'rule' in ax ? yearsLivedByTheDying(rates, ax) : ax
  if (years.length !== rates.length - 1) throw new RangeError(`${years.length} ₙaₓ for ${rates.length - 1} closed groups`)

  let lx = quantity(radix, 'a radix')
  const rows = rates.map(({ from, rate }, index) => {
    const next = rates[index + 1]
    const width = next === undefined ? undefined : next.from - from
    const row = width === undefined ? { mx: rate, ax: 1 / rate, qx: 1 } : closed(rate, within(years[index], width), width)
    const dx = lx * row.qx
    const left = lx - dx
    const Lx = width === undefined || row.qx === 1 ? lx * row.ax : width * left + row.ax * dx
    const result = { from, width, ...row, lx, dx, Lx }
    lx = left
    return result
  })
  const ahead = expectancies(
    rows.map((row) => row.lx),
    rows.map((row) => row.Lx),
  )
  return rows.map((row, index) => ({ ...row, Tx: ahead[index]?.Tx ?? 0, ex: ahead[index]?.ex }))
}

function checkedOpenGroup(rates: readonly DeathRate[]): DeathRate {
  for (const [index, { from, rate }] of rates.entries()) {
    quantity(rate, 'a death rate')
    const before = rates[index - 1]?.from
    if (before === undefined ? from !== 0 : !(from > before)) throw new RangeError(`age group out of order: ${from}`)
  }
  const open = rates.at(-1)
  if (open === undefined || rates.length < 2) throw new RangeError('a life table has two age groups or more')
  return open
}

function within(years: number | undefined, width: number): number {
  if (years === undefined || !(years >= 0 && years <= width)) throw new RangeError(`ₙaₓ of ${years} in a group of ${width} years`)
  return years
}
