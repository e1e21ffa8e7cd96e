import type { Sex } from '@sotay/domain/packs/tt01-2022/code-lists';

/** Population of Viet Nam by five-year age group (0–4, 5–9, …, 95–99, 100+) and sex on 1 July of a year, in thousands. */
export type AgeSexTable = { readonly year: number; readonly source: string; readonly status: 'found'; readonly thousands: Readonly<Record<Sex, readonly number[]>> };

const ESTIMATED = 'United Nations, World Population Prospects 2019 (CC BY 3.0 IGO), estimates, as in the R package wpp2019, tables popM and popF';
const PROJECTED = 'United Nations, World Population Prospects 2019 (CC BY 3.0 IGO), medium variant, as in the R package wpp2019, tables popMprojMed and popFprojMed';

/** By year. The 2024 revision publishes no table by age that could be read here; that of 2019 is the latest found. */
const AGE_SEX_TABLES: readonly [AgeSexTable, ...AgeSexTable[]] = [
  {
    year: 2015,
    source: ESTIMATED,
    status: 'found',
    thousands: {
      male: [4035.703, 3760.284, 3388.975, 3563.043, 4458.996, 4357.476, 3975.251, 3579.107, 3336.353, 3010.331, 2685.08, 2186.919, 1510.063, 798.248, 546.345, 427.599, 322.418, 162.388, 69.017, 19.617, 4.253],
      female: [3607.068, 3392.734, 3158.61, 3358.656, 4259.216, 4205.165, 3890.165, 3543.955, 3303.979, 2993.118, 2770.199, 2404.199, 1771.661, 1083.71, 816.139, 715.903, 607.376, 351.16, 174.292, 57.272, 15.039],
    },
  },
  {
    year: 2020,
    source: ESTIMATED,
    status: 'found',
    thousands: {
      male: [4164.842, 4004.759, 3734.036, 3364.847, 3500.183, 4363.621, 4278.909, 3915.663, 3525.539, 3266.831, 2907.946, 2530.1, 2012.144, 1339.456, 664.802, 422.995, 298.067, 193.013, 79.054, 25.681, 5.766],
      female: [3727.629, 3581.342, 3364.138, 3136.022, 3320.02, 4205.672, 4158.118, 3848.234, 3508.287, 3272.305, 2960.411, 2711.511, 2318.81, 1672.277, 987.156, 703.519, 562.519, 416.16, 195.571, 72.544, 18.084],
    },
  },
  {
    year: 2025,
    source: PROJECTED,
    status: 'found',
    thousands: {
      male: [3851.968, 4132.741, 3975.75, 3707.306, 3297.843, 3405.81, 4281.638, 4215.688, 3859.292, 3455.501, 3159.774, 2744.648, 2333.812, 1793.258, 1125.393, 518.985, 298.015, 180.789, 95.451, 29.904, 7.676],
      female: [3522.465, 3699.96, 3549.571, 3339.042, 3093.504, 3263.14, 4153.976, 4111.621, 3809.271, 3475.369, 3238.314, 2899.677, 2617.837, 2193.508, 1527.821, 854.805, 556.77, 388.808, 234.723, 82.448, 22.961],
    },
  },
  {
    year: 2030,
    source: PROJECTED,
    status: 'found',
    thousands: {
      male: [3604.875, 3823.474, 4105.151, 3949.795, 3641.79, 3210, 3337.553, 4221.436, 4157.533, 3785.809, 3348.134, 2993.185, 2544.708, 2094.87, 1523.534, 891.012, 370.704, 183.205, 90.29, 36.162, 9.036],
      female: [3369.593, 3497.033, 3669.757, 3525.499, 3298.184, 3040.027, 3216.95, 4109.571, 4072.735, 3775.141, 3440.175, 3174.908, 2804.881, 2483.785, 2012.616, 1330.495, 682.398, 388.868, 221.834, 100.041, 26.776],
    },
  },
  {
    year: 2035,
    source: PROJECTED,
    status: 'found',
    thousands: {
      male: [3267.862, 3579.743, 3798.387, 4080.6, 3886.995, 3556.555, 3147.83, 3291.636, 4167.224, 4083.323, 3676.184, 3184.969, 2791.877, 2303.112, 1801.802, 1225.541, 648.321, 232.472, 93.16, 34.595, 10.796],
      female: [3122.886, 3346.267, 3469.162, 3646.941, 3486.487, 3247.034, 2996.961, 3178.656, 4072.632, 4038.148, 3738.229, 3376.563, 3077.778, 2669.909, 2290.293, 1765.169, 1073.336, 482.913, 225.267, 96.046, 32.451],
    },
  },
];

/** The table of the year nearest to a year. */
export function ageSexTableFor(year: number): AgeSexTable {
  return AGE_SEX_TABLES.reduce((nearest, table) => (Math.abs(table.year - year) < Math.abs(nearest.year - year) ? table : nearest));
}
