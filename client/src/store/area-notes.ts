import type { AreaId, FactId } from '@sotay/domain/kernel/ids'
import type { PlacedNote } from '@sotay/domain/month/month'
import { isWorkFact } from '@sotay/domain/work/effective-work'
import { notedOf, type PhoneState } from './phone-state.ts'

/** Every note of an area that this phone holds, with its position in the log as far as it has one. */
export function notesOf(state: PhoneState, area: AreaId): PlacedNote[] {
  const ids = new Set<FactId>()
  for (const [id, { entry }] of state.entries) if (entry.read.as !== 'unread' && entry.read.fact.area === area) ids.add(id)
  for (const [id, { fact }] of state.own) if (fact.area === area) ids.add(id)
  return [...ids].flatMap((id) => {
    const noted = notedOf(state, id)
    const seq = state.entries.get(id)?.entry.seq
    return noted === undefined ? [] : [{ ...noted, ...(seq === undefined ? {} : { seq }) }]
  })
}

/** The notes of the handbook among an area's, with what withdraws and settles notes. */
export function workNotesOf(state: PhoneState, area: AreaId): PlacedNote[] {
  return notesOf(state, area).filter(({ fact }) => isWorkFact(fact) || fact.type === 'fact-withdrawn' || fact.type === 'fact-settled')
}

/** One's own notes of an area that this phone has not read back from the log: what a signature names beside its position. */
export function unreadBack(state: PhoneState, area: AreaId): FactId[] {
  return [...state.own.values()].flatMap(({ fact }) => (fact.area === area && !state.entries.has(fact.id) ? [fact.id] : []))
}
