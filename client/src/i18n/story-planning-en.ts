import type { PlanningFact } from '@sotay/domain/planning/facts'
import { showDate } from './show-date.ts'
import type { planningCodesVi, planningSentenceVi } from './story-planning-vi.ts'

const codes: typeof planningCodesVi = {
  methods: {
    iud: 'coil (IUD)',
    'male-sterilisation': 'male sterilisation',
    'female-sterilisation': 'female sterilisation',
    condom: 'condoms',
    pill: 'the pill',
    injection: 'injections',
    implant: 'an implant',
    other: 'another method',
  },
  channels: { free: 'free of charge', 'social-marketing': 'social marketing', socialised: 'paid for' },
  servicePlaces: {
    'health-station': 'at the health station',
    hospital: 'in hospital',
    private: 'at a private clinic',
    home: 'at home',
    other: 'elsewhere',
    unknown: 'place not known',
  },
  stopReasons: {
    'wants-child': 'wants a child',
    'side-effects': 'side effects',
    pregnant: 'pregnant',
    infertile: 'infertile or past menopause',
    'husband-away': 'husband away',
    other: 'other reason',
    unknown: 'reason not known',
  },
  notUsingReasons: {
    'wants-child': 'wants a child',
    'husband-away': 'husband away',
    infertile: 'infertile or past menopause',
    pregnant: 'pregnant',
    postpartum: 'gave birth lately',
    'side-effects': 'fears side effects',
    'husband-disagrees': 'husband does not agree',
    'no-access': 'could not get any yet',
    other: 'other reason',
    unknown: 'reason not known',
  },
  pregnancyEnds: { miscarriage: 'miscarriage', abortion: 'abortion', stillbirth: 'stillbirth' },
  screeningWindows: { '12': '12 weeks', '21': '21 weeks' },
  conditions: {
    down: 'Down',
    edwards: 'Edwards',
    patau: 'Patau',
    thalassemia: 'thalassemia',
    hypothyroidism: 'congenital hypothyroidism',
    g6pd: 'G6PD deficiency',
    'adrenal-hyperplasia': 'congenital adrenal hyperplasia',
    'hearing-loss': 'congenital hearing loss',
    'heart-disease': 'congenital heart disease',
  },
  screeningResults: { 'not-done': 'not done', 'no-result-yet': 'no result yet', normal: 'normal – low risk', found: 'high risk – found' },
}

const joined = (...parts: readonly (string | undefined | false)[]): string => parts.filter((part) => part !== undefined && part !== false && part !== '').join(', ')

function results(of: Readonly<Partial<Record<keyof typeof codes.conditions, keyof typeof codes.screeningResults>>>): string {
  const asked = Object.keys(codes.conditions).filter((code): code is keyof typeof codes.conditions => Object.hasOwn(of, code))
  return asked.flatMap((code) => (of[code] === undefined ? [] : [`${codes.conditions[code]} ${codes.screeningResults[of[code]]}`])).join('; ')
}

/** What a note of maternal and family planning follow-up says, in a sentence. */
export const planningSentenceEn: typeof planningSentenceVi = (fact: PlanningFact, naming) => {
  const who = naming.person(fact.data.person) ?? 'somebody not named here'
  const day = showDate(fact.occurredOn)
  const where = 'where' in fact.data && fact.data.where !== undefined && codes.servicePlaces[fact.data.where]
  switch (fact.type) {
    case 'method-started':
      return `${who} began to use ${joined(codes.methods[fact.data.method], day, where, fact.data.channel && codes.channels[fact.data.channel])}.`
    case 'method-stopped':
      return `${who} stopped using ${joined(codes.methods[fact.data.method], day, fact.data.reason && codes.stopReasons[fact.data.reason])}.`
    case 'method-declined':
      return `${who} uses no method: ${codes.notUsingReasons[fact.data.reason]}, asked on ${day}.`
    case 'pregnancy-reported': {
      const { which, lastPeriod, due } = fact.data
      return `${who} is pregnant: ${joined(`found on ${day}`, which === 'unknown' ? 'which pregnancy is not known' : `pregnancy ${which}`, lastPeriod && `last period ${showDate(lastPeriod)}`, due && `due ${showDate(due)}`)}.`
    }
    case 'pregnancy-ended':
      return `The pregnancy of ${who} ended on ${day}: ${codes.pregnancyEnds[fact.data.outcome]}.`
    case 'prenatal-screened':
      return `${who} was screened before birth, ${joined(codes.screeningWindows[fact.data.window], day, where)}: ${results(fact.data.results)}.`
    case 'newborn-screened':
      return `${who} was screened as a newborn, ${joined(day, where)}: ${results(fact.data.results)}.`
    case 'elder-examined':
      return `${who} had the health examination of the elderly, ${joined(day, where, fact.data.note)}.`
    case 'premarital-examined':
      return `${who} was counselled and examined before marriage, ${joined(day, where)}.`
  }
}

/** The words of the code lists of follow-up, in English. */
export const planningCodesEn = codes
