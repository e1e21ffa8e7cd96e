import type { PersonId } from '../kernel/ids.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { Relation } from '../packs/tt01-2022/code-lists.ts'
import type { AdoptionReported, ArrivalReported, ResidenceConfirmed } from './move-facts.ts'
import type { Arrival, Living, Person, Place, Profile, Residence } from './person.ts'

type Open = (person: Person, spouse: PersonId | undefined, profile: Profile) => Person

/** Somebody came from outside: opened here, or back from where the book knew him gone. Who is here already does not come twice. */
export function afterArrival(person: Person, fact: ArrivalReported, open: Open): Person {
  const { who, household, relation, from, place, intent, previous } = fact.data
  if (who.person !== person.id) return person
  const arrival: Arrival = { on: fact.occurredOn, from, ...(place === undefined ? {} : { place }), ...(previous === undefined ? {} : { previous }) }
  const came = residence(fact, { area: fact.area, household, from: fact.occurredOn }, intent === 'settle')
  if (who.kind === 'new') return open(person, who.spouse, profileOf(fact, who, { household, relation, arrival, residence: came }))
  return person.status === 'living' ? returned(person, came, relation, arrival) : person
}

/** A child taken in: one from outside comes to stay; one of the registry moves. */
export function afterAdoption(person: Person, fact: AdoptionReported, open: Open): Person {
  const { who, household, adopters, from } = fact.data
  if (who.person !== person.id) return person
  const place: Place = { area: fact.area, household, from: fact.occurredOn }
  if (who.kind === 'known') {
    if (person.status !== 'living') return person
    const arrival: Arrival = { on: fact.occurredOn, from: from ?? 'unknown' }
    const taken = person.departure === undefined ? moved(person, place, 'adopted-child') : returned(person, residence(fact, place, true), 'adopted-child', arrival)
    return { ...taken, adopters }
  }
  const arrival: Arrival = { on: fact.occurredOn, from: from ?? 'unknown' }
  const profile = profileOf(fact, who, { household, relation: 'adopted-child', arrival, residence: residence(fact, place, true) })
  return open(person, who.spouse, { ...profile, adopters })
}

function residence(fact: { readonly occurredOn: PlainDate }, place: Place, settled: boolean): Residence {
  return { from: fact.occurredOn, opened: 'arrival', settled, places: [place], absences: [] }
}

type New = Extract<ArrivalReported['data']['who'], { kind: 'new' }>

function profileOf(
  fact: ArrivalReported | AdoptionReported,
  who: New,
  came: { readonly household: Place['household']; readonly relation: Relation; readonly arrival: Arrival; readonly residence: Residence },
): Profile {
  const { kind: _new, person: _self, spouse: _spouse, mother, father, bornAbout, marital, ...told } = who
  return {
    ...told,
    household: came.household,
    area: fact.area,
    openedBy: fact.id,
    bornAbout: bornAbout ?? false,
    marital: marital ?? 'unknown',
    relation: came.relation,
    ...(mother === undefined ? {} : { mother: { kind: 'person', person: mother } }),
    ...(father === undefined ? {} : { father }),
    residences: [came.residence],
    arrivals: [came.arrival],
    departures: [],
    changes: [],
  }
}

function returned(person: Living, came: Residence, relation: Relation, arrival: Arrival): Living {
  const place = came.places[0]
  if (person.departure === undefined || place === undefined) return person
  const { departure: _gone, ...rest } = person
  return {
    ...rest,
    household: place.household,
    area: place.area,
    relation,
    residences: [...person.residences, came],
    arrivals: [...person.arrivals, arrival],
  }
}

/** Lives in another household of the registry from that day. Who has left has to come back first. */
export function moved(person: Living, place: Place, relation: Relation): Living {
  const last = person.residences.at(-1)
  if (last === undefined || last.to !== undefined) return person
  const residences = [...person.residences.slice(0, -1), { ...last, places: [...last.places, place] }]
  return { ...person, household: place.household, area: place.area, relation, residences }
}

/** What was said at the door of somebody who lives here: away begins an absence, back or still here ends it. */
export function afterConfirmed(person: Person, { data, occurredOn: on }: ResidenceConfirmed): Person {
  const last = person.status === 'living' ? person.residences.at(-1) : undefined
  if (person.status !== 'living' || last === undefined || last.to !== undefined) return person
  const away = last.absences.at(-1)
  const isAway = away !== undefined && away.to === undefined
  if ((data.whereabouts === 'away') === isAway) return person
  const absences = isAway ? [...last.absences.slice(0, -1), { ...away, to: on }] : [...last.absences, { from: on }]
  return { ...person, residences: [...person.residences.slice(0, -1), { ...last, absences }] }
}

/** Closes what is open; what would end before it began never was. */
export function closed(residences: readonly Residence[], on: PlainDate, reason: 'death' | 'departure'): Residence[] {
  return residences
    .map((one): Residence => (one.to === undefined ? { ...one, to: on, closed: reason } : one))
    .filter((one) => one.to === undefined || one.from <= one.to)
}
