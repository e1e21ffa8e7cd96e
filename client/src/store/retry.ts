const FIRST_MS = 2_000
const CEILING_MS = 5 * 60_000

/**
 * How long to wait before asking the service again: twice as long after each failure up to five minutes, the last half of it by chance so that
 * phones that lost the service together do not come back together.
 * @param failures in a row, 1 or more
 * @param chance in [0, 1)
 * @param asked milliseconds that the service asked to wait
 */
export function waitAfter(failures: number, chance: number, asked = 0): number {
  const full = Math.min(CEILING_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20))
  return Math.max(Math.round(full / 2 + (full / 2) * chance), asked)
}
