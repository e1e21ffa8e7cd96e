import { type Pack, packOn } from '../kernel/pack.ts'
import { type PlainDate, plainDate } from '../kernel/plain-date.ts'
import { tt01 } from './tt01-2022/pack.ts'

/** The pack by which a fact of that day is judged and counted. */
export function packFor(day: PlainDate): Pack {
  return packOn([{ from: plainDate('2022-03-01'), pack: tt01 }], day)
}
