import type { HouseholdId, PersonId } from '../kernel/ids.ts'
import type { Household } from '../register/household.ts'
import type { Person } from '../register/person.ts'

/** Somebody who can have a line; what lines have in common stands below. */
type Opened = Exclude<Person, { status: 'unopened' }>

const byNumber = new Intl.Collator('vi', { numeric: true })

interface Placed {
  readonly person: PersonId
  readonly householdNumber?: string
  readonly order?: number | 'unknown'
}

/** By household number, then, for twins, by order. */
export function byHousehold(a: Placed, b: Placed): number {
  const number = byNumber.compare(a.householdNumber ?? '', b.householdNumber ?? '')
  return number || byNumber.compare(String(a.order ?? ''), String(b.order ?? '')) || (a.person < b.person ? -1 : a.person > b.person ? 1 : 0)
}

export function papersOf(person: Opened): { name?: string; insuranceNumber?: string } {
  return {
    ...(person.name === undefined ? {} : { name: person.name.full }),
    ...(person.insuranceNumber === undefined ? {} : { insuranceNumber: person.insuranceNumber }),
  }
}

export function numberOf(id: HouseholdId, source: { readonly household: (id: HouseholdId) => Household | undefined }): { householdNumber?: string } {
  const household = source.household(id)
  return household === undefined || household.status === 'unopened' ? {} : { householdNumber: household.number }
}
