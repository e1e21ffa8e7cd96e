import type { PersonId } from '@sotay/domain/kernel/ids'
import type { Fact } from '@sotay/domain/kinds'
import type { Answer, ClosingReason, Destination, Intent, MarriageForm, Whereabouts } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { Party } from '@sotay/domain/register/marriage-facts'
import type { Newcomer } from '@sotay/domain/register/person-fields'
import { showDate } from './show-date.ts'
import type { Naming } from './story-vi.ts'

/** Comings, goings and marriages, in sentences. */
export type MovingFact = Extract<
  Fact,
  {
    type:
      | 'arrival-reported'
      | 'person-moved'
      | 'adoption-reported'
      | 'residence-confirmed'
      | 'marriage-reported'
      | 'separation-reported'
      | 'divorce-reported'
      | 'persons-joined'
      | 'household-split'
      | 'household-closed'
  }
>

const origins: Record<Destination, string> = {
  'same-province': 'từ xã khác trong tỉnh',
  'other-province': 'từ tỉnh khác',
  abroad: 'từ nước ngoài',
  unknown: 'chưa rõ từ đâu',
}
const intents: Record<Intent, string> = { settle: 'về ở hẳn', short: 'ở tạm dưới sáu tháng', unknown: 'chưa rõ ở lâu hay không' }
const closingReasons: Record<ClosingReason, string> = { 'moved-away': 'cả hộ đã chuyển đi', 'joined-another': 'đã nhập vào hộ khác', 'nobody-left': 'không còn ai' }
const whereabouts: Record<Whereabouts, string> = { 'still-here': 'vẫn ở đây', away: 'vắng', back: 'đã về' }
const answers: Record<Answer, string> = { yes: 'có', no: 'không', unknown: 'chưa rõ' }
const marriageForms: Record<MarriageForm, string> = { registered: 'có đăng ký', 'living-together': 'chung sống, chưa đăng ký', unknown: 'chưa rõ đăng ký' }

const joined = (...parts: readonly (string | undefined | false)[]): string => parts.filter((part) => part !== undefined && part !== false && part !== '').join(', ')
const someone = (naming: Naming, id: PersonId): string => naming.person(id) ?? 'người chưa rõ tên'
const toHousehold = (naming: Naming, id: string): string => {
  const number = naming.household(id)
  return number === undefined ? 'hộ' : `hộ ${number}`
}
const newcomer = (naming: Naming, who: Newcomer): string =>
  who.kind === 'known' ? someone(naming, who.person) : joined(who.name.full, who.sex === 'male' ? 'nam' : 'nữ', `sinh ${who.bornAbout === true ? 'khoảng ' : ''}${showDate(who.born)}`)
const party = (naming: Naming, one: Party): string =>
  one.kind === 'person' ? someone(naming, one.person) : `${one.name ?? 'một người'} ${one.commune === undefined ? 'ở nơi khác' : `ở ${one.commune}`}`

export function movingSentenceVi(fact: MovingFact, naming: Naming): string {
  const day = showDate(fact.occurredOn)
  switch (fact.type) {
    case 'arrival-reported': {
      const { who, household, from, place, intent } = fact.data
      const back = who.kind === 'known' ? 'trở lại' : 'chuyển đến'
      return `${newcomer(naming, who)} ${back} ${toHousehold(naming, household)} ngày ${day}, ${joined(origins[from], place, intents[intent])}.`
    }
    case 'person-moved':
      return `${fact.data.people.map(({ person }) => someone(naming, person)).join(', ')} về ở ${toHousehold(naming, fact.data.household)} từ ${day}.`
    case 'adoption-reported': {
      const { who, household, adopters } = fact.data
      return `${newcomer(naming, who)} được ${adopters.map((id) => someone(naming, id)).join(' và ')} nhận làm con nuôi, về ${toHousehold(naming, household)} ngày ${day}.`
    }
    case 'residence-confirmed': {
      const { person, whereabouts: said } = fact.data
      const since = said === 'still-here' ? `vào ngày ${day}` : `từ ${day}`
      return `${someone(naming, person)} ${whereabouts[said]} ${since}.`
    }
    case 'marriage-reported': {
      const { wife, husband, form, consanguineous, examined } = fact.data
      const kin = consanguineous === 'yes' && 'cận huyết thống'
      const seen = `tư vấn, khám trước kết hôn: ${answers[examined]}`
      return `${party(naming, wife)} và ${party(naming, husband)} kết hôn ngày ${day}, ${joined(marriageForms[form], kin, seen)}.`
    }
    case 'separation-reported':
    case 'divorce-reported': {
      const both = [fact.data.wife, fact.data.husband].flatMap((id) => (id === undefined ? [] : [someone(naming, id)])).join(' và ')
      return `${both} ${fact.type === 'divorce-reported' ? 'ly hôn' : 'ly thân'} từ ${day}.`
    }
    case 'persons-joined':
      return `${someone(naming, fact.data.duplicate)} và ${someone(naming, fact.data.person)} trong sổ là một người.`
    case 'household-split': {
      const { number, people, from } = fact.data
      return `${people.map(({ person }) => someone(naming, person)).join(', ')} tách từ ${toHousehold(naming, from)} thành hộ ${number}, ngày ${day}.`
    }
    case 'household-closed':
      return `Đóng sổ ${toHousehold(naming, fact.data.household)} ngày ${day}, ${joined(closingReasons[fact.data.reason], fact.data.note)}.`
  }
}

/** The words of the code lists, as a form offers them. */
export const movingCodesVi = { origins, intents, closingReasons, whereabouts, answers, marriageForms }
