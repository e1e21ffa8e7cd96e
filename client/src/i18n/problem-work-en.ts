import { showDate } from './show-date.ts'
import type { workProblemsVi } from './problem-work-vi.ts'

type Params = Parameters<(typeof workProblemsVi)['before-book']>[0]
const date = (p: Params, key: string): string => showDate(String(p[key] ?? ''))

/** What speaks against notes of work and of the end of a month, in English. */
export const workProblemsEn: typeof workProblemsVi = {
  'before-book': (p) => `This household is in the book since ${date(p, 'on')}, after the visit.`,
  'direct-without-names': () => 'Counselling face to face names who was counselled.',
  'due-before-given': (p) => `It is due before it was given (${date(p, 'on')}).`,
  'looked-through-absent': () => 'Nobody was met, and yet the household is marked as looked through.',
  'month-not-over': (p) => `The month is not over (it ends ${date(p, 'on')}); figures may still change.`,
  'month-to-come': () => 'This month is still to come.',
  'names-somebody': () => 'A note of the whole area cannot be corrected into one about somebody. Withdraw it and note anew.',
  'next-not-after': () => 'The next visit must be after this one.',
  'nobody-heard': () => 'Say how many people heard it.',
  'nobody-lives-there': () => 'By the book nobody lived in this household that day.',
  'not-a-task': () => 'The note that this answers is no task.',
  'paid-though-free': (p) => `Given free, and yet money was received (${p['money'] ?? ''} đồng).`,
  'pill-for-a-man': () => 'Pills are noted for a man.',
  'section-not-empty': (p) => `Section ${p['section'] ?? ''} of this month has ${p['count'] ?? ''} lines.`,
  'signed-already': (p) => `This month was signed on ${date(p, 'on')}; the later signature takes its place.`,
  'task-answered-already': (p) => `This task was answered so on ${date(p, 'on')}.`,
  'task-missing': () => 'The task that this note answers is not here yet.',
  'task-of-another-area': () => 'This task was given to another area.',
  'task-withdrawn': () => 'The officer has taken this task back.',
  'visited-already': (p) => `A visit to this household on ${date(p, 'on')} is noted already.`,
}
