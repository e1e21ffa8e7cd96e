import { compareText } from '@sotay/domain/vietnamese/name-order'
import { isFoundBy, nameKey, type NameKey, queryKey } from '@sotay/domain/vietnamese/name-search'
import type { HouseholdId } from '@sotay/domain/kernel/ids'
import type { OpenHousehold } from '@sotay/domain/register/household'
import type { Book, OpenPerson } from './book.ts'

/** A household in a list, with those of its people that were looked for. */
export interface Found {
  readonly household: OpenHousehold
  readonly people: readonly OpenPerson[]
}

export interface Search {
  /** By number or by name of somebody, in the order of numbers; everything when nothing is typed. */
  readonly find: (typed: string) => readonly Found[]
}

const byNumber = new Intl.Collator('vi', { numeric: true })

/** Prepares the names of a book once, so that each keystroke only compares. */
export function openSearch(book: Book): Search {
  const keys = new Map<OpenPerson, NameKey>()
  const members = new Map<HouseholdId, OpenPerson[]>()
  for (const person of book.people.values()) {
    if (person.name !== undefined) keys.set(person, nameKey(person.name.full))
    const others = members.get(person.household)
    if (others === undefined) members.set(person.household, [person])
    else others.push(person)
  }
  const households = [...book.households.values()].sort((a, b) => byNumber.compare(a.number, b.number) || compareText(a.id, b.id))
  return {
    find(typed) {
      const text = typed.trim().toLowerCase()
      if (text === '') return households.map((household) => ({ household, people: [] }))
      const query = queryKey(text)
      return households.flatMap((household) => {
        const people = query.length === 0 ? [] : (members.get(household.id) ?? []).filter((person) => isFoundBy(keys.get(person) ?? [], query))
        return people.length > 0 || household.number.toLowerCase().startsWith(text) ? [{ household, people }] : []
      })
    },
  }
}

/** The people of a household in the order of the A0 page: head, spouse, children by age, then the others; who died or left comes after. */
export function membersInOrder(book: Book, household: OpenHousehold): OpenPerson[] {
  const people = household.people.map((id) => book.people.get(id)).filter((person) => person !== undefined)
  return people.sort((a, b) => placeOf(a, household) - placeOf(b, household) || (a.born < b.born ? -1 : a.born > b.born ? 1 : 0))
}

const PLACES = ['head', 'representative', 'spouse', 'parent', 'parent-in-law', 'child', 'adopted-child', 'child-in-law', 'grandchild', 'other-relative', 'unknown'] as const

function placeOf(person: OpenPerson, household: OpenHousehold): number {
  const gone = isHere(person) ? 0 : PLACES.length + 1
  // A child born into the household has no relation noted yet and stands among the children.
  const relation = person.birth !== undefined && person.relation === 'unknown' ? 'child' : person.relation
  return gone + (household.head === person.id ? 0 : PLACES.indexOf(relation))
}

/** Whether somebody is neither dead nor gone. */
export function isHere(person: OpenPerson): boolean {
  return person.status === 'living' && person.departure === undefined
}
