import type { Ages, Sex } from '@sotay/domain/reports/age-sex'

const ROWS: Partial<Record<Ages['code'], string>> = {
  '0+': 'Dân số theo nhóm tuổi và giới tính tính đến cuối kỳ',
  '15-49': 'Số phụ nữ từ 15–49 tuổi tính đến cuối kỳ',
  '60+': 'Số người từ 60 tuổi trở lên tính đến cuối kỳ',
}

const SEXES: Record<Sex, string> = { male: 'nam', female: 'nữ' }

/** What 03-DSX shows besides the rows of all three forms, and who is behind row 18. */
export const yearVi = {
  ages: {
    title: 'Dân số theo nhóm tuổi và giới tính',
    item: 'Tuổi và giới tính',
    sexes: { both: 'Chung', male: 'Nam', female: 'Nữ' },
    row: ({ code, from, below }: Ages) => ROWS[code] ?? (below === undefined ? `${from} tuổi trở lên` : `${from}–${below - 1} tuổi`),
    /** Those of one sex in a row. */
    of: (row: string, sex: Sex | undefined) => (sex === undefined ? row : `${row}, ${SEXES[sex]}`),
  },
  collaborators: { list: 'Cộng tác viên trong con số' },
}
export type YearWords = typeof yearVi
