import { asHousehold, asPerson, type AreaId, type HouseholdId, type PersonId, type SubjectId } from '@sotay/domain/kernel/ids'
import { householdFrom, isRegisterFact, personFrom } from '@sotay/domain/register/fold'
import type { OpenHousehold } from '@sotay/domain/register/household'
import type { Person } from '@sotay/domain/register/person'
import { notedAbout, type PhoneState } from './phone-state.ts'

export type OpenPerson = Exclude<Person, { status: 'unopened' }>

/** The people and households of the areas in one's charge, folded in memory from what the phone holds. */
export interface Book {
  readonly people: ReadonlyMap<PersonId, OpenPerson>
  readonly households: ReadonlyMap<HouseholdId, OpenHousehold>
  readonly numbered: (area: AreaId, number: string) => readonly HouseholdId[]
  /** Folds these subjects anew. */
  readonly refold: (subjects: Iterable<SubjectId>) => void
}

/** Folds everything a phone holds; afterwards only what changes is folded again. */
export function openBook(state: PhoneState): Book {
  const people = new Map<PersonId, OpenPerson>()
  const households = new Map<HouseholdId, OpenHousehold>()

  function refold(subjects: Iterable<SubjectId>): void {
    for (const subject of subjects) {
      people.delete(asPerson(subject))
      households.delete(asHousehold(subject))
      if (state.hidden.has(subject)) continue
      const noted = notedAbout(state, subject)
      if (isHousehold(subject, noted)) {
        const household = householdFrom(asHousehold(subject), noted)
        if (household.status === 'open' && !state.lost.has(household.area)) households.set(household.id, household)
      } else {
        const person = personFrom(asPerson(subject), noted)
        if (person.status !== 'unopened' && !state.lost.has(person.area)) people.set(person.id, person)
      }
    }
  }

  refold(state.bySubject.keys())
  return {
    people,
    households,
    numbered: (area, number) => [...households.values()].filter((one) => one.area === area && one.number === number).map((one) => one.id),
    refold,
  }
}

/** Whether the facts about a subject speak of it as a household. */
function isHousehold(subject: SubjectId, noted: ReturnType<typeof notedAbout>): boolean {
  return noted.some(({ fact }) => isRegisterFact(fact) && 'household' in fact.data && fact.data.household === subject)
}
