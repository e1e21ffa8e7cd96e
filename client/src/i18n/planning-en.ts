import type * as vi from './planning-vi.ts'
import { showDate } from './show-date.ts'
import { planningCodesEn } from './story-planning-en.ts'

export const planningTitlesEn: typeof vi.planningTitlesVi = {
  newborn: 'Newborn screening',
  'method-start': 'Began to use a method',
  'method-stop': 'Stopped using a method',
  'method-decline': 'Uses no method',
  pregnancy: 'Pregnant',
  'pregnancy-end': 'Miscarriage, abortion, stillbirth',
  prenatal: 'Screening before birth',
  elder: 'Health examination of the elderly',
  premarital: 'Counselled and examined before marriage',
}

export const planningDaysEn: typeof vi.planningDaysVi = {
  newborn: 'Screened on',
  'method-start': 'In use since',
  'method-stop': 'Stopped on',
  'method-decline': 'Asked on',
  pregnancy: 'Found on',
  'pregnancy-end': 'Ended on',
  prenatal: 'Screened on',
  elder: 'Examined on',
  premarital: 'Examined on',
}

export const planningFieldsEn: typeof vi.planningFieldsVi = {
  whom: 'For whom?',
  someoneElse: 'Somebody else of the household',
  partner: 'Of whom is it noted?',
  partnerHint: 'Male sterilisation is noted of the husband, every other method of the wife.',
  method: 'Method',
  where: 'Where',
  channel: 'Channel',
  stopReason: 'Why stopped',
  notUsing: 'Why none?',
  lastPeriod: 'First day of the last period',
  due: 'Expected birth',
  which: 'Which pregnancy',
  whichHint: 'Miscarriages, abortions and stillbirths count too.',
  outcome: 'How did it end?',
  window: 'At',
  results: 'Result for each condition',
  resultsHint: 'Leave empty what was not asked.',
  running: (method, from) => `In use: ${planningCodesEn.methods[method]}, since ${showDate(from)}.`,
  runningEnds: 'A new method ends this one on that day.',
  switchedBecause: 'Changed to this method',
}

export const planningProblemsEn: typeof vi.planningProblemsVi = { 'no-result': 'Choose the result of one condition at least.' }

export const privateEn: typeof vi.privateVi = {
  title: 'Private',
  hint: 'Open only where nobody else looks. It closes with the page.',
  open: 'Open the private part',
  close: 'Close the private part',
  line: (time) => `Private note · ${time}`,
  saved: 'A private note.',
  lookThere: 'This line leads to the person’s page; the reason stands in the private part.',
  due: {
    title: 'To do',
    none: 'Nothing is due.',
    overdue: 'The pregnancy is past 44 weeks and no end is noted. Ask again.',
    prenatal: (window, from, to) => `Time to screen before birth at ${window} weeks: ${showDate(from)} to ${showDate(to)}.`,
    afterBirth: (born) => `Gave birth on ${showDate(born)}, more than 6 weeks ago; no method is noted.`,
    newborn: 'No newborn screening is noted.',
  },
  months: {
    title: 'Method, 24 months',
    short: {
      iud: 'coil',
      'male-sterilisation': 'male steril.',
      'female-sterilisation': 'female steril.',
      condom: 'condoms',
      pill: 'pill',
      injection: 'injection',
      implant: 'implant',
      other: 'other',
    },
    none: 'none',
    unknown: 'not noted',
    declined: (reason, on) => `Uses no method: ${planningCodesEn.notUsingReasons[reason]}, asked on ${showDate(on)}.`,
  },
  pregnancy: {
    title: 'Pregnancies',
    open: (which, found) => `Pregnant${which === 'unknown' ? '' : `, pregnancy ${which}`}, found on ${showDate(found)}`,
    weeks: (weeks) => `about ${weeks} weeks`,
    due: (on) => `due about ${showDate(on)}`,
    ended: (on) => `The pregnancy has ended, ${showDate(on)}.`,
  },
  everybody: 'Show everybody else too',
  note: 'Note privately',
  others: 'Something else',
  story: 'Private notes',
  noStory: 'No private note yet.',
}

