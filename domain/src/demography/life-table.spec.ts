import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectancies, lifeTable, type LifeTableRow } from './life-table.ts'
import { yearsLivedByTheDying, type YearsLivedRule } from './years-lived-by-the-dying.ts'

const abridged = (rates: readonly number[]) => rates.map((rate, index) => ({ from: index < 2 ? index : 5 * (index - 1), rate }))
const column = (table: readonly LifeTableRow[] | undefined, of: keyof LifeTableRow) => (table ?? []).map((row) => row[of] ?? Number.NaN)
function near(actual: readonly number[], expected: readonly number[], within: number): void {
  expect(actual).toHaveLength(expected.length)
  for (const [index, value] of expected.entries())
    expect(Math.abs((actual[index] ?? Number.NaN) - value), `row ${index}`).toBeLessThanOrEqual(within)
}
const greville = (sex: YearsLivedRule['sex']): YearsLivedRule => ({ rule: 'greville', sex })

// United Nations, Model Life Tables for Developing Countries (1982), p. 34; also in timriffe/DemoTools, test-lt_abridged.R.
const un1982 = abridged([
  0.23669, 0.04672, 0.00982, 0.00511, 0.00697, 0.01036, 0.01169, 0.01332, 0.01528, 0.01757, 0.02092, 0.02517, 0.03225, 0.04241, 0.06056,
  0.08574, 0.1184, 0.16226, 0.23745,
])
const un1982Expectancies = [
  35, 42.901, 47.19, 44.438, 40.523, 36.868, 33.691, 30.567, 27.5, 24.485, 21.504, 18.599, 15.758, 13.08, 10.584, 8.466, 6.729, 5.312,
  4.211,
]
// United Nations, MORTPAK (1988), p. 82; also in timriffe/DemoTools, test-lt_abridged.R.
const mortpak = abridged([
  0.12846, 0.02477, 0.00603, 0.0034, 0.00417, 0.00513, 0.00581, 0.00645, 0.00725, 0.00813, 0.00913, 0.01199, 0.01647, 0.0256, 0.04047,
  0.06624, 0.10638, 0.19611,
])
const mortpakExpectancies = [
  49.997, 55.675, 57.245, 53.921, 49.803, 45.799, 41.922, 38.084, 34.249, 30.42, 26.578, 22.701, 18.945, 15.349, 12.095, 9.24, 6.903, 5.099,
]
// Preston, Heuveline & Guillot, Demography (2001), box 3.1, p. 49: Austria, males, 1992;
// also in ihmeuw-demographics/demCore, data-raw/austria_1992_lt.R.
const austria = {
  population: [
    47_925, 189_127, 234_793, 238_790, 254_996, 326_831, 355_086, 324_222, 269_963, 261_971, 238_011, 261_612, 181_385, 187_962, 153_832,
    105_169, 73_694, 57_512, 32_248,
  ],
  deaths: [419, 70, 36, 46, 249, 420, 403, 441, 508, 769, 1_154, 1_866, 2_043, 3_496, 4_366, 4_337, 5_279, 6_460, 6_146],
  ax: [0.068, 1.626, 2.5, 3.143, 2.724, 2.52, 2.481, 2.601, 2.701, 2.663, 2.698, 2.676, 2.645, 2.624, 2.619, 2.593, 2.518, 2.423],
  lx: [
    100_000, 99_133, 98_986, 98_910, 98_815, 98_334, 97_704, 97_151, 96_492, 95_588, 94_195, 91_937, 88_711, 83_845, 76_377, 66_225, 53_803,
    37_441, 21_134,
  ],
  dx: [867, 147, 76, 95, 481, 630, 553, 659, 904, 1_393, 2_258, 3_225, 4_867, 7_467, 10_152, 12_422, 16_362, 16_307, 21_134],
  Lx: [
    99_192, 396_183, 494_741, 494_375, 492_980, 490_106, 487_127, 484_175, 480_384, 474_686, 465_777, 452_188, 432_096, 401_480, 357_713,
    301_224, 228_404, 145_182, 110_889,
  ],
}
const austriaRates = abridged(austria.deaths.map((deaths, index) => deaths / (austria.population[index] ?? Number.NaN)))

// UN World Population Prospects (R package wpp2024, CC BY 3.0 IGO): Viet Nam 2005–2010, ages 0, 1, 5, …, 100+.
const vietnam = {
  male: abridged([
    0.02155741, 0.00182658, 0.00147832, 0.00103377, 0.00189654, 0.00274433, 0.00283977, 0.00307607, 0.00340739, 0.00424858, 0.00548058,
    0.00843257, 0.01139549, 0.01799757, 0.02843566, 0.04532307, 0.07405558, 0.12035125, 0.1931695, 0.29500034, 0.44744149, 0.60582753,
  ]),
  female: abridged([
    0.01459278, 0.00138206, 0.00044046, 0.00035758, 0.00055131, 0.00077358, 0.00091919, 0.00100949, 0.0011959, 0.00174362, 0.00227491,
    0.00353021, 0.00479906, 0.00782176, 0.01352237, 0.02359561, 0.04119004, 0.07265924, 0.12098977, 0.19340049, 0.29412527, 0.45534654,
  ]),
}

describe('an abridged life table', () => {
  it('is that of box 3.1, Austria, males, 1992, with the ₙaₓ printed there (Preston, Heuveline & Guillot 2001, p. 49)', () => {
    const table = lifeTable(austriaRates, austria.ax)
    near(column(table, 'lx'), austria.lx, 1)
    near(column(table, 'dx'), austria.dx, 1)
    near(column(table, 'Lx'), austria.Lx, 3)
    expect(table?.[0]?.ex).toBeCloseTo(72.889, 2)
    expect(table?.at(-1)).toMatchObject({ from: 85, width: undefined, qx: 1 })
    expect(table?.at(-1)?.ax).toBeCloseTo(5.247, 3)
  })
  it('is that of UN Model Life Tables 1982, p. 34, by Coale–Demeny and Greville', () => {
    near(column(lifeTable(un1982, greville('male')), 'ex'), un1982Expectancies, 0.004)
  })
  it('is that of UN MORTPAK 1988, p. 82, by Coale–Demeny and Greville', () => {
    near(column(lifeTable(mortpak, greville('female')), 'ex'), mortpakExpectancies, 0.005)
  })
  it('by the middles of the groups comes within 0.05 of a year of both', () => {
    near(column(lifeTable(un1982, { rule: 'midpoint', sex: 'male' }), 'ex'), un1982Expectancies, 0.05)
    near(column(lifeTable(mortpak, { rule: 'midpoint', sex: 'female' }), 'ex'), mortpakExpectancies, 0.05)
    expect(lifeTable(mortpak, { rule: 'midpoint', sex: 'female' })?.[5]?.ax).toBe(2.5)
  })
  it('closes with 1 ÷ M of the open group (UN 1982: 4.211, MORTPAK 1988: 5.099)', () => {
    expect(lifeTable(un1982, greville('male'))?.at(-1)?.ex).toBeCloseTo(4.211, 3)
    expect(lifeTable(mortpak, greville('female'))?.at(-1)?.ex).toBeCloseTo(5.099, 3)
  })
  it('of Viet Nam 2005–2010 has the mean published life expectancy of 2005–2009 (World Population Prospects 2024: 68.55 and 78.13 years)', () => {
    const atBirth = (sex: 'male' | 'female') => lifeTable(vietnam[sex], greville(sex))?.[0]?.ex ?? Number.NaN
    near([atBirth('male')], [(68.393 + 68.4768 + 68.5588 + 68.6324 + 68.7061) / 5], 0.1)
    near([atBirth('female')], [(77.9505 + 78.0493 + 78.1516 + 78.2129 + 78.2719) / 5], 0.1)
  })
  it('has the infant mortality rate in its first probability', () => {
    // 1,000 × 0.01794899 ÷ (1 + (1 − 0.0932) × 0.01794899), Viet Nam, males, 2020–2025.
    expect((lifeTable(abridged([0.01794899, 0.0015, 0.1]), greville('male'))?.[0]?.qx ?? Number.NaN) * 1000).toBeCloseTo(17.6615, 4)
  })
  it('has the radix asked for', () => {
    expect(lifeTable(mortpak, greville('female'), 1)?.[0]?.lx).toBe(1)
    near(column(lifeTable(mortpak, greville('female'), 1), 'ex'), column(lifeTable(mortpak, greville('female')), 'ex'), 1e-9)
  })
  it('is undefined where nobody died in the open group', () =>
    expect(lifeTable(abridged([0.02, 0.001, 0]), greville('both'))).toBeUndefined())
  it('goes on where nobody died in a closed one', () => {
    const table = lifeTable(abridged([0, 0, 0, 0, 0, 0.1]), greville('both'))
    expect(table?.[0]?.ex).toBeCloseTo(20 + 10, 10)
  })
  it('where a rate kills all in a group has nobody after it, and no expectancy there', () => {
    const table = lifeTable(abridged([0.01, 0.01, 0.8, 0.1, 0.1]), { rule: 'midpoint', sex: 'both' })
    expect(table?.[2]).toMatchObject({ qx: 1, ax: 1.25, ex: 1.25 })
    expect(table?.[3]).toMatchObject({ lx: 0, Tx: 0, ex: undefined })
  })
  it('takes ages from 0 in order, rates and years that can be', () => {
    const of = (rates: [number, number][], ax: YearsLivedRule | number[] = greville('both')) =>
      lifeTable(
        rates.map(([from, rate]) => ({ from, rate })),
        ax,
      )
    expect(() => of([])).toThrow(RangeError)
    expect(() => of([[0, 0.1]])).toThrow(RangeError)
    expect(() =>
      of([
        [1, 0.1],
        [5, 0.1],
      ]),
    ).toThrow(RangeError)
    expect(() =>
      of(
        [
          [0, 0.1],
          [5, 0.1],
          [1, 0.1],
        ],
        [0.1, 2],
      ),
    ).toThrow(RangeError)
    expect(() =>
      of(
        [
          [0, 0.1],
          [1, 0.1],
          [1, 0.1],
        ],
        [0.1, 0],
      ),
    ).toThrow(RangeError)
    expect(() =>
      of([
        [0, 0.1],
        [1, -0.1],
        [5, 0.1],
      ]),
    ).toThrow(RangeError)
    expect(() =>
      of([
        [0, 0.1],
        [5, 0.1],
        [10, 0.1],
      ]),
    ).toThrow(RangeError)
    expect(() =>
      of(
        [
          [0, 0.1],
          [1, 0.1],
          [5, 0.1],
        ],
        [0.1],
      ),
    ).toThrow(RangeError)
    expect(() =>
      of(
        [
          [0, 0.1],
          [1, 0.1],
          [5, 0.1],
        ],
        [0.1, 4.1],
      ),
    ).toThrow(RangeError)
    expect(() =>
      of(
        [
          [0, 0.1],
          [1, 0.1],
          [5, 0.1],
        ],
        [-0.1, 2],
      ),
    ).toThrow(RangeError)
  })
})

describe('always, a life table of any rates', () => {
  const rate = fc.double({ min: 0, max: 1.5, noNaN: true })
  const anyRates = fc
    .tuple(fc.array(rate, { minLength: 1, maxLength: 20 }), fc.double({ min: 0.001, max: 1.5, noNaN: true }))
    .map(([closed, open]) => abridged([...closed, open]))
  const anyRule = fc.record<YearsLivedRule>({
    rule: fc.constantFrom('greville', 'midpoint'),
    sex: fc.constantFrom('male', 'female', 'both'),
  })
  it('has survivors that never grow, deaths of everybody, and person-years that add up', () => {
    fc.assert(
      fc.property(anyRates, anyRule, (rates, rule) => {
        const table = lifeTable(rates, rule) ?? []
        expect(table).toHaveLength(rates.length)
        for (const [index, { lx, dx, qx, ax, Lx, width }] of table.entries()) {
          const after = table[index + 1]?.lx ?? 0
          expect(after).toBeLessThanOrEqual(lx)
          expect(after).toBeCloseTo(lx - dx, 6)
          expect(qx).toBeGreaterThanOrEqual(0)
          expect(qx).toBeLessThanOrEqual(1)
          if (width !== undefined) {
            expect(ax).toBeLessThanOrEqual(width)
            expect(Lx).toBeLessThanOrEqual(width * lx * (1 + 1e-12))
            expect(Lx).toBeGreaterThanOrEqual(width * after * (1 - 1e-12))
          }
        }
        const deaths = table.reduce((total, { dx }) => total + dx, 0)
        expect(deaths).toBeCloseTo(100_000, 4)
        expect((table.reduce((total, { Lx }) => total + Lx, 0) / (table[0]?.Tx ?? Number.NaN)).toFixed(9)).toBe('1.000000000')
      }),
    )
  })
  it('has finite figures, and the death rates it was made of', () => {
    fc.assert(
      fc.property(anyRates, anyRule, (rates, rule) => {
        for (const { mx, dx, Lx, ex, lx, ax, Tx } of lifeTable(rates, rule) ?? []) {
          for (const figure of [ax, lx, dx, Lx, Tx]) expect(Number.isFinite(figure)).toBe(true)
          expect(ex === undefined).toBe(lx === 0)
          if (ex !== undefined) expect(Number.isFinite(ex)).toBe(true)
          if (Lx > 1e-3) expect(dx / Lx).toBeCloseTo(mx, 6)
        }
      }),
    )
  })
  it('lengthens no life when a rate rises', () => {
    fc.assert(
      fc.property(anyRates, fc.nat(), (rates, at) => {
        const more = rates.map((one, index) => (index === at % rates.length ? { ...one, rate: one.rate * 1.2 + 0.001 } : one))
        const of = (some: typeof rates) => lifeTable(some, { rule: 'midpoint', sex: 'female' })?.[0]?.ex ?? Number.NaN
        expect(of(more)).toBeLessThanOrEqual(of(rates) + 1e-9)
      }),
    )
  })
})

describe('years lived by the dying', () => {
  const under5 = (sex: YearsLivedRule['sex'], infantRate: number) =>
    yearsLivedByTheDying(abridged([infantRate, 0.01, 0.001, 0.1]), greville(sex))
  it('under five are Coale and Demeny’s: 0.068 and 1.626 in box 3.1 (Preston, Heuveline & Guillot 2001, p. 49)', () => {
    near(yearsLivedByTheDying(austriaRates, greville('male')).slice(0, 2), [0.068, 1.626], 0.0006)
  })
  it('under five are those of table 3.3 on both sides of 0.107 (Preston, Heuveline & Guillot 2001, p. 48)', () => {
    near(under5('male', 0.05).slice(0, 2), [0.045 + 2.684 * 0.05, 1.651 - 2.816 * 0.05], 1e-12)
    near(under5('female', 0.05).slice(0, 2), [0.053 + 2.8 * 0.05, 1.522 - 1.518 * 0.05], 1e-12)
    near(under5('male', 0.107).slice(0, 2), [0.33, 1.352], 1e-12)
    near(under5('female', 0.107).slice(0, 2), [0.35, 1.361], 1e-12)
  })
  it('under five are the mean of the sexes for both (demCore, gen_u5_ax.R: 0.049 + 2.742 m and 1.5865 − 2.167 m; 0.340 and 1.3565)', () => {
    near(under5('both', 0.02).slice(0, 2), [0.049 + 2.742 * 0.02, 1.5865 - 2.167 * 0.02], 1e-9)
    near(under5('both', 0.2).slice(0, 2), [0.34, 1.3565], 1e-9)
  })
  it('by Greville are half of the group at 5–14, later where deaths mount', () => {
    const years = yearsLivedByTheDying(un1982, greville('male'))
    expect(years.slice(2, 4)).toEqual([2.5, 2.5])
    // 2.5 − 25/12 × (0.00697 − ln(0.01036 ÷ 0.00511) ÷ 10), at 15–19.
    expect(years[4]).toBeCloseTo(2.6327, 4)
  })
  it('by Greville are half of the group beside one of another width, without deaths, or too wild for it', () => {
    const at15 = (...rates: number[]) => yearsLivedByTheDying(abridged([0.01, 0.01, 0.001, ...rates]), greville('both'))[4]
    expect(at15(0, 0.01, 0.02, 0.1)).toBe(2.5)
    expect(at15(0.01, 0.01, 0, 0.1)).toBe(2.5)
    expect(at15(0.000001, 0.001, 1, 0.1)).toBe(2.5)
    const uneven = [0, 1, 5, 15, 20].map((from) => ({ from, rate: 0.01 * (from + 1) }))
    expect(yearsLivedByTheDying(uneven, greville('both'))[3]).toBe(2.5)
  })
  it('in single years of age are half a year, but for the first', () => {
    const single = [0, 1, 2, 3].map((from) => ({ from, rate: 0.01 }))
    expect(yearsLivedByTheDying(single, greville('male')).slice(1)).toEqual([0.5, 0.5])
  })
})

describe('a cohort', () => {
  it('of ten has the person-years and expectancies of its lifelines (Preston, Heuveline & Guillot 2001, fig. 3.1)', () => {
    // Worked out in hanowell/uwsoc533a, ch. 3.
    const survivors = [10, 9, 8, 8, 7, 6, 6, 6, 5, 3, 0]
    const lived = [9.07, 32.22, 40, 76.41, 62.12, 60, 60, 59.6, 36.96, 9.48, 0]
    const ahead = expectancies(survivors, lived)
    near(
      ahead.map(({ Tx }) => Tx),
      [445.86, 436.79, 404.57, 364.57, 288.16, 226.04, 166.04, 106.04, 46.44, 9.48, 0],
      0.005,
    )
    near(
      ahead.slice(0, -1).map(({ ex }) => ex ?? Number.NaN),
      [44.586, 48.53, 50.57, 45.57, 41.17, 37.67, 27.67, 17.67, 9.29, 3.16],
      0.005,
    )
    expect(ahead.at(-1)).toEqual({ Tx: 0, ex: undefined })
  })
  it('of ten has a period table of its own rates that gives it back (q₀ 0.1, m₀ 0.11)', () => {
    const [first] =
      lifeTable(
        [
          { from: 0, rate: 1 / 9.07 },
          { from: 1, rate: 1 },
        ],
        [0.07],
        10,
      ) ?? []
    expect(first?.qx).toBeCloseTo(0.1, 10)
    expect(first?.mx).toBeCloseTo(0.11, 2)
    expect(first?.Lx).toBeCloseTo(9.07, 10)
  })
  it('has as many survivors as person-years', () => {
    expect(() => expectancies([1, 1], [1])).toThrow(RangeError)
    expect(() => expectancies([-1], [1])).toThrow(RangeError)
  })
})
