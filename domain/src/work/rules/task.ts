import type { Context, History } from '../../kernel/decide.ts'
import { block, type Problem, warn } from '../../kernel/problem.ts'
import type { TaskAnswered, TaskGiven } from '../facts.ts'
import { tasksOf } from '../tasks.ts'

/** A task is due after it is given. */
export function judgeTaskGiven(fact: TaskGiven, _history: History, _context: Context): Problem[] {
  const { due } = fact.data
  return due !== undefined && due < fact.occurredOn ? [warn('due-before-given', 'data.due', { on: fact.occurredOn })] : []
}

/** An answer: to a task of this area that is known. The id of a task is no subject, so the task is looked up by it; an answer that came first waits. */
export function judgeTaskAnswered(fact: TaskAnswered, history: History, _context: Context): Problem[] {
  const task = history.find(fact.data.task)
  if (task === undefined) return [block('task-missing', 'data.task')]
  if (task.fact.type !== 'task-given') return [block('not-a-task', 'data.task')]
  if (task.fact.area !== fact.area) return [block('task-of-another-area', 'data.task')]
  const found = tasksOf(history.aboutNobody(fact.area)).find((one) => one.ids.includes(fact.data.task))
  if (found === undefined) return [warn('task-withdrawn', 'data.task')]
  return found.answer?.data.answer === fact.data.answer ? [warn('task-answered-already', 'data.answer', { on: found.answer.occurredOn })] : []
}
