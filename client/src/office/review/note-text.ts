import { readFact } from '@sotay/domain/kinds'
import type { HeldNote } from '@sotay/domain/wire/reports'
import type { OfficeWords } from '../../i18n/office-vi.ts'

/** A key of a held or unplaced note for a list. */
export function keyOfNote(note: HeldNote): string {
  return note.unplaced === null ? `held-${note.fact ?? note.receivedAt}` : `unplaced-${note.unplaced}`
}

/** What a held note says in a sentence, as far as this version reads it. */
export function noteText(note: HeldNote, words: OfficeWords): string {
  const reading = readFact(note.raw)
  if (reading.kind === 'unreadable') return words.story.unreadable
  if (reading.kind === 'newer') return words.story.newer(reading.fact.occurredOn)
  const names = new Map<string, string>(note.subjects.flatMap(({ subject, label }) => (label === null ? [] : [[subject, label] as const])))
  return words.story.whole(reading.fact, { person: (id) => names.get(id), household: () => undefined })
}
