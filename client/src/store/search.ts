import { compareNames, compareText } from '@sotay/domain/vietnamese/name-order'
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
  /** By number or by name of somebody, in the order of numbers, closed households last; everything when nothing is typed. */
  readonly find: (typed: string) => readonly Found[]
}

/** The household under which somebody is looked for: where one lives, or for who moved to another collaborator's area, the last one of this book. */
function findHome(book: Book, person: OpenPerson): HouseholdId | undefined {
  if (book.households.has(person.household)) return person.household
  const places = person.residences.flatMap((residence) => residence.places)
  return places.findLast(({ household }) => book.households.has(household))?.household
}

const byNumber = new Intl.Collator('vi', { numeric: true })

/** Prepares the names of a book once, so that each keystroke only compares. */
export function openSearch(book: Book): Search {
  const keys = new Map<OpenPerson, NameKey>()
  const members = new Map<HouseholdId, OpenPerson[]>()
  for (const person of book.people.values()) {
    const home = findHome(book, person)
    if (home === undefined || person.joinedInto !== undefined) continue
    if (person.name !== undefined) keys.set(person, nameKey(person.name.full))
    const others = members.get(home)
    if (others === undefined) members.set(home, [person])
    else others.push(person)
  }
  const households = [...book.households.values()].sort(
    (a, b) => Number(a.closed !== undefined) - Number(b.closed !== undefined) || byNumber.compare(a.number, b.number) || compareText(a.id, b.id),
  )
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

/** Looks for people by name, those without one left out; `isSought` says whom. Names are prepared once. */
export function openPeopleSearch(book: Book, isSought: (person: OpenPerson) => boolean): (typed: string) => readonly OpenPerson[] {
  const named = [...book.people.values()].flatMap((person) => (person.name !== undefined && isSought(person) ? [{ person, name: person.name, key: nameKey(person.name.full) }] : []))
  named.sort((a, b) => compareNames(a.name, b.name) || compareText(a.person.id, b.person.id))
  return (typed) => {
    const query = queryKey(typed.trim())
    return query.length === 0 ? [] : named.filter(({ key }) => isFoundBy(key, query)).map(({ person }) => person)
  }
}

/** The people of a household in the order of the A0 page: head, spouse, children by age, then the others; who died or left comes after. */
export function membersInOrder(book: Book, household: OpenHousehold): OpenPerson[] {
  return everInOrder(book, household).filter((person) => person.household === household.id)
}

/** Those who lived in a household and live in another one now, in the same order. */
export function movedOn(book: Book, household: OpenHousehold): OpenPerson[] {
  return everInOrder(book, household).filter((person) => person.household !== household.id)
}

function everInOrder(book: Book, household: OpenHousehold): OpenPerson[] {
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

/** Whether somebody is neither dead nor gone, and no second entry of somebody else. */
export function isHere(person: OpenPerson): boolean {
  return person.status === 'living' && person.departure === undefined && person.joinedInto === undefined
}

/** Whether somebody lives in a household of this book: not gone, and not moved to another collaborator's area. */
export function livesHere(book: Book, person: OpenPerson): boolean {
  return isHere(person) && book.households.has(person.household)
}
