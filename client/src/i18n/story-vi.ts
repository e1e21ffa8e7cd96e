import type { PersonId } from '@sotay/domain/kernel/ids'
import type { Fact } from '@sotay/domain/kinds'
import type {
  BirthPlace,
  DeathCause,
  DeathPlace,
  Destination,
  Education,
  LegalResidence,
  Marital,
  Presence,
  Relation,
  Sex,
} from '@sotay/domain/packs/tt01-2022/code-lists'
import { isPlanningFact } from '@sotay/domain/planning/fold'
import { P0_CELL_WORDS } from '@sotay/domain/reports/p0-words'
import { showDate } from './show-date.ts'
import { movingCodesVi, movingSentenceVi } from './story-register-vi.ts'
import { planningCodesVi, planningSentenceVi } from './story-planning-vi.ts'
import { wholeOfWorkVi, workCodesVi, workSentenceVi } from './story-work-vi.ts'

/** Who is who for whoever reads; undefined where the reader does not know. */
export interface Naming {
  readonly person: (id: PersonId) => string | undefined
  /** The number of a household. */
  readonly household: (id: string) => string | undefined
}

// Words that paper has too are the form's.
const { codes: paper, legals: paperLegals } = P0_CELL_WORDS
const sexes: Record<Sex, string> = paper.sex
const children: Record<Sex, string> = { male: 'Bé trai', female: 'Bé gái' }
const relations: Record<Relation, string> = { ...paper.relation, unknown: 'quan hệ chưa rõ' }
const educations: Record<Education, string> = paper.education
const maritals: Record<Marital, string> = { ...paper.marital, unknown: 'hôn nhân chưa rõ' }
const legals: Record<LegalResidence, string> = { ...paperLegals, unknown: 'đăng ký chưa rõ' }
const presences: Record<Presence, string> = { present: 'đang ở', away: 'tạm vắng', staying: 'ở tạm, chưa tính vào dân số' }
const birthPlaces: Record<BirthPlace, string> = {
  'health-station': 'tại Trạm Y tế',
  hospital: 'tại bệnh viện',
  home: 'tại nhà',
  other: 'ở nơi khác',
  unknown: 'nơi sinh chưa rõ',
}
const deathPlaces: Record<DeathPlace, string> = {
  'health-facility': 'tại cơ sở y tế',
  home: 'tại nhà',
  abroad: 'ở nước ngoài',
  other: 'ở nơi khác',
  unknown: 'nơi chết chưa rõ',
}
const causes: Record<DeathCause, string> = {
  illness: 'do bệnh',
  'old-age': 'do tuổi già',
  accident: 'do tai nạn',
  childbirth: 'do thai sản',
  other: 'do nguyên nhân khác',
  unknown: 'nguyên nhân chưa rõ',
}
const destinations: Record<Destination, string> = {
  'same-province': 'đến xã khác trong tỉnh',
  'other-province': 'đến tỉnh khác',
  abroad: 'ra nước ngoài',
  unknown: 'chưa rõ đi đâu',
}

type ChangedFields = Extract<Fact, { type: 'person-changed' }>['data']['new']
const joined = (...parts: readonly (string | undefined | false)[]): string => parts.filter((part) => part !== undefined && part !== false && part !== '').join(', ')
const someone = (naming: Naming, id: PersonId): string => naming.person(id) ?? 'người chưa rõ tên'
const household = (naming: Naming, id: string): string => {
  const number = naming.household(id)
  return number === undefined ? 'hộ' : `hộ ${number}`
}

function fields(of: ChangedFields): string {
  return joined(
    of.name && `họ tên ${of.name.full}`,
    of.relation && relations[of.relation],
    of.legal && legals[of.legal],
    of.marital && maritals[of.marital],
    of.ethnicity && `dân tộc ${of.ethnicity}`,
    of.nationality && `quốc tịch ${of.nationality}`,
    of.education && `trình độ ${educations[of.education]}`,
    of.insuranceNumber && `số BHYT ${of.insuranceNumber}`,
    of.nationalId && `số định danh ${of.nationalId}`,
  )
}

/** What a note says, in a sentence. */
function sentence(fact: Fact, naming: Naming): string {
  if (isPlanningFact(fact)) return planningSentenceVi(fact, naming)
  const day = showDate(fact.occurredOn)
  switch (fact.type) {
    case 'household-registered': {
      const { data } = fact
      const kind = data.kind === 'family' ? 'Hộ gia đình' : 'Hộ tập thể'
      return `Mở sổ ${joined(`${kind} số ${data.number}`, data.address.join(', '), data.representative && `đại diện ${data.representative}`)}, ngày ${day}.`
    }
    case 'household-changed': {
      const { data } = fact
      const changed = joined(
        data.number && `số hộ ${data.number}`,
        data.address && `địa chỉ ${data.address.join(', ')}`,
        data.phone && `điện thoại ${data.phone}`,
        data.representative && `đại diện ${data.representative}`,
        data.head && `chủ hộ ${someone(naming, data.head)}`,
      )
      return `Thay đổi của ${household(naming, data.household)}: ${changed}, từ ${day}.`
    }
    case 'person-registered': {
      const { data } = fact
      const born = `sinh ${data.bornAbout === true ? 'khoảng ' : ''}${showDate(data.born)}`
      return `Vào sổ ${household(naming, data.household)}: ${joined(data.name.full, sexes[data.sex], born, relations[data.relation], data.marital && maritals[data.marital], presences[data.residence.presence])}, ngày ${day}.`
    }
    case 'person-changed':
      return `${someone(naming, fact.data.person)} thay đổi thông tin: ${joined(fields(fact.data.old) && `cũ ${fields(fact.data.old)}`, `mới ${fields(fact.data.new)}`)}, từ ${day}.`
    case 'birth-reported': {
      const { data } = fact
      const mother =
        data.mother.kind === 'person'
          ? `của ${someone(naming, data.mother.person)}`
          : data.mother.kind === 'elsewhere'
            ? `của ${data.mother.name} ở ${data.mother.commune}`
            : 'chưa rõ mẹ'
      const order = data.order === 'unknown' ? 'con thứ mấy chưa rõ' : `con thứ ${data.order}`
      return `${children[data.sex]}${data.name === undefined ? '' : ` ${data.name.full}`}, ${joined(`sinh ${day}`, birthPlaces[data.place], data.twin === true && 'sinh đôi', data.weight !== undefined && `${data.weight} g`)}, ${order} ${mother}.`
    }
    case 'death-reported': {
      const { data } = fact
      return `${someone(naming, data.person)} chết ngày ${day}, ${joined(deathPlaces[data.place], data.cause && causes[data.cause], data.note)}.`
    }
    case 'departure-reported': {
      const { data } = fact
      return `${data.people.map((id) => someone(naming, id)).join(', ')} chuyển đi ngày ${day}, ${joined(destinations[data.destination], data.place, data.note)}.`
    }
    case 'arrival-reported':
    case 'person-moved':
    case 'adoption-reported':
    case 'residence-confirmed':
    case 'marriage-reported':
    case 'separation-reported':
    case 'divorce-reported':
    case 'persons-joined':
    case 'household-split':
    case 'household-closed':
      return movingSentenceVi(fact, naming)
    case 'visit-made':
    case 'counselling-given':
    case 'supplies-given':
    case 'task-given':
    case 'task-answered':
    case 'nothing-to-report':
    case 'month-signed':
      return workSentenceVi(fact, naming)
    case 'fact-withdrawn':
      return `Rút lại một ghi chép: ${fact.data.reason}`
    case 'fact-settled':
      return `${fact.data.verdict === 'take' ? 'Nhận' : 'Không nhận'} sau khi xem lại: ${fact.data.reason}`
  }
}

/** The same with what is kept from whoever stands by: for whoever notes it, asks for it at a second tap, or looks at it in the office. */
function whole(fact: Fact, naming: Naming): string {
  const isSealed = fact.type === 'visit-made' || fact.type === 'counselling-given' || fact.type === 'supplies-given'
  return isSealed ? wholeOfWorkVi(fact, naming) : sentence(fact, naming)
}

/** The words in which notes tell their story, Vietnamese: the language every other one follows. */
export const storyVi = {
  sentence,
  whole,
  corrects: 'Sửa:',
  newer: (day: string) => `Ghi nhận từ phiên bản mới hơn, ngày ${showDate(day)}.`,
  unreadable: 'Ghi chép không đọc được hết.',
  because: (reason: string) => `Vẫn ghi, vì: ${reason}`,
  vias: { phone: 'trên điện thoại', paper: 'từ phiếu giấy', telephone: 'qua điện thoại', office: 'tại văn phòng' },
}
export type StoryWords = typeof storyVi

/** The words of the code lists, as a form offers them. */
export const codesVi = { sexes, relations, educations, maritals, legals, presences, birthPlaces, deathPlaces, causes, destinations, ...movingCodesVi, ...planningCodesVi, ...workCodesVi }
