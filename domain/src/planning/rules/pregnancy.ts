import type { Context, History } from '../../kernel/decide.ts'
import { presumedDay } from '../../kernel/partial-date.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { block, type Problem, warn } from '../../kernel/problem.ts'
import { packFor } from '../../packs/in-force.ts'
import type { PregnancyEnded, PregnancyReported } from '../facts.ts'
import { type FollowUp, openPregnancy } from '../follow-up.ts'
import { followUpBefore, followUpKnown } from '../known.ts'
import { ageAt, findOpened, type Opened, subjectProblems, womanProblems } from './subject.ts'

/** A pregnancy: of a woman, none open already, its dates possible (domain.md §4 "pregnancy"). */
export function judgePregnancyReported(fact: PregnancyReported, history: History, _context: Context): Problem[] {
  const { person: id, lastPeriod, due } = fact.data
  const person = findOpened(history, id)
  if (person === undefined) return []
  const woman = womanProblems(person)
  if (woman.length > 0) return woman
  const { from, to } = packFor(fact.occurredOn).motherUsualAge
  const age = ageAt(person, fact.occurredOn)
  return [
    ...subjectProblems(fact, id, history),
    ...(lastPeriod !== undefined && lastPeriod > fact.occurredOn ? [block('last-period-after-found', 'data.lastPeriod')] : []),
    ...(due !== undefined && due < fact.occurredOn ? [warn('due-before-found', 'data.due')] : []),
    ...(age < from || age > to ? [warn('pregnant-unusual-age', 'data.person', { age, from, to })] : []),
    ...openProblems(fact.occurredOn, followUpBefore(history, id, fact), followUpKnown(history, id), birthsOf(person)),
  ]
}

/** The days of her births, as far as they are known to the day. */
function birthsOf(woman: Opened): PlainDate[] {
  return woman.births.filter((birth) => birth.on.length === 10).map((birth) => presumedDay(birth.on))
}

/** One open that day, or one found later with no end known in between. */
function openProblems(on: PlainDate, before: FollowUp, known: FollowUp, births: readonly PlainDate[]): Problem[] {
  const open = openPregnancy(before)
  if (open !== undefined) return [warn('pregnancy-open', 'data.person', { on: open.found })]
  const next = known.pregnancies.find((pregnancy) => pregnancy.found >= on)
  if (next === undefined) return []
  const isOver = [...births, ...known.losses.map((loss) => loss.on)].some((day) => on <= day && day <= next.found)
  return isOver ? [] : [warn('pregnancy-open', 'data.person', { on: next.found })]
}

/** The end of a pregnancy other than a birth: of one that is open. */
export function judgePregnancyEnded(fact: PregnancyEnded, history: History, _context: Context): Problem[] {
  const { person: id } = fact.data
  const person = findOpened(history, id)
  if (person === undefined) return []
  const woman = womanProblems(person)
  if (woman.length > 0) return woman
  const isOpen = openPregnancy(followUpBefore(history, id, fact)) !== undefined
  return [...subjectProblems(fact, id, history), ...(isOpen ? [] : [warn('end-without-pregnancy', 'data.person')])]
}
