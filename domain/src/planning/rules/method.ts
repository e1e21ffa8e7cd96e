import type { Context, History } from '../../kernel/decide.ts'
import { block, type Problem, warn } from '../../kernel/problem.ts'
import type { Method, Sex } from '../../packs/tt01-2022/code-lists.ts'
import type { MethodDeclined, MethodStarted, MethodStopped } from '../facts.ts'
import { isHis, runningBeside } from '../follow-up.ts'
import { followUpBefore } from '../known.ts'
import { coupleProblems, findOpened, subjectProblems, womanProblems } from './subject.ts'

/** A method begun: of whom it can be, of a woman in a couple, while none runs that it would close (domain.md §4 "method"). */
export function judgeMethodStarted(fact: MethodStarted, history: History, _context: Context): Problem[] {
  const { person: id, method } = fact.data
  const person = findOpened(history, id)
  if (person === undefined) return []
  const whose = whoseProblems(person.sex, method)
  if (whose.length > 0) return whose
  return [
    ...subjectProblems(fact, id, history),
    ...(person.sex === 'female' ? coupleProblems(person, fact.occurredOn, history) : []),
    ...runningProblems(fact, history),
  ]
}

/** Male sterilisation is noted of the man, every other method of the woman. */
function whoseProblems(sex: Sex, method: Method): Problem[] {
  if (isHis(method)) return sex === 'male' ? [] : [block('method-of-a-man', 'data.method')]
  return sex === 'female' ? [] : [block('method-of-a-woman', 'data.method')]
}

function runningProblems(fact: MethodStarted, history: History): Problem[] {
  const { person, method } = fact.data
  const running = runningBeside(followUpBefore(history, person, fact).methods, method)
  if (running?.from === undefined) return []
  if (running.method === method) return [warn('method-runs-already', 'data.method', { on: running.from })]
  if (running.method === 'female-sterilisation') return [warn('after-sterilisation', 'data.method', { on: running.from })]
  return [warn('method-switched', 'data.method', { on: running.from })]
}

/** A method stopped: one that is known to run. */
export function judgeMethodStopped(fact: MethodStopped, history: History, _context: Context): Problem[] {
  const { person: id, method } = fact.data
  const person = findOpened(history, id)
  if (person === undefined) return []
  const whose = whoseProblems(person.sex, method)
  if (whose.length > 0) return whose
  const running = runningBeside(followUpBefore(history, id, fact).methods, method)
  return [...subjectProblems(fact, id, history), ...(running?.method === method ? [] : [warn('stop-without-start', 'data.method')])]
}

/** Nothing used: told of a woman in a couple who is not noted to use something. */
export function judgeMethodDeclined(fact: MethodDeclined, history: History, _context: Context): Problem[] {
  const { person: id } = fact.data
  const person = findOpened(history, id)
  if (person === undefined) return []
  const woman = womanProblems(person)
  if (woman.length > 0) return woman
  const running = followUpBefore(history, id, fact).methods.find((spell) => !isHis(spell.method) && spell.until === undefined)
  return [
    ...subjectProblems(fact, id, history),
    ...coupleProblems(person, fact.occurredOn, history),
    ...(running?.from === undefined ? [] : [warn('declined-while-using', 'data.reason', { on: running.from })]),
  ]
}
