import type { PersonId } from '@sotay/domain/kernel/ids'
import type { PlainDate } from '@sotay/domain/kernel/plain-date'
import { findResidence } from '@sotay/domain/register/person'
import { countedSpells, type Spell } from '@sotay/domain/register/residence'
import type { Book, OpenPerson } from './book.ts'

/** "Có tính vào dân số địa bàn?": whether somebody is counted at the end of a day in the areas of this book, and why. */
export type Counted =
  | { readonly is: 'yes'; readonly from: PlainDate; readonly opened: Spell['opened']; readonly away?: { readonly since: PlainDate; readonly until: PlainDate } }
  /** Not yet: from that day on, unless something happens before. */
  | { readonly is: 'not-yet'; readonly why: 'staying' | 'newborn'; readonly since: PlainDate; readonly from: PlainDate }
  | { readonly is: 'away-too-long'; readonly since: PlainDate; readonly reached: PlainDate }
  | { readonly is: 'dead' | 'gone'; readonly on: PlainDate }
  /** In another collaborator's area; `on`, the day of moving there, of who lived here before. */
  | { readonly is: 'elsewhere'; readonly on?: PlainDate }
  | { readonly is: 'joined'; readonly into: PersonId }
  | { readonly is: 'not-counted' }

export function countedOn(book: Book, person: OpenPerson, today: PlainDate): Counted {
  if (person.joinedInto !== undefined) return { is: 'joined', into: person.joinedInto }
  if (person.status === 'dead') return { is: 'dead', on: person.death.on }
  if (person.departure !== undefined) return { is: 'gone', on: person.departure.on }
  const residence = findResidence(person)
  const place = residence?.places.at(-1)
  if (residence === undefined || place === undefined) return { is: 'not-counted' }
  if (!book.households.has(person.household)) {
    const livedHere = person.residences.some(({ places }) => places.some(({ household }) => book.households.has(household)))
    return livedHere ? { is: 'elsewhere', on: place.from } : { is: 'elsewhere' }
  }
  const spells = countedSpells(person, (id) => book.people.get(id))
  const now = spells.find(({ from, to }) => from <= today && (to === undefined || to > today))
  const absence = residence.absences.at(-1)
  const isAway = absence !== undefined && absence.to === undefined
  if (now !== undefined) {
    const away = isAway && now.to !== undefined ? { away: { since: absence.from, until: now.to } } : {}
    return { is: 'yes', from: now.from, opened: now.opened, ...away }
  }
  const next = spells.find(({ from }) => from > today)
  if (next !== undefined) return { is: 'not-yet', why: residence.opened === 'birth' ? 'newborn' : 'staying', since: residence.from, from: next.from }
  const last = spells.at(-1)
  if (isAway && last?.to !== undefined && last.closed === 'six-months') return { is: 'away-too-long', since: absence.from, reached: last.to }
  return { is: 'not-counted' }
}
