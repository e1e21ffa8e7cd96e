/** Live births a woman-year by age of the mother. The rates under 15 and from 50 (0.0003 and 0.0001) are left out: births there are rare and asked about. */
export const FERTILITY = {
  source: 'United Nations, World Population Prospects 2024 (CC BY 3.0 IGO), age-specific fertility, Viet Nam, 2023 (TFR 1.9125)',
  status: 'found',
  /** First completed year of each five-year group, 15 to 49. */
  from: [15, 20, 25, 30, 35, 40, 45],
  rates: [0.034462, 0.113251, 0.120059, 0.074392, 0.033773, 0.005485, 0.00068],
} as const;

/** The birth rate (a year) at a completed age. */
export function birthRate(age: number): number {
  return age < 15 || age >= 50 ? 0 : (FERTILITY.rates[Math.floor((age - 15) / 5)] ?? 0);
}
