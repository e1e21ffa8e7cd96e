import * as z from 'zod/mini'

/** Control characters (Unicode Cc) but line feed: nothing a person types, and what breaks terminals and spreadsheets. */
const CONTROL = /[^\P{Cc}\n]/u
/** Half a character: it cannot be written as UTF-8, so it would not come back as it was sent. */
const HALF = /\p{Surrogate}/u

/**
 * Text from a person: 1 to `max` UTF-16 units once brought to NFC and freed of outer spaces; no control characters, no half characters.
 * HTML, SQL and every letter are just text; who shows it escapes it.
 */
export function text(max: number) {
  return z.pipe(
    z.pipe(
      z.string().check(z.maxLength(max * 4)),
      z.transform((value: string) => value.normalize('NFC').trim()),
    ),
    z.string().check(
      z.minLength(1),
      z.maxLength(max),
      z.refine((value) => !CONTROL.test(value) && !HALF.test(value)),
    ),
  )
}
