import type { Period } from '@sotay/domain/kernel/period'
import type { officeTasksVi } from './office-tasks-vi.ts'
import { showDate } from './show-date.ts'

const monthOf = (of: Period): string => `${Number(of.slice(5))}/${of.slice(0, 4)}`

/** Words of the tasks given at the review meeting, and of signed months, in English. */
export const officeTasksEn: typeof officeTasksVi = {
  title: 'Tasks',
  lead: 'Tasks of the review meeting appear on the collaborators’ phones, who answer “done” or “not done”.',
  text: 'What is to be done',
  textMissing: 'Write what is to be done.',
  due: 'Due on (optional)',
  dueWrong: 'It must be due today or later.',
  areas: 'For which areas',
  all: 'All areas',
  areasMissing: 'Choose at least one area.',
  give: 'Give the task',
  giving: 'Giving…',
  given: (areas) => `Given to ${areas} ${areas === 1 ? 'area' : 'areas'}.`,
  list: 'Tasks given',
  none: 'No task was given yet.',
  givenOn: (day) => `Given on ${showDate(day)}`,
  dueOn: (day) => `due ${showDate(day)}`,
  done: (count, all) => `done in ${count} of ${all} areas`,
  area: 'Area',
  answer: 'Answer',
  remark: 'Remark',
  answers: { done: 'Done', 'not-done': 'Not done' },
  noAnswer: 'No answer yet',
  by: (name, day) => `${name}, ${showDate(day)}`,
  withdraw: 'Take this task back',
  withdrawWhy: 'Why take it back?',
  withdrawMissing: 'Say why, so that the collaborators know.',
  withdrawSure: 'Take it back',
  keep: 'Leave it',
  withdrawn: 'Taken back.',
  signed: 'Months signed',
  signedOn: (of, day, signer) => `${monthOf(of)}: signed ${showDate(day)}, ${signer}`,
  notSigned: (of) => `${monthOf(of)}: not signed`,
}
