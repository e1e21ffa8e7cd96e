import type { Context, History } from '../../kernel/decide.ts'
import type { AnyFact } from '../../kernel/fact.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { type PartialDate, presumedDay } from '../../kernel/partial-date.ts'
import { ageOn } from '../../kernel/plain-date.ts'
import { block, type Problem, warn } from '../../kernel/problem.ts'
import { packFor } from '../../packs/in-force.ts'
import { personBefore, personKnown } from '../known.ts'
import type { DivorceReported, MarriageReported, Party, SeparationReported } from '../marriage-facts.ts'
import { areasOf, spouseIn } from '../person.ts'
import { lifetimeProblems } from './lifetime.ts'

type Side = 'wife' | 'husband'

/** A wedding of two people of whom one at least is of this book, neither married to somebody else who is alive (domain.md §4 "marriage"). */
export function judgeMarriage(fact: MarriageReported, history: History, _context: Context): Problem[] {
  const { wife, husband } = fact.data
  const ids = [wife, husband].flatMap((party) => (party.kind === 'person' ? [party.person] : []))
  if (ids.length === 2 && ids[0] === ids[1]) return [block('own-relative', 'data.husband')]
  const strangers = ofBookProblems(fact, ids, history)
  if (strangers.length > 0) return strangers
  return [...partyProblems(fact, 'wife', wife, husband, history), ...partyProblems(fact, 'husband', husband, wife, history)]
}

/** Living apart, or a divorce, of people who are married as far as is known. */
export function judgeParting(fact: SeparationReported | DivorceReported, history: History, _context: Context): Problem[] {
  const { wife, husband } = fact.data
  const ids = [wife, husband].filter((id) => id !== undefined)
  if (ids.length === 2 && ids[0] === ids[1]) return [block('own-relative', 'data.husband')]
  const strangers = ofBookProblems(fact, ids, history)
  if (strangers.length > 0) return strangers
  return ids.flatMap((id) => {
    const at = id === wife ? 'data.wife' : 'data.husband'
    const before = personBefore(history, id, fact)
    const last = before.unions.at(-1)
    const isMarried = last !== undefined && last.to === undefined
    return [...lifetimeProblems(fact, id, history, at), ...(isMarried ? [] : [warn('not-married', at)])]
  })
}

/** Everybody named is known, and somebody is of the book in which it is noted. */
function ofBookProblems(fact: AnyFact, ids: readonly PersonId[], history: History): Problem[] {
  if (ids.length === 0) return [block('nobody-of-book', 'data')]
  const people = ids.map((id) => personKnown(history, id))
  if (people.some(({ status }) => status === 'unopened')) return [block('subject-unknown', 'about')]
  return people.some((person) => areasOf(person).includes(fact.area)) ? [] : [block('subject-elsewhere', 'about')]
}

function partyProblems(fact: MarriageReported, side: Side, party: Party, other: Party, history: History): Problem[] {
  const at = `data.${side}`
  if (party.kind === 'elsewhere') return party.born === undefined ? [] : youngProblems(fact, side, party.born, at)
  const person = personKnown(history, party.person)
  if (person.status === 'unopened') return []
  return [
    ...lifetimeProblems(fact, party.person, history, at),
    ...sexProblems(side, person.sex, at),
    ...marriedProblems(fact, party.person, other, history, at),
    ...youngProblems(fact, side, person.born, at),
  ]
}

function sexProblems(side: Side, sex: 'male' | 'female', at: string): Problem[] {
  if (side === 'wife' && sex === 'male') return [warn('wife-is-a-man', at)]
  return side === 'husband' && sex === 'female' ? [warn('husband-is-a-woman', at)] : []
}

function marriedProblems(fact: MarriageReported, id: PersonId, other: Party, history: History, at: string): Problem[] {
  const before = personBefore(history, id, fact)
  const last = before.unions.at(-1)
  if (last === undefined || last.to !== undefined) return []
  const spouse = spouseIn(before, last)
  if (spouse === undefined) return [warn('already-married', at)]
  if (other.kind === 'person' && other.person === spouse) return [warn('married-already', at, { on: last.from })]
  return personBefore(history, spouse, fact).status === 'dead' ? [] : [warn('already-married', at)]
}

/** Tảo hôn is counted, so the birth date that makes it one is asked about. */
function youngProblems(fact: MarriageReported, side: Side, born: PartialDate, at: string): Problem[] {
  const age = ageOn(presumedDay(born), fact.occurredOn)
  const least = packFor(fact.occurredOn).marriageAge[side]
  return age < least ? [warn('under-marriage-age', at, { age, least })] : []
}
