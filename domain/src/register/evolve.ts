import type { HouseholdId, PersonId } from '../kernel/ids.ts'
import { partialDate } from '../kernel/partial-date.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { Relation } from '../packs/tt01-2022/code-lists.ts'
import type { BirthReported, DeathReported, PersonChanged, PersonRegistered, PersonsJoined, RegisterFact } from './facts.ts'
import type { DepartureReported } from './move-facts.ts'
import { afterDivorce, afterMarriage, afterSeparation, marriedAs, withMarital } from './marriages.ts'
import { afterAdoption, afterArrival, afterConfirmed, closed, moved } from './moves.ts'
import type { BirthGiven, Dead, Death, Departure, Living, Person, Profile } from './person.ts'

/**
 * 1. `evolve` accepts any history: facts before an opening or after a death change nothing but the ties (`person.ts`).
 * 2. The first opening opens; a second one is passed over (the officer sees it as a contradiction).
 * 3. Ties are kept in every state, for they may be named by somebody else's opening.
 * 4. Residences follow one another; one that would end before it began never was.
 */
export function evolve(person: Person, fact: RegisterFact): Person {
  switch (fact.type) {
    case 'person-registered':
      return afterRegistered(person, fact)
    case 'birth-reported':
      return afterBirth(person, fact)
    case 'person-changed':
      return afterChange(person, fact)
    case 'death-reported':
      return afterDeath(person, fact)
    case 'departure-reported':
      return afterDeparture(person, fact)
    case 'arrival-reported':
      return afterArrival(named(person, fact.data.who.kind === 'new' ? fact.data.who : undefined, fact.id), fact, open)
    case 'adoption-reported':
      return afterAdoption(person, fact, open)
    case 'person-moved':
      return placed(person, fact.data.people, fact.data.household, fact)
    case 'household-split':
      return placed(person, fact.data.people, fact.data.household, fact)
    case 'residence-confirmed':
      return fact.data.person === person.id ? afterConfirmed(person, fact) : person
    case 'marriage-reported':
      return afterMarriage(person, fact)
    case 'separation-reported':
      return afterSeparation(person, fact)
    case 'divorce-reported':
      return afterDivorce(person, fact)
    case 'persons-joined':
      return afterJoined(person, fact)
    case 'household-registered':
    case 'household-changed':
    case 'household-closed':
      return person
  }
}

type Opening = Pick<PersonRegistered['data'], 'person' | 'spouse' | 'mother' | 'born' | 'sex'>

/** The ties that somebody's opening gives to the husband or wife and to the mother whom it names. */
function named(person: Person, opening: Opening | undefined, fact: BirthGiven['fact']): Person {
  if (opening === undefined || opening.person === person.id) return person
  if (opening.spouse === person.id) return { ...person, spouse: opening.person }
  if (opening.mother !== person.id) return person
  return withBirth(person, { child: opening.person, fact, on: opening.born, order: 'unknown', sex: opening.sex, twin: false })
}

function afterRegistered(person: Person, fact: PersonRegistered): Person {
  const { data } = fact
  if (data.person !== person.id) return named(person, data, fact.id)
  const { household, residence, mother, father, spouse, person: _self, ...told } = data
  return open(person, spouse, {
    ...told,
    household,
    area: fact.area,
    openedBy: fact.id,
    bornAbout: told.bornAbout ?? false,
    marital: told.marital ?? 'unknown',
    legal: residence.legal,
    ...(mother === undefined ? {} : { mother: { kind: 'person', person: mother } }),
    ...(father === undefined ? {} : { father }),
    residences: [
      {
        from: fact.occurredOn,
        opened: 'book',
        settled: residence.presence !== 'staying',
        places: [{ area: fact.area, household, from: fact.occurredOn }],
        absences: residence.presence === 'away' ? [{ from: fact.occurredOn }] : [],
      },
    ],
    arrivals: [],
    departures: [],
    changes: [],
  })
}

function afterBirth(person: Person, fact: BirthReported): Person {
  const { data, occurredOn: on } = fact
  if (data.mother.kind === 'person' && data.mother.person === person.id && data.child !== person.id) {
    return withBirth(person, { child: data.child, fact: fact.id, on: partialDate(on), order: data.order, sex: data.sex, twin: data.twin ?? false })
  }
  if (data.child !== person.id) return person
  return open(person, undefined, {
    household: data.household,
    area: fact.area,
    openedBy: fact.id,
    ...(data.name === undefined ? {} : { name: data.name }),
    sex: data.sex,
    born: partialDate(on),
    bornAbout: false,
    relation: 'unknown',
    marital: 'never-married',
    legal: 'unknown',
    ...(data.ethnicity === undefined ? {} : { ethnicity: data.ethnicity }),
    mother: data.mother,
    birth: { on, order: data.order, place: data.place, twin: data.twin ?? false, ...(data.weight === undefined ? {} : { weight: data.weight }) },
    residences: [{ from: on, opened: 'birth', settled: true, places: [{ area: fact.area, household: data.household, from: on }], absences: [] }],
    arrivals: [],
    departures: [],
    changes: [],
  })
}

/** Opens somebody; `profile` holds one residence. What was noted of marriages and death before it stands. */
function open(person: Person, spouse: PersonId | undefined, profile: Profile): Person {
  if (person.status !== 'unopened') return person
  const { death, status: _unopened, ...ties } = person
  const from = profile.residences[0]?.from
  const living: Living = { ...ties, ...profile, status: 'living', ...(spouse === undefined ? {} : { spouse }) }
  const married = from === undefined ? living : marriedAs(living, from)
  return death === undefined ? married : die(married, death)
}

function afterChange(person: Person, fact: PersonChanged): Person {
  if (person.status !== 'living' || fact.data.person !== person.id) return person
  const { marital, ...told } = fact.data.new
  const change = { fact: fact.id, on: fact.occurredOn, old: fact.data.old, new: fact.data.new }
  const changed: Living = { ...person, ...told, changes: [...person.changes, change] }
  return marital === undefined ? changed : withMarital(changed, marital, fact.occurredOn)
}

function afterDeath(person: Person, fact: DeathReported): Person {
  if (fact.data.person !== person.id || person.status === 'dead') return person
  const { place, note } = fact.data
  const death: Death = { on: fact.occurredOn, fact: fact.id, place, ...(note === undefined ? {} : { note }) }
  if (person.status === 'unopened') return person.death === undefined ? { ...person, death } : person
  return die(person, death)
}

function die(person: Living, death: Death): Dead {
  return { ...person, status: 'dead', death, residences: closed(person.residences, death.on, 'death') }
}

function afterDeparture(person: Person, fact: DepartureReported): Person {
  if (person.status !== 'living' || !fact.data.people.includes(person.id) || person.departure !== undefined) return person
  const { destination, place, note } = fact.data
  const departure: Departure = {
    on: fact.occurredOn,
    fact: fact.id,
    destination,
    ...(place === undefined ? {} : { place }),
    ...(note === undefined ? {} : { note }),
  }
  return { ...person, departure, departures: [...person.departures, departure], residences: closed(person.residences, fact.occurredOn, 'departure') }
}

/** Somebody among those who move takes a place in another household. */
function placed(
  person: Person,
  people: readonly { readonly person: PersonId; readonly relation: Relation }[],
  household: HouseholdId,
  { area, occurredOn: from }: { readonly area: Profile['area']; readonly occurredOn: PlainDate },
): Person {
  const self = people.find((one) => one.person === person.id)
  return self === undefined || person.status !== 'living' ? person : moved(person, { area, household, from }, self.relation)
}

function afterJoined(person: Person, { data }: PersonsJoined): Person {
  return data.duplicate === person.id && data.person !== person.id ? { ...person, joinedInto: data.person } : person
}

function withBirth(person: Person, birth: BirthGiven): Person {
  return { ...person, births: [...person.births.filter((other) => other.child !== birth.child), birth] }
}
