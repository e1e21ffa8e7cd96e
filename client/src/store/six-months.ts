import { effective } from '@sotay/domain/kernel/effective'
import type { PersonId } from '@sotay/domain/kernel/ids'
import type { PlainDate } from '@sotay/domain/kernel/plain-date'
import { isRegisterFact } from '@sotay/domain/register/fold'
import { findResidence } from '@sotay/domain/register/person'
import { sixMonthsFrom } from '@sotay/domain/register/six-months'
import type { Book, OpenPerson } from './book.ts'
import { notedAbout, type PhoneState } from './phone-state.ts'
import { livesHere } from './search.ts'

/** "Còn ở đây không?": somebody stays for now, or is away, and six months of it are reached on a day (domain.md §3). */
export interface SixMonthQuestion {
  readonly person: OpenPerson
  readonly kind: 'staying' | 'away'
  readonly since: PlainDate
  /** From this day on an answer answers it, and it stands among what is to be done. */
  readonly asked: PlainDate
  readonly reached: PlainDate
}

/** The question about somebody who lives here, until it is answered; nothing for who is settled and at home. */
export function findQuestion(state: PhoneState, person: OpenPerson): SixMonthQuestion | undefined {
  const residence = findResidence(person)
  if (residence === undefined || person.joinedInto !== undefined) return undefined
  const absence = residence.absences.at(-1)
  const isAway = absence !== undefined && absence.to === undefined
  if (!isAway && residence.settled) return undefined
  const since = isAway ? absence.from : residence.from
  const { asked, reached } = sixMonthsFrom(since)
  return isAnswered(state, person.id, asked) ? undefined : { person, kind: isAway ? 'away' : 'staying', since, asked, reached }
}

/** Who is to be asked about by `today`: six months are a month away at most, or passed without an answer. Those reached first come first. */
export function questionsBy(state: PhoneState, book: Book, today: PlainDate): SixMonthQuestion[] {
  return [...book.people.values()]
    .filter((person) => livesHere(book, person))
    .map((person) => findQuestion(state, person))
    .filter((question) => question !== undefined)
    .filter(({ asked }) => asked <= today)
    .sort((a, b) => (a.reached < b.reached ? -1 : a.reached > b.reached ? 1 : a.person.id < b.person.id ? -1 : 1))
}

function isAnswered(state: PhoneState, person: PersonId, asked: PlainDate): boolean {
  const answers = effective(notedAbout(state, person)).filter(isRegisterFact)
  return answers.some((fact) => fact.type === 'residence-confirmed' && fact.data.person === person && fact.occurredOn >= asked)
}
