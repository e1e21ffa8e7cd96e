/** Women who have given birth, by five-year age group (15–19, …, 45–49) and live-born children: 1, 2, 3, 4, 5 or more. */
export const MOTHERS_BY_PARITY = {
  source: 'General Statistics Office, Population Change and Family Planning Survey 1 April 2013, table 19, two of the six regions',
  status: 'found',
  from: [15, 20, 25, 30, 35, 40, 45],
  redRiverDelta: [
    [19_823, 757, 333, 0, 0],
    [211_409, 68_742, 3_062, 281, 0],
    [287_695, 313_540, 32_066, 2_529, 117],
    [147_595, 443_363, 84_906, 9_552, 688],
    [69_627, 472_324, 121_968, 20_897, 3_431],
    [63_615, 440_681, 143_929, 32_518, 6_624],
    [66_719, 355_951, 163_983, 36_500, 11_448],
  ],
  northCentralAndCoast: [
    [37_260, 3_668, 308, 0, 0],
    [214_570, 68_353, 3_856, 1_288, 461],
    [275_065, 256_707, 36_544, 7_421, 806],
    [145_254, 364_331, 112_516, 24_288, 5_207],
    [68_979, 351_994, 169_254, 53_913, 20_287],
    [55_723, 305_750, 209_551, 81_033, 37_887],
    [45_641, 206_637, 185_849, 100_614, 66_542],
  ],
} as const;

/** Mothers of both regions together at a completed age, by children: 1, 2, 3, 4, 5 or more; from 50 on as at 45–49. */
export function mothersByParity(age: number): readonly number[] {
  const group = Math.min(Math.max(Math.floor((age - 15) / 5), 0), MOTHERS_BY_PARITY.from.length - 1);
  const north = MOTHERS_BY_PARITY.redRiverDelta[group] ?? [];
  const central = MOTHERS_BY_PARITY.northCentralAndCoast[group] ?? [];
  return north.map((mothers, at) => mothers + (central[at] ?? 0));
}
