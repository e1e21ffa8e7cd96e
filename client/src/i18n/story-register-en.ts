import type { PersonId } from '@sotay/domain/kernel/ids'
import type { Party } from '@sotay/domain/register/marriage-facts'
import type { Newcomer } from '@sotay/domain/register/person-fields'
import { showDate } from './show-date.ts'
import type { movingCodesVi, MovingFact } from './story-register-vi.ts'
import type { Naming } from './story-vi.ts'

/** The words of the code lists of comings, goings and marriages, in English. */
export const movingCodesEn: typeof movingCodesVi = {
  origins: { 'same-province': 'from another commune of the province', 'other-province': 'from another province', abroad: 'from abroad', unknown: 'not known from where' },
  intents: { settle: 'to settle', short: 'for less than six months', unknown: 'not known for how long' },
  closingReasons: { 'moved-away': 'the whole household left', 'joined-another': 'joined another household', 'nobody-left': 'nobody left' },
  whereabouts: { 'still-here': 'still here', away: 'away', back: 'back' },
  answers: { yes: 'yes', no: 'no', unknown: 'not known' },
  marriageForms: { registered: 'registered', 'living-together': 'living together, not registered', unknown: 'registration not known' },
}

const joined = (...parts: readonly (string | undefined | false)[]): string => parts.filter((part) => part !== undefined && part !== false && part !== '').join(', ')
const someone = (naming: Naming, id: PersonId): string => naming.person(id) ?? 'somebody without a name'
const toHousehold = (naming: Naming, id: string): string => {
  const number = naming.household(id)
  return number === undefined ? 'the household' : `household ${number}`
}
const newcomer = (naming: Naming, who: Newcomer): string =>
  who.kind === 'known' ? someone(naming, who.person) : joined(who.name.full, who.sex, `born ${who.bornAbout === true ? 'about ' : ''}${showDate(who.born)}`)
const party = (naming: Naming, one: Party): string =>
  one.kind === 'person' ? someone(naming, one.person) : `${one.name ?? 'somebody'} ${one.commune === undefined ? 'from elsewhere' : `of ${one.commune}`}`

export function movingSentenceEn(fact: MovingFact, naming: Naming): string {
  const day = showDate(fact.occurredOn)
  const codes = movingCodesEn
  switch (fact.type) {
    case 'arrival-reported': {
      const { who, household, from, place, intent } = fact.data
      return `${newcomer(naming, who)} ${who.kind === 'known' ? 'came back to' : 'came to'} ${toHousehold(naming, household)} on ${day}, ${joined(codes.origins[from], place, codes.intents[intent])}.`
    }
    case 'person-moved':
      return `${fact.data.people.map(({ person }) => someone(naming, person)).join(', ')} lives in ${toHousehold(naming, fact.data.household)} from ${day}.`
    case 'adoption-reported': {
      const { who, household, adopters } = fact.data
      return `${newcomer(naming, who)} was adopted by ${adopters.map((id) => someone(naming, id)).join(' and ')}, ${toHousehold(naming, household)}, ${day}.`
    }
    case 'residence-confirmed': {
      const { person, whereabouts: said } = fact.data
      return `${someone(naming, person)}: ${codes.whereabouts[said]}${said === 'still-here' ? ' on' : ' since'} ${day}.`
    }
    case 'marriage-reported': {
      const { wife, husband, form, consanguineous, examined } = fact.data
      return `${party(naming, wife)} and ${party(naming, husband)} married on ${day}, ${joined(codes.marriageForms[form], consanguineous === 'yes' && 'close kin', `examined before: ${codes.answers[examined]}`)}.`
    }
    case 'separation-reported':
    case 'divorce-reported': {
      const both = [fact.data.wife, fact.data.husband].flatMap((id) => (id === undefined ? [] : [someone(naming, id)])).join(' and ')
      return `${both} ${fact.type === 'divorce-reported' ? 'divorced' : 'live apart'} from ${day}.`
    }
    case 'persons-joined':
      return `${someone(naming, fact.data.duplicate)} and ${someone(naming, fact.data.person)} of the book are one person.`
    case 'household-split': {
      const { number, people, from } = fact.data
      return `${people.map(({ person }) => someone(naming, person)).join(', ')} left ${toHousehold(naming, from)} to be household ${number}, ${day}.`
    }
    case 'household-closed':
      return `${toHousehold(naming, fact.data.household)} closed on ${day}, ${joined(codes.closingReasons[fact.data.reason], fact.data.note)}.`
  }
}
