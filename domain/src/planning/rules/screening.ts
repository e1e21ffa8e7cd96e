import type { Context, History } from '../../kernel/decide.ts'
import { presumedDay } from '../../kernel/partial-date.ts'
import { addDays, daysBetween, type PlainDate } from '../../kernel/plain-date.ts'
import { block, type Problem, warn } from '../../kernel/problem.ts'
import { packFor } from '../../packs/in-force.ts'
import type { ElderExamined, NewbornScreened, PremaritalExamined, PrenatalScreened } from '../facts.ts'
import { openPregnancy, type Pregnancy } from '../follow-up.ts'
import { followUpBefore } from '../known.ts'
import { ageAt, findOpened, subjectProblems, womanProblems } from './subject.ts'

/** A screening before birth: of a woman with an open pregnancy, in the week of its window (domain.md §4 "screening"); the schema knows no other window. */
export function judgePrenatalScreened(fact: PrenatalScreened, history: History, _context: Context): Problem[] {
  const { person: id, results } = fact.data
  const person = findOpened(history, id)
  if (person === undefined) return []
  const woman = womanProblems(person)
  if (woman.length > 0) return woman
  const open = openPregnancy(followUpBefore(history, id, fact))
  return [
    ...emptyProblems(results),
    ...subjectProblems(fact, id, history),
    ...(open === undefined ? [warn('screened-without-pregnancy', 'data.person')] : windowProblems(fact, open)),
  ]
}

/** Something must be told of one condition at least. */
function emptyProblems(results: Readonly<Record<string, unknown>>): Problem[] {
  return Object.keys(results).length === 0 ? [block('no-result-told', 'data.results')] : []
}

function windowProblems(fact: PrenatalScreened, { lastPeriod, due }: Pregnancy): Problem[] {
  const { daysFromLastPeriodToDue, screeningWeeksOff } = packFor(fact.occurredOn)
  const first: PlainDate | undefined = lastPeriod ?? (due === undefined ? undefined : addDays(due, -daysFromLastPeriodToDue))
  if (first === undefined) return []
  const weeks = daysBetween(first, fact.occurredOn) / 7
  const window = Number(fact.data.window)
  return Math.abs(weeks - window) > screeningWeeksOff ? [warn('weeks-off-window', 'data.window', { weeks: Math.floor(weeks), window })] : []
}

/** A screening of a newborn: after its birth, which the lifetime tells, and hardly of somebody older than a year. */
export function judgeNewbornScreened(fact: NewbornScreened, history: History, _context: Context): Problem[] {
  const { person: id, results } = fact.data
  const person = findOpened(history, id)
  if (person === undefined) return []
  const days = daysBetween(presumedDay(person.born), fact.occurredOn)
  const isOld = days > packFor(fact.occurredOn).newbornScreenedWithinDays
  return [...emptyProblems(results), ...subjectProblems(fact, id, history), ...(isOld ? [warn('not-a-newborn', 'data.person', { born: person.born })] : [])]
}

export function judgeElderExamined(fact: ElderExamined, history: History, _context: Context): Problem[] {
  const { person: id } = fact.data
  const person = findOpened(history, id)
  if (person === undefined) return []
  const [age, { elderFrom }] = [ageAt(person, fact.occurredOn), packFor(fact.occurredOn)]
  return [...subjectProblems(fact, id, history), ...(age < elderFrom ? [warn('not-an-elder', 'data.person', { age, from: elderFrom })] : [])]
}

export function judgePremaritalExamined(fact: PremaritalExamined, history: History, _context: Context): Problem[] {
  return subjectProblems(fact, fact.data.person, history)
}
