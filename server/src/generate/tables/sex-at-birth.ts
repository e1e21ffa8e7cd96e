/** Boys born to one girl (tỷ số giới tính khi sinh), by year of birth. */
const SEX_AT_BIRTH = {
  source: 'United Nations, World Population Prospects 2024 (CC BY 3.0 IGO), sex ratio at birth, Viet Nam',
  status: 'found',
  byYear: [
    [2019, 1.115],
    [2020, 1.121],
    [2021, 1.12],
    [2022, 1.111],
    [2023, 1.109],
  ],
} as const;

/** Boys to one girl in a year; the nearest known for other years. */
export function sexRatioAtBirth(year: number): number {
  const [first, ...later] = SEX_AT_BIRTH.byYear;
  return later.reduce<number>((ratio, [known, found]) => (known <= year ? found : ratio), first[1]);
}
