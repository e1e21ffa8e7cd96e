import type { P0Section } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { P0CellWords } from '@sotay/domain/reports/p0-cell'
import type { P0Column } from '@sotay/domain/reports/p0-table'
import { P0_CELL_WORDS, P0_HEADS, P0_NOTE, P0_TITLES } from '@sotay/domain/reports/p0-words'

export interface P0Words {
  readonly section: (no: P0Section) => string
  readonly heads: Readonly<Record<P0Column, string>>
  readonly cells: P0CellWords
  readonly note: string
}

/** The eleven lists of P0/CTV: titles, columns and what stands in them exactly as on paper. */
export const p0Vi: P0Words = { section: (no) => `${no}. ${P0_TITLES[no]}`, heads: P0_HEADS, cells: P0_CELL_WORDS, note: P0_NOTE }
