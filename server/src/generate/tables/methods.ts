import type { Method } from '@sotay/domain/packs/tt01-2022/code-lists';

/** How couples with a wife of 15–49 prevent pregnancy. */
export const METHOD_USE = {
  source: 'General Statistics Office, Population Change and Family Planning Survey 1 April 2020, as told by the press (cafef.vn, doanhnghiepvaphapluat.vn): 12,945,384 users, of them IUD 5,864,259, pill 2,958,090, condom 2,259,891',
  status: 'found',
  /** Share of couples that use any method. */
  anyUse: 0.747,
  /** Share among users; the rest of 14.4 % is told as one. */
  shares: { iud: 0.453, pill: 0.229, condom: 0.175 },
} as const;

/** The rest of the users by method: written from memory, nowhere asserted. */
const OTHER_METHODS = {
  source: 'memory',
  status: 'memory',
  shares: { 'male-sterilisation': 0.002, 'female-sterilisation': 0.03, injection: 0.018, implant: 0.018, other: 0.075 },
} as const;

/** What ends use, a year, by method: written from memory, nowhere asserted. Sterilisation does not end. */
export const METHOD_ENDS: Readonly<Record<Method, number>> = {
  iud: 0.05,
  'male-sterilisation': 0,
  'female-sterilisation': 0,
  condom: 0.12,
  pill: 0.16,
  injection: 0.2,
  implant: 0.08,
  other: 0.15,
};

/** Methods with their shares among users, weights that sum to about one. */
export const METHOD_WEIGHTS: readonly (readonly [Method, number])[] = [
  ['iud', METHOD_USE.shares.iud],
  ['pill', METHOD_USE.shares.pill],
  ['condom', METHOD_USE.shares.condom],
  ['male-sterilisation', OTHER_METHODS.shares['male-sterilisation']],
  ['female-sterilisation', OTHER_METHODS.shares['female-sterilisation']],
  ['injection', OTHER_METHODS.shares.injection],
  ['implant', OTHER_METHODS.shares.implant],
  ['other', OTHER_METHODS.shares.other],
];
