/**
 * The given name that a full name probably ends with, to be proposed and corrected by who knows better: of "Nguyễn Thị Mai" it is Mai, but
 * "H'Hen Niê" is called H'Hen.
 * @returns the last word in NFC; empty for a name without words
 */
export function guessGivenName(full: string): string {
  return full.normalize('NFC').trim().split(/\s+/).at(-1) ?? ''
}
