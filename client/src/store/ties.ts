import type { PersonId } from '@sotay/domain/kernel/ids'
import type { Marital } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { Party } from '@sotay/domain/register/marriage-facts'
import { findSpouse } from '@sotay/domain/register/person'
import type { Book, OpenPerson } from './book.ts'

/** What a person's page tells of ties: own state names the link, the other's own state says whether he is dead. */

/** Marital status as it is today: who is married to somebody who has died is a widow or widower. */
export function maritalOf(book: Book, person: OpenPerson): Marital {
  if (person.marital !== 'married' && person.marital !== 'separated') return person.marital
  const spouse = findSpouse(person)
  return spouse !== undefined && book.people.get(spouse)?.status === 'dead' ? 'widowed' : person.marital
}

/** The husband or wife of a marriage that is not over and who lives elsewhere: described, not linked. */
export function findSpouseElsewhere(person: OpenPerson): Extract<Party, { kind: 'elsewhere' }> | undefined {
  const union = person.unions.at(-1)
  if (union === undefined || union.to !== undefined || findSpouse(person) !== undefined) return undefined
  const wedding = person.weddings.findLast(({ on }) => on === union.from)
  return wedding?.spouse.kind === 'elsewhere' ? wedding.spouse : undefined
}

/** The parents that a person's home shows: who adopted, else who bore and fathered. */
export function parentsOf(person: OpenPerson): { readonly adopters: readonly PersonId[]; readonly mother?: OpenPerson['mother']; readonly father?: PersonId } {
  const { adopters = [], mother, father } = person
  if (adopters.length > 0) return { adopters }
  return { adopters, ...(mother === undefined ? {} : { mother }), ...(father === undefined ? {} : { father }) }
}

/** Children whom somebody adopted. */
export function adoptedBy(book: Book, person: OpenPerson): OpenPerson[] {
  return [...book.people.values()].filter(({ adopters }) => adopters?.includes(person.id) === true)
}
