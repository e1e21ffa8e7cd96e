import { effective, type Noted, settledBy } from '@sotay/domain/kernel/effective'
import type { AnyFact } from '@sotay/domain/kernel/fact'
import type { AreaId, FactId, SubjectId } from '@sotay/domain/kernel/ids'
import { type Fact, isFactType } from '@sotay/domain/kinds'
import { notedAbout, notedAboutNobody, notedOf, type OwnNote, type PhoneState } from './phone-state.ts'

/** How a note stands, for who reads it. */
export type NoteStanding = 'pending' | 'accepted' | 'held' | 'refused' | 'settledTake' | 'settledRefuse'

export interface Told {
  readonly fact: AnyFact
  /** The fact as this version reads it; absent for one of a later version. */
  readonly known?: Fact
  readonly standing: NoteStanding
  readonly reason?: string
  /** Whether it counts: not corrected, withdrawn, or waiting for the officer. */
  readonly counts: boolean
  readonly problems: OwnNote['problems']
}

/** A fact as this version reads it; nothing for one of a later version. What a phone keeps has been read once already. */
function findKnown(fact: AnyFact): Fact | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- kept as known only after its schema had read it
  return isFactType(fact.type) && fact.v === 1 ? (fact as Fact) : undefined
}

/** The notes about a subject, the latest first. */
export function storyOf(state: PhoneState, subject: SubjectId): Told[] {
  return storyFrom(state, notedAbout(state, subject))
}

/** The notes of an area that are about nobody, the latest first. */
export function areaStoryOf(state: PhoneState, area: AreaId): Told[] {
  return storyFrom(state, notedAboutNobody(state, area))
}

function storyFrom(state: PhoneState, noted: readonly Noted[]): Told[] {
  const counting = new Set(effective(noted).map((fact) => fact.id))
  return noted
    .filter(({ fact }) => fact.type !== 'fact-settled')
    .sort((a, b) => later(a.fact, b.fact))
    .map((one) => told(state, one, noted, counting))
}

/** One note by its id. */
export function findTold(state: PhoneState, id: FactId): Told | undefined {
  const noted = notedOf(state, id)
  if (noted === undefined) return undefined
  const { about, area } = noted.fact
  const around = about.length === 0 ? notedAboutNobody(state, area) : [...new Set(about.flatMap((subject) => notedAbout(state, subject)))]
  return told(state, noted, around, new Set(effective(around).map((fact) => fact.id)))
}

function told(state: PhoneState, noted: Noted, around: readonly Noted[], counting: ReadonlySet<FactId>): Told {
  const { fact } = noted
  const own = state.own.get(fact.id)
  const known = findKnown(fact)
  const settled = around.filter((one) => settledBy(one.fact)?.fact === fact.id).sort((a, b) => later(a.fact, b.fact))[0]
  const word = settled === undefined ? undefined : findKnown(settled.fact)
  const isAnswered = noted.status === 'held' && word?.type === 'fact-settled'
  const standing = isAnswered ? (word.data.verdict === 'take' ? 'settledTake' : 'settledRefuse') : own?.standing === 'refused' ? 'refused' : noted.status
  return {
    fact,
    ...(known === undefined ? {} : { known }),
    standing,
    ...(isAnswered ? { reason: word.data.reason } : {}),
    counts: counting.has(fact.id) || fact.type === 'fact-withdrawn',
    problems: state.entries.get(fact.id)?.entry.problems ?? own?.problems ?? [],
  }
}

function later(a: AnyFact, b: AnyFact): number {
  if (a.occurredOn !== b.occurredOn) return a.occurredOn < b.occurredOn ? 1 : -1
  return b.recordedAt - a.recordedAt
}

/** Own notes that the officer or the author must look at again: held without an answer, or not taken by the service. */
export function toReview(state: PhoneState): Told[] {
  return [...state.own.values()]
    .filter((note) => note.standing === 'held' || note.standing === 'unplaced' || note.standing === 'refused')
    .map((note) => findTold(state, note.fact.id))
    .filter((one) => one !== undefined)
    .filter((one) => one.standing === 'held' || one.standing === 'refused' || one.standing === 'settledRefuse')
}
