import type { Period } from '@sotay/domain/kernel/period'
import { showDate } from './show-date.ts'
import { sectionsEn } from './story-work-en.ts'
import type { workDaysVi, workFieldsVi, workTitlesVi, workVi } from './work-vi.ts'

const monthOf = (of: Period): string => `${Number(of.slice(5))}/${of.slice(0, 4)}`

export const workTitlesEn: typeof workTitlesVi = { visit: 'Visit', counselling: 'Counselling', talk: 'Group counselling or talk', supplies: 'Contraceptives given' }
export const workDaysEn: typeof workDaysVi = { visit: 'Visited on', counselling: 'Counselled on', talk: 'On', supplies: 'Given on' }
export const workFieldsEn: typeof workFieldsVi = {
  purposes: 'What was the visit for?',
  met: 'Was anybody met?',
  lookedThrough: 'The whole household was looked through',
  next: 'Next visit on',
  topics: 'About what',
  mode: 'How',
  hearers: 'Who was counselled?',
  male: 'Men',
  female: 'Women',
  heldAt: 'Where',
  leaflets: 'Leaflets handed out',
  receiver: 'Given to whom?',
  product: 'What',
  quantity: 'How many (condoms, cycles of pills)',
  money: 'Money received (đồng)',
}

/** Words of the handbook and of the end of a month, in English. */
export const workEn: typeof workVi = {
  met: { met: 'Somebody was met', absent: 'Nobody was there' },
  private: 'Private (tap to see)',
  chooseArea: 'In which area?',
  sections: sectionsEn,
  today: {
    toDo: 'To do',
    tasks: 'Tasks given',
    due: (day) => `Due ${showDate(day)}`,
    overdue: 'Overdue',
    answered: (remark, day) => `Answered “not done” on ${showDate(day)}${remark === undefined ? '' : `: ${remark}`}`,
    done: 'Done',
    notDone: 'Not done',
    remark: 'Remark (if needed)',
    save: (answer) => `Note: ${answer}`,
    cancel: 'Leave it',
    appointments: 'Households to visit',
    appointment: (day) => `agreed on ${showDate(day)}`,
    visit: 'Visit a household',
    nothing: 'No task was given, and no visit is agreed on in the next 7 days.',
  },
  handbook: {
    title: 'Work of the month',
    visits: 'Visits',
    households: 'Households visited',
    lookedThrough: 'Households looked through this month',
    lookedThroughQuarter: 'Households looked through this quarter',
    ofHouseholds: (count, all) => `${count}/${all}`,
    absentTwice: 'Households absent twice or more',
    modes: { direct: 'Counselling face to face', group: 'Group counselling', talk: 'Talks' },
    times: (times, people) => `${times} times, ${people} people`,
    gathered: 'People at groups and talks',
    bySex: (male, female) => `${male} men, ${female} women`,
    topics: 'By topic',
    leaflets: 'Leaflets handed out',
    supplies: (product, channel) => `${product}, ${channel}`,
    money: 'Money received',
    dong: (money) => `${money.toLocaleString('en')} đồng`,
    notes: 'Notes of the whole area',
    notesTitle: (of) => `Notes of the area, ${monthOf(of)}`,
    notesNone: 'Nothing of the whole area is noted this month (groups, talks, tasks, nothing to report, signature).',
  },
  end: {
    title: 'Nothing to report, and signature',
    nothingTitle: 'In which sections did nothing happen?',
    nothingWhy: 'A blank is not a zero: mark the sections in which nothing happened this month.',
    section: (no, name) => `${no}. ${name}`,
    said: (no, name) => `${no}. ${name}: nothing to report`,
    notEmpty: (no, name, count) => `${no}. ${name}: marked “nothing to report”, but it has ${count} lines now. Look at the notes of the area.`,
    save: 'Note nothing to report',
    chooseOne: 'Mark at least one section.',
    open: (count) => `${count} sections have no line and are not marked “nothing to report”.`,
    sign: (of) => `Sign ${monthOf(of)}`,
    signAgain: (of) => `Sign ${monthOf(of)} again`,
    notSigned: 'Not signed.',
    confirm: (of) => `Figures of ${monthOf(of)} for the area. Look them over before you sign.`,
    signNow: 'I have looked, sign',
    back: 'Back',
    signing: 'Signing…',
    keep: 'Sign anyway, because …',
    signed: (signer, day) => `Signed on ${showDate(day)}: ${signer}`,
    unsent: 'The signature is saved on the phone, not sent.',
    late: (count) => `Late for this month: ${count} notes after the signature`,
    noLate: 'Nothing was added after the signature.',
  },
}
