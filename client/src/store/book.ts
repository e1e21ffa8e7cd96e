import { asHousehold, asPerson, type AreaId, type HouseholdId, type PersonId, type SubjectId } from '@sotay/domain/kernel/ids'
import { followUpFrom } from '@sotay/domain/planning/fold'
import { type FollowUp, noFollowUp } from '@sotay/domain/planning/follow-up'
import { householdFrom, isRegisterFact, personFrom } from '@sotay/domain/register/fold'
import type { OpenHousehold } from '@sotay/domain/register/household'
import { likenessKey, likenessOf } from '@sotay/domain/register/likeness'
import { areasOf, type Person } from '@sotay/domain/register/person'
import { linksOf } from '@sotay/domain/reports/contributions'
import { notedAbout, type PhoneState } from './phone-state.ts'

export type OpenPerson = Exclude<Person, { status: 'unopened' }>

/**
 * The people and households of the areas in one's charge, folded in memory from what the phone holds.
 *
 * 1. Somebody is in the book who lives, or has lived, in an area of one's own: who moved on still counts in the figures of the past (`homes.ts` tells who
 *    lives here).
 * 2. So is whoever is tied to somebody of the book, one step away, a child born to her and living elsewhere too, and what is noted here before the area's log was ever read.
 */
export interface Book {
  readonly people: ReadonlyMap<PersonId, OpenPerson>
  readonly households: ReadonlyMap<HouseholdId, OpenHousehold>
  /** Maternal and family planning follow-up; of somebody of another area only what travels over a link. */
  readonly followUp: (id: PersonId) => FollowUp
  readonly numbered: (area: AreaId, number: string) => readonly HouseholdId[]
  readonly alike: (area: AreaId, likeness: string) => readonly PersonId[]
  /** Folds these subjects anew. */
  readonly refold: (subjects: Iterable<SubjectId>) => void
}

/** Folds everything a phone holds; afterwards only what changes is folded again. */
export function openBook(state: PhoneState): Book {
  const people = new Map<PersonId, OpenPerson>()
  const households = new Map<HouseholdId, OpenHousehold>()
  const followUps = new Map<PersonId, FollowUp>()

  function refold(subjects: Iterable<SubjectId>): void {
    for (const subject of subjects) {
      people.delete(asPerson(subject))
      households.delete(asHousehold(subject))
      followUps.delete(asPerson(subject))
      const noted = notedAbout(state, subject)
      // As at the service: what was opened as a person is one, whatever else names its id.
      const person = personFrom(asPerson(subject), noted)
      if (person.status !== 'unopened') {
        if (isSeen(person, noted)) {
          people.set(person.id, person)
          followUps.set(person.id, followUpFrom(person.id, noted))
        }
      } else if (isHousehold(subject, noted)) {
        const household = householdFrom(asHousehold(subject), noted)
        if (household.status === 'open' && isInCharge(household.area)) households.set(household.id, household)
      }
    }
  }

  function isFollowed(area: AreaId): boolean {
    return !state.lost.has(area)
  }

  /** A household set up in another area is told here by the note of the move, where somebody of the book is tied to who moved: it is no household of this book. */
  function isInCharge(area: AreaId): boolean {
    const { me } = state
    return isFollowed(area) && (state.cursors.has(area) || me === null || me.responsibilities.some((one) => one.area === area))
  }

  function isOwn(area: AreaId): boolean {
    return state.cursors.has(area) && isFollowed(area)
  }

  /** One of somebody's areas may have ceased to see a subject that is at home, has lived, or is tied to somebody, in another of them. */
  function isSeen(person: OpenPerson, noted: ReturnType<typeof notedAbout>): boolean {
    const areas = areasOf(person)
    if (areas.some(isOwn)) return true
    if (!state.hidden.has(person.id) && areas.every(isFollowed)) return true
    if (isBornHere(person)) return true
    const others = new Set(noted.flatMap(({ fact }) => fact.about).filter((other) => other !== person.id))
    return [...others].some((other) => {
      const tied = personFrom(asPerson(other), notedAbout(state, other))
      return tied.status !== 'unopened' && areasOf(tied).some(isOwn) && linksOf(tied).includes(person.id)
    })
  }

  /** A birth counts at the mother, wherever the child lives since. */
  function isBornHere({ birth, mother }: OpenPerson): boolean {
    if (birth === undefined || mother?.kind !== 'person') return false
    return areasOf(personFrom(mother.person, notedAbout(state, mother.person))).some(isOwn)
  }

  refold(state.bySubject.keys())
  return {
    people,
    households,
    followUp: (id) => followUps.get(id) ?? noFollowUp(id),
    numbered: (area, number) => [...households.values()].filter((one) => one.area === area && one.number === number).map((one) => one.id),
    alike: (area, likeness) => [...people.values()].filter((one) => one.area === area && keyOf(one) === likeness).map((one) => one.id),
    refold,
  }
}

function keyOf(person: OpenPerson): string | undefined {
  const likeness = likenessOf(person)
  return likeness === undefined ? undefined : likenessKey(likeness)
}

/** Whether the facts about a subject speak of it as a household. */
function isHousehold(subject: SubjectId, noted: ReturnType<typeof notedAbout>): boolean {
  return noted.some(({ fact }) => isRegisterFact(fact) && 'household' in fact.data && fact.data.household === subject)
}
