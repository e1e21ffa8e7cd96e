import type { History } from '../../kernel/decide.ts'
import { type Problem, warn } from '../../kernel/problem.ts'
import { insuranceProblems, type NotedWithId } from '../../vietnamese/insurance-number.ts'
import { nationalIdProblems } from '../../vietnamese/national-id.ts'
import { readPhoneNumber } from '../../vietnamese/phone-number.ts'
import type { PersonChanged, PersonRegistered } from '../facts.ts'
import { personKnown } from '../known.ts'

/**
 * Numbers of people and homes: kept as told, compared with what is noted, never refused.
 *
 * 1. Every problem here warns.
 * 2. A number that is not told says nothing: missing papers never warn.
 * 3. Where number and note contradict one another either may be wrong: on the form that has both, the warning stands at what is noted of the person.
 */

/**
 * What the papers of an opening entry contradict.
 * @param path where the entry stands in the fact
 */
export function paperProblems(told: NotedWithId & Pick<PersonRegistered['data'], 'insuranceNumber'>, path: string): Problem[] {
  const { nationalId, insuranceNumber } = told
  const problems = [
    ...(nationalId === undefined ? [] : nationalIdProblems(nationalId, told)),
    ...(insuranceNumber === undefined ? [] : insuranceProblems(insuranceNumber, told)),
  ]
  return problems.map((one) => ({ ...one, at: `${path}.${one.at}` }))
}

/** What papers noted later contradict of the person known; sex and birth date are not on this form, so all stands at the number. */
export function changedNumberProblems({ data }: PersonChanged, history: History): Problem[] {
  const { nationalId, insuranceNumber } = data.new
  if (nationalId === undefined && insuranceNumber === undefined) return []
  const person = personKnown(history, data.person)
  const noted: NotedWithId = { ...(person.status === 'unopened' ? {} : person), ...data.new }
  return [
    ...(nationalId === undefined ? [] : nationalIdProblems(nationalId, noted).map((one) => ({ ...one, at: 'data.new.nationalId' }))),
    ...(insuranceNumber === undefined ? [] : insuranceProblems(insuranceNumber, noted).map((one) => ({ ...one, at: 'data.new.insuranceNumber' }))),
  ]
}

/** A household's phone that cannot ring: no number of Vietnam or abroad, or one with a prefix of before 2018. */
export function phoneProblems(phone: string | undefined): Problem[] {
  if (phone === undefined) return []
  const read = readPhoneNumber(phone)
  switch (read.kind) {
    case 'mobile':
      return read.renumbered === undefined ? [] : [warn('phone-renumbered', 'data.phone', { ...read.renumbered })]
    case 'landline':
    case 'abroad':
      return []
    case 'service':
    case 'unreadable':
      return [warn('phone-odd', 'data.phone')]
  }
}
