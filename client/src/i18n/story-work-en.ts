import type { MonthFact } from '@sotay/domain/month/facts'
import type { P0Section, VisitPurpose } from '@sotay/domain/packs/tt01-2022/code-lists'
import type { WorkFact } from '@sotay/domain/work/facts'
import { showDate } from './show-date.ts'
import type { Naming } from './story-vi.ts'
import type { workCodesVi } from './story-work-vi.ts'

const OPEN_PURPOSES: readonly VisitPurpose[] = ['look-through', 'elderly', 'other']

/** The words of the handbook's code lists, in English. */
export const workCodesEn: typeof workCodesVi = {
  visitPurposes: {
    'look-through': 'looking through the household',
    counselling: 'counselling',
    supplies: 'giving contraceptives',
    pregnancy: 'pregnancy or birth',
    screening: 'screening',
    elderly: 'elderly people',
    other: 'something else',
  },
  counsellingTopics: {
    methods: 'contraceptive methods',
    'prenatal-screening': 'prenatal screening',
    'newborn-screening': 'newborn screening',
    premarital: 'examination before marriage',
    'two-children': 'having two children',
    'sex-ratio': 'sex ratio at birth',
    adolescents: 'health of adolescents',
    elderly: 'care of the elderly',
    infertility: 'infertility',
    law: 'population law',
    other: 'something else',
  },
  counsellingModes: { direct: 'face to face', group: 'group counselling', talk: 'talk' },
  products: { condom: 'condoms', pill: 'pills' },
  supplyChannels: { free: 'free', 'social-marketing': 'social marketing', socialised: 'socialised' },
}
/** The sections of P0/CTV, on the phone, in the notes and on the form alike. */
export const sectionsEn: Readonly<Record<P0Section, string>> = {
  1: 'Children born',
  2: 'Newborns screened',
  3: 'Deaths',
  4: 'Arrivals from another commune',
  5: 'Departures from the commune',
  6: 'Changes of basic information',
  7: 'Couples newly using a method',
  8: 'Couples that stopped using a method',
  9: 'Women with news of a pregnancy',
  10: 'Screening before birth',
  11: 'Elderly people examined',
}

const { visitPurposes, counsellingTopics, counsellingModes, products, supplyChannels } = workCodesEn
const joined = (...parts: readonly (string | undefined | false)[]): string => parts.filter((part) => part !== undefined && part !== false && part !== '').join(', ')
const listed = <C extends string>(codes: readonly C[], words: Record<C, string>): string => [...new Set(codes)].map((code) => words[code]).join(', ')
const someone = (naming: Naming, id: Parameters<Naming['person']>[0]): string => naming.person(id) ?? 'somebody not named here'
const monthOf = (month: string): string => `${Number(month.slice(5))}/${month.slice(0, 4)}`

/** What a note of work or of the end of a month says to whoever stands by, in English. */
export function workSentenceEn(fact: WorkFact | MonthFact, naming: Naming): string {
  const day = showDate(fact.occurredOn)
  switch (fact.type) {
    case 'visit-made':
      return visit(fact, naming, fact.data.purposes.filter((purpose) => OPEN_PURPOSES.includes(purpose)), undefined)
    case 'counselling-given':
      if (fact.data.heard.kind === 'counts') return counselling(fact, naming)
      return `Counselling of ${fact.data.heard.people.map((id) => someone(naming, id)).join(', ')}, ${day}.`
    case 'supplies-given':
      return `${someone(naming, fact.data.person)}: private note, ${day}.`
    case 'task-given':
      return `Task: ${fact.data.text}${fact.data.due === undefined ? '' : `, due ${showDate(fact.data.due)}`}. Given ${day}.`
    case 'task-answered':
      return `Answer to a task: ${joined(fact.data.answer === 'done' ? 'done' : 'not done', fact.data.remark)}, ${day}.`
    case 'nothing-to-report':
      return `Nothing to report for ${monthOf(fact.data.month)}: ${[...new Set(fact.data.sections)].map((section) => `${section}. ${sectionsEn[section]}`).join('; ')}.`
    case 'month-signed':
      return `Figures of ${monthOf(fact.data.month)} signed: ${joined(fact.data.signer, fact.data.on === 'paper' && 'on paper', fact.data.receivedBy && `received by ${fact.data.receivedBy}`)}, ${day}.`
  }
}

/** The same with all that was noted, in English. */
export function wholeOfWorkEn(fact: WorkFact | MonthFact, naming: Naming): string {
  switch (fact.type) {
    case 'visit-made':
      return visit(fact, naming, fact.data.purposes, fact.data.note)
    case 'counselling-given':
      return counselling(fact, naming)
    case 'supplies-given': {
      const { person, product, quantity, channel, money } = fact.data
      return `${quantity} ${products[product]} given to ${someone(naming, person)}, ${joined(supplyChannels[channel], money !== undefined && `${money.toLocaleString('en')} đồng received`)}, ${showDate(fact.occurredOn)}.`
    }
    case 'task-given':
    case 'task-answered':
    case 'nothing-to-report':
    case 'month-signed':
      return workSentenceEn(fact, naming)
  }
}

function visit(fact: Extract<WorkFact, { type: 'visit-made' }>, naming: Naming, purposes: readonly VisitPurpose[], note: string | undefined): string {
  const { household, met, lookedThrough, next } = fact.data
  const told = joined(met === 'absent' && 'nobody met', listed(purposes, visitPurposes), lookedThrough && 'looked through', note, next && `next on ${showDate(next)}`)
  return `Visit to ${`household ${naming.household(household) ?? ''}`.trim()}, ${showDate(fact.occurredOn)}${told === '' ? '' : `: ${told}`}.`
}

function counselling(fact: Extract<WorkFact, { type: 'counselling-given' }>, naming: Naming): string {
  const { mode, topics, heard, place, leaflets } = fact.data
  const who = heard.kind === 'counts' ? `${heard.male} men, ${heard.female} women` : heard.people.map((id) => someone(naming, id)).join(', ')
  const words = counsellingModes[mode]
  return `Counselling, ${words} (${listed(topics, counsellingTopics)}): ${joined(who, place, leaflets !== undefined && leaflets > 0 && `${leaflets} leaflets`)}, ${showDate(fact.occurredOn)}.`
}
