import type { PlainDate } from '../kernel/plain-date.ts'
import type { Marital } from '../packs/tt01-2022/code-lists.ts'
import type { DivorceReported, MarriageReported, SeparationReported } from './marriage-facts.ts'
import type { Living, Person, Union, Wedding } from './person.ts'

const isMarried = (marital: Marital): boolean => marital === 'married' || marital === 'separated'

/** The unions of somebody who is opened: by the book, unless a wedding is noted already. A wedding noted before the opening says more than a blank. */
export function marriedAs(person: Living, from: PlainDate): Living {
  const last = person.unions.at(-1)
  const isNoted = last !== undefined && last.to === undefined
  if (isMarried(person.marital)) return isNoted ? person : { ...person, unions: [...person.unions, { from, byBook: true }] }
  return isNoted && person.marital === 'unknown' ? { ...person, marital: 'married' } : { ...person, unions: ended(person.unions, from) }
}

/** A wedding ends what was before; told again of the same two, or on the same day of somebody who lives elsewhere, it changes nothing. */
export function afterMarriage(person: Person, fact: MarriageReported): Person {
  const { wife, husband, consanguineous, examined } = fact.data
  const side = isSelf(wife, person) ? 'wife' : isSelf(husband, person) ? 'husband' : undefined
  if (side === undefined || person.status === 'dead') return person
  const spouse = side === 'wife' ? husband : wife
  const last = person.unions.at(-1)
  const known = last === undefined || last.to !== undefined ? undefined : last.byBook ? person.spouse : last.spouse
  const isToldAgain =
    spouse.kind === 'person' ? known === spouse.person : person.weddings.some((one) => one.on === fact.occurredOn && one.spouse.kind === 'elsewhere')
  if (isToldAgain) return person
  const wedding: Wedding = { fact: fact.id, on: fact.occurredOn, side, spouse, consanguineous, examined }
  const union: Union = { from: fact.occurredOn, byBook: false, ...(spouse.kind === 'person' ? { spouse: spouse.person } : {}) }
  const married = { ...person, weddings: [...person.weddings, wedding], unions: [...ended(person.unions, fact.occurredOn), union] }
  return married.status === 'living' ? { ...married, marital: 'married' } : married
}

function isSelf(party: MarriageReported['data']['wife'], person: Person): boolean {
  return party.kind === 'person' && party.person === person.id
}

/** Living apart ends nothing: "có chồng" all the same. */
export function afterSeparation(person: Person, { data }: SeparationReported): Person {
  const concerns = data.wife === person.id || data.husband === person.id
  return concerns && person.status === 'living' ? { ...person, marital: 'separated' } : person
}

/** A divorce counts once, however often it is told. */
export function afterDivorce(person: Person, { data, occurredOn: on }: DivorceReported): Person {
  const concerns = data.wife === person.id || data.husband === person.id
  if (!concerns || person.status !== 'living' || person.marital === 'divorced') return person
  return { ...person, marital: 'divorced', unions: ended(person.unions, on), divorces: [...person.divorces, on] }
}

/** A marital status told without a fact of its own: it begins or ends a union from that day. */
export function withMarital(person: Living, marital: Marital, on: PlainDate): Living {
  const last = person.unions.at(-1)
  const isOpen = last !== undefined && last.to === undefined
  if (!isMarried(marital)) return { ...person, marital, unions: ended(person.unions, on) }
  return isOpen ? { ...person, marital } : { ...person, marital, unions: [...person.unions, { from: on, byBook: false }] }
}

function ended(unions: readonly Union[], on: PlainDate): Union[] {
  return unions.map((union) => (union.to === undefined ? { ...union, to: on } : union))
}
