import { type Problem, warn } from '../kernel/problem.ts'
import { bareNumber, nationalIdProblems, type NotedOfPerson, readNationalId } from './national-id.ts'
import { provincesOfCode } from './province-codes.ts'

/**
 * The number of a health-insurance card (thẻ BHYT), in the three forms that are in people's hands:
 *
 * - `card`, 15 characters (Quyết định 1351/QĐ-BHXH 2015): group of the insured (2 letters), level of benefit (1–5), province that issued it (2), and the
 *   insured's own number (10, since Công văn 3340/BHXH-ST 2017);
 * - `code`, those last 10 alone: the card since 1 April 2021 (Quyết định 1666/QĐ-BHXH 2020) and VssID;
 * - `personal`, the 12 digits of the căn cước, which replace the 10 since 1 August 2025 (Công văn 1804/BHXH-QLT).
 */
export type InsuranceNumber =
  | {
      readonly kind: 'card'
      /** DN, GD, HT, TE …: the list grows by decree, so any two letters are one. */
      readonly group: string
      readonly level: string
      readonly issuer: Issuer
      readonly own: string
    }
  | { readonly kind: 'code'; readonly own: string }
  | { readonly kind: 'personal'; readonly digits: string }
  | { readonly kind: 'unreadable'; readonly why: 'characters' | 'length' }

/** `names` as of `provincesOfCode`: two where the code changed hands in 2025. */
export type Issuer =
  | { readonly kind: 'province'; readonly code: string; readonly names: readonly string[] }
  | { readonly kind: 'forces' | 'unknown'; readonly code: string }

/** No province's: the army's (97), the police's (98), the central office's (99), as told in the field; no decree read. */
const FORCES = /^9[789]$/

export interface NotedWithId extends NotedOfPerson {
  readonly nationalId?: string
}

/** What a number says. Never throws and never refuses; of a card the parts are returned as they stand, odd or not. */
export function readInsuranceNumber(text: string): InsuranceNumber {
  const bare = bareNumber(text)
  if (!/^[A-Z0-9]*$/.test(bare)) return { kind: 'unreadable', why: 'characters' }
  if (bare.length === 15) {
    return { kind: 'card', group: bare.slice(0, 2), level: bare.slice(2, 3), issuer: issuerOf(bare.slice(3, 5)), own: bare.slice(5) }
  }
  if (bare.length !== 10 && bare.length !== 12) return { kind: 'unreadable', why: 'length' }
  if (!/^\d+$/.test(bare)) return { kind: 'unreadable', why: 'characters' }
  return bare.length === 10 ? { kind: 'code', own: bare } : { kind: 'personal', digits: bare }
}

function issuerOf(code: string): Issuer {
  if (FORCES.test(code)) return { kind: 'forces', code }
  const names = provincesOfCode(code)
  return names.length > 0 ? { kind: 'province', code, names } : { kind: 'unknown', code }
}

/** Whether two numbers are one insured's: 10 and 15 characters agree by the last 10; what cannot be read is only the same as itself. */
export function isSameInsured(a: string, b: string): boolean {
  return insuredBy(a) === insuredBy(b)
}

function insuredBy(text: string): string {
  const read = readInsuranceNumber(text)
  switch (read.kind) {
    case 'card':
    case 'code':
      return read.own
    case 'personal':
      return read.digits
    case 'unreadable':
      return bareNumber(text)
  }
}

/**
 * What is odd about a number: warnings `at` `insuranceNumber`; where it is a personal number, also what that contradicts, `at` `sex` or `born`.
 * @param noted of the holder; a personal number must be the national id noted
 */
export function insuranceProblems(text: string, noted: NotedWithId): Problem[] {
  const at = 'insuranceNumber'
  const read = readInsuranceNumber(text)
  switch (read.kind) {
    case 'unreadable':
      return [read.why === 'length' ? warn('insurance-length', at, { length: bareNumber(text).length }) : warn('insurance-digits', at)]
    case 'code':
      return []
    case 'personal': {
      const id = noted.nationalId === undefined ? undefined : readNationalId(noted.nationalId)
      if (id?.kind === 'cccd') return id.digits === read.digits ? [] : [warn('insurance-other-id', at)]
      return nationalIdProblems(text, noted).map((one) => (one.at === 'nationalId' ? { ...one, at } : one))
    }
    case 'card':
      return [
        ...(/^[A-Z]{2}$/.test(read.group) ? [] : [warn('insurance-group', at, { group: read.group })]),
        ...(/^[1-5]$/.test(read.level) ? [] : [warn('insurance-level', at, { level: read.level })]),
        ...(read.issuer.kind === 'unknown' ? [warn('insurance-province', at, { place: read.issuer.code })] : []),
        ...(/^\d{10}$/.test(read.own) ? [] : [warn('insurance-digits', at)]),
      ]
  }
}
