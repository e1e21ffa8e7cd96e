import { AGE_ROWS, ageFigures } from '@sotay/domain/reports/age-sex';
import type { Ages } from '@sotay/domain/reports/age-sex';
import type { DsxReport } from '@sotay/domain/wire/reports';

/** A row of the age–sex structure as it is printed; every row is composed. */
export type AgeTableRow = {
  readonly no: string;
  readonly text: string;
  /** Both sexes, men, women, of the whole and then of each area; null where a row counts women only. */
  readonly counts: readonly (number | null)[];
};

/** What 03-DSX adds to the rows that all three forms have; none for a month or a quarter. */
export function ageTable(report: DsxReport): AgeTableRow[] {
  const { structure } = report;
  if (structure === undefined) return [];
  const columns = [structure, ...report.areas.flatMap((area) => area.structure ?? [])];
  return AGE_ROWS.map(({ no, ages }) => ({
    no,
    text: textOf(no, ages),
    counts: columns.flatMap((column) => {
      const { both, male, female } = ageFigures(column, ages);
      return [both, male ?? null, female];
    }),
  }));
}

const TEXTS: Readonly<Record<string, string>> = {
  '19': 'Dân số theo nhóm tuổi và giới tính tính đến cuối kỳ',
  '20': 'Số phụ nữ từ 15–49 tuổi tính đến cuối kỳ',
  '21': 'Số người từ 60 tuổi trở lên tính đến cuối kỳ',
};

function textOf(no: string, { from, below }: Ages): string {
  return TEXTS[no] ?? (below === undefined ? `  ${from} tuổi trở lên` : `  ${from}–${below - 1} tuổi`);
}
