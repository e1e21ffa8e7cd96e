import { readFact } from '@sotay/domain/kinds'
import { openedIn } from '@sotay/domain/register/likeness'
import type { Behind, NotesAbout } from '@sotay/domain/wire/reports'
import type { Naming } from '../../i18n/story-vi.ts'

/** Names of people and numbers of households, as far as the notes at hand and the list beside them tell. */
export function namesFrom(entries: readonly NotesAbout['entries'][number][], listed: readonly Behind[]): Naming {
  const people = new Map<string, string>()
  const households = new Map<string, string>()
  for (const subject of listed) {
    if (subject.label !== null) (subject.kind === 'person' ? people : households).set(subject.subject, subject.label)
  }
  for (const { raw } of entries) {
    const read = readFact(raw)
    if (read.kind !== 'known') continue
    const { fact } = read
    const opened = openedIn(fact)
    if (opened !== undefined) people.set(opened.person, opened.likeness.full)
    if (fact.type === 'person-changed' && fact.data.new.name !== undefined) people.set(fact.data.person, fact.data.new.name.full)
    if (fact.type === 'birth-reported' && fact.data.name !== undefined) people.set(fact.data.child, fact.data.name.full)
    if (fact.type === 'household-registered') households.set(fact.data.household, fact.data.number)
  }
  return { person: (id) => people.get(id), household: (id) => households.get(id) }
}
