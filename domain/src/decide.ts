import { authorProblems } from './access/author.ts'
import type { Context, History, Kind } from './kernel/decide.ts'
import { type Noted, settledBy, targetOf } from './kernel/effective.ts'
import type { AnyFact } from './kernel/fact.ts'
import { asHousehold, asPerson, type FactId, type HouseholdId, type PersonId, type SubjectId } from './kernel/ids.ts'
import { daysBetween } from './kernel/plain-date.ts'
import { block, type Problem, warn } from './kernel/problem.ts'
import { rivalsOf } from './kernel/rivals.ts'
import { type Fact, isFactType, kinds, readFact } from './kinds.ts'
import { packFor } from './packs/in-force.ts'
import { householdKnown, personKnown } from './register/known.ts'
import { areasOf } from './register/person.ts'

/**
 * Judges a new fact against what is noted already: the one function that form, phone and server run, each on what it knows. Only the server's
 * verdict binds.
 * @returns what speaks against it; with a `block` among them the server holds the fact. Never throws.
 */
export function decide(fact: Fact, history: History, context: Context): Problem[] {
  const kind: Kind<Fact> = kindOf(fact)
  const answer = answerProblems(fact, history, context)
  const standing = withoutCorrected(fact, history)
  const within = withinProblems(fact, kind, standing)
  // Who notes in another's book is told so and nothing else: problems name birth and death days.
  const isElsewhere = within.some(({ code }) => code === 'subject-elsewhere')
  return [
    ...authorProblems(fact, kind.roles, context.actor, context.today),
    ...dateProblems(fact, context),
    ...answer,
    ...(answer.length > 0 ? [] : aboutProblems(fact, kind, history)),
    ...openingProblems(fact, kind, standing),
    ...within,
    ...(isElsewhere ? [] : kind.judge(fact, standing, context)),
  ]
}

function kindOf(fact: Fact): Kind<Fact> {
  return kinds[fact.type]
}

/** The subjects that a fact's `about` holds: those its data names and those of the fact it corrects, withdraws or settles. */
export function aboutOf(fact: Fact, history: History): SubjectId[] {
  const target = answeredId(fact)
  const answered = target === undefined ? undefined : history.find(target)
  return [...new Set([...kindOf(fact).about(fact), ...(answered?.fact.about ?? [])])]
}

/** Whose facts the verdict on a fact depends on besides those of its `about`, as far as the history tells by then. */
export function besideOf(fact: Fact, history: History): readonly SubjectId[] {
  return kindOf(fact).beside?.(fact, history) ?? []
}

function answeredId(fact: AnyFact): FactId | undefined {
  return settledBy(fact)?.fact ?? targetOf(fact)
}

function dateProblems(fact: Fact, context: Context): Problem[] {
  const problems: Problem[] = []
  if (fact.occurredOn > context.today) problems.push(block('in-future', 'occurredOn', { today: context.today }))
  const { oldNoteAfterDays } = packFor(fact.occurredOn)
  if (!isBookEntry(fact)) {
    const days = daysBetween(fact.occurredOn, context.today)
    if (days > oldNoteAfterDays) problems.push(warn('long-ago', 'occurredOn', { days }))
  }
  return problems
}

/** An entry of the book is dated the day from which it is in the book, which may be long ago. */
function isBookEntry({ type }: Fact): boolean {
  return type === 'household-registered' || type === 'person-registered'
}

/** What speaks against correcting, withdrawing or settling: the fact must be there, of the right type, in the same book. */
function answerProblems(fact: Fact, history: History, { actor }: Context): Problem[] {
  const id = answeredId(fact)
  if (id === undefined) return []
  const at = isAnswer(fact) ? 'data.fact' : 'corrects'
  const target = history.find(id)
  if (target === undefined) {
    if (fact.type === 'fact-settled' && history.isUnread(id)) {
      return fact.data.verdict === 'take' ? [block('cannot-take-unread', at)] : []
    }
    return [block('target-missing', at)]
  }
  const problems: Problem[] = []
  if (target.fact.area !== fact.area) problems.push(block('target-in-another-area', at))
  // A withdrawal that is held is settled like anything else that is; no answer is corrected or taken back, and a settlement is not settled.
  const isSettledAnswer = fact.type === 'fact-settled' && target.fact.type === 'fact-withdrawn'
  if (isAnswer(target.fact) && !isSettledAnswer) problems.push(block('cannot-be-answered', at))
  // Who may not note a thing may not take it back or put it right either: a task is the officer's.
  if (isFactType(target.fact.type) && !kinds[target.fact.type].roles.some((role) => role === actor.role)) problems.push(block('role-may-not', at, { role: actor.role }))
  if (fact.type === 'fact-settled') {
    if (target.status !== 'held') problems.push(block('not-held', at))
    if (fact.data.verdict === 'take') problems.push(...takingProblems(target.fact, history, at))
  } else if (fact.type !== 'fact-withdrawn') {
    if (target.fact.type !== fact.type) problems.push(block('target-of-another-type', at))
    else if (rivalsOf(fact, history).length > 0) problems.push(block('corrected-otherwise', at))
    if (namesSomebody(fact, target.fact)) problems.push(block('names-somebody', at))
  }
  return problems
}

function isAnswer({ type }: AnyFact): boolean {
  return type === 'fact-withdrawn' || type === 'fact-settled'
}

/**
 * Whether a correction of a note about nobody names somebody. What is noted about her would not tell of the note that it corrects, which goes on
 * counting for the area: it is withdrawn and noted anew instead (docs/decisions/0017).
 */
function namesSomebody(fact: AnyFact, corrected: AnyFact): boolean {
  return corrected.about.length === 0 && fact.about.length > 0
}

/**
 * What speaks against taking a held note whatever the officer says: beside another correction, or not told about everybody whom it concerns, it would
 * count for some of them while what it corrects counts for the others.
 */
function takingProblems(held: AnyFact, history: History, at: string): Problem[] {
  if (rivalsOf(held, history).length > 0) return [block('corrected-otherwise', at)]
  const read = readFact(held)
  if (read.kind !== 'known') return []
  const corrected = held.corrects === undefined ? undefined : history.find(held.corrects)
  if (corrected !== undefined && namesSomebody(held, corrected.fact)) return [block('names-somebody', at)]
  return aboutProblems(read.fact, kindOf(read.fact), history).map((problem) => ({ ...problem, at }))
}

function aboutProblems(fact: Fact, kind: Kind<Fact>, history: History): Problem[] {
  const wanted = new Set(aboutOf(fact, history))
  const told = new Set(fact.about)
  const isSame = wanted.size === told.size && [...wanted].every((id) => told.has(id)) && fact.about.length === told.size
  return isSame ? [] : [block('about-incomplete', 'about', { wanted: wanted.size, told: told.size, named: kind.about(fact).length })]
}

function openingProblems(fact: Fact, kind: Kind<Fact>, history: History): Problem[] {
  const isOpen = kind.opens(fact).some((id) => booksOfPerson(asPerson(id), history).length + booksOfHousehold(asHousehold(id), history).length > 0)
  return isOpen ? [block('already-opened', 'data')] : []
}

function withinProblems(fact: Fact, kind: Kind<Fact>, history: History): Problem[] {
  return kind.within(fact).flatMap((named) => {
    const [id, books] = 'person' in named ? [named.person, booksOfPerson(named.person, history)] : [named.household, booksOfHousehold(named.household, history)]
    if (books.length === 0) return [block('subject-unknown', 'about', { subject: id })]
    return books.includes(fact.area) ? [] : [block('subject-elsewhere', 'about', { subject: id })]
  })
}

/** The areas in whose books a person is, or was; late notes of a former area are noted there. An id is only ever a person's or a household's. */
function booksOfPerson(id: PersonId, history: History): Fact['area'][] {
  return areasOf(personKnown(history, id))
}

function booksOfHousehold(id: HouseholdId, history: History): Fact['area'][] {
  const household = householdKnown(history, id)
  return household.status === 'open' ? [household.area] : []
}

/** What is noted, as if the fact that this one corrects, and all corrections of it, had not been. */
function withoutCorrected(fact: Fact, history: History): History {
  const roots = new Map<FactId, FactId>()
  const root = fact.corrects === undefined ? undefined : rootOf(fact.corrects, history, roots)
  const isPassedOver = (noted: Noted): boolean =>
    noted.fact.id === fact.id || (root !== undefined && noted.fact.type === fact.type && rootOf(noted.fact.id, history, roots) === root)
  return {
    find: (id) => history.find(id),
    isUnread: (id) => history.isUnread(id),
    numbered: (area, number) => history.numbered(area, number),
    alike: (area, likeness) => history.alike(area, likeness),
    about: (subject) => history.about(subject).filter((noted) => !isPassedOver(noted)),
    aboutNobody: (area) => history.aboutNobody(area).filter((noted) => !isPassedOver(noted)),
    lines: (area, month) => history.lines(area, month),
  }
}

/**
 * The first fact of a chain of corrections; circles end where they come back.
 * @param known the roots found so far, so that a chain is walked once however many of its facts are asked for
 */
function rootOf(start: FactId, history: History, known: Map<FactId, FactId>): FactId {
  const path = new Set<FactId>()
  let root = start
  for (let id: FactId | undefined = start; id !== undefined && !path.has(id); id = history.find(id)?.fact.corrects) {
    const found = known.get(id)
    root = found ?? id
    if (found !== undefined) break
    path.add(id)
  }
  for (const id of path) known.set(id, root)
  return root
}
