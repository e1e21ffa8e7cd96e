import type { Sex } from '@sotay/domain/packs/tt01-2022/code-lists';

/** Deaths a person-year by age and sex: under 1, 1–4, then by five years to 95–99, and 100+. */
const MORTALITY = {
  source: 'United Nations, World Population Prospects 2024 (CC BY 3.0 IGO), abridged life tables, Viet Nam, 2020–2025, column mx',
  status: 'found',
  from: [0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100],
  male: [0.01794899, 0.00147249, 0.00120174, 0.00088246, 0.0016974, 0.00245743, 0.00247554, 0.00270547, 0.00304907, 0.00388381, 0.00511348, 0.00797964, 0.01074693, 0.01701193, 0.02696853, 0.04297894, 0.07028089, 0.11470182, 0.18839364, 0.29004219, 0.44268192, 0.59049908],
  female: [0.01234492, 0.00114509, 0.00040858, 0.0003274, 0.00050713, 0.00070831, 0.00081345, 0.0008977, 0.00107931, 0.00159583, 0.00209998, 0.00325993, 0.00440356, 0.00712855, 0.01229469, 0.0213737, 0.037312, 0.0665558, 0.11485078, 0.18574432, 0.28536328, 0.44115883],
} as const;

/** The death rate (a year) at a completed age. */
export function deathRate(sex: Sex, age: number): number {
  const at = age < 1 ? 0 : age < 5 ? 1 : Math.min(Math.floor(age / 5) + 1, MORTALITY.from.length - 1);
  return MORTALITY[sex][at] ?? 0;
}
