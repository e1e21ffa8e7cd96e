import { caseFolded } from './letters.ts'
import { isFoundBy, nameKey, type NameKey, queryKey } from './name-search.ts'

/**
 * Looking up provinces, districts and communes by what one types of their names.
 *
 * 1. As people are looked up (name-search.ts): by beginnings of words, without marks or with them, the tone wherever it is written.
 * 2. What is said in short on addresses is understood: "TP. Huế", "P. Hòa Bình", "Q.1", "TT Liên Sơn", "TP.HCM".
 * 3. What follows a comma names the units above: "phường 12, quận gò vấp".
 * 4. Ð and ð (U+00D0, U+00F0), which some lists hold for Đ and đ, count as them here; "Phường 01" is "Phường 1".
 */
export interface UnitQuery {
  /** What is said of the unit itself. */
  readonly name: NameKey
  /** What is said of those above it, one for each comma. */
  readonly above: readonly NameKey[]
  /** The name with its type as it would be spelt in full, to be compared with a name's. */
  readonly spelling: string
}

export type UnitLevel = 'province' | 'district' | 'commune'

/** The types that a unit of each level has, as they stand before its name. */
export const UNIT_TYPES: Readonly<Record<UnitLevel, readonly string[]>> = {
  province: ['Tỉnh', 'Thành phố'],
  district: ['Quận', 'Huyện', 'Thị xã', 'Thành phố'],
  commune: ['Xã', 'Phường', 'Thị trấn', 'Đặc khu'],
}

const ALL_TYPES = [...new Set(Object.values(UNIT_TYPES).flat())]

/** Short forms at the beginning of a name. A single letter needs its dot or a number after it: "q 1" is a district, "h nam" may be anything. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^tp(?:\.\s*|\s+|(?=hcm))/u, 'thành phố '],
  [/^tx(?:\.\s*|\s+)/u, 'thị xã '],
  [/^tt(?:\.\s*|\s+)/u, 'thị trấn '],
  [/^[đd]k(?:\.\s*|\s+)/u, 'đặc khu '],
  [/^p(?:\.\s*|\s*(?=\d))/u, 'phường '],
  [/^q(?:\.\s*|\s*(?=\d))/u, 'quận '],
  [/^h\.\s*/u, 'huyện '],
  [/^x\.\s*/u, 'xã '],
  [/^t\.\s*/u, 'tỉnh '],
]

function inFull(part: string): string {
  const folded = caseFolded(part).replaceAll('ð', 'đ').trim()
  const short = SHORT.find(([form]) => form.test(folded))
  const full = short === undefined ? folded : folded.replace(short[0], short[1])
  return full.replace(/(?<![\p{L}\p{M}\p{N}])hcm(?![\p{L}\p{M}\p{N}])/u, 'hồ chí minh').replaceAll(/(?<![\p{L}\p{M}\p{N}])0+(?=\d)/gu, '')
}

/** The words of a unit's name, to be found by `isUnitNamed`. */
export function unitNameKey(name: string): NameKey {
  return nameKey(inFull(name))
}

/** What is typed, read once for many names. */
export function unitQuery(typed: string): UnitQuery {
  const [name = '', ...above] = typed.split(',').map(inFull)
  return { name: queryKey(name), above: above.map(queryKey).filter((key) => key.length > 0), spelling: unitSpelling(name) }
}

/** Whether a unit of that name is meant, as far as what is said of the unit itself goes. */
export function isUnitNamed(name: NameKey, { name: asked }: UnitQuery): boolean {
  return isFoundBy(name, asked)
}

/** Whether each thing said of the units above fits one of their names. */
export function isBelow(above: readonly NameKey[], { above: asked }: UnitQuery): boolean {
  return asked.every((key) => above.some((name) => isFoundBy(name, key)))
}

/** The same for two spellings of one name, whatever their case, composition and place of the tone. */
export function unitSpelling(name: string): string {
  return nameKey(inFull(name))
    .map(({ bare, qualities, tones }) => `${bare}${qualities.join('')}${tones.join('')}`)
    .join(' ')
}

/** The words without marks, a space around each, as a database looks for the beginning of one: `LIKE '% hoa%'`. */
export function unitSearchText(name: string): string {
  return ` ${unitNameKey(name)
    .map(({ bare }) => bare)
    .join(' ')} `
}

/** The beginnings of words that a unit's search text must hold, longest first. */
export function searchWords({ name }: UnitQuery): string[] {
  return name.map(({ bare }) => bare).sort((a, b) => b.length - a.length)
}

/** The type that a name begins with ("Phường", "Thành phố"); undefined for a name without one. */
export function findUnitType(name: string): string | undefined {
  const folded = caseFolded(name)
  return ALL_TYPES.find((type) => folded.startsWith(`${caseFolded(type)} `))
}

/** How well a name answers, 0 best: the very name, the name without its type, the same without marks, one that begins so. */
export function unitRank(name: string, { spelling, name: asked }: UnitQuery): number {
  const bare = name.slice(findUnitType(name)?.length ?? 0).trim()
  if (unitSpelling(name) === spelling) return 0
  if (unitSpelling(bare) === spelling) return 1
  const words = asked.map((word) => word.bare).join(' ')
  return [name, bare].some((text) => unitSearchText(text).trim() === words) ? 2 : 3
}
