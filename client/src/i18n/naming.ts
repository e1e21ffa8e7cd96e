import { asPerson, HouseholdId, type PersonId } from '@sotay/domain/kernel/ids'
import { presumedDay } from '@sotay/domain/kernel/partial-date'
import { ageOn, daysBetween, type PlainDate } from '@sotay/domain/kernel/plain-date'
import type { OpenHousehold } from '@sotay/domain/register/household'
import type { Person } from '@sotay/domain/register/person'
import type { Naming } from './story-vi.ts'
import type { Messages } from './vi.ts'

type Opened = Exclude<Person, { status: 'unopened' }>

/** What somebody is called on screen: "Trai" or "Gái" until named. */
export function nameOf(words: Messages, person: Opened): string {
  return person.name?.full ?? words.person.unnamed[person.sex]
}

/** Sex, age and what has ended, in a few words; the age of a child under two in months. */
export function aboutPerson(words: Messages, person: Opened, today: PlainDate): string {
  const sex = words.codes.sexes[person.sex]
  const born = words.person.born(person.born, person.bornAbout)
  if (person.status === 'dead') return `${sex}, ${born}, ${words.person.dead(person.death.on)}`
  if (person.departure !== undefined) return `${sex}, ${born}, ${words.person.gone(person.departure.on)}`
  const years = ageOn(presumedDay(person.born), today)
  const months = Math.floor(daysBetween(presumedDay(person.born), today) / 30.4)
  const age = years < 2 && person.born.length > 4 ? words.person.infant(Math.max(0, months)) : words.person.age(Math.max(0, years))
  return `${sex}, ${age}, ${born}`
}

/** Who is who in an open book. */
export function namingOf(words: Messages, people: ReadonlyMap<PersonId, Opened>, households: ReadonlyMap<HouseholdId, OpenHousehold>): Naming {
  return {
    person: (id) => {
      const person = people.get(asPerson(id))
      return person === undefined ? undefined : nameOf(words, person)
    },
    household: (id) => households.get(HouseholdId.parse(id))?.number,
  }
}
