import type { Sex } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { Ages } from '@sotay/domain/reports/age-sex'

const ROWS: Partial<Record<Ages['code'], string>> = {
  '0+': 'Dân số theo nhóm tuổi và giới tính tính đến cuối kỳ',
  '15-49': 'Số phụ nữ từ 15–49 tuổi tính đến cuối kỳ',
  '60+': 'Số người từ 60 tuổi trở lên tính đến cuối kỳ',
}

const SEXES: Record<Sex, string> = { male: 'nam', female: 'nữ' }

const rowOf = ({ code, from, below }: Ages): string => ROWS[code] ?? (below === undefined ? `${from} tuổi trở lên` : `${from}–${below - 1} tuổi`)
const ofSex = (ages: Ages, sex: Sex | undefined): string => (sex === undefined || ages.only !== undefined ? rowOf(ages) : `${rowOf(ages)}, ${SEXES[sex]}`)

/** What 03-DSX shows besides the rows of all three forms, and who is behind row 18. */
export const yearVi = {
  ages: {
    title: 'Dân số theo nhóm tuổi và giới tính',
    item: 'Tuổi và giới tính',
    sexes: { both: 'Chung', male: 'Nam', female: 'Nữ' },
    row: rowOf,
    /** Those of one sex in a row. */
    of: ofSex,
    /** The same where it stands without the table's title. */
    alone: (ages: Ages, sex: Sex | undefined) => (ROWS[ages.code] === undefined ? `Dân số ${ofSex(ages, sex)}` : ofSex(ages, sex)),
  },
  collaborators: { list: 'Cộng tác viên trong con số' },
}
export type YearWords = typeof yearVi
