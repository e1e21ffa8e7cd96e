import type { Context, History } from '../../kernel/decide.ts'
import type { AnyFact } from '../../kernel/fact.ts'
import type { HouseholdId, PersonId } from '../../kernel/ids.ts'
import { earliestOf } from '../../kernel/partial-date.ts'
import { block, type Problem, warn } from '../../kernel/problem.ts'
import { householdKnown, personBefore, personKnown } from '../known.ts'
import { isAlike, isNamesake, likenessKey, likenessOf, type Likeness } from '../likeness.ts'
import type { AdoptionReported, ArrivalReported, PersonMoved, ResidenceConfirmed } from '../move-facts.ts'
import type { Newcomer, Placed } from '../person-fields.ts'
import { findResidence, findSpouse, type Person } from '../person.ts'
import { sixMonthsFrom } from '../six-months.ts'
import { lifetimeProblems } from './lifetime.ts'
import { paperProblems } from './numbers.ts'
import { bornProblems, headProblems, tieProblems } from './person.ts'

/** Who comes from outside: somebody whom the book has already is doubted, and so is an arrival from nowhere (domain.md §4 "arrival"). */
export function judgeArrival(fact: ArrivalReported, history: History, _context: Context): Problem[] {
  const { who, household, relation, from } = fact.data
  return [
    ...newcomerProblems(fact, who, history),
    ...(who.kind === 'new' ? lookAlikeProblems(fact, who, history) : hereProblems(fact, who.person, history)),
    ...(from === 'unknown' ? [warn('no-origin', 'data.from')] : []),
    ...headProblems({ person: who.person, household, relation }, history),
    ...closedProblems(fact, household, history),
  ]
}

/** A child taken in by people of the household. */
export function judgeAdoption(fact: AdoptionReported, history: History, _context: Context): Problem[] {
  const { who, household, adopters } = fact.data
  return [...newcomerProblems(fact, who, history), ...adopters.flatMap((id, index) => adopterProblems(fact, id, index, history)), ...closedProblems(fact, household, history)]
}

function adopterProblems(fact: AdoptionReported, id: PersonId, index: number, history: History): Problem[] {
  const at = `data.adopters.${index}`
  const { who, household } = fact.data
  if (id === who.person) return [block('own-relative', at)]
  const adopter = personKnown(history, id)
  if (adopter.status === 'unopened') return [block('subject-unknown', at)]
  const child = who.kind === 'new' ? who : personKnown(history, who.person)
  const isYounger = 'born' in child && earliestOf(adopter.born) >= earliestOf(child.born)
  return [
    ...(adopter.household === household ? [] : [warn('adopter-elsewhere', at)]),
    ...(isYounger ? [warn('adopter-not-older', at)] : []),
    ...lifetimeProblems(fact, id, history, at),
  ]
}

/** People who change households inside the registry. */
export function judgeMoved(fact: PersonMoved, history: History, _context: Context): Problem[] {
  const { household, people } = fact.data
  return [...placedProblems(fact, people, household, history), ...closedProblems(fact, household, history)]
}

/** What speaks against people taking places in a household: unknown, named twice, dead or gone, there already. */
export function placedProblems(fact: AnyFact, people: readonly Placed[], household: HouseholdId, history: History): Problem[] {
  if (new Set(people.map(({ person }) => person)).size !== people.length) return [block('named-twice', 'data.people')]
  return people.flatMap(({ person: id, relation }, index) => {
    const at = `data.people.${index}`
    const before = personBefore(history, id, fact)
    if (personKnown(history, id).status === 'unopened') return [block('subject-unknown', at)]
    const isThere = before.status === 'living' && before.household === household
    return [
      ...lifetimeProblems(fact, id, history, at),
      ...(isThere ? [warn('already-in-household', at)] : []),
      ...headProblems({ person: id, household, relation }, history, at),
    ]
  })
}

/** What somebody at the door says, against what the book says. "Still away" is an answer once six months are near. */
export function judgeConfirmed(fact: ResidenceConfirmed, history: History, _context: Context): Problem[] {
  const { person: id, whereabouts } = fact.data
  const absence = findResidence(personBefore(history, id, fact))?.absences.at(-1)
  const isAway = absence !== undefined && absence.to === undefined
  return [
    ...lifetimeProblems(fact, id, history, 'data.person'),
    ...(whereabouts === 'away' && isAway && fact.occurredOn < sixMonthsFrom(absence.from).asked ? [warn('already-away', 'data.whereabouts', { on: absence.from })] : []),
    ...(whereabouts === 'back' && !isAway ? [warn('not-away', 'data.whereabouts')] : []),
  ]
}

function newcomerProblems(fact: AnyFact, who: Newcomer, history: History): Problem[] {
  if (who.kind === 'new') return [...bornProblems(fact.occurredOn, who.born, 'data.who.born'), ...tieProblems(who, history, 'data.who'), ...paperProblems(who, 'data.who')]
  const known = personKnown(history, who.person)
  if (known.status === 'unopened') return [block('subject-unknown', 'data.who')]
  const before = personBefore(history, who.person, fact)
  if (before.status === 'dead') return [warn('after-death', 'data.who', { on: before.death.on })]
  return fact.occurredOn < earliestOf(known.born) ? [block('before-birth', 'occurredOn', { born: known.born })] : []
}

function hereProblems(fact: AnyFact, id: PersonId, history: History): Problem[] {
  const before = personBefore(history, id, fact)
  return before.status === 'living' && before.departure === undefined ? [warn('already-here', 'data.who')] : []
}

/**
 * Somebody whom the area's book has already, living there or gone, of the same given name, sex and year of birth. These decide nothing by themselves (domain.md §5):
 * one thing more has to agree, the household, a parent, husband or wife, or the whole name.
 */
function lookAlikeProblems({ area, data: { household } }: ArrivalReported, who: Extract<Newcomer, { kind: 'new' }>, history: History): Problem[] {
  const likeness = { ...who.name, sex: who.sex, born: who.born }
  const inside = new Set(householdKnown(history, household).people)
  for (const id of new Set([...inside, ...history.alike(area, likenessKey(likeness))])) {
    const other = personKnown(history, id)
    if (id === who.person || other.status !== 'living' || other.joinedInto !== undefined) continue
    const known = likenessOf(other)
    if (known === undefined || !isAlike(known, likeness)) continue
    if (inside.has(id) || isNamesake(known, likeness) || isOfFamily(other, who)) return [lookAlike(known, other.household, history)]
  }
  return []
}

function isOfFamily(other: Person, { mother, father, spouse }: Extract<Newcomer, { kind: 'new' }>): boolean {
  if (other.status === 'unopened') return false
  const isChild = mother !== undefined && other.mother?.kind === 'person' && other.mother.person === mother
  return isChild || (father !== undefined && other.father === father) || (spouse !== undefined && findSpouse(other) === spouse)
}

function lookAlike({ full, born }: Likeness, id: HouseholdId, history: History): Problem {
  const household = householdKnown(history, id)
  return warn('looks-like-known', 'data.who.name', { name: full, born, ...(household.status === 'open' ? { household: household.number } : {}) })
}

/** A household that is closed by then takes nobody in, and nobody is met there. */
export function closedProblems(fact: AnyFact, id: HouseholdId, history: History): Problem[] {
  const household = householdKnown(history, id)
  const closed = household.status === 'open' ? household.closed : undefined
  return closed !== undefined && closed.on < fact.occurredOn ? [warn('household-closed', 'data.household', { on: closed.on })] : []
}
