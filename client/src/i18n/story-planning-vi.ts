import type { PersonId } from '@sotay/domain/kernel/ids'
import type {
  Channel,
  NewbornCondition,
  NotUsingReason,
  PregnancyEnd,
  PrenatalCondition,
  ScreeningResult,
  ServicePlace,
  StopReason,
} from '@sotay/domain/packs/tt01-2022/code-lists'
import type { PlanningFact } from '@sotay/domain/planning/facts'
import { P0_CELL_WORDS } from '@sotay/domain/reports/p0-words'
import { showDate } from './show-date.ts'

// Words that paper has too are the form's.
const { method: methods, result: screeningResults, window: screeningWindows } = P0_CELL_WORDS.codes
const channels: Record<Channel, string> = { free: 'miễn phí', 'social-marketing': 'tiếp thị xã hội', socialised: 'xã hội hóa' }
const servicePlaces: Record<ServicePlace, string> = {
  'health-station': 'tại Trạm Y tế',
  hospital: 'tại bệnh viện',
  private: 'tại cơ sở tư nhân',
  home: 'tại nhà',
  other: 'ở nơi khác',
  unknown: 'nơi làm chưa rõ',
}
const stopReasons: Record<StopReason, string> = {
  'wants-child': 'muốn có con',
  'side-effects': 'có tác dụng phụ',
  pregnant: 'đang mang thai',
  infertile: 'vô sinh hoặc mãn kinh',
  'husband-away': 'chồng đi vắng',
  other: 'lý do khác',
  unknown: 'lý do chưa rõ',
}
const notUsingReasons: Record<NotUsingReason, string> = {
  'wants-child': 'muốn có con',
  'husband-away': 'chồng đi vắng',
  infertile: 'vô sinh hoặc mãn kinh',
  pregnant: 'đang mang thai',
  postpartum: 'mới sinh',
  'side-effects': 'sợ tác dụng phụ',
  'husband-disagrees': 'chồng không đồng ý',
  'no-access': 'chưa tiếp cận được',
  other: 'lý do khác',
  unknown: 'lý do chưa rõ',
}
const pregnancyEnds: Record<PregnancyEnd, string> = { miscarriage: 'sảy thai', abortion: 'phá thai', stillbirth: 'thai chết lưu' }
const conditions: Record<PrenatalCondition | NewbornCondition, string> = {
  down: 'Down',
  edwards: 'Edward',
  patau: 'Patau',
  thalassemia: 'Thalassemia',
  hypothyroidism: 'suy giáp trạng bẩm sinh',
  g6pd: 'thiếu men G6PD',
  'adrenal-hyperplasia': 'tăng sản thượng thận bẩm sinh',
  'hearing-loss': 'khiếm thính bẩm sinh',
  'heart-disease': 'tim bẩm sinh',
}

const joined = (...parts: readonly (string | undefined | false)[]): string => parts.filter((part) => part !== undefined && part !== false && part !== '').join(', ')

function results(of: Readonly<Partial<Record<PrenatalCondition | NewbornCondition, ScreeningResult>>>): string {
  const codes = Object.keys(conditions).filter((code): code is keyof typeof conditions => Object.hasOwn(of, code))
  return codes.flatMap((code) => (of[code] === undefined ? [] : [`${conditions[code]} ${screeningResults[of[code]]}`])).join('; ')
}

/** What a note of maternal and family planning follow-up says, in a sentence. */
export function planningSentenceVi(fact: PlanningFact, naming: { readonly person: (id: PersonId) => string | undefined }): string {
  const who = naming.person(fact.data.person) ?? 'người chưa rõ tên'
  const day = showDate(fact.occurredOn)
  switch (fact.type) {
    case 'method-started': {
      const { data } = fact
      return `${who} bắt đầu ${joined(`dùng ${methods[data.method]} từ ngày ${day}`, data.where && servicePlaces[data.where], data.channel && channels[data.channel])}.`
    }
    case 'method-stopped':
      return `${who} thôi ${joined(`dùng ${methods[fact.data.method]} từ ngày ${day}`, fact.data.reason && stopReasons[fact.data.reason])}.`
    case 'method-declined':
      return `${who} không dùng biện pháp nào, ${notUsingReasons[fact.data.reason]}, hỏi ngày ${day}.`
    case 'pregnancy-reported': {
      const { data } = fact
      const which = data.which === 'unknown' ? 'lần mang thai thứ mấy chưa rõ' : `mang thai lần ${data.which}`
      return `${who} ${joined(`có thai, biết ngày ${day}`, which, data.lastPeriod && `kinh cuối ngày ${showDate(data.lastPeriod)}`, data.due && `dự sinh ngày ${showDate(data.due)}`)}.`
    }
    case 'pregnancy-ended':
      return `Thai kỳ của ${who} kết thúc ngày ${day}, ${pregnancyEnds[fact.data.outcome]}.`
    case 'prenatal-screened': {
      const { data } = fact
      return `${who} ${joined(`sàng lọc trước sinh mốc ${screeningWindows[data.window]} ngày ${day}`, data.where && servicePlaces[data.where])}: ${results(data.results)}.`
    }
    case 'newborn-screened':
      return `${who} ${joined(`được sàng lọc sơ sinh ngày ${day}`, fact.data.where && servicePlaces[fact.data.where])}: ${results(fact.data.results)}.`
    case 'elder-examined':
      return `${who} ${joined(`được khám sức khỏe người cao tuổi ngày ${day}`, fact.data.where && servicePlaces[fact.data.where], fact.data.note)}.`
    case 'premarital-examined':
      return `${who} ${joined(`được tư vấn, khám sức khỏe trước khi kết hôn ngày ${day}`, fact.data.where && servicePlaces[fact.data.where])}.`
  }
}

/** The words of the code lists of follow-up, as a form offers them. */
export const planningCodesVi = {
  methods, channels, servicePlaces, stopReasons, notUsingReasons, pregnancyEnds, screeningWindows, conditions, screeningResults,
}
