/** Yearly chances of coming, going and moving: nothing was found that could be used, all from memory. */
export const MIGRATION = {
  source: 'memory',
  status: 'memory',
  /** Somebody never married or single leaves, by completed age. */
  leavesAlone: [
    { from: 17, below: 25, rate: 0.05 },
    { from: 25, below: 35, rate: 0.025 },
    { from: 35, below: 60, rate: 0.004 },
  ],
  /** A household leaves with all of its people. */
  householdLeaves: 0.006,
  /** Households that arrive, to the households there are. */
  householdArrives: 0.009,
  /** Somebody who left comes back. */
  comesBack: 0.06,
  /** An adult goes away for a while; somebody away is back. */
  goesAway: 0.012,
  isBack: 0.5,
  /** A young family of a house of three generations sets up its own. */
  splits: 0.015,
  /** Somebody alone moves to a relative's in the same area. */
  movesIn: 0.01,
  /** A couple without children takes a child in. */
  adopts: 0.002,
} as const;
