/** Marital state of people of 15 and over, in per cent. */
export const MARITAL_15_PLUS = {
  source: 'General Statistics Office, Population Change and Family Planning Survey 1 April 2020, as told by viet-jo.com, March 2022',
  status: 'found',
  female: { 'never-married': 18.9, married: 67.1, widowed: 11, divorced: 2.6, separated: 0.4 },
  male: { 'never-married': 27.6, married: 68.3, widowed: 2, divorced: 1.8, separated: 0.3 },
} as const;

/** Women by five-year age group from 15 to 85 and over: shares by age are from memory, laid so that the totals of 15+ come out as found. */
export const WOMEN_BY_MARITAL = {
  source: 'memory',
  status: 'memory',
  'never-married': [0.93, 0.57, 0.22, 0.1, 0.07, 0.06, 0.055, 0.055, 0.055, 0.05, 0.05, 0.05, 0.04, 0.04, 0.04],
  widowed: [0, 0, 0.003, 0.008, 0.015, 0.026, 0.045, 0.075, 0.12, 0.18, 0.27, 0.39, 0.52, 0.66, 0.82],
  divorced: [0.001, 0.012, 0.025, 0.034, 0.04, 0.042, 0.04, 0.035, 0.03, 0.025, 0.02, 0.015, 0.01, 0.008, 0.005],
  separated: [0, 0.002, 0.004, 0.005, 0.006, 0.006, 0.006, 0.005, 0.005, 0.004, 0.003, 0.002, 0.002, 0, 0],
} as const;

/** How many years a husband is older than his wife: from memory (in 2019 men married first at 27.2, women at 23.1, found: census, kehoachviet.com). */
export const AGE_GAP = { source: 'memory', status: 'memory', mean: 3, deviation: 3.2, least: -6, most: 16 } as const;

/** Women who were ever married and have borne no child, by five-year age group from 15 to 45 and over: from memory. */
export const CHILDLESS_WIVES = { source: 'memory', status: 'memory', shares: [0.5, 0.28, 0.11, 0.05, 0.035, 0.03, 0.03] } as const;

/** Yearly chances, from memory: a never-married woman marries, by five-year age group from 15 to 45; a couple parts. */
export const MARRIAGE_FLOW = {
  source: 'memory',
  status: 'memory',
  bride: [0.025, 0.14, 0.17, 0.1, 0.05, 0.02, 0.01],
  divorce: 0.003,
  separation: 0.001,
} as const;
