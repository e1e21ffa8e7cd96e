/** How a collaborator works, from memory: shares, and times a year. */
export const WORK = {
  source: 'memory',
  status: 'memory',
  /** Notes made more than ten days after what they tell (issue "Foundation", §6). */
  late: 0.15,
  /** Notes that the officer makes at the station. */
  byOfficer: 0.03,
  visitsToHousehold: 1.2,
  suppliesToUser: 3,
  counselling: 6,
  elderExamined: 0.4,
  changes: 0.02,
  newbornScreened: 0.75,
  prenatalScreened: { '12': 0.6, '21': 0.7 },
  premaritalExamined: 0.35,
  taskDone: 0.8,
} as const;

/** Mistakes made and put right later, from memory: chances a note. */
export const MISTAKES = {
  source: 'memory',
  status: 'memory',
  birth: 0.03,
  death: 0.04,
  openingYear: 0.006,
  householdNumber: 0.01,
  /** Of an area, a year: a departure noted of people who had only gone to the fields; somebody entered twice. */
  departure: 0.8,
  twice: 0.4,
} as const;

/** Pregnancies that do not end in a live birth, and how, from memory. */
export const PREGNANCY_LOSS = { source: 'memory', status: 'memory', share: 0.14, miscarriage: 0.5, abortion: 0.45, stillbirth: 0.05, twins: 0.011 } as const;
