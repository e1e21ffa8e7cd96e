import type { Sex } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { Ages } from '@sotay/domain/reports/age-sex'
import type { YearWords } from './office-year-vi.ts'

const ROWS: Partial<Record<Ages['code'], string>> = {
  '0+': 'Population by age and sex at the end of the period',
  '15-49': 'Women of 15–49 at the end of the period',
  '60+': 'People of 60 and over at the end of the period',
}

const rowOf = ({ code, from, below }: Ages): string => ROWS[code] ?? (below === undefined ? `Aged ${from} and over` : `Aged ${from}–${below - 1}`)
const ofSex = (ages: Ages, sex: Sex | undefined): string => (sex === undefined || ages.only !== undefined ? rowOf(ages) : `${rowOf(ages)}, ${sex === 'male' ? 'men' : 'women'}`)

/** The same in English. */
export const yearEn: YearWords = {
  ages: {
    title: 'Population by age and sex',
    item: 'Age and sex',
    sexes: { both: 'Both', male: 'Men', female: 'Women' },
    row: rowOf,
    of: ofSex,
    alone: (ages, sex) => (ROWS[ages.code] === undefined ? `Population, ${ofSex(ages, sex).toLowerCase()}` : ofSex(ages, sex)),
  },
  collaborators: { list: 'Collaborators in this number' },
}
