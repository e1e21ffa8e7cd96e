import type { PartialDate } from '../kernel/partial-date.ts'
import { type Problem, warn } from '../kernel/problem.ts'
import { provincesOfCode } from './province-codes.ts'

/**
 * The number of a person (số định danh cá nhân, on the căn cước): 12 digits — where the birth was registered (3), century and sex (1), year of birth (2),
 * by chance (6). Nghị định 137/2015/NĐ-CP art. 13, Thông tư 07/2016/TT-BCA and 59/2021/TT-BCA. The old chứng minh nhân dân had 9 digits that say nothing.
 */
export type NationalId =
  | {
      readonly kind: 'cccd'
      readonly digits: string
      readonly place: RegistrationPlace
      readonly sex: 'male' | 'female'
      /** 20 for 1900–1999, 21 for 2000–2099 … */
      readonly century: number
      readonly birthYear: number
    }
  | { readonly kind: 'cmnd'; readonly digits: string }
  /** `zero-lost`: a spreadsheet took it for a number and dropped the zeros in front; `digits` then are the 12 it probably had. */
  | { readonly kind: 'unreadable'; readonly why: 'characters' | 'length' }
  | { readonly kind: 'unreadable'; readonly why: 'zero-lost'; readonly digits: string }

/**
 * Where the birth was registered, by the codes of that time. `names` are the provinces that the code may mean: two where the year of birth is 2025, when codes
 * changed hands. The Ministry gives countries three figures above those of provinces; they are not listed here.
 */
export type RegistrationPlace =
  | { readonly kind: 'province'; readonly code: string; readonly names: readonly string[] }
  | { readonly kind: 'country' | 'unknown'; readonly code: string }

/** What is noted of the person besides: all of it may be missing. */
export interface NotedOfPerson {
  readonly sex?: 'male' | 'female'
  readonly born?: PartialDate
  /** The year of birth is a guess. */
  readonly bornAbout?: boolean
}

/** A guess at a year of birth ("khoảng 1950") is contradicted from this many years on. */
const GUESS_YEARS = 10

/** The digits of a number as people write it: spaces, dots and dashes left out, full-width digits made plain. */
export function bareNumber(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[\s.-]/g, '')
}

/** What a number says. Never throws and never refuses: what it is not is told by `kind` and `why`. */
export function readNationalId(text: string): NationalId {
  const digits = bareNumber(text)
  if (!/^\d*$/.test(digits)) return { kind: 'unreadable', why: 'characters' }
  if (digits.length === 12) return readTwelve(digits)
  if (digits.length === 9) return { kind: 'cmnd', digits }
  if (/^[1-9]\d{9,10}$/.test(digits)) {
    const whole = digits.padStart(12, '0')
    if (readTwelve(whole).place.kind === 'province') return { kind: 'unreadable', why: 'zero-lost', digits: whole }
  }
  return { kind: 'unreadable', why: 'length' }
}

function readTwelve(digits: string): Extract<NationalId, { kind: 'cccd' }> {
  const half = Number(digits[3])
  const hundreds = 19 + Math.floor(half / 2)
  const birthYear = hundreds * 100 + Number(digits.slice(4, 6))
  return {
    kind: 'cccd',
    digits,
    place: placeOf(digits.slice(0, 3), birthYear),
    sex: half % 2 === 0 ? 'male' : 'female',
    century: hundreds + 1,
    birthYear,
  }
}

function placeOf(code: string, birthYear: number): RegistrationPlace {
  if (!code.startsWith('0')) return { kind: 'country', code }
  const names = provincesOfCode(code.slice(1), birthYear)
  return names.length > 0 ? { kind: 'province', code, names } : { kind: 'unknown', code }
}

/**
 * What is odd about a number, and where it contradicts what is noted of its holder: warnings `at` `nationalId` (the number itself), `sex` or `born`.
 * The year is compared; month and day are not in the number. A guessed year ("khoảng") is given ten years either way.
 */
export function nationalIdProblems(text: string, noted: NotedOfPerson): Problem[] {
  const id = readNationalId(text)
  switch (id.kind) {
    case 'cccd':
      return [
        ...(id.place.kind === 'unknown' ? [warn('national-id-province', 'nationalId', { start: id.place.code })] : []),
        ...(noted.sex === undefined || noted.sex === id.sex ? [] : [warn('national-id-sex', 'sex', { says: id.sex })]),
        ...yearProblems(id.birthYear, noted),
      ]
    case 'cmnd':
      return [warn('national-id-old', 'nationalId')]
    case 'unreadable':
      switch (id.why) {
        case 'characters':
          return [warn('national-id-digits', 'nationalId')]
        case 'zero-lost':
          return [warn('national-id-zero', 'nationalId')]
        case 'length':
          return [warn('national-id-length', 'nationalId', { length: bareNumber(text).length })]
      }
  }
}

function yearProblems(says: number, { born, bornAbout }: NotedOfPerson): Problem[] {
  if (born === undefined) return []
  const year = Number(born.slice(0, 4))
  const isContradicted = bornAbout === true ? Math.abs(says - year) >= GUESS_YEARS : says !== year
  return isContradicted ? [warn('national-id-year', 'born', { says, noted: year })] : []
}
