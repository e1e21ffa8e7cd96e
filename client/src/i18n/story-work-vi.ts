import type { MonthFact } from '@sotay/domain/month/facts'
import type {
  Channel,
  CounsellingMode,
  CounsellingTopic,
  P0Section,
  Product,
  VisitPurpose,
} from '@sotay/domain/packs/tt01-2022/code-lists'
import type { WorkFact } from '@sotay/domain/work/facts'
import { showDate } from './show-date.ts'
import type { Naming } from './story-vi.ts'

const visitPurposes: Record<VisitPurpose, string> = {
  'look-through': 'rà soát hộ',
  counselling: 'tư vấn',
  supplies: 'cấp phương tiện tránh thai',
  pregnancy: 'thăm thai sản',
  screening: 'vận động sàng lọc',
  elderly: 'thăm người cao tuổi',
  other: 'việc khác',
}
/** What may be read over somebody's shoulder; the others (thai sản, biện pháp, sàng lọc) are told at a second tap. */
const OPEN_PURPOSES: readonly VisitPurpose[] = ['look-through', 'elderly', 'other']
const counsellingTopics: Record<CounsellingTopic, string> = {
  methods: 'biện pháp tránh thai',
  'prenatal-screening': 'sàng lọc trước sinh',
  'newborn-screening': 'sàng lọc sơ sinh',
  premarital: 'khám sức khỏe trước kết hôn',
  'two-children': 'sinh đủ hai con',
  'sex-ratio': 'mất cân bằng giới tính khi sinh',
  adolescents: 'sức khỏe vị thành niên',
  elderly: 'chăm sóc người cao tuổi',
  infertility: 'hiếm muộn',
  law: 'pháp luật về dân số',
  other: 'nội dung khác',
}
const counsellingModes: Record<CounsellingMode, string> = { direct: 'tư vấn trực tiếp', group: 'tư vấn nhóm', talk: 'nói chuyện chuyên đề' }
const products: Record<Product, string> = { condom: 'bao cao su', pill: 'thuốc uống tránh thai' }
const units: Record<Product, string> = { condom: 'cái', pill: 'vỉ' }
const supplyChannels: Record<Channel, string> = { free: 'miễn phí', 'social-marketing': 'tiếp thị xã hội', socialised: 'xã hội hóa' }
/** As P0 names them, short enough for one line of a phone. */
export const sectionsVi: Record<P0Section, string> = {
  1: 'Trẻ sinh ra',
  2: 'Trẻ được sàng lọc sơ sinh',
  3: 'Người chết',
  4: 'Chuyển đến từ xã khác',
  5: 'Chuyển đi khỏi xã',
  6: 'Thay đổi thông tin cơ bản',
  7: 'Vợ chồng mới sử dụng BPTT',
  8: 'Vợ chồng thôi sử dụng BPTT',
  9: 'Phụ nữ có thông tin thai sản',
  10: 'Sàng lọc trước sinh',
  11: 'Người cao tuổi khám sức khỏe',
}

/** The words of the handbook's code lists, as a form offers them. */
export const workCodesVi = { visitPurposes, counsellingTopics, counsellingModes, products, supplyChannels }

const joined = (...parts: readonly (string | undefined | false)[]): string => parts.filter((part) => part !== undefined && part !== false && part !== '').join(', ')
const listed = <C extends string>(codes: readonly C[], words: Record<C, string>): string => [...new Set(codes)].map((code) => words[code]).join(', ')
const someone = (naming: Naming, id: Parameters<Naming['person']>[0]): string => naming.person(id) ?? 'người chưa rõ tên'
const monthOf = (month: string): string => `tháng ${Number(month.slice(5))}/${month.slice(0, 4)}`
const money = (dong: number): string => `${dong.toLocaleString('vi')} đồng`

/** What a note of work or of the end of a month says to whoever stands by: nothing of a sealed kind about somebody. */
export function workSentenceVi(fact: WorkFact | MonthFact, naming: Naming): string {
  switch (fact.type) {
    case 'visit-made':
      return visit(fact, naming, fact.data.purposes.filter((purpose) => OPEN_PURPOSES.includes(purpose)), undefined)
    case 'counselling-given':
      if (fact.data.heard.kind === 'counts') return counselling(fact, naming)
      return `Tư vấn cho ${fact.data.heard.people.map((id) => someone(naming, id)).join(', ')}, ngày ${showDate(fact.occurredOn)}.`
    case 'supplies-given':
      return `${someone(naming, fact.data.person)}: ghi chép riêng tư, ngày ${showDate(fact.occurredOn)}.`
    case 'task-given':
      return `Việc được giao: ${fact.data.text}${fact.data.due === undefined ? '' : `, hạn ${showDate(fact.data.due)}`}. Giao ngày ${showDate(fact.occurredOn)}.`
    case 'task-answered':
      return `Trả lời việc được giao: ${joined(fact.data.answer === 'done' ? 'đã làm' : 'chưa làm được', fact.data.remark)}, ngày ${showDate(fact.occurredOn)}.`
    case 'nothing-to-report':
      return `Không phát sinh ${monthOf(fact.data.month)}: ${[...new Set(fact.data.sections)].map((section) => `${section}. ${sectionsVi[section]}`).join('; ')}.`
    case 'month-signed':
      return `Ký số liệu ${monthOf(fact.data.month)}: ${joined(fact.data.signer, fact.data.on === 'paper' && 'trên giấy', fact.data.receivedBy && `${fact.data.receivedBy} nhận`)}, ngày ${showDate(fact.occurredOn)}.`
  }
}

/** The same with all that was noted, for whoever asked for it. */
export function wholeOfWorkVi(fact: WorkFact | MonthFact, naming: Naming): string {
  switch (fact.type) {
    case 'visit-made':
      return visit(fact, naming, fact.data.purposes, fact.data.note)
    case 'counselling-given':
      return counselling(fact, naming)
    case 'supplies-given': {
      const { person, product, quantity, channel, money: paid } = fact.data
      return `Cấp ${quantity} ${units[product]} ${products[product]} cho ${someone(naming, person)}, ${joined(supplyChannels[channel], paid !== undefined && `thu ${money(paid)}`)}, ngày ${showDate(fact.occurredOn)}.`
    }
    case 'task-given':
    case 'task-answered':
    case 'nothing-to-report':
    case 'month-signed':
      return workSentenceVi(fact, naming)
  }
}

function visit(fact: Extract<WorkFact, { type: 'visit-made' }>, naming: Naming, purposes: readonly VisitPurpose[], note: string | undefined): string {
  const { household, met, lookedThrough, next } = fact.data
  const number = naming.household(household)
  const told = joined(met === 'absent' && 'vắng', listed(purposes, visitPurposes), lookedThrough && 'đã rà soát', note, next && `hẹn ${showDate(next)}`)
  return `Thăm ${number === undefined ? 'hộ' : `hộ ${number}`} ngày ${showDate(fact.occurredOn)}${told === '' ? '' : `: ${told}`}.`
}

function counselling(fact: Extract<WorkFact, { type: 'counselling-given' }>, naming: Naming): string {
  const { mode, topics, heard, place, leaflets } = fact.data
  const who = heard.kind === 'counts' ? `${heard.male} nam, ${heard.female} nữ` : heard.people.map((id) => someone(naming, id)).join(', ')
  const words = counsellingModes[mode]
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)} (${listed(topics, counsellingTopics)}) cho ${joined(who, place && `tại ${place}`, leaflets !== undefined && leaflets > 0 && `${leaflets} tờ rơi`)}, ngày ${showDate(fact.occurredOn)}.`
}
