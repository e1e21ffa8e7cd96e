/**
 * A count, a duration or a rate, as it was given.
 * @throws RangeError when it is negative or not finite: an error of the program, for nothing in the data counts so.
 */
export function quantity(value: number, of: string): number {
  if (!Number.isFinite(value) || value < 0) throw new RangeError(`${of} cannot be ${value}`)
  return value
}

/** Part ÷ whole; undefined where that is no number, as when the whole is 0. */
export function quotient(part: number, whole: number): number | undefined {
  const result = part / whole
  return Number.isFinite(result) ? result : undefined
}

/** Part ÷ whole × a base, such as per 100 or per 1,000; undefined where the whole is 0. */
export function per(base: number, part: number, whole: number): number | undefined {
  return quotient(part * base, whole)
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
