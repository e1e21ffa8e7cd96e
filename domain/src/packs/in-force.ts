import { type Pack, packOn } from '../kernel/pack.ts'
import { type PlainDate, plainDate } from '../kernel/plain-date.ts'
import { tt01 } from './tt01-2022/pack.ts'

const PACKS: Parameters<typeof packOn>[0] = [{ from: plainDate('2022-03-01'), pack: tt01 }]

/** The rules by which this version counts, over all packs: their numbers go up together. Stored counts that bear another number are to be made again. */
export const RULES_VERSION = Math.max(...PACKS.map(({ pack }) => pack.rulesVersion))

/** The pack by which a fact of that day is judged and counted. */
export function packFor(day: PlainDate): Pack {
  return packOn(PACKS, day)
}
