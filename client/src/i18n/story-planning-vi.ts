import {
  type Channel,
  type Method,
  NEWBORN_CONDITIONS,
  type NewbornCondition,
  type NotUsingReason,
  type PregnancyEnd,
  PRENATAL_CONDITIONS,
  type PrenatalCondition,
  type ScreeningResult,
  type ServicePlace,
  type StopReason,
} from '@sotay/domain/packs/tt01-2022/code-lists'
import type { PlanningFact } from '@sotay/domain/planning/facts'
import { showDate } from './show-date.ts'
import type { Naming } from './story-vi.ts'

const methods: Record<Method, string> = {
  iud: 'dụng cụ tử cung (vòng)',
  'male-sterilisation': 'triệt sản nam',
  'female-sterilisation': 'triệt sản nữ',
  condom: 'bao cao su',
  pill: 'thuốc uống',
  injection: 'thuốc tiêm',
  implant: 'que cấy',
  other: 'biện pháp khác',
}
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
  'side-effects': 'tác dụng phụ',
  pregnant: 'có thai',
  infertile: 'vô sinh hoặc mãn kinh',
  'husband-away': 'chồng đi xa',
  other: 'lý do khác',
  unknown: 'lý do chưa rõ',
}
const notUsingReasons: Record<NotUsingReason, string> = {
  'wants-child': 'muốn có con',
  'husband-away': 'chồng đi xa',
  infertile: 'vô sinh hoặc mãn kinh',
  pregnant: 'đang mang thai',
  postpartum: 'mới sinh',
  'side-effects': 'sợ tác dụng phụ',
  'husband-disagrees': 'chồng không đồng ý',
  'no-access': 'không có nơi cung cấp',
  other: 'lý do khác',
  unknown: 'lý do chưa rõ',
}
const pregnancyEnds: Record<PregnancyEnd, string> = { miscarriage: 'sảy thai', abortion: 'phá thai', stillbirth: 'thai chết lưu' }
const prenatalConditions: Record<PrenatalCondition, string> = { down: 'Down', edwards: 'Edwards', patau: 'Patau', thalassemia: 'Thalassemia' }
const newbornConditions: Record<NewbornCondition, string> = {
  hypothyroidism: 'suy giáp trạng bẩm sinh',
  g6pd: 'thiếu men G6PD',
  'adrenal-hyperplasia': 'tăng sản thượng thận bẩm sinh',
  'hearing-loss': 'khiếm thính bẩm sinh',
  'heart-disease': 'tim bẩm sinh',
}
const screeningResults: Record<ScreeningResult, string> = { 'not-done': 'không làm', 'no-result-yet': 'chưa có kết quả', normal: 'nguy cơ thấp/bình thường', found: 'nguy cơ cao/phát hiện' }

const joined = (...parts: readonly (string | undefined | false)[]): string => parts.filter((part) => part !== undefined && part !== false && part !== '').join(', ')

/** The results in the order of the pack's conditions; what was not asked is not there. */
function told<C extends string>(conditions: readonly C[], results: Readonly<Partial<Record<C, ScreeningResult>>>, words: Record<C, string>): string {
  const parts = conditions.map((condition) => {
    const result = results[condition]
    return result === undefined ? undefined : `${words[condition]}: ${screeningResults[result]}`
  })
  return joined(...parts)
}

/** What a note of the follow-up says, in a sentence. */
export function planningSentenceVi(fact: PlanningFact, naming: Naming): string {
  const day = showDate(fact.occurredOn)
  const who = naming.person(fact.data.person) ?? 'Người chưa rõ tên'
  switch (fact.type) {
    case 'method-started': {
      const { method, where, channel } = fact.data
      return `${who} bắt đầu dùng ${joined(methods[method], where && servicePlaces[where], channel && channels[channel])}, ngày ${day}.`
    }
    case 'method-stopped':
      return `${who} thôi dùng ${joined(methods[fact.data.method], fact.data.reason && stopReasons[fact.data.reason])}, ngày ${day}.`
    case 'method-declined':
      return `${who} không dùng biện pháp tránh thai: ${notUsingReasons[fact.data.reason]}, ngày ${day}.`
    case 'pregnancy-reported': {
      const { which, lastPeriod, due } = fact.data
      return `${who} mang thai, ${joined(`biết ngày ${day}`, which === 'unknown' ? 'lần thứ mấy chưa rõ' : `lần thứ ${which}`, lastPeriod && `kinh cuối ngày ${showDate(lastPeriod)}`, due && `dự sinh ${showDate(due)}`)}.`
    }
    case 'pregnancy-ended':
      return `${who}: ${pregnancyEnds[fact.data.outcome]}, ngày ${day}.`
    case 'prenatal-screened': {
      const { window, results, where } = fact.data
      return `${who} sàng lọc trước sinh mốc ${window} tuần, ${joined(`ngày ${day}`, where && servicePlaces[where])}: ${told(PRENATAL_CONDITIONS, results, prenatalConditions)}.`
    }
    case 'newborn-screened':
      return `${who} sàng lọc sơ sinh, ${joined(`ngày ${day}`, fact.data.where && servicePlaces[fact.data.where])}: ${told(NEWBORN_CONDITIONS, fact.data.results, newbornConditions)}.`
    case 'elder-examined':
      return `${who} khám sức khỏe người cao tuổi, ${joined(`ngày ${day}`, fact.data.where && servicePlaces[fact.data.where], fact.data.note)}.`
    case 'premarital-examined':
      return `${who} được tư vấn, khám sức khỏe trước khi kết hôn, ${joined(`ngày ${day}`, fact.data.where && servicePlaces[fact.data.where])}.`
  }
}
