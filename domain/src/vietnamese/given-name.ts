/** Before a name of the highlands: H' a woman's, Y a man's (Ê Đê, Mnông), K' (Cơ Ho); with an apostrophe of any kind, or apart. */
const NAMED_FIRST = /^(?:[HK]['‘’ʼ]\p{L}\S*|(?:Y|[HK]['‘’ʼ]) \S+)/u

/**
 * The given name of a full name, to be proposed and corrected by who knows better: of "Nguyễn Thị Mai" it is Mai, but "H'Hen Niê" is called H'Hen and
 * "Y Bhăm Êban" Y Bhăm, for there the name stands before the clan.
 * @returns in NFC; empty for a name without words
 */
export function guessGivenName(full: string): string {
  const words = full.normalize('NFC').trim().split(/\s+/)
  return NAMED_FIRST.exec(words.join(' '))?.[0] ?? words.at(-1) ?? ''
}
