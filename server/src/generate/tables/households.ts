/** Households of Viet Nam by make-up, 2014. The seven kinds sum to 20,945,770, which is 27,994 short of the total printed. */
export const HOUSEHOLD_TYPES = {
  source: 'Ministry of Culture, Sports and Tourism, family statistics 2014',
  status: 'found',
  twoGenerations: 11_608_677,
  motherWithChildren: 1_423_555,
  fatherWithChildren: 639_640,
  threeGenerations: 4_336_879,
  coupleAlone: 1_757_345,
  single: 650_261,
  other: 529_413,
} as const;

/** People to a household. */
export const HOUSEHOLD_SIZE = { source: 'Census 2019, preliminary result (Xinhua, 11 July 2019)', status: 'found', mean: 3.5 } as const;

/** Shares of who lives how, all from memory. */
export const RESIDENCE = {
  source: 'memory',
  status: 'memory',
  temporary: 0.05,
  noneOrUnknown: 0.012,
  away: 0.035,
  staying: 0.006,
  withoutPapers: 0.03,
  /** Of households of an area of some size: one collective household. */
  collective: 0.5,
} as const;
