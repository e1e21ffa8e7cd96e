import type { Noted } from '../kernel/effective.ts'
import { asHousehold, asPerson, type PersonId, type SubjectId } from '../kernel/ids.ts'
import type { Fact } from '../kinds.ts'
import { followUpFrom } from '../planning/fold.ts'
import { householdFrom, personFrom } from '../register/fold.ts'
import { type Contribution, householdContributions, personContributions } from '../reports/contributions.ts'
import { planningContributions } from '../reports/planning-contributions.ts'

/** What all subjects of a set of facts add, by the code under test. */
export function contributionsOf(noted: readonly Noted<Fact>[]): { readonly subject: SubjectId; readonly contributions: Contribution[] }[] {
  const bySubject = new Map<SubjectId, Noted<Fact>[]>()
  for (const one of noted) {
    for (const id of new Set(one.fact.about)) {
      const about = bySubject.get(id)
      if (about === undefined) bySubject.set(id, [one])
      else about.push(one)
    }
  }
  const person = (id: PersonId) => personFrom(id, bySubject.get(id) ?? [])
  const followUp = (id: PersonId) => followUpFrom(id, bySubject.get(id) ?? [])
  return [...bySubject.keys()].map((subject) => ({
    subject,
    contributions: [
      ...personContributions(person(asPerson(subject)), person),
      ...planningContributions(person(asPerson(subject)), { linked: person, followUp }),
      ...householdContributions(householdFrom(asHousehold(subject), bySubject.get(subject) ?? [])),
    ],
  }))
}
