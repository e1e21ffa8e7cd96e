import type { Fact } from '@sotay/domain/kinds'
import type { Messages } from '../../i18n/vi.ts'
import { nameOf } from '../../i18n/naming.ts'
import type { Book } from '../../store/book.ts'
import { livesHere } from '../../store/search.ts'

/** What usually has to be noted after a note: who came with a new household, where a couple lives now. */
export function nextOf(fact: Fact, book: Book, words: Messages): { readonly href: string; readonly text: string }[] {
  const { goOn } = words.forms
  if (fact.type === 'household-registered' && fact.corrects === undefined) {
    const { household } = fact.data
    return [
      { href: `/ghi/arrival/${household}`, text: goOn.firstArrival },
      { href: `/ghi/person/${household}`, text: goOn.person },
    ]
  }
  if (fact.type !== 'marriage-reported') return []
  const couple = [fact.data.wife, fact.data.husband].flatMap((party) => (party.kind === 'person' ? [book.people.get(party.person)] : []))
  const here = couple.filter((person) => person !== undefined && livesHere(book, person)).filter((person) => person !== undefined)
  const [one, other] = here
  if (one === undefined) return []
  if (other === undefined) return [{ href: `/ghi/arrival/${one.household}`, text: goOn.spouseArrives }]
  return one.household === other.household ? [] : here.map((person) => ({ href: `/ghi/move/${person.id}`, text: goOn.move(nameOf(words, person)) }))
}
